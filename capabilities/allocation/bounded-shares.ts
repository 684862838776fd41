import type { Ratio } from '@jincun/kernel'
import { assert } from '@jincun/kernel'
import { compare, divide, isZero, multiply, subtract, sum, whole, zero } from './rational.ts'
import type { Claim } from './seat-claim.ts'

/** Whether a province's share follows its score or is held by its floor or cap. */
export type Hold = 'free' | 'floor' | 'cap'
export type BoundedShare = { code: string; share: Ratio; hold: Hold }

/** `perScore` = seats for each unit of score among the provinces that are free. */
export type BoundedShares = { perScore: Ratio; shares: readonly BoundedShare[] }

function shareAt(claim: Claim, perScore: Ratio): BoundedShare {
  const share = multiply(perScore, claim.score)
  if (compare(share, whole(claim.floor)) <= 0) return { code: claim.code, share: whole(claim.floor), hold: 'floor' }
  if (compare(share, whole(claim.cap)) >= 0) return { code: claim.code, share: whole(claim.cap), hold: 'cap' }
  return { code: claim.code, share, hold: 'free' }
}

const totalAt = (claims: readonly Claim[], perScore: Ratio): Ratio => sum(claims.map(claim => shareAt(claim, perScore).share))

/** The values of perScore at which some province reaches its floor or its cap, in rising order. */
function turningPoints(claims: readonly Claim[]): Ratio[] {
  const scored = claims.filter(claim => !isZero(claim.score))
  return scored.flatMap(claim => [divide(whole(claim.floor), claim.score), divide(whole(claim.cap), claim.score)]).sort(compare)
}

/**
 * Exact shares of the total under floors and caps: the one factor λ for which Σ max(floor, min(cap, λ × score)) = total.
 * Lifting one province to its floor lowers all others by the same factor, and so on, until nothing is left to correct;
 * solved in one pass over the turning points, so the answer does not depend on the order of corrections.
 * The caller has made sure that floors ≤ total ≤ caps; without floors and caps this is total × score ÷ Σ score.
 */
export function boundedShares(claims: readonly Claim[], total: number): BoundedShares {
  const points = turningPoints(claims)
  const end = points.find(point => compare(totalAt(claims, point), whole(total)) >= 0)
  if (end === undefined) {
    assert(points.length === 0, 'the total lies between the floors and the caps')
    return { perScore: zero, shares: claims.map(claim => shareAt(claim, zero)) }
  }
  const start = points.findLast(point => compare(point, end) < 0) ?? zero
  const inside = (claim: Claim): boolean =>
    !isZero(claim.score) &&
    compare(divide(whole(claim.floor), claim.score), start) <= 0 &&
    compare(divide(whole(claim.cap), claim.score), end) >= 0
  const free = claims.filter(inside)
  const held = claims.filter(claim => !inside(claim)).map(claim => shareAt(claim, end).share)
  const freeScore = sum(free.map(claim => claim.score))
  const perScore = isZero(freeScore) ? end : divide(subtract(whole(total), sum(held)), freeScore)
  return { perScore, shares: claims.map(claim => shareAt(claim, perScore)) }
}
