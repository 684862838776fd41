import type { Ratio, Refusal } from '@jincun/kernel'
import type { FactorSheet } from '@jincun/policy'
import { allocate } from './allocate.ts'
import type { Allocation } from './allocate.ts'
import type { FactorInputs } from './factor-input.ts'
import { sheetWeights } from './factor-settings.ts'
import type { AllocationOptions } from './factor-settings.ts'
import { add, compare, divide, isZero, largest, multiply, one, ratio, smallest, subtract, sum, whole, zero } from './rational.ts'

/** One province under two settings. */
export type QuotaChange = {
  code: string
  name: string
  before: number
  after: number
  change: number
  exactBefore: Ratio
  exactAfter: Ratio
  exactChange: Ratio
}

/** Quotas under two settings side by side, by province code. Provinces that only one of them knows are left out. */
export function compareAllocations(before: Allocation, after: Allocation): QuotaChange[] {
  return before.provinces.flatMap((province): QuotaChange[] => {
    const other = after.provinces.find(({ code }) => code === province.code)
    if (!other) return []
    return [
      {
        code: province.code,
        name: province.name,
        before: province.quota,
        after: other.quota,
        change: other.quota - province.quota,
        exactBefore: province.exact,
        exactAfter: other.exact,
        exactChange: subtract(other.exact, province.exact),
      },
    ]
  })
}

/**
 * Moves one weight by `by` (kept within 0 and 1) and scales the others so that all still add up to 1 and keep their proportions.
 * When the moved weight was all there is, what it gives up is spread evenly over the others.
 */
export function moveWeight(weights: Readonly<Record<string, Ratio>>, id: string, by: Ratio): Record<string, Ratio> {
  const old = weights[id] ?? zero
  const moved = largest([zero, smallest([one, add(old, by)])])
  const others = Object.keys(weights).filter(other => other !== id)
  const [left, leftBefore] = [subtract(one, moved), subtract(one, old)]
  const scaled = (other: string): Ratio =>
    isZero(leftBefore) ? divide(left, whole(others.length)) : divide(multiply(weights[other] ?? zero, left), leftBefore)
  return Object.fromEntries(Object.keys(weights).map(key => [key, key === id ? moved : scaled(key)]))
}

/** A moved weight and what it does; `refusal` when the move leaves no result (say, a province without any figure that still counts). */
export type WeightMove = { weight: Ratio; changes: readonly QuotaChange[]; seatsMoved: number; refusal: Refusal | null }
export type MarginalEffect = { id: string; weight: Ratio; influence: Ratio; up: WeightMove; down: WeightMove }

const seatsMoved = (changes: readonly QuotaChange[]): number => changes.reduce((seats, { change }) => seats + Math.max(change, 0), 0)

/** What share of all scores a factor makes up; it differs from its weight where figures are missing or normalisations are mixed. */
export function influenceOf(allocation: Allocation, id: string): Ratio {
  const parts = allocation.provinces.flatMap(({ factors }) => factors.filter(factor => factor.id === id).map(({ weighted }) => weighted))
  return divide(sum(parts), allocation.scoreTotal)
}

/** The effect of each factor: quotas when its weight moves up and down by `step` (ten points unless given) while the others share the rest. */
export function marginalEffects(
  inputs: FactorInputs,
  sheet: FactorSheet,
  options: AllocationOptions,
  base: Allocation,
  step: Ratio = ratio(1n, 10n),
): MarginalEffect[] {
  const weights = options.weights
    ? { ...Object.fromEntries(sheet.factors.map(({ id }) => [id, zero])), ...options.weights }
    : sheetWeights(sheet)
  const move = (id: string, by: Ratio): WeightMove => {
    const moved = moveWeight(weights, id, by)
    const result = allocate(inputs, sheet, { ...options, weights: moved })
    const changes = result.ok ? compareAllocations(base, result.value).filter(({ change }) => change !== 0) : []
    return { weight: moved[id] ?? zero, changes, seatsMoved: seatsMoved(changes), refusal: result.ok ? null : result.reason }
  }
  return sheet.factors.map(({ id }) => ({
    id,
    weight: weights[id] ?? zero,
    influence: influenceOf(base, id),
    up: move(id, step),
    down: move(id, subtract(zero, step)),
  }))
}

/**
 * A seat beside the line: won (it would be the next to go) or not won (it would be the next to come). `margin` is the exact
 * difference in priority to the seat on the other side of the line; zero means a tie that the published rule decided.
 */
export type SeatNearLine = { code: string; name: string; seat: number; won: boolean; priority: Ratio; margin: Ratio }

/** The seats nearest the line, smallest margin first. */
export function seatsNearLine(allocation: Allocation, count: number): SeatNearLine[] {
  const { lastIn, nextInLine } = allocation.line
  if (!lastIn || !nextInLine) return []
  const seats = allocation.provinces.flatMap(({ code, name, lastSeat, nextSeat }): SeatNearLine[] => [
    ...(lastSeat
      ? [
          {
            code,
            name,
            seat: lastSeat.seat,
            won: true,
            priority: lastSeat.priority,
            margin: subtract(lastSeat.priority, nextInLine.priority),
          },
        ]
      : []),
    ...(nextSeat
      ? [{ code, name, seat: nextSeat.seat, won: false, priority: nextSeat.priority, margin: subtract(lastIn.priority, nextSeat.priority) }]
      : []),
  ])
  return seats
    .toSorted((a, b) => compare(a.margin, b.margin) || Number(b.won) - Number(a.won) || (a.code < b.code ? -1 : 1))
    .slice(0, count)
}
