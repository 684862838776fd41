import { shareOf } from '../measure.ts'
import type { Measure } from '../measure.ts'
import { isOrder, parcelsOf } from '../order-row.ts'
import type { OrderRow } from '../order-row.ts'
import { firstDigit, unitPrice } from '../peers.ts'
import type { Peers } from '../peers.ts'

/** Amounts of whole tens of yuan. */
export const roundAmounts = (rows: readonly OrderRow[]): Measure => shareOf(rows.filter(isOrder), ({ amountFen }) => amountFen % 1000 === 0)

/** Orders whose goods, quantity and amount stand on five or more orders of the station. */
export function sameBaskets(rows: readonly OrderRow[]): Measure {
  const orders = parcelsOf(rows)
  const repeated = [...Map.groupBy(orders, row => `${row.category} ${row.quantityThousandths} ${row.amountFen}`).values()]
    .filter(own => own.length >= 5)
    .flat()
  return { count: repeated.length, of: orders.length, rows: repeated }
}

/**
 * χ² of the first digits of amounts against what is usual for the same goods (8 degrees of freedom, in thousandths of the statistic), after
 * Benford (1938) in the form auditors use: the law itself does not hold for shelf prices, so the neighbours stand in for it.
 */
export function unusualDigits(rows: readonly OrderRow[], peers: Peers): Measure {
  const amounts = new Map(rows.filter(isOrder).map(row => [`${row.category} ${row.amountFen}`, row])) // A fixed price says nothing twice.
  const compared = [...amounts.values()].filter(row => peers.firstDigits(row))
  const [seen, expected] = [Array.from({ length: 9 }, () => 0), Array.from({ length: 9 }, () => 0)]
  for (const row of compared) {
    const digit = firstDigit(row.amountFen) - 1
    seen[digit] = (seen[digit] ?? 0) + 1
    for (const [each, share] of (peers.firstDigits(row) ?? []).entries()) expected[each] = (expected[each] ?? 0) + share
  }
  const statistic = expected.reduce((sum, usual, digit) => sum + (usual > 0 ? ((seen[digit] ?? 0) - usual) ** 2 / usual : 0), 0)
  return { count: Math.round(statistic * 1000), of: compared.length > 0 ? 1000 : 0, rows: compared }
}

/** Orders at a price of one unit that no neighbour asks for such goods: put into another category for its support. */
export const unusualPrices = (rows: readonly OrderRow[], peers: Peers): Measure =>
  shareOf(
    rows.filter(row => isOrder(row) && peers.unitPrices(row)),
    row => {
      const [low, high] = peers.unitPrices(row) ?? [0, Number.POSITIVE_INFINITY]
      return unitPrice(row) < low || unitPrice(row) > high
    },
  )
