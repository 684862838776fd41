import { compareDecimals } from './amounts.ts'
import type { BudgetLine, Facility, Goal, GoalKind, PlanProject, WorkPlan } from './work-plan.ts'

/** One row of the budget sheet: a budget line, with its project repeated beside it. Null is an empty cell. */
export type BudgetRow = {
  project: string
  content: string | null
  area: string
  mode: string | null
  start: string | null
  end: string | null
  person: string | null
  post: string | null
  acceptance: string | null
  line: string
  category: string | null
  facility: Facility | null
  central: bigint | null
  local: bigint | null
  enterprise: bigint | null
  hardware: 'yes' | 'no' | null
  reuse: 'yes' | 'no' | null
}

export type GoalRow = {
  kind: GoalKind
  indicator: string
  unit: string | null
  baseline: string | null
  baselineDate: string | null
  target: string | null
  targetDate: string | null
  scope: string | null
}

/** A fault that only shows when rows are read together; `row` is the sheet's row, `column` the key of its column. */
export type RowFault = { row: number; column: string; value: string; message: { zh: string; en: string } }

export type Numbered<Row> = { row: number; values: Row }

const shared = ['content', 'area', 'mode', 'start', 'end', 'person', 'post', 'acceptance'] as const

/** Rows of one project must agree on what they say of the project. */
export function budgetFaults(rows: readonly Numbered<BudgetRow>[]): RowFault[] {
  const first = new Map<string, Numbered<BudgetRow>>()
  const faults: RowFault[] = []
  for (const each of rows) {
    const leader = first.get(each.values.project) ?? each
    first.set(each.values.project, leader)
    for (const column of shared) {
      const value = each.values[column]
      if (value === null || value === leader.values[column]) continue
      const message = {
        zh: `与第 ${leader.row} 行同一项目的写法不一致，请改成一样或留空`,
        en: `differs from row ${leader.row} of the same project; write the same or leave it empty`,
      }
      faults.push({ row: each.row, column, value, message })
    }
  }
  return faults
}

const yesNo = (value: 'yes' | 'no' | null): boolean | null => (value === null ? null : value === 'yes')
const toYesNo = (value: boolean | null): 'yes' | 'no' | null => (value === null ? null : value ? 'yes' : 'no')
const fenText = (fen: bigint | null): string | null => (fen === null ? null : String(fen))

function lineFrom(row: BudgetRow, id: string): BudgetLine {
  return {
    id,
    name: row.line,
    category: row.category ?? '',
    facility: row.facility,
    centralFen: fenText(row.central),
    localFen: fenText(row.local),
    enterpriseFen: fenText(row.enterprise),
    hardware: yesNo(row.hardware),
    reusesExistingPremises: yesNo(row.reuse),
  }
}

/** Lines keep the id of the line of that name, so that rulings and differences follow them; new ones are numbered. */
function linesFrom(rows: readonly BudgetRow[], old: PlanProject | undefined, projectId: string): BudgetLine[] {
  const known = [...(old?.lines ?? [])]
  const taken = new Set(known.map(line => line.id))
  let number = 0
  const freshId = (): string => {
    do number += 1
    while (taken.has(`${projectId}-line-${number}`))
    return `${projectId}-line-${number}`
  }
  return rows.map(row => {
    const at = known.findIndex(line => line.name === row.line)
    const [same] = at === -1 ? [] : known.splice(at, 1)
    return lineFrom(row, same?.id ?? freshId())
  })
}

/**
 * The projects a budget sheet describes. The sheet is the whole budget: projects it does not name are taken out. Projects and lines are
 * known by their names; milestones, which the sheet does not hold, stay. `newId` makes the id of a new project.
 */
export function projectsFrom(rows: readonly BudgetRow[], plan: WorkPlan, newId: () => string): PlanProject[] {
  return [...Map.groupBy(rows, row => row.project)].map(([name, group]) => {
    const old = plan.projects.find(project => project.name === name)
    const id = old?.id ?? newId()
    const [first] = group
    return {
      id,
      name,
      content: first?.content ?? '',
      supportArea: first?.area ?? '',
      supportMode: first?.mode ?? '',
      lines: linesFrom(group, old, id),
      start: first?.start ?? null,
      end: first?.end ?? null,
      milestones: old?.milestones ?? [],
      responsiblePerson: { name: first?.person ?? '', post: first?.post ?? '' },
      acceptanceMethod: first?.acceptance ?? '',
    }
  })
}

/** The budget of a plan as rows of the sheet; a project without lines has no row. */
export const budgetRowsOf = (plan: WorkPlan): BudgetRow[] =>
  plan.projects.flatMap(project =>
    project.lines.map(line => ({
      project: project.name,
      content: project.content || null,
      area: project.supportArea,
      mode: project.supportMode || null,
      start: project.start,
      end: project.end,
      person: project.responsiblePerson.name || null,
      post: project.responsiblePerson.post || null,
      acceptance: project.acceptanceMethod || null,
      line: line.name,
      category: line.category || null,
      facility: line.facility,
      central: line.centralFen === null ? null : BigInt(line.centralFen),
      local: line.localFen === null ? null : BigInt(line.localFen),
      enterprise: line.enterpriseFen === null ? null : BigInt(line.enterpriseFen),
      hardware: toYesNo(line.hardware),
      reuse: toYesNo(line.reusesExistingPremises),
    })),
  )

/** A number as it was written before, where the sheet says the same one: Excel turns 15.0 into 15, and that is no change. */
const asWritten = (before: string | null | undefined, now: string | null): string | null =>
  before && now && compareDecimals(before, now) === 0 ? before : now

/** The goals a sheet describes; a goal keeps its id by kind and name. */
export function goalsFrom(rows: readonly GoalRow[], plan: WorkPlan, newId: () => string): Goal[] {
  const known = [...plan.goals]
  return rows.map(row => {
    const at = known.findIndex(goal => goal.kind === row.kind && goal.indicator === row.indicator)
    const [same] = at === -1 ? [] : known.splice(at, 1)
    const baseline = asWritten(same?.baseline, row.baseline)
    const target = asWritten(same?.target, row.target)
    return { ...row, id: same?.id ?? newId(), unit: row.unit ?? '', scope: row.scope ?? '', baseline, target }
  })
}

export const goalRowsOf = (plan: WorkPlan): GoalRow[] =>
  plan.goals.map(({ id: _id, unit, scope, ...rest }) => ({ ...rest, unit: unit || null, scope: scope || null }))
