import type { View } from '../../capabilities/applications/testing/requests.ts'
import { demoReviewId } from '../../capabilities/reviews/demo-review.ts'
import { startTestProgram } from '../support/program.ts'
import type { World } from './bad-request.ts'
import { draft } from './cases/draft.ts'

type ListView = {
  version: number
  counties: { rank: number | null; countyCode: string; type: string; score: string | null }[]
  basis: object
  reasons: object
  plan: object
}
type Assigned = { assignments: { applicationId: string }[] }
type Scoring = { items: { id: string; maxPoints: number }[] }

/** The demonstration with what the cases need to know of it, and everyone signed in who will send something. */
export async function openWorld(people: Iterable<string>): Promise<World> {
  const program = await startTestProgram()
  // Sessions are opened beforehand, so that a case changes nothing but by its own request.
  for (const who of people) await program.as(who)
  const get = async <T>(who: string, path: string): Promise<T> => (await (await program.as(who)).get<T>(path)).body
  const { application } = await get<View>('zhaojue-office', draft())
  const [draftProject] = application.content.plan.projects
  if (!draftProject) throw new Error('the draft of the demonstration has a project')
  const { inputs } = await get<{ inputs: { version: number } }>('centre', '/api/allocations/2020')
  const list = await get<ListView>('sichuan-commerce', '/api/ranked-lists/2020/510000')
  const entries = list.counties.map(({ rank, countyCode, type, score }) => ({ rank, countyCode, type, score }))
  const { assignments } = await get<Assigned>('sichuan-reviewer-2', '/api/my-reviews')
  const assignment = `/api/my-reviews/${demoReviewId('sichuan round')}/${assignments[0]?.applicationId}`
  const { items } = await get<Scoring>('sichuan-reviewer-2', assignment)
  return {
    program,
    draftVersion: application.version,
    draftProject,
    sheetVersion: inputs.version,
    rankedList: { seenVersion: list.version, entries, basis: list.basis, reasons: list.reasons, plan: list.plan },
    assignment,
    sheetItems: items.map(({ id, maxPoints }) => ({ itemId: id, halfPoints: maxPoints, reason: '按申报材料评定' })),
  }
}
