import { expect, test } from 'vitest'
import fc from 'fast-check'
import { apportion } from './apportion.ts'
import type { ApportionmentMethod } from './apportion.ts'
import { compare, divide, floorOf, multiply, ratio, sum, whole } from './rational.ts'
import { divisorOfSeat } from './divisor-method.ts'
import type { Claim } from './seat-claim.ts'

const methods = ['largest-remainder', 'webster', 'jefferson'] as const

const bounded = fc.record({
  score: fc.bigInt({ min: 0n, max: 60n }),
  bottom: fc.bigInt({ min: 1n, max: 7n }),
  floor: fc.nat(4),
  room: fc.nat(25),
})
const claims = fc
  .array(bounded, { minLength: 1, maxLength: 9 })
  .map(list =>
    list.map(
      ({ score, bottom, floor, room }, index): Claim => ({ code: `P${index}`, score: ratio(score, bottom), floor, cap: floor + room }),
    ),
  )
/** Claims with a total that floors and caps allow. */
const solvable = fc.tuple(claims, fc.nat(1000)).map(([list, pick]) => {
  const floors = list.reduce((seats, claim) => seats + claim.floor, 0)
  const caps = list.reduce((seats, claim) => seats + (claim.score.numerator === 0n ? claim.floor : claim.cap), 0)
  return { list, total: floors + (pick % (caps - floors + 1)), caps }
})

const seatsOf = (list: readonly Claim[], total: number, method: ApportionmentMethod): ReadonlyMap<string, number> => {
  const result = apportion(list, total, method)
  if (!result.ok) throw new Error(result.reason.message.en)
  return result.value.quota
}

test.each(methods)('%s: the total is exact, bounds hold, the order of rows is irrelevant', method => {
  fc.assert(
    fc.property(solvable, fc.infiniteStream(fc.nat()), ({ list, total }, dice) => {
      const seats = seatsOf(list, total, method)
      expect([...seats.values()].reduce((a, b) => a + b, 0)).toBe(total)
      for (const claim of list) {
        expect(seats.get(claim.code)).toBeGreaterThanOrEqual(claim.floor)
        expect(seats.get(claim.code)).toBeLessThanOrEqual(claim.cap)
      }
      const shuffled = list.map(claim => ({ claim, at: dice.next().value })).toSorted((a, b) => a.at - b.at)
      expect(
        seatsOf(
          shuffled.map(({ claim }) => claim),
          total,
          method,
        ),
      ).toEqual(seats)
    }),
  )
})

test.each(methods)('%s: scaling all scores changes nothing', method => {
  fc.assert(
    fc.property(solvable, fc.bigInt({ min: 1n, max: 900n }), fc.bigInt({ min: 1n, max: 900n }), ({ list, total }, top, bottom) => {
      const scaled = list.map(claim => ({ ...claim, score: multiply(claim.score, ratio(top, bottom)) }))
      expect(seatsOf(scaled, total, method)).toEqual(seatsOf(list, total, method))
    }),
  )
})

test.each(['webster', 'jefferson'] as const)('%s: one more seat never takes a seat away (house monotonicity)', method => {
  fc.assert(
    fc.property(solvable, ({ list, total, caps }) => {
      fc.pre(total < caps)
      const [before, after] = [seatsOf(list, total, method), seatsOf(list, total + 1, method)]
      for (const [code, seats] of before) expect(after.get(code)).toBeGreaterThanOrEqual(seats)
    }),
  )
})

test('largest remainder keeps the quota rule: no one is a whole seat away from its bounded exact share', () => {
  fc.assert(
    fc.property(solvable, ({ list, total }) => {
      const result = apportion(list, total, 'largest-remainder')
      for (const { code, share } of result.ok ? (result.value.bounded?.shares ?? []) : []) {
        const seats = result.ok ? result.value.quota.get(code) : undefined
        expect([floorOf(share), -floorOf(ratio(-share.numerator, share.denominator)) + 0, floorOf(share) + 1]).toContain(seats)
        expect(compare(whole(seats ?? -1), share) <= 0 || (seats ?? 0) - floorOf(share) === 1).toBe(true)
      }
    }),
  )
})

test('bounded shares add up to the total and are one multiple of the score wherever no bound holds them', () => {
  fc.assert(
    fc.property(solvable, ({ list, total }) => {
      const result = apportion(list, total, 'largest-remainder')
      const bounded = result.ok ? result.value.bounded : null
      expect(sum((bounded?.shares ?? []).map(({ share }) => share))).toEqual(whole(total))
      for (const { code, share, hold } of bounded?.shares ?? []) {
        const claim = list.find(item => item.code === code)
        const wanted = claim && bounded ? multiply(bounded.perScore, claim.score) : whole(-1)
        if (hold === 'free') expect(share).toEqual(wanted)
        if (hold === 'floor' && claim?.score.numerator !== 0n) expect(compare(wanted, share) <= 0).toBe(true)
        if (hold === 'cap') expect(compare(wanted, share) >= 0).toBe(true)
      }
    }),
  )
})

/** The definition, tried out: seats = max(floor, min(cap, rounded score ÷ x)) for some divisor x; here every x at which anything changes. */
function byTrialDivisors(list: readonly Claim[], total: number, method: 'webster' | 'jefferson'): Map<string, number>[] {
  const scored = list.filter(claim => claim.score.numerator > 0n)
  const edges = scored.flatMap(claim =>
    Array.from({ length: claim.cap + 1 }, (_, index) => divide(claim.score, divisorOfSeat(method, index + 1))),
  )
  const points = [ratio(1n, 1_000_000n), ...edges, ratio(1_000_000n)].sort(compare)
  const tried = points.slice(1).map((point, index) => divide(sum([point, points[index] ?? point]), whole(2)))
  return tried
    .map(x => {
      const rounded = (claim: Claim): number => floorOf(sum([divide(claim.score, x), method === 'webster' ? ratio(1n, 2n) : ratio(0n)]))
      return new Map(list.map(claim => [claim.code, Math.max(claim.floor, Math.min(claim.cap, rounded(claim)))]))
    })
    .filter(seats => [...seats.values()].reduce((a, b) => a + b, 0) === total)
}

test.each(['webster', 'jefferson'] as const)('%s: agrees with the definition wherever one divisor gives the total', method => {
  fc.assert(
    fc.property(solvable, ({ list, total }) => {
      const defined = byTrialDivisors(list, total, method)
      fc.pre(defined.length > 0)
      expect(seatsOf(list, total, method)).toEqual(defined[0])
    }),
  )
})
