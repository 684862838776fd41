import { idsOf } from '@jincun/policy'
import type { Bilingual, FindingStatus } from '@jincun/policy'
import { countyRow, finding, numberIn } from './check.ts'
import type { Check } from './check.ts'

type Case = { status: FindingStatus; message: (name: string) => Bilingual }

const cases: Record<'direct' | 'applies' | 'unlisted', Case> = {
  direct: {
    status: 'met',
    message: name => ({
      zh: `${name}是本年度典型激励县，直接纳入。`,
      en: `${name} is an incentive county of the year and enters directly.`,
    }),
  },
  applies: {
    status: 'unmet',
    message: name => ({
      zh: `${name}是本年度典型激励县，不需再行申报；请改为“直接纳入”，只报工作方案。`,
      en: `${name} is an incentive county of the year and need not apply; choose direct designation, which asks only for the work plan.`,
    }),
  },
  unlisted: {
    status: 'unknown',
    message: name => ({
      zh: `已公布的典型激励县名单中没有${name}，而名单并不完整；由三部门确认并补入名单后方可直接纳入。`,
      en: `${name} is not on the published part of the list of incentive counties; it enters directly once the central authorities confirm it and the list is completed.`,
    }),
  },
}

/** 2020 四: 典型激励县市不需再行申报，直接纳入. The list is public only in part, so a county that is not on it is unknown, not refused. */
export const checkIncentiveNeedNotApply: Check = context => {
  const { standing, content } = context
  const listed = idsOf(numberIn(context, 'counties')).includes(standing.countyCode)
  const direct = content.type === 'directDesignation'
  if (!listed && !direct) return []
  const { status, message } = cases[listed ? (direct ? 'direct' : 'applies') : 'unlisted']
  const measured = listed ? (direct ? '直接纳入' : '另行申报') : null
  return [
    finding(context, {
      status,
      measured,
      required: '直接纳入',
      message: message(standing.name),
      where: 'type',
      rows: [countyRow(context)],
    }),
  ]
}
