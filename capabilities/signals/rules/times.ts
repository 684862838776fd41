import { shareOf } from '../measure.ts'
import type { Measure } from '../measure.ts'
import { dayOf, isOrder, parcelsOf, secondOfDay } from '../order-row.ts'
import type { OrderRow } from '../order-row.ts'

/** Orders between midnight and five in the morning. */
export const atNight = (rows: readonly OrderRow[]): Measure => shareOf(rows.filter(isOrder), row => secondOfDay(row) < 5 * 3600)

/** Orders that stand in `crowd` or more within two minutes: more than one person keys in. */
export function inBursts(rows: readonly OrderRow[], crowd = 6): Measure {
  const orders = parcelsOf(rows).sort((a, b) => a.at - b.at)
  const found = new Set<OrderRow>()
  for (let first = 0, last = 0; last < orders.length; last++) {
    while ((orders[last]?.at ?? 0) - (orders[first]?.at ?? 0) > 120) first++
    if (last - first + 1 >= crowd) for (const row of orders.slice(first, last + 1)) found.add(row)
  }
  return { count: found.size, of: orders.length, rows: [...found] }
}

/** Orders whose distance to the one before, to the second, is the commonest of the station: a clock made them, not customers. */
export function evenlySpaced(rows: readonly OrderRow[]): Measure {
  const orders = parcelsOf(rows).sort((a, b) => a.at - b.at)
  const gaps = Map.groupBy(
    orders.slice(1).map((row, index) => ({ row, gap: row.at - (orders[index]?.at ?? 0) })),
    ({ gap }) => gap,
  )
  gaps.delete(0) // Lines of one purchase.
  const [commonest] = [...gaps.values()].sort((a, b) => b.length - a.length)
  return { count: commonest?.length ?? 0, of: Math.max(0, orders.length - 1), rows: (commonest ?? []).map(({ row }) => row) }
}

/** Orders of days that follow four or more empty ones and hold what those days lacked: back-filled and dated today. */
export function caughtUp(rows: readonly OrderRow[]): Measure {
  const orders = rows.filter(isOrder)
  const days = [...Map.groupBy(orders, dayOf)].sort(([a], [b]) => a - b)
  const usual = days.map(([, own]) => own.length).sort((a, b) => a - b)[Math.floor(days.length / 2)] ?? 0
  const found = days.filter(([day, own], index) => {
    const before = days[index - 1]
    return before !== undefined && day - before[0] > 4 && own.length >= 4 * usual
  })
  const own = found.flatMap(([, each]) => each)
  return { count: own.length, of: orders.length, rows: own }
}
