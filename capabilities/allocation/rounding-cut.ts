import type { Ratio } from '@jincun/kernel'
import type { Allocation, ProvinceAllocation } from './allocate.ts'
import { divisorOfSeat } from './divisor-method.ts'
import { compare, decimalBetween, divide, multiply, whole } from './rational.ts'
import type { SeatClaim } from './seat-claim.ts'

/** Whether a province's share is simply its score times the common factor, bound or no bound. */
export function freeOfBounds({ perScore }: Allocation, { bounded, score }: ProvinceAllocation): boolean {
  return bounded === null || perScore === null || compare(bounded.share, multiply(perScore, score)) === 0
}

/** The seat a winner of the tie holds before the contested one; null when that is its floor. */
function seatBefore({ method, floor }: Allocation, { score, seat }: SeatClaim): Ratio | null {
  if (method === 'largest-remainder' || seat - 1 <= floor) return null
  return divide(score, divisorOfSeat(method, seat - 1))
}

/** The lowest priority above a tie among all seats won. */
function aboveTie(allocation: Allocation, tied: Ratio): Ratio {
  const won = allocation.provinces.flatMap(({ lastSeat }) => lastSeat ?? [])
  const above = won.flatMap(seat => (compare(seat.priority, tied) > 0 ? seat.priority : (seatBefore(allocation, seat) ?? [])))
  return above.toSorted(compare)[0] ?? multiply(tied, whole(2))
}

/**
 * A short decimal that separates the seats won from those not won: the threshold of remainders, or the divisor of scores.
 * With it anyone can redo the rounding by hand. Where equal priorities contest the last seats it lies just above them,
 * and the tied seats are added one by one in the published order.
 */
export function roundingCut(allocation: Allocation): string {
  const { line, tie } = allocation
  if (tie) return decimalBetween(tie.priority, aboveTie(allocation, tie.priority))
  const [last, next] = [line.lastIn?.priority, line.nextInLine?.priority]
  if (last && next) return decimalBetween(next, last)
  if (last) return decimalBetween(divide(last, whole(2)), last)
  if (next) return decimalBetween(next, multiply(next, whole(2)))
  return allocation.method === 'largest-remainder' ? '0.5' : '1'
}
