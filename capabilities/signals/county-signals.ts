import { dayOf, isOrder } from './order-row.ts'
import type { OrderRow } from './order-row.ts'
import { rowsKept } from './signal.ts'
import type { Signal } from './signal.ts'
import type { SignalRule } from '@jincun/policy'

type Told = Pick<Signal, 'subject' | 'count' | 'of' | 'rows'>

const asSignal = ({ code, version, clause, threshold }: SignalRule, told: Told): Signal => ({
  rule: code,
  version,
  clause,
  threshold,
  ...told,
  rows: told.rows.slice(0, rowsKept),
})

/** Stations on the register without an order for the days of the rule: `today` in days since 1970-01-01 (domain row 1). */
export function dormantStations(stations: readonly string[], rows: readonly OrderRow[], today: number, rule: SignalRule): Signal[] {
  const last = new Map<string, OrderRow>()
  for (const row of rows) if (isOrder(row) && row.at > (last.get(row.station)?.at ?? Number.NEGATIVE_INFINITY)) last.set(row.station, row)
  return stations.flatMap(code => {
    const order = last.get(code)
    const idle = order ? today - dayOf(order) : null
    if (idle !== null && idle * 1000 < rule.threshold) return []
    return [asSignal(rule, { subject: { kind: 'station', code }, count: idle ?? 0, of: 1, rows: order ? [order.order] : [] })]
  })
}

/** Orders whose waybill another contractor reported too: the same trade supported twice (domain row 17). */
export function reportedTwice(rows: readonly OrderRow[], rule: SignalRule): Signal[] {
  const shared = [
    ...Map.groupBy(
      rows.filter(row => isOrder(row) && row.waybill !== ''),
      ({ waybill }) => waybill,
    ).values(),
  ]
    .filter(own => new Set(own.map(({ contractor }) => contractor)).size > 1)
    .flat()
  const orders = Map.groupBy(rows.filter(isOrder), ({ contractor }) => contractor)
  return [...Map.groupBy(shared, ({ contractor }) => contractor)].flatMap(([code, own]) => {
    const of = orders.get(code)?.length ?? 0
    if (own.length * 1000 < rule.threshold * of || of < rule.atLeast) return []
    return [asSignal(rule, { subject: { kind: 'contractor', code }, count: own.length, of, rows: own.map(({ order }) => order) })]
  })
}

/** Public money per station that is in business, in yuan, by contractor (domain row 4). */
export function costPerActiveStation(
  contractors: readonly { code: string; paidFen: bigint; stations: readonly string[] }[],
  rows: readonly OrderRow[],
  rule: SignalRule,
): Signal[] {
  const active = new Set(rows.filter(isOrder).map(({ station }) => station))
  return contractors.flatMap(({ code, paidFen, stations }) => {
    const of = stations.filter(station => active.has(station)).length
    const count = Number(paidFen / 100n)
    if (paidFen === 0n || (of > 0 && count * 1000 < rule.threshold * of)) return []
    return [asSignal(rule, { subject: { kind: 'contractor', code }, count, of, rows: [] })]
  })
}
