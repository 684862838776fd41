import { ratioOf } from '@jincun/policy'
import type { Bilingual, Finding } from '@jincun/policy'
import { finding, numberIn } from './check.ts'
import type { Check, CheckContext } from './check.ts'
import { compareGrowth, growthOf, growthText } from './goal-growth.ts'
import { ratioText } from './percent.ts'
import type { Goal, GoalKind } from './work-plan.ts'

type Figure = { role: string; kinds: readonly GoalKind[]; name: Bilingual }

const figures: readonly Figure[] = [
  {
    role: 'ruralOnlineRetail',
    kinds: ['rural-online-retail-growth', 'rural-online-retail-sales'],
    name: { zh: '农村网络零售额增速', en: 'growth of rural online retail' },
  },
  {
    role: 'produceOnlineRetail',
    kinds: ['produce-online-retail-growth', 'produce-online-retail-sales'],
    name: { zh: '农产品网络零售额增速', en: 'growth of produce online retail' },
  },
]

function judge(context: CheckContext, { role, name }: Figure, goal: Goal, index: number): Finding {
  const average = ratioOf(numberIn(context, role))
  const required = `> ${ratioText(average)}`
  const where = `plan.goals[${index}].target`
  const growth = growthOf(goal)
  if (!growth) {
    const message = {
      zh: `${name.zh}目标算不出年增速：基期应大于 0，基期与目标应相隔整年。`,
      en: `No yearly ${name.en} follows from the goal: the baseline must be above 0 and lie whole years before the target.`,
    }
    return finding(context, { status: 'unknown', measured: null, required, message, where })
  }
  const above = compareGrowth(growth, average) > 0
  const message = {
    zh: `${name.zh}目标为 ${growthText(growth)}，${above ? '高于' : '不高于'}全国平均 ${ratioText(average)}${above ? '。' : '，须写明理由。'}`,
    en: `The goal for ${name.en} is ${growthText(growth)}, ${above ? 'above' : 'not above'} the national average of ${ratioText(average)}${above ? '.' : '; a reason is needed.'}`,
  }
  return finding(context, { status: above ? 'met' : 'unmet', measured: growthText(growth), required, message, where })
}

function judgeFigure(context: CheckContext, figure: Figure): Finding[] {
  const found = context.content.plan.goals.map((goal, index) => ({ goal, index })).filter(({ goal }) => figure.kinds.includes(goal.kind))
  if (found.length > 0) return found.map(({ goal, index }) => judge(context, figure, goal, index))
  const required = `> ${ratioText(ratioOf(numberIn(context, figure.role)))}`
  const message = {
    zh: `方案没有${figure.name.zh}目标，须补上或写明理由。`,
    en: `The plan sets no goal for ${figure.name.en}; add one or give a reason.`,
  }
  return [finding(context, { status: 'unmet', measured: null, required, message, where: 'plan.goals' })]
}

/**
 * 2020 二（二）: 农村网络零售额、农产品网络零售额增速高于全国平均水平. "Above" excludes the bound. "三区三州" may set their own reasonable goals, so
 * there the comparison is not made. Whether the benchmark of the year is known is policy data.
 */
export const checkGrowthAboveNational: Check = context => {
  if (!context.standing.deepPovertyArea) return figures.flatMap(figure => judgeFigure(context, figure))
  const message = { zh: '三区三州可结合实际自定发展目标。', en: 'A county in a deep-poverty area may set its own reasonable goals.' }
  return [finding(context, { status: 'met', measured: '三区三州', required: '自定目标', message, where: 'plan.goals' })]
}
