import type { Measure } from '../measure.ts'
import { dayOf, isOrder } from '../order-row.ts'
import type { OrderRow } from '../order-row.ts'

const byDay = (rows: readonly OrderRow[]): (readonly [number, OrderRow[]])[] =>
  [...Map.groupBy(rows.filter(isOrder), dayOf)].sort(([a], [b]) => a - b)

const totalOf = (rows: readonly OrderRow[]): number => rows.reduce((sum, { amountFen }) => sum + amountFen, 0)

/**
 * Days whose total differs from the day before by the commonest difference of the station: a counter that climbs by the same step, and falls
 * back when it is full (a published specification of a county's screen asked for exactly that).
 */
export function evenSteps(rows: readonly OrderRow[]): Measure {
  const days = byDay(rows)
  const steps = days.slice(1).map(([, own], index) => ({ own, step: totalOf(own) - totalOf(days[index]?.[1] ?? []) }))
  const [commonest] = [...Map.groupBy(steps, ({ step }) => step).values()].sort((a, b) => b.length - a.length)
  const found = commonest && commonest.length > 1 ? commonest : []
  return { count: found.length, of: steps.length, rows: found.flatMap(({ own }) => own) }
}

/** Days of four or more orders with exactly one of each category: rows of a form counted as orders. */
export function ordersAreCategories(rows: readonly OrderRow[]): Measure {
  const days = byDay(rows).filter(([, own]) => own.length >= 4)
  const found = days.filter(([, own]) => new Set(own.map(({ category }) => category)).size === own.length)
  return { count: found.length, of: days.length, rows: found.flatMap(([, own]) => own) }
}

/** Days that repeat the amounts of the day a month of 28, 30 or 31 days earlier, one by one: last month reported again. */
export function monthRepeated(rows: readonly OrderRow[]): Measure {
  const days = byDay(rows).filter(([, own]) => own.length >= 2)
  const printOf = (own: readonly OrderRow[]): string =>
    own
      .map(({ amountFen }) => amountFen)
      .sort((a, b) => a - b)
      .join(' ')
  const prints = new Map(days.map(([day, own]) => [day, printOf(own)]))
  const found = days.filter(([day, own]) => [28, 30, 31].some(back => prints.get(day - back) === printOf(own)))
  return { count: found.length, of: days.length, rows: found.flatMap(([, own]) => own) }
}

/** The one category that most orders are of: a station that does one thing only lacks the services it was paid for. */
export function oneService(rows: readonly OrderRow[]): Measure {
  const orders = rows.filter(isOrder)
  const [most] = [...Map.groupBy(orders, ({ category, up }) => `${category} ${up}`).values()].sort((a, b) => b.length - a.length)
  return { count: most?.length ?? 0, of: orders.length, rows: most ?? [] }
}
