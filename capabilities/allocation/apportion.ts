import { accept, refuse } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import type { FactorSheet } from '@jincun/policy'
import { isZero } from './rational.ts'
import type { BoundedShares } from './bounded-shares.ts'
import { apportionByDivisor } from './divisor-method.ts'
import { apportionByLargestRemainder } from './largest-remainder.ts'
import type { Claim, Seats } from './seat-claim.ts'

export type ApportionmentMethod = FactorSheet['rounding']
export type Apportionment = Seats & { claims: readonly Claim[]; bounded: BoundedShares | null }

const seatsOf = (claims: readonly Claim[], bound: 'floor' | 'cap'): number => claims.reduce((seats, claim) => seats + claim[bound], 0)

/** A province without any score can have no more than its floor: nothing speaks for a further seat. */
const heldWithoutScore = (claim: Claim): Claim => (isZero(claim.score) ? { ...claim, cap: Math.min(claim.cap, claim.floor) } : claim)

/**
 * Turns scores into whole seats that add up to exactly `total`, each between its floor and cap.
 * Answers a Refusal when floors and caps leave no such answer.
 */
export function apportion(given: readonly Claim[], total: number, method: ApportionmentMethod): Result<Apportionment> {
  const claims = given.map(heldWithoutScore).toSorted((a, b) => (a.code < b.code ? -1 : 1))
  const [floors, caps] = [seatsOf(claims, 'floor'), seatsOf(claims, 'cap')]
  if (given.some(claim => claim.floor > claim.cap))
    return refuse({
      kind: 'invalid',
      code: 'floor-above-cap',
      message: { zh: '保底数大于封顶数，请把保底调低或把封顶调高。', en: 'The floor is above the cap: lower the floor or raise the cap.' },
    })
  if (floors > total)
    return refuse({
      kind: 'invalid',
      code: 'floors-exceed-total',
      message: {
        zh: `各省保底合计 ${floors} 个，超过总数 ${total} 个，请调低保底或增加总数。`,
        en: `The floors add up to ${floors}, more than the total of ${total}: lower the floor or raise the total.`,
      },
    })
  if (caps < total)
    return refuse({
      kind: 'invalid',
      code: 'caps-below-total',
      message: {
        zh: `各省最多合计 ${caps} 个（得分为零的省只得保底数），不足总数 ${total} 个，请调高封顶或减少总数。`,
        en: `The caps add up to ${caps} (a province that scores nothing gets only its floor), less than the total of ${total}: raise the cap or lower the total.`,
      },
    })
  if (method === 'largest-remainder') return accept({ claims, ...apportionByLargestRemainder(claims, total) })
  return accept({ claims, bounded: null, ...apportionByDivisor(claims, total, method) })
}
