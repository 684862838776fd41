import { expect, test } from 'vitest'
import { filterOf } from './query-filter.ts'

test.each([
  ['000000', ''],
  ['510000', '51'],
  ['513400', '5134'],
  ['513431', '513431'],
])('of %s the books whose codes begin with “%s” are asked', (place, prefix) => {
  expect(filterOf({ place, budgetYear: 2020 })).toEqual({ prefix, budgetYear: 2020 })
})

test('what is not asked does not narrow, and a county asked by itself is no beginning of codes', () => {
  expect(filterOf({})).toEqual({})
  expect(filterOf({ countyCode: '513431', batchYear: 2019 })).toEqual({ countyCode: '513431', batchYear: 2019 })
})
