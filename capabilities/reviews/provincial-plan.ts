import { Goal } from '@jincun/applications'
import type { Finding, PolicyPack, WorkPlanStructure } from '@jincun/policy'
import { workPlanFor } from '@jincun/policy'
import { z } from 'zod'

/** 省级工作方案 (5.3, A.1): texts by the section ids of the year's structure, and the goals of the province. */
export const ProvincialPlan = z.strictObject({
  sections: z.record(z.string().regex(/^[a-z0-9-]+$/), z.string().max(50_000)),
  goals: z.array(Goal).max(60),
})
export type ProvincialPlan = z.infer<typeof ProvincialPlan>

type Section = WorkPlanStructure['sections'][number]

const measurable = (goal: Goal) =>
  [goal.indicator, goal.unit].every(text => text.trim() !== '') &&
  [goal.baseline, goal.target, goal.targetDate].every(value => value !== null)

/** Characters that say something: white space does not fill a section. */
const lengthOf = (text: string | undefined) => (text ?? '').replaceAll(/\s/g, '').length

function judgeText(section: Section, plan: ProvincialPlan): Pick<Finding, 'status' | 'measured' | 'required' | 'message'> {
  const length = lengthOf(plan.sections[section.id])
  const least = Math.max(section.minimumCharacters, section.required ? 1 : 0)
  const enough = length >= least
  return {
    status: enough ? 'met' : 'unmet',
    measured: String(length),
    required: `≥ ${least}`,
    message: {
      zh: `“${section.title.zh}”已写${length}字${enough ? '' : `，至少${least}字`}。`,
      en: `"${section.title.en}" has ${length} characters${enough ? '' : `; write at least ${least}`}.`,
    },
  }
}

function judgeGoals(section: Section, plan: ProvincialPlan): Pick<Finding, 'status' | 'measured' | 'required' | 'message'> {
  const complete = plan.goals.filter(measurable).length
  const enough = complete === plan.goals.length && (complete > 0 || !section.required)
  return {
    status: enough ? 'met' : 'unmet',
    measured: `${complete}/${plan.goals.length}`,
    required: plan.goals.length ? `${plan.goals.length}/${plan.goals.length}` : '≥ 1',
    message: enough
      ? { zh: `${complete}项目标均可量化、可考核。`, en: `All ${complete} goals have indicator, unit, baseline, target and date.` }
      : {
          zh: '每项目标须有指标、单位、基数、目标值和完成日期，且至少一项。',
          en: 'Give at least one goal, each with indicator, unit, baseline, target and date.',
        },
  }
}

/**
 * Whether the plan holds what the year's structure asks (A.1): one finding a section, coded 'plan-<section>', all `must`, because a package
 * that is not as prescribed is forfeited (5.3). Throws a PolicyGap for a year without a provincial structure.
 */
export function checkProvincialPlan(pack: PolicyPack, year: number, plan: ProvincialPlan): Finding[] {
  return workPlanFor(pack, year, 'province').sections.map(section => ({
    code: `plan-${section.id}`,
    force: 'must' as const,
    clause: section.clause,
    rows: [],
    where: section.kind === 'goals' ? 'plan.goals' : `plan.sections.${section.id}`,
    ...(section.kind === 'goals' ? judgeGoals(section, plan) : judgeText(section, plan)),
  }))
}
