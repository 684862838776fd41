import type { Ratio } from '@jincun/kernel'
import { assert } from '@jincun/kernel'
import { divide, ratio, whole } from './rational.ts'
import { compareSeatClaims } from './seat-claim.ts'
import type { Claim, SeatClaim, Seats } from './seat-claim.ts'

export type DivisorMethod = 'webster' | 'jefferson'

/** What the score is divided by for the nth seat: n − ½ (Webster, 圣拉古) or n (Jefferson, 顿特). */
export const divisorOfSeat = (method: DivisorMethod, seat: number): Ratio =>
  method === 'webster' ? ratio(BigInt(2 * seat - 1), 2n) : whole(seat)

const seatClaim = (method: DivisorMethod, claim: Claim, seat: number): SeatClaim => ({
  code: claim.code,
  seat,
  score: claim.score,
  priority: divide(claim.score, divisorOfSeat(method, seat)),
})

/**
 * Divisor method with least and most seats (Balinski and Young, Fair Representation, 2nd ed. 2001, appendix A, §§ 3 and 8):
 * every province starts at its floor, then each further seat goes to the highest priority among the provinces below their cap.
 * The result is max(floor, min(cap, round(score ÷ x))) for one divisor x, so raising the total never takes a seat away.
 * The caller has made sure that floors ≤ total ≤ caps.
 */
export function apportionByDivisor(claims: readonly Claim[], total: number, method: DivisorMethod): Seats {
  const quota = new Map(claims.map(claim => [claim.code, claim.floor]))
  const contenders = claims.filter(claim => claim.floor < claim.cap)
  const next = contenders.map(claim => ({ claim, seat: seatClaim(method, claim, claim.floor + 1) }))
  const last = new Map<string, SeatClaim>()
  for (let left = total - claims.reduce((seats, claim) => seats + claim.floor, 0); left > 0; left--) {
    const best = next.reduce((a, b) => (compareSeatClaims(a.seat, b.seat) <= 0 ? a : b))
    const { claim, seat } = best
    assert(seat.seat <= claim.cap, 'a seat is left for every seat of the total')
    quota.set(claim.code, seat.seat)
    last.set(claim.code, seat)
    if (seat.seat === claim.cap) next.splice(next.indexOf(best), 1)
    else best.seat = seatClaim(method, claim, seat.seat + 1)
  }
  return { quota, lastSeats: [...last.values()], nextSeats: next.map(({ seat }) => seat) }
}
