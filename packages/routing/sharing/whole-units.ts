import { assert } from '@jincun/kernel'

/**
 * Whole units that add up exactly (largest remainder, Hamilton's method): each amount is rounded down, and the units
 * left over go to the largest remainders, the earlier partner first where they are equal.
 * @param amounts in units, e.g. 分; @param total what they must add up to, within a unit for each amount
 */
export function wholeUnits(amounts: readonly number[], total: number): number[] {
  assert(Number.isSafeInteger(total), 'the total is a whole number of units')
  const floors = amounts.map(amount => Math.floor(amount + 1e-6))
  const left = total - floors.reduce((sum, amount) => sum + amount, 0)
  assert(Math.abs(left) <= amounts.length, `amounts add up to their total but for rounding (${left} units apart)`)
  const byRemainder = amounts
    .map((amount, index) => ({ index, remainder: amount - (floors[index] ?? 0) }))
    .sort((one, other) => other.remainder - one.remainder || one.index - other.index)
  const order = left >= 0 ? byRemainder : byRemainder.toReversed()
  const step = Math.sign(left)
  for (const { index } of order.slice(0, Math.abs(left))) floors[index] = (floors[index] ?? 0) + step
  return floors
}
