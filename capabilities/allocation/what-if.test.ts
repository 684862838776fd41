import { expect, test } from 'vitest'
import fc from 'fast-check'
import { allocate } from './allocate.ts'
import type { Allocation } from './allocate.ts'
import { sheetWeights } from './factor-settings.ts'
import type { AllocationOptions } from './factor-settings.ts'
import { compare, divide, isZero, one, ratio, sum, toDecimal, whole, zero } from './rational.ts'
import { factor, factorSheet, inputs } from './testing/factory.ts'
import { realInputs, realSheet } from './testing/real-inputs.ts'
import { compareAllocations, marginalEffects, moveWeight, seatsNearLine } from './what-if.ts'

const run = (options: AllocationOptions, given = realInputs, sheet = realSheet): Allocation => {
  const result = allocate(given, sheet, options)
  if (!result.ok) throw new Error(result.reason.message.en)
  return result.value
}

test('a moved weight keeps the sum at 1 and the proportions of the others', () => {
  const weights = sheetWeights(realSheet)
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(weights)), fc.integer({ min: -100, max: 100 }), (id, points) => {
      const moved = moveWeight(weights, id, ratio(BigInt(points), 100n))
      expect(sum(Object.values(moved))).toEqual(one)
      const others = Object.keys(weights).filter(other => other !== id)
      const factors = others.map(other => divide(moved[other] ?? zero, weights[other] ?? one))
      for (const scaled of factors) expect(scaled).toEqual(factors[0])
      for (const weight of Object.values(moved)) expect(compare(weight, zero)).toBeGreaterThanOrEqual(0)
    }),
  )
})

test.each([
  ['a', ratio(1n, 10n), { a: '0.6', b: '0.4' }],
  ['a', ratio(-1n, 10n), { a: '0.4', b: '0.6' }],
  ['a', ratio(9n, 10n), { a: '1.0', b: '0.0' }],
  ['a', ratio(-9n, 10n), { a: '0.0', b: '1.0' }],
])('weight %s moved by %o stays within 0 and 1', (id, by, expected) => {
  const moved = moveWeight({ a: ratio(1n, 2n), b: ratio(1n, 2n) }, id, by)
  expect(Object.fromEntries(Object.entries(moved).map(([key, weight]) => [key, toDecimal(weight, 1)]))).toEqual(expected)
})

test('a weight that was all there is gives what it loses evenly to the others', () => {
  expect(moveWeight({ a: one, b: zero, c: zero }, 'a', ratio(-1n, 10n))).toEqual({
    a: ratio(9n, 10n),
    b: ratio(1n, 20n),
    c: ratio(1n, 20n),
  })
})

test('side by side: changes cancel out, exact changes too', () => {
  const before = run({ total: 250 })
  const after = run({ total: 250, weights: moveWeight(sheetWeights(realSheet), 'rural-population', ratio(2n, 10n)) })
  const changes = compareAllocations(before, after)
  expect(changes).toHaveLength(31)
  expect(changes.reduce((total, { change }) => total + change, 0)).toBe(0)
  expect(isZero(sum(changes.map(({ exactChange }) => exactChange)))).toBe(true)
  expect(changes.some(({ change }) => change > 0)).toBe(true)
})

test('the marginal effect of a factor nobody published is nothing; that of poverty counties moves seats to poor provinces', () => {
  const effects = marginalEffects(realInputs, realSheet, { total: 250 }, run({ total: 250 }))
  const effectOf = (id: string) => effects.find(effect => effect.id === id)
  expect(effectOf('evaluation-score')?.up.changes).toEqual([])
  expect(isZero(effectOf('evaluation-score')?.influence ?? one)).toBe(true)
  const winners = effectOf('poverty-counties')
    ?.up.changes.filter(({ change }) => change > 0)
    .map(({ code }) => code)
  expect(winners).toContain('610000')
  expect(effectOf('poverty-counties')?.up.seatsMoved).toBeGreaterThan(0)
})

test('a move that leaves a province without figures says so instead of an answer', () => {
  const sheet = factorSheet([
    factor('a', { missing: 'reweight', weightPerMille: 900 }),
    factor('b', { weightPerMille: 100, missing: 'reweight' }),
  ])
  const given = inputs({ 11: { a: '1', b: null }, 12: { a: '2', b: '1' } })
  const effects = marginalEffects(given, sheet, { total: 3 }, run({ total: 3 }, given, sheet), whole(1))
  expect(effects.find(({ id }) => id === 'b')?.up.refusal?.code).toBe('no-factor-counts')
})

test('seats near the line: the last in and the next in line come first, with the exact difference', () => {
  const given = inputs({ 11: { a: '7' }, 12: { a: '5' }, 13: { a: '3' } })
  const near = seatsNearLine(run({ total: 5 }, given, factorSheet([factor('a')])), 9)
  // Shares 2⅓, 1⅔, 1: 12 got the one seat left, 11 is next; ⅔ − ⅓ = ⅓ both ways.
  expect(near.map(({ code, seat, won, margin }) => [code, seat, won, margin])).toEqual([
    ['120000', 2, true, ratio(1n, 3n)],
    ['110000', 3, false, ratio(1n, 3n)],
  ])
  const real = seatsNearLine(run({ total: 250, method: 'webster' }), 5)
  expect(real).toHaveLength(5)
  expect(real.every(({ margin }) => compare(margin, zero) >= 0)).toBe(true)
})

test('a tie has margin zero', () => {
  const given = inputs({ 11: { a: '1' }, 12: { a: '1' } })
  expect(seatsNearLine(run({ total: 3, method: 'jefferson' }, given, factorSheet([factor('a')])), 2).map(({ margin }) => margin)).toEqual([
    zero,
    zero,
  ])
})
