import { monthsBetween } from '@jincun/kernel'
import { clausesOf, judge, requiredData } from '@jincun/projects'
import type { Contract, Site } from '@jincun/projects'
import { listFor } from '@jincun/policy'
import type { Bilingual, Finding, PolicyPack } from '@jincun/policy'
import type { DataDelivery } from './acceptance.ts'

type Scheduled = Pick<Contract, 'start' | 'end' | 'earlierSchedules'>

const earlier = (one: string, other: string): string => (one < other ? one : other)

/**
 * Months of a contract that are due on a day, in order: every month from its start to its end or to that day, whichever is earlier, and those that
 * were due under a schedule by the day it was replaced: shortening a contract takes no month out of the gate (6.4d).
 */
export function monthsDue({ start, end, earlierSchedules = [] }: Scheduled, today: string): string[] {
  const before = earlierSchedules.flatMap(each => monthsBetween(each.start, earlier(earlier(each.until, today), each.end)))
  return [...new Set([...before, ...monthsBetween(start, earlier(today, end))])].sort()
}

export type Completeness = {
  required: number
  present: number
  /** What is missing: item, its words in the list of the contract's year, and month; empty means complete. */
  missing: { item: string; term: Bilingual; month: string }[]
}

type Kinds = readonly Pick<Site, 'kind'>[]

/** Items a contractor gives (6.4d): what its agreement names, and what the kinds of site the project has now ask, though they came after signing. */
export function dataAsked(pack: PolicyPack, contract: Contract, sites: Kinds): string[] {
  if (contract.dataAgreement === null) return []
  const kinds = sites.map(({ kind }) => kind)
  const bySites = kinds.length > 0 ? requiredData(pack, contract.year, kinds).map(({ id }) => id) : []
  return [...new Set([...contract.dataAgreement.items, ...bySites])]
}

/**
 * How much of what the data agreement asks is on file for the contract's months (6.4d). Missing is missing: no agreement means that nothing can
 * be complete, and a month counts only with a delivery of that very item and month.
 */
export function dataCompleteness(
  pack: PolicyPack,
  contract: Contract,
  deliveries: readonly DataDelivery[],
  today: string,
  sites: Kinds,
): Completeness {
  const terms = new Map(listFor(pack, 'activity-data', contract.year).map(({ id, term }) => [id, term]))
  const agreed = dataAsked(pack, contract, sites)
  const there = new Set(
    deliveries.filter(({ contractId, rows }) => contractId === contract.id && rows > 0).map(({ item, month }) => `${item} ${month}`),
  )
  const months = monthsDue(contract, today)
  const wanted = agreed.flatMap(item => months.map(month => ({ item, term: terms.get(item) ?? { zh: item, en: item }, month })))
  const missing = wanted.filter(({ item, month }) => !there.has(`${item} ${month}`))
  return { required: wanted.length, present: wanted.length - missing.length, missing }
}

/** The gate as a finding: must, and met only when there is an agreement and everything it asks is on file. */
export function checkDataComplete(
  pack: PolicyPack,
  contract: Contract,
  deliveries: readonly DataDelivery[],
  today: string,
  sites: Kinds,
): Finding {
  const { required, present, missing } = dataCompleteness(pack, contract, deliveries, today, sites)
  const agreed = contract.dataAgreement !== null
  const complete = agreed && required > 0 && missing.length === 0
  return judge({
    code: 'contractor-data-complete',
    clause: clausesOf(contract.year).data,
    ok: complete,
    measured: `${present}/${required}`,
    required: agreed ? `${required}/${required}` : '数据协议',
    zh: complete
      ? '承办单位应报的交易和活动信息齐全。'
      : agreed
        ? `应报数据缺${missing.length}项（如${missing
            .slice(0, 3)
            .map(({ term, month }) => `${month}${term.zh}`)
            .join('、')}）；数据不完整的不得验收。`
        : '合同没有数据协议，应报数据无从齐全；不得验收。',
    en: complete
      ? 'The transaction and activity data to be given are all on file.'
      : agreed
        ? `${missing.length} of ${required} data are missing; without complete data there is no acceptance.`
        : 'There is no data agreement; without complete data there is no acceptance.',
    rows: missing
      .slice(0, 50)
      .map(({ item, term, month }) => ({ kind: 'data-delivery', key: `${item} ${month}`, label: `${month} ${term.zh}` })),
  })
}
