import { isOrder } from './order-row.ts'
import type { OrderRow } from './order-row.ts'

/** What is usual among the stations that are judged together, by goods category and direction. */
export type Peers = {
  /** Share of each first digit 1…9 of amounts; undefined with too few stations. */
  firstDigits: (row: OrderRow) => readonly number[] | undefined
  /** Lowest and highest usual price of one unit, in 分; undefined with too few stations. */
  unitPrices: (row: OrderRow) => readonly [low: number, high: number] | undefined
}

const fewestStations = 8
/** Of one station and category no more rows than this: a busy station must not set what is usual. */
const mostRows = 40

const keyOf = ({ category, up }: OrderRow): string => `${category} ${up}`

/** First digit of an amount, 1…9. */
export const firstDigit = (amountFen: number): number => Number(String(amountFen)[0])

/** Price of one unit in 分, rounded. */
export const unitPrice = ({ amountFen, quantityThousandths }: OrderRow): number => Math.round((amountFen * 1000) / quantityThousandths)

function digitShares(rows: readonly OrderRow[]): number[] {
  const counts = Array.from({ length: 9 }, () => 1) // One each, so that no digit is held impossible.
  for (const { amountFen } of rows) counts[firstDigit(amountFen) - 1] = (counts[firstDigit(amountFen) - 1] ?? 0) + 1
  return counts.map(count => count / (rows.length + 9))
}

/**
 * Twice the distance of the quartiles beyond them, on the scale of ratios (Tukey 1977, outer fences narrowed): up to a quarter of the rows may
 * be booked in a wrong category without moving it.
 */
function usualPrices(rows: readonly OrderRow[]): [number, number] {
  const prices = rows.map(unitPrice).sort((a, b) => a - b)
  const quarter = (of: 1 | 3): number => Math.max(1, prices[Math.floor(((prices.length - 1) * of) / 4)] ?? 1)
  const [low, high] = [quarter(1), quarter(3)]
  return [Math.floor(low ** 3 / high ** 2), Math.ceil(high ** 3 / low ** 2)]
}

/** Reckons what is usual from all rows of a county and period. */
export function peersOf(rows: readonly OrderRow[]): Peers {
  const [digits, prices] = [new Map<string, number[]>(), new Map<string, [number, number]>()]
  for (const [key, own] of Map.groupBy(rows.filter(isOrder), keyOf)) {
    const byStation = Map.groupBy(own, ({ station }) => station)
    if (byStation.size < fewestStations) continue
    const sample = [...byStation.values()].flatMap(each => each.slice(0, mostRows))
    digits.set(key, digitShares(sample))
    prices.set(key, usualPrices(sample))
  }
  return { firstDigits: row => digits.get(keyOf(row)), unitPrices: row => prices.get(keyOf(row)) }
}
