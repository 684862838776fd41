import type { Fen } from '@jincun/kernel'
import { fenOf } from './amounts.ts'
import type { BudgetLine, PlanProject, WorkPlan } from './work-plan.ts'

/** 分 by source. */
export type SourceTotals = { central: Fen; local: Fen; enterprise: Fen }

/** A line where it stands in the plan; `where` is its path for findings. */
export type PlacedLine = { project: PlanProject; line: BudgetLine; where: string }

export const linesOf = (plan: WorkPlan): PlacedLine[] =>
  plan.projects.flatMap((project, p) => project.lines.map((line, l) => ({ project, line, where: `plan.projects[${p}].lines[${l}]` })))

/** Whether central funds pay for a line; an amount not yet said counts as central, so that nothing fails open. */
export const isCentrallyFunded = (line: BudgetLine): boolean => line.centralFen === null || fenOf(line.centralFen) > 0n

export function totalsOf(lines: readonly BudgetLine[]): SourceTotals {
  const sum = (of: (line: BudgetLine) => string | null): Fen => lines.reduce((total, line) => total + fenOf(of(line)), 0n)
  return { central: sum(line => line.centralFen), local: sum(line => line.localFen), enterprise: sum(line => line.enterpriseFen) }
}

export const totalOf = ({ central, local, enterprise }: SourceTotals): Fen => central + local + enterprise

/** Totals by the key of each project, e.g. its support area, in order of first appearance; for the area × mode table of a plan. */
export function totalsBy(plan: WorkPlan, key: (project: PlanProject) => string): Map<string, SourceTotals> {
  const groups = Map.groupBy(plan.projects, key)
  return new Map([...groups].map(([name, projects]) => [name, totalsOf(projects.flatMap(project => project.lines))]))
}
