import { demoId } from '@jincun/identity'
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

type Get = <T>(who: string, path: string) => Promise<T>
type Card = Record<string, unknown> & { id: string }

/** Records of the register of 昭觉 as its office sees them, without what the server adds. */
async function registerOf(get: Get): Promise<World['register']> {
  const at = '/api/projects/513431'
  const content = ({ id: _id, countyCode: _county, version: _version, ...rest }: Record<string, unknown>) => rest
  const contractId = demoId('contract （演示）昭商合〔2020〕2号')
  const { rows } = await get<{ rows: { project: Card }[] }>('zhaojue-office', `${at}/register?year=2020`)
  const { contract } = await get<{ contract: World['register']['contract'] }>('zhaojue-office', `${at}/contracts/${contractId}`)
  const firms = await get<{ rows: { contractor: Card }[] }>('zhaojue-office', `${at}/contractors`)
  const procurements = await get<{ rows: { procurement: Card }[] }>('zhaojue-office', `${at}/procurements?year=2020`)
  const plans = await get<{ versions: { lines: Record<string, unknown>[] }[] }>('zhaojue-office', `${at}/plans?year=2020`)
  const [project, firm, procurement] = [rows[0]?.project, firms.rows[0]?.contractor, procurements.rows[0]?.procurement]
  if (!project || !firm || !procurement) throw new Error('the register of the demonstration has projects, firms and procurements')
  return {
    project: { id: project.id, ...content(project) },
    contract,
    contractor: content(firm),
    procurement: { id: procurement.id, ...content(procurement) },
    planLines: plans.versions[0]?.lines ?? [],
    siteId: demoId('zhaojue site centre'),
  }
}

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
  const [payment] = (await get<{ rows: { request: World['payment'] }[] }>('zhaojue-finance', '/api/payments')).rows
  if (!payment) throw new Error('a request of the demonstration waits')
  const { request } = await get<{ request: World['payment'] }>('zhaojue-finance', `/api/payments/${payment.request.id}`)
  return {
    program,
    payment: request,
    register: await registerOf(get),
    draftVersion: application.version,
    draftProject,
    sheetVersion: inputs.version,
    rankedList: { seenVersion: list.version, entries, basis: list.basis, reasons: list.reasons, plan: list.plan },
    assignment,
    sheetItems: items.map(({ id, maxPoints }) => ({ itemId: id, halfPoints: maxPoints, reason: '按申报材料评定' })),
  }
}
