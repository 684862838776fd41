import { daysBetween, formatYuan } from '@jincun/kernel'
import type { Fen } from '@jincun/kernel'
import type { Bilingual, PolicyPack, RowRef } from '@jincun/policy'
import { fenOf } from './amounts.ts'
import { validBids } from './check-procurement.ts'
import type { Bid, Procurement } from './procurement.ts'
import { numberIn } from './provincial-number.ts'

export type RedFlagCode = 'single-bidder' | 'estimate-near-award' | 'price-ladder' | 'shared-details' | 'splitting' | 'bunching'

/** A reason to open the file, never a verdict (rows 24–26): what was seen, and the rows it was seen in. */
export type RedFlag = { code: RedFlagCode; procurementId: string; message: Bilingual; rows: readonly RowRef[] }

const bidRow = (bid: Bid): RowRef => ({ kind: 'bid', key: bid.id, label: `${bid.bidder.name} ${formatYuan(fenOf(bid.amountFen))}` })
const procurementRow = (each: Procurement): RowRef => ({
  kind: 'procurement',
  key: each.id,
  label: `${each.number} ${each.title} ${formatYuan(fenOf(each.estimateFen))}`.trim(),
})
const percent = (pack: PolicyPack, id: string, procurement: Procurement): bigint => BigInt(Number(numberIn(pack, id, procurement).value))
const flag = (code: RedFlagCode, { id }: Procurement, zh: string, en: string, rows: RowRef[]): RedFlag => ({
  code,
  procurementId: id,
  message: { zh, en },
  rows,
})
const isCancelled = ({ state }: Procurement): boolean => state === 'cancelled'
const isOpened = ({ state }: Procurement): boolean => state === 'opened' || state === 'awarded'

/** One valid bid in a procedure that asks for several. */
export function singleBidder(procurement: Procurement): RedFlag[] {
  const valid = validBids(procurement)
  if (!isOpened(procurement) || procurement.method === 'single-source' || valid.length !== 1) return []
  return [flag('single-bidder', procurement, '只有一家有效供应商。', 'Only one bid is valid.', procurement.bids.map(bidRow))]
}

/** The award lies just under the estimate. */
export function estimateNearAward(procurement: Procurement, pack: PolicyPack): RedFlag[] {
  const won = procurement.bids.find(bid => bid.id === procurement.award?.bidId)
  if (!won || procurement.method === 'single-source') return []
  const [estimate, award] = [fenOf(procurement.estimateFen), fenOf(won.amountFen)]
  const near = percent(pack, 'estimate-near-award-percent', procurement)
  if (award > estimate || (estimate - award) * 100n > estimate * near) return []
  return [
    flag(
      'estimate-near-award',
      procurement,
      `中标价${formatYuan(award)}元与最高限价${formatYuan(estimate)}元相差不超过${near}%。`,
      `The award ${formatYuan(award)} is within ${near}% of the estimate ${formatYuan(estimate)}.`,
      [bidRow(won)],
    ),
  ]
}

/** Three or more different prices in even steps: prices of people who do not know each other are not even. */
export function priceLadder(procurement: Procurement, pack: PolicyPack): RedFlag[] {
  const bids = procurement.bids
    .filter(bid => bid.status !== 'withdrawn')
    .toSorted((a, b) => (fenOf(a.amountFen) < fenOf(b.amountFen) ? -1 : 1))
  const prices: Fen[] = bids.map(bid => fenOf(bid.amountFen))
  const gaps = prices.slice(1).map((price, index) => price - (prices[index] ?? 0n))
  if (gaps.length < 2 || gaps.some(gap => gap <= 0n)) return []
  const sorted = gaps.toSorted((a, b) => (a < b ? -1 : 1))
  const [least, most] = [sorted[0] ?? 0n, sorted.at(-1) ?? 0n]
  const tolerance = percent(pack, 'price-ladder-tolerance-percent', procurement)
  if ((most - least) * 100n > most * tolerance) return []
  return [
    flag(
      'price-ladder',
      procurement,
      `${bids.length}家报价近似等差（每档约${formatYuan(most)}元）。`,
      `${bids.length} prices rise in even steps of about ${formatYuan(most)}.`,
      bids.map(bidRow),
    ),
  ]
}

const plain = (text: string): string => text.replaceAll(/[\s\-—（）()]/g, '')

/** Bidders with the same address, telephone, representative or credit code. */
export function sharedDetails(procurement: Procurement): RedFlag[] {
  const details: [keyof Bid['bidder'], string, string][] = [
    ['address', '地址', 'address'],
    ['phone', '电话', 'telephone'],
    ['legalRepresentative', '法定代表人', 'legal representative'],
    ['creditCode', '统一社会信用代码', 'credit code'],
  ]
  return details.flatMap(([key, zh, en]) =>
    [...Map.groupBy(procurement.bids, bid => plain(bid.bidder[key]))]
      .filter(([value, bids]) => value !== '' && bids.length > 1)
      .map(([, bids]) =>
        flag(
          'shared-details',
          procurement,
          `${bids.length}家供应商${zh}相同。`,
          `${bids.length} bidders share one ${en}.`,
          bids.map(bidRow),
        ),
      ),
  )
}

const startOf = (procurement: Procurement): string | null =>
  procurement.notices.map(notice => notice.publishedOn).toSorted()[0] ?? procurement.bidsDueOn

/** Like purchases of one buyer within the window that together reach the open-tender limit, each below it. */
export function splitting(procurement: Procurement, all: readonly Procurement[], pack: PolicyPack): RedFlag[] {
  const limit = BigInt(
    Number(
      numberIn(pack, procurement.category === 'works' ? 'open-tender-works-from' : 'open-tender-goods-services-from', procurement).value,
    ),
  )
  const window = Number(numberIn(pack, 'splitting-window-days', procurement).value)
  const start = startOf(procurement)
  if (!start || isCancelled(procurement) || procurement.method === 'open-tender' || fenOf(procurement.estimateFen) >= limit) return []
  const group = all.filter(other => {
    const begun = startOf(other)
    return (
      !isCancelled(other) &&
      other.buyer === procurement.buyer &&
      other.category === procurement.category &&
      other.method !== 'open-tender' &&
      fenOf(other.estimateFen) < limit &&
      begun !== null &&
      begun <= start &&
      daysBetween(begun, start) <= window
    )
  })
  const total = group.reduce((sum, each) => sum + fenOf(each.estimateFen), 0n)
  if (group.length < 2 || total < limit) return []
  return [
    flag(
      'splitting',
      procurement,
      `同一采购人${window}天内同类采购${group.length}次，合计${formatYuan(total)}元，达到公开招标数额。`,
      `${group.length} like purchases of one buyer within ${window} days sum to ${formatYuan(total)}, the limit for open tender.`,
      group.map(procurementRow),
    ),
  ]
}

/** Two or more estimates just below a limit. */
export function bunching(procurement: Procurement, all: readonly Procurement[], pack: PolicyPack): RedFlag[] {
  const works = procurement.category === 'works'
  const limits = [
    works ? 'open-tender-works-from' : 'open-tender-goods-services-from',
    works ? 'procurement-works-from' : 'procurement-goods-services-from',
  ].map(id => BigInt(Number(numberIn(pack, id, procurement).value)))
  const near = percent(pack, 'bunching-below-percent', procurement)
  const justBelow = (each: Procurement, limit: Fen): boolean => {
    const estimate = fenOf(each.estimateFen)
    return estimate < limit && (limit - estimate) * 100n <= limit * near
  }
  return limits.flatMap(limit => {
    if (isCancelled(procurement) || !justBelow(procurement, limit)) return []
    const group = all.filter(
      each => !isCancelled(each) && each.category === procurement.category && each.buyer === procurement.buyer && justBelow(each, limit),
    )
    if (group.length < 2) return []
    return [
      flag(
        'bunching',
        procurement,
        `${group.length}次采购的预算都紧贴在${formatYuan(limit)}元限额之下。`,
        `${group.length} estimates lie just below the limit of ${formatYuan(limit)}.`,
        group.map(procurementRow),
      ),
    ]
  })
}

/** All red flags of one procurement among the county's others. */
export const redFlagsOf = (procurement: Procurement, all: readonly Procurement[], pack: PolicyPack): RedFlag[] => [
  ...singleBidder(procurement),
  ...estimateNearAward(procurement, pack),
  ...priceLadder(procurement, pack),
  ...sharedDetails(procurement),
  ...splitting(procurement, all, pack),
  ...bunching(procurement, all, pack),
]
