import { shareOf } from '../measure.ts'
import type { Measure } from '../measure.ts'
import { dayOf, isOrder } from '../order-row.ts'
import type { OrderRow } from '../order-row.ts'

const remote = new Set(['platform', 'livestream', 'social', 'own-site'])

/** Orders sold over the network that no parcel carried. */
export const noWaybill = (rows: readonly OrderRow[]): Measure =>
  shareOf(
    rows.filter(row => isOrder(row) && remote.has(row.channel)),
    ({ waybill }) => waybill === '',
  )

/** Numbers that stand behind orders more than `days` days apart: one parcel or one payment of the same day may serve several orders. */
function usedAgain(rows: readonly OrderRow[], numberOf: (row: OrderRow) => string, days: number): Measure {
  const numbered = rows.filter(row => isOrder(row) && numberOf(row) !== '')
  const again = [...Map.groupBy(numbered, numberOf).values()].filter(own => {
    const all = own.map(dayOf)
    return own.length > 1 && Math.max(...all) - Math.min(...all) > days
  })
  return { count: again.flat().length, of: numbered.length, rows: again.flat() }
}

export const waybillUsedAgain = (rows: readonly OrderRow[]): Measure => usedAgain(rows, ({ waybill }) => waybill, 3)

export const paymentUsedAgain = (rows: readonly OrderRow[]): Measure => usedAgain(rows, ({ payment }) => payment, 3)

/** Refunds in a later month than the order: when the month was reported and read, the sale is taken back. */
export function refundedAfterReport(rows: readonly OrderRow[]): Measure {
  const orders = new Map(rows.filter(isOrder).map(row => [row.order, row]))
  const late = new Set<OrderRow>()
  for (const { refundOf, at } of rows) {
    const order = orders.get(refundOf)
    if (order && monthKey(order.at) < monthKey(at)) late.add(order)
  }
  return { count: late.size, of: orders.size, rows: [...late] }
}

/** Calendar month of an instant of the Shanghai clock. */
const monthKey = (at: number): string => new Date(at * 1000).toISOString().slice(0, 7)
