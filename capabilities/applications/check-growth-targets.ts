import { countOf, idsOf, ratioOf } from '@jincun/policy'
import type { Bilingual, Finding } from '@jincun/policy'
import { parseRatio } from '@jincun/kernel'
import { compareDecimals } from './amounts.ts'
import { coversPlace, finding, numberIn } from './check.ts'
import type { Check, CheckContext } from './check.ts'
import { compareGrowth, growthOf, growthText } from './goal-growth.ts'
import type { Goal, GoalKind } from './work-plan.ts'

type Reading = { reached: boolean; measured: string } | null
type Target = { role: string; kinds: readonly GoalKind[]; name: Bilingual; unit: string; read: (goal: Goal, least: string) => Reading }

function readGrowth(goal: Goal, least: string): Reading {
  const growth = growthOf(goal)
  return growth && { reached: compareGrowth(growth, parseRatio(`${least}%`)) >= 0, measured: growthText(growth) }
}

const readTarget = ({ target, unit }: Goal, least: string): Reading =>
  target === null ? null : { reached: compareDecimals(target, least) >= 0, measured: `${target}${unit}` }

const targets: readonly Target[] = [
  {
    role: 'ruralOnlineRetailGrowth',
    kinds: ['rural-online-retail-growth', 'rural-online-retail-sales'],
    name: { zh: '农村网络零售额同比增速', en: 'growth of rural online retail' },
    unit: '%',
    read: readGrowth,
  },
  {
    role: 'produceOnlineRetailGrowth',
    kinds: ['produce-online-retail-growth', 'produce-online-retail-sales'],
    name: { zh: '农产品网络零售额同比增速', en: 'growth of produce online retail' },
    unit: '%',
    read: readGrowth,
  },
  {
    role: 'trainingAttendances',
    kinds: ['training-attendances'],
    name: { zh: '电商培训人次', en: 'training attendances' },
    unit: '人次',
    read: readTarget,
  },
  {
    role: 'stationCoverage',
    kinds: ['station-coverage'],
    name: { zh: '行政村站点覆盖率', en: 'station coverage of villages' },
    unit: '%',
    read: readTarget,
  },
  {
    role: 'stationCoverage',
    kinds: ['station-coverage-poor-villages'],
    name: { zh: '建档立卡贫困村站点覆盖率', en: 'station coverage of poor villages' },
    unit: '%',
    read: readTarget,
  },
]

function leastOf(context: CheckContext, role: string): string {
  const parameter = numberIn(context, role)
  return parameter.unit === 'percent' ? ratioOf(parameter).numerator.toString() : countOf(parameter).toString()
}

function judge(context: CheckContext, target: Target): Finding {
  const index = context.content.plan.goals.findIndex(goal => target.kinds.includes(goal.kind))
  const goal = context.content.plan.goals[index]
  const least = leastOf(context, target.role)
  const required = `≥ ${least}${target.unit}`
  const reading = goal ? target.read(goal, least) : null
  const where = goal ? `plan.goals[${index}].target` : 'plan.goals'
  const status = reading ? (reading.reached ? 'met' : 'unmet') : goal ? 'unknown' : 'unmet'
  const { zh, en } = target.name
  const message = {
    met: {
      zh: `${zh}目标为 ${reading?.measured}，达到 ${required}。`,
      en: `The goal for ${en} is ${reading?.measured}; ${required} is reached.`,
    },
    unmet: reading
      ? {
          zh: `${zh}目标为 ${reading.measured}，低于要求的 ${required}，须写明理由。`,
          en: `The goal for ${en} is ${reading.measured}, short of ${required}; a reason is needed.`,
        }
      : {
          zh: `方案没有${zh}目标（要求 ${required}），须补上或写明理由。`,
          en: `The plan sets no goal for ${en} (${required}); add one or give a reason.`,
        },
    unknown: { zh: `${zh}目标没有填完整，无法判定。`, en: `The goal for ${en} is incomplete and cannot be judged.` },
  }[status]
  return finding(context, { status, measured: reading?.measured ?? null, required, message, where })
}

/** 2017 二（二）: numbers for growth, training and coverage; the provinces named there may set their own targets. */
export const checkGrowthTargets: Check = context => {
  if (!coversPlace(idsOf(numberIn(context, 'ownTargetProvinces')), context.standing.countyCode))
    return targets.map(target => judge(context, target))
  const message = { zh: '所在省（区）可制定符合本地实际的工作目标。', en: 'Counties of this province may set targets of their own.' }
  return [finding(context, { status: 'met', measured: '自定目标', required: '自定目标', message, where: 'plan.goals' })]
}
