import { floorOf, isZero, subtract, whole } from './rational.ts'
import { boundedShares } from './bounded-shares.ts'
import type { BoundedShares } from './bounded-shares.ts'
import { compareSeatClaims } from './seat-claim.ts'
import type { Claim, SeatClaim, Seats } from './seat-claim.ts'

/**
 * Largest remainder (最大余数法, Hamilton): everyone gets the whole part of its exact share, the seats left over go to the
 * largest remainders. With floors and caps the shares are the bounded ones, so a province held at a bound has no remainder
 * and no rounding can push anyone over a bound. The caller has made sure that floors ≤ total ≤ caps.
 */
export function apportionByLargestRemainder(claims: readonly Claim[], total: number): Seats & { bounded: BoundedShares } {
  const bounded = boundedShares(claims, total)
  const scores = new Map(claims.map(claim => [claim.code, claim.score]))
  const quota = new Map(bounded.shares.map(({ code, share }) => [code, floorOf(share)]))
  const left = total - [...quota.values()].reduce((seats, count) => seats + count, 0)
  const contenders = bounded.shares.flatMap(({ code, share }): SeatClaim[] => {
    const base = floorOf(share)
    const priority = subtract(share, whole(base))
    const score = scores.get(code)
    return score && !isZero(priority) ? [{ code, seat: base + 1, priority, score }] : []
  })
  const ordered = contenders.toSorted(compareSeatClaims)
  const lastSeats = ordered.slice(0, left)
  for (const winner of lastSeats) quota.set(winner.code, winner.seat)
  return { quota, lastSeats, nextSeats: ordered.slice(left), bounded }
}
