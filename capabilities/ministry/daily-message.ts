import type { Fen } from '@jincun/kernel'
import type { GoodsCategories, MinistrySystem } from '@jincun/policy'
import type { DailyReport, DailySide, DailyStation } from '@jincun/reporting'
import type { MinistryFault } from './ministry-fault.ts'
import type { MinistrySettings, MinistryStation } from './settings.ts'

/** Money of one goods code, in yuan with two decimals; written from whole 分, never through a fraction. */
export type Commodity = { commId: string; money: string }

/** A station of the daily report under the ministry's names. */
export type StationReport = {
  code: string
  name: string
  countyType: string
  buyOrder: string
  saleOrder: string
  commodities: Commodity[]
}

/** 日报: what the operation takes, before it becomes XML. `rptDate` is the day reported, whenever it is sent. */
export type DailyMessage = { userId: string; rptDate: string; stations: StationReport[] }

export type DailyGround = {
  system: MinistrySystem
  settings: MinistrySettings | null
  stations: readonly MinistryStation[]
  categories: GoodsCategories
}

/** Yuan with exactly two decimals and no separators, as XML takes it. */
export const yuanText = (fen: Fen): string => `${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`

const net = (whole: bigint, back: bigint, system: MinistrySystem): bigint => (system.refunds === 'deducted' ? whole - back : whole)

const ordersOf = ({ orders, refundedOrders }: DailySide, system: MinistrySystem): string => String(net(orders, refundedOrders, system))

function commoditiesOf(side: DailySide, system: MinistrySystem): Commodity[] {
  return side.categories
    .map(({ category, amountFen, refundedFen }) => ({ commId: String(category), fen: net(amountFen, refundedFen, system) }))
    .filter(({ fen }) => fen > 0n)
    .map(({ commId, fen }) => ({ commId, money: yuanText(fen) }))
}

/** A code must mean this category in this direction: one that means another would turn buying into selling. */
function* categoryFaults(station: DailyStation, categories: GoodsCategories): Generator<MinistryFault> {
  const codes = {
    buy: new Set(categories.categories.map(each => each.buyCode)),
    sell: new Set(categories.categories.map(each => each.sellCode)),
  }
  for (const side of ['buy', 'sell'] as const)
    for (const { category } of station[side].categories)
      if (!codes[side].has(category)) yield { code: 'category-unmapped', where: station.station, value: String(category) }
}

function* stationFaults(known: MinistryStation, system: MinistrySystem): Generator<MinistryFault> {
  const where = known.station
  if (system.stationTypes[known.kind] === undefined) yield { code: 'station-type-unmapped', where, value: known.kind }
  if (known.code.length > system.codeMaximumLength) yield { code: 'text-too-long', where, value: known.code }
  if ([...known.name].length > system.nameMaximumLength) yield { code: 'text-too-long', where, value: known.name }
}

const reportOf = (day: DailyStation, known: MinistryStation, system: MinistrySystem): StationReport => ({
  code: known.code,
  name: known.name,
  countyType: system.stationTypes[known.kind] ?? '',
  buyOrder: ordersOf(day.buy, system),
  saleOrder: ordersOf(day.sell, system),
  commodities: [...commoditiesOf(day.buy, system), ...commoditiesOf(day.sell, system)],
})

/**
 * Makes the daily report for the ministry's system (6.4c) from what the transactions of the day add up to. With a fault there is no message: half a
 * day would look like a whole one. Orders are counted, never guessed from categories; buying and selling keep their own codes and are never added.
 */
export function buildDaily(ground: DailyGround, report: DailyReport): { faults: MinistryFault[]; message: DailyMessage | null } {
  const { system, settings, categories } = ground
  const faults: MinistryFault[] = settings ? [] : [{ code: 'settings-missing', where: '', value: '' }]
  const byStation = new Map(ground.stations.map(each => [each.station, each]))
  const taken = new Map<string, string>()
  const stations: StationReport[] = []
  for (const day of report.stations) {
    const known = byStation.get(day.station)
    if (!known) {
      faults.push({ code: 'station-not-registered', where: day.station, value: '' })
      continue
    }
    if (known.leftOutBecause !== '') continue
    faults.push(...stationFaults(known, system), ...categoryFaults(day, categories))
    if (taken.has(known.code)) faults.push({ code: 'station-code-twice', where: day.station, value: known.code })
    taken.set(known.code, day.station)
    stations.push(reportOf(day, known, system))
  }
  if (!settings || faults.length > 0 || stations.length === 0) return { faults, message: null }
  return {
    faults,
    message: { userId: settings.enterpriseCode, rptDate: report.day, stations: stations.sort((a, b) => a.code.localeCompare(b.code)) },
  }
}
