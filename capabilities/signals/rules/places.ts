import { shareOf } from '../measure.ts'
import type { Measure } from '../measure.ts'
import { isOrder } from '../order-row.ts'
import type { OrderRow } from '../order-row.ts'

/** Goods sold to the city whose buyer lives in the county of the seller. */
export const soldAtHome = (rows: readonly OrderRow[]): Measure =>
  shareOf(
    rows.filter(row => isOrder(row) && row.up),
    ({ sellerPlace, buyerPlace }) => sellerPlace.slice(0, 6) === buyerPlace.slice(0, 6),
  )

/** Orders between two places that sell to each other through this station: the same goods go round. */
export function inRings(rows: readonly OrderRow[]): Measure {
  const orders = rows.filter(row => isOrder(row) && row.sellerPlace.length > 6 && row.buyerPlace.length > 6)
  const ways = new Set(orders.map(({ sellerPlace, buyerPlace }) => `${sellerPlace} ${buyerPlace}`))
  const ringed = orders.filter(({ sellerPlace, buyerPlace }) => sellerPlace !== buyerPlace && ways.has(`${buyerPlace} ${sellerPlace}`))
  return { count: ringed.length, of: rows.filter(isOrder).length, rows: ringed }
}
