import type { PlanLine } from '@jincun/projects'
import { recordApprovedPlan } from '@jincun/projects/server'
import type { BudgetLine, PlanProject } from '@jincun/applications'
import { acceptedSubmissions } from '@jincun/applications/server'
import { accept } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import type { FinalList } from '../index.ts'
import type { FinalWork } from './final-work.ts'

const fen = (text: string | null): string => text ?? '0'

/** A budget line of a submitted plan as a line that money is spent on; its kind of spending is confirmed later, at the contract. */
export const planLineFrom = (project: PlanProject, line: BudgetLine): PlanLine => ({
  id: line.id,
  projectKey: project.id,
  projectName: project.name,
  name: line.name,
  category: '',
  categoryText: line.category,
  supportArea: project.supportArea,
  supportMode: project.supportMode,
  money: { centralFen: fen(line.centralFen), localFen: fen(line.localFen), enterpriseFen: fen(line.enterpriseFen) },
  facility: line.facility ?? 'none',
  reusesExistingPremises: line.reusesExistingPremises,
})

/** With the final list published, each county's submitted work plan becomes version 1 of its approved plan (5.5, 6.2); one already on file stays. */
export async function recordPlansOf(work: FinalWork, list: FinalList): Promise<Result<true>> {
  const submissions = new Map(
    (await acceptedSubmissions(work.tx, list.year, list.provinceCode.slice(0, 2))).map(({ submission }) => [
      submission.countyCode,
      submission,
    ]),
  )
  for (const { countyCode } of list.entries) {
    const lines = (submissions.get(countyCode)?.content.plan.projects ?? []).flatMap(project =>
      project.lines.map(line => planLineFrom(project, line)),
    )
    if (lines.length === 0) continue
    const recorded = await recordApprovedPlan(work, {
      id: work.newId(),
      countyCode,
      year: list.year,
      lines,
      document: list.letter?.number ?? '',
      approvedOn: list.letter?.date ?? '',
      reason: '随最终名单报送的县级工作方案',
      basis: 'final-list',
    })
    if (!recorded.ok && recorded.reason.code !== 'plan-already-on-file') return recorded
  }
  return accept(true)
}
