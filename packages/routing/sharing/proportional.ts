import { assert } from '@jincun/kernel'

/**
 * Shares a cost in proportion to a measure of each partner: kilograms, parcels, cost alone.
 * Null when the measure is zero for everybody, since then it says nothing.
 */
export function proportionalShares(total: number, measure: readonly number[]): number[] | null {
  assert(
    measure.every(value => value >= 0 && Number.isFinite(value)),
    'a measure is a number from 0',
  )
  const sum = measure.reduce((so, value) => so + value, 0)
  return sum === 0 ? null : measure.map(value => (total * value) / sum)
}
