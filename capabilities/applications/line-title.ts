import type { BudgetLine, PlanProject } from './work-plan.ts'

/** The name under which a line is judged and ruled on: project › kind of spending › line. A change in any of them asks for a new ruling. */
export const lineTitle = (project: PlanProject, line: BudgetLine): string =>
  [project.name, line.category, line.name].filter(Boolean).join(' › ')
