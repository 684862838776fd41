import { describe, expect, test } from 'vitest'
import { provinceStanding } from './index.ts'
import { realDesignationData } from './testing/factory.ts'

const data = realDesignationData()

describe('provinces before the round of 2020', () => {
  test.each([
    ['510000', { countyUnits: 183, povertyListings: 66, notYetOutOfPoverty: 7, deepPovertyAreaCounties: 48, hasPovertyTask: true }],
    ['540000', { countyUnits: 74, povertyListings: 74, notYetOutOfPoverty: 0, deepPovertyAreaCounties: 74, hasPovertyTask: true }],
    ['630000', { povertyListings: 42, deepPovertyAreaCounties: 32, hasPovertyTask: true }],
    ['330000', { povertyListings: 0, hasPovertyTask: false }],
  ])('%s', (code, facts) => expect(provinceStanding(data, code, 2020)).toMatchObject(facts))
})

test('the provinces add up to the nation', () => {
  const all = data.places.provinces.flatMap(province => provinceStanding(data, province.code, 2020) ?? [])
  const sum = (pick: (each: (typeof all)[number]) => number): number => all.reduce((total, each) => total + pick(each), 0)
  expect(sum(each => each.povertyListings)).toBe(832)
  expect(sum(each => each.notYetOutOfPoverty)).toBe(52)
  expect(sum(each => each.countyUnits)).toBe(2847)
  expect(all.filter(each => each.hasPovertyTask)).toHaveLength(22)
  for (const { povertyCounties: counties } of all)
    expect(counties.supportedBefore + counties.notSupportedBefore + counties.unknown).toBe(counties.all)
})

test.each([
  [2014, 56],
  [2015, 200],
  [2016, 240],
])('the provincial counts of %i add up to the national %i', (year, total) => {
  const counts = data.provinceCounts.filter(count => count.year === year)
  expect(counts).toHaveLength(31)
  expect(counts.reduce((sum, count) => sum + count.count, 0)).toBe(total)
  expect(data.nationalCounts.find(count => count.year === year)?.counties).toBe(total)
})

test('a year without a published number is absent, not zero', () => {
  expect(provinceStanding(data, '510000', 2020)?.counts.map(count => count.year)).toEqual([2014, 2015, 2016, 2020, 2021])
  expect(provinceStanding(data, '990000', 2020)).toBeUndefined()
})
