import { expect, test } from 'vitest'
import fc from 'fast-check'
import { canonicalJson } from '@jincun/kernel'
import { sha256Hex } from '@jincun/proof'
import { allocate } from './allocate.ts'
import type { Allocation } from './allocate.ts'
import { allocationDocument } from './allocation-document.ts'
import type { AllocationOptions } from './factor-settings.ts'
import { fromDecimal, ratio, sum, whole } from './rational.ts'
import { factor, factorSheet, inputs } from './testing/factory.ts'
import { realInputs, realSheet } from './testing/real-inputs.ts'
import { influenceOf } from './what-if.ts'

const run = (options: AllocationOptions, given = realInputs, sheet = realSheet): Allocation => {
  const result = allocate(given, sheet, options)
  if (!result.ok) throw new Error(result.reason.message.en)
  return result.value
}
const refusalOf = (options: AllocationOptions, given = realInputs, sheet = realSheet): string | null => {
  const result = allocate(given, sheet, options)
  return result.ok ? null : result.reason.code
}
const bytes = (allocation: Allocation): string => JSON.stringify(allocationDocument(allocation))

test('the order of rows changes neither a byte nor the hash', () => {
  const straight = run({ total: 250 })
  fc.assert(
    fc.property(fc.shuffledSubarray([...realInputs.provinces], { minLength: realInputs.provinces.length }), provinces => {
      expect(bytes(run({ total: 250 }, { provinces }))).toBe(bytes(straight))
    }),
    { numRuns: 20 },
  )
})

test('the total is exact and the exact quotas add up to it, for every total and method', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 2845 }),
      fc.constantFrom('largest-remainder' as const, 'webster' as const, 'jefferson' as const),
      (total, method) => {
        const { provinces } = run({ total, method })
        expect(provinces.reduce((seats, { quota }) => seats + quota, 0)).toBe(total)
        expect(sum(provinces.map(({ exact }) => exact))).toEqual(whole(total))
      },
    ),
    { numRuns: 30 },
  )
})

test('the hash is that of the canonical inputs; idle zeros and names do not change it, anything that could change the result does', () => {
  const base = run({ total: 250 })
  expect(base.inputsHash).toBe(sha256Hex(base.canonicalInputs))
  expect(canonicalJson(JSON.parse(base.canonicalInputs))).toBe(base.canonicalInputs)

  const respelled = realInputs.provinces.map(province => ({
    ...province,
    name: `${province.name}（旧称）`,
    values: { ...province.values, n_poverty832: `${province.values.n_poverty832}.0` },
  }))
  expect(run({ total: 250 }, { provinces: respelled }).inputsHash).toBe(base.inputsHash)

  const changed = realInputs.provinces.map((province, index) =>
    index === 3 ? { ...province, values: { ...province.values, n_poverty832: '37' } } : province,
  )
  const others = [
    run({ total: 251 }),
    run({ total: 250, method: 'webster' }),
    run({ total: 250, floor: 1 }),
    run({ total: 250, cap: 100 }),
    run({ total: 250 }, { provinces: changed }),
    run({ total: 250, missing: { 'evaluation-score': 'zero' } }),
  ]
  expect(new Set([base, ...others].map(({ inputsHash }) => inputsHash)).size).toBe(others.length + 1)
})

test('unused columns do not change the hash', () => {
  const provinces = realInputs.provinces.map(province => ({ ...province, values: { ...province.values, n_township_units: '1' } }))
  expect(run({ total: 250 }, { provinces }).inputsHash).toBe(run({ total: 250 }).inputsHash)
})

test.each([
  [{ total: 0 }, 'bad-total'],
  [{ total: 2.5 }, 'bad-total'],
  [{ total: 100_001 }, 'bad-total'],
  [{ total: 250, floor: -1 }, 'bad-bound'],
  [{ total: 250, cap: 0 }, 'bad-bound'],
  [{ total: 250, floor: 9 }, 'floors-exceed-total'],
  [{ total: 250, cap: 8 }, 'caps-below-total'],
  [{ total: 250, floor: 3, cap: 2 }, 'floor-above-cap'],
  [{ total: 250, missing: { 'evaluation-score': 'refuse' as const } }, 'figure-missing'],
  [{ total: 250, missing: { 'evaluation-score': 'mean' as const } }, 'no-figure-to-average'],
  [{ total: 250, missing: { gdp: 'mean' as const } }, 'unknown-factor'],
  [{ total: 250, weights: { gdp: whole(1) } }, 'unknown-factor'],
  [{ total: 250, weights: { 'poverty-counties': ratio(9n, 10n) } }, 'weights-do-not-sum'],
  [{ total: 250, weights: { 'poverty-counties': whole(2), 'rural-population': whole(-1) } }, 'negative-weight'],
  [{ total: 250, weights: { 'evaluation-score': whole(1) } }, 'no-factor-counts'],
  [{ total: 250, weights: { 'evaluation-score': whole(1) }, missing: { 'evaluation-score': 'zero' as const } }, 'all-scores-zero'],
])('%o is refused: %s', (options, code) => {
  expect(refusalOf(options)).toBe(code)
})

test('a province twice is refused', () => {
  const [first] = realInputs.provinces
  expect(refusalOf({ total: 250 }, { provinces: [...realInputs.provinces, ...(first ? [first] : [])] })).toBe('duplicate-province')
})

test('a factor without weight may lack figures whatever its treatment', () => {
  expect(refusalOf({ total: 250, weights: { 'poverty-counties': whole(1) }, missing: { 'evaluation-score': 'refuse' } })).toBeNull()
})

test('the document carries at most 15 digits a number, so reading and writing it loses nothing', () => {
  const document = allocationDocument(run({ total: 250 }))
  expect(JSON.parse(JSON.stringify(document))).toEqual(document)
  expect(Object.keys(document)).toEqual(['year', 'total', 'method', 'inputsHash', 'provinces'])
  expect(Object.keys(document.provinces[0] ?? {})).toEqual(['code', 'name', 'score', 'exact', 'quota', 'factors'])
  const printed = document.provinces.map(({ exact }) => fromDecimal(String(exact)) ?? whole(0))
  expect(Math.abs(Number(sum(printed).numerator) / Number(sum(printed).denominator) - 250)).toBeLessThan(1e-8)
})

test('the factor sheet of 2020 weighs what it says: missing figures aside, every factor shares out exactly its weight', () => {
  const complete = realInputs.provinces.map((province, index) => ({
    ...province,
    values: Object.fromEntries(Object.entries(province.values).map(([column, value]) => [column, value ?? `${index + 1}`])),
  }))
  const allocation = run({ total: 250 }, { provinces: complete })
  for (const { id, weight } of allocation.factors) expect([id, influenceOf(allocation, id)]).toEqual([id, weight])
})

test('zero weights of other factors leave one factor alone', () => {
  const sheet = factorSheet([factor('a', { weightPerMille: 0 }), factor('b')])
  const allocation = run({ total: 4 }, inputs({ 11: { a: '9', b: '1' }, 12: { a: '0', b: '3' } }), sheet)
  expect(allocation.provinces.map(({ quota }) => quota)).toEqual([1, 3])
})

test('the shipped sheet holds the factors the notice lists, each under its clause', () => {
  expect(realSheet.factors.map(({ clause }) => clause)).toEqual(realSheet.factors.map(() => 'notice-2020/5.1'))
  expect(realSheet.factors.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['rural-online-retail-sales', 'counties-supported-before', 'disbursement-rate', 'evaluation-score']),
  )
})
