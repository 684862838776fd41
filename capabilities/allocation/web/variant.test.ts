import { expect, test } from 'vitest'
import { one, ratio } from '../rational.ts'
import { factor, factorSheet } from '../testing/factory.ts'
import {
  isComplete,
  optionsOfVariant,
  pointsOf,
  rescaleWeights,
  settingsOfVariant,
  slideWeight,
  typeWeight,
  variantOfSettings,
  variantOfSheet,
  weightSum,
} from './variant.ts'

const sheet = factorSheet(
  [factor('a', { weightPerMille: 300 }), factor('b', { weightPerMille: 600 }), factor('c', { weightPerMille: 100 })],
  { cap: 9 },
)
const base = variantOfSheet(sheet, '250')

test('sliding keeps the sum at 100, typing does not', () => {
  const slid = slideWeight(base, 'a', 65)
  expect([weightSum(slid), pointsOf(slid.weights.a ?? one), pointsOf(slid.weights.b ?? one), pointsOf(slid.weights.c ?? one)]).toEqual([
    one,
    '65',
    '30',
    '5',
  ])
  const typed = typeWeight(base, 'a', '65')
  expect(typed && [isComplete(typed), pointsOf(weightSum(typed))]).toEqual([false, '135'])
  expect(typed && isComplete(rescaleWeights(typed))).toBe(true)
})

test.each(['', 'x', '-1', '100.1', '1e1'])('%j is no weight', text => {
  expect(typeWeight(base, 'a', text)).toBeNull()
})

test('thirds stay exact', () => {
  const third = rescaleWeights({ ...base, weights: { a: one, b: one, c: one } })
  expect(third.weights.a).toEqual(ratio(1n, 3n))
  expect(isComplete(third)).toBe(true)
})

test('settings go to the server and come back the same', () => {
  const settings = settingsOfVariant(slideWeight(base, 'c', 33), { a: 'zero' })
  expect(variantOfSettings(settings, sheet)).toEqual(slideWeight(base, 'c', 33))
  expect(settings).toMatchObject({ total: 250, floor: 0, cap: 9, missing: { a: 'zero' } })
})

test('an empty cap means none; words for a number do not become a number', () => {
  expect(optionsOfVariant({ ...base, cap: ' ' }, {}).cap).toBeNull()
  expect(optionsOfVariant({ ...base, total: 'many' }, {}).total).toBeNaN()
})
