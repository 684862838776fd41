import { finding } from './check.ts'
import type { Check } from './check.ts'
import type { Goal } from './work-plan.ts'

const fields = [
  { id: 'indicator', zh: '指标名称', en: 'name', missing: (goal: Goal) => !goal.indicator.trim() },
  { id: 'unit', zh: '单位', en: 'unit', missing: (goal: Goal) => !goal.unit.trim() },
  { id: 'baseline', zh: '基期值', en: 'baseline', missing: (goal: Goal) => goal.baseline === null },
  { id: 'baselineDate', zh: '基期时间', en: 'date of the baseline', missing: (goal: Goal) => goal.baselineDate === null },
  { id: 'target', zh: '目标值', en: 'target', missing: (goal: Goal) => goal.target === null },
  { id: 'targetDate', zh: '目标时间', en: 'date of the target', missing: (goal: Goal) => goal.targetDate === null },
] as const

const isBackwards = ({ baselineDate, targetDate }: Goal): boolean =>
  baselineDate !== null && targetDate !== null && targetDate <= baselineDate

/** What keeps a goal from being checked: field and words; none when it can be. */
function faultsOf(goal: Goal): { field: string; zh: string; en: string }[] {
  const missing = fields.filter(field => field.missing(goal)).map(({ id, zh, en }) => ({ field: id, zh: `缺${zh}`, en: `lacks its ${en}` }))
  const backwards = { field: 'targetDate', zh: '目标时间不晚于基期时间', en: 'has a target date that is not after its baseline' }
  return isBackwards(goal) ? [...missing, backwards] : missing
}

/** 2020 四: 工作目标可量化、可考核. A goal counts only with a number, a unit, a baseline and dates. */
export const checkGoalsQuantified: Check = context => {
  const { goals } = context.content.plan
  const required = '名称、单位、基期、目标和时间齐全'
  if (goals.length === 0) {
    const message = { zh: '没有可量化、可考核的工作目标。', en: 'There is no goal that could be measured and checked.' }
    return [finding(context, { status: 'unmet', measured: '0', required, message, where: 'plan.goals' })]
  }
  const faults = goals.flatMap((goal, index) => faultsOf(goal).map(fault => ({ ...fault, goal, index })))
  if (faults.length === 0) {
    const message = { zh: `${goals.length} 项工作目标都可量化、可考核。`, en: `All ${goals.length} goals can be measured and checked.` }
    return [finding(context, { status: 'met', measured: `${goals.length}/${goals.length}`, required, message, where: 'plan.goals' })]
  }
  return faults.map(({ goal, index, field, zh, en }) => {
    const name = goal.indicator.trim() || `第 ${index + 1} 项`
    const message = { zh: `工作目标“${name}”${zh}。`, en: `Goal ${index + 1} (“${name}”) ${en}.` }
    return finding(context, { status: 'unmet', measured: null, required, message, where: `plan.goals[${index}].${field}` })
  })
}
