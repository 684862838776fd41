import { countyUnits } from '@jincun/places'
import { realPlaces } from '@jincun/places/testing'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildDesignationData, countyStanding } from './index.ts'
import type { CountyStanding, SupportRecord } from './index.ts'
import { realDesignationData } from './testing/factory.ts'

const places = realPlaces()
const data = realDesignationData()

const standing = (code: string, year = 2020, from = data): CountyStanding => {
  const result = countyStanding(from, code, year)
  if (!result.ok) throw new Error(result.reason.message.en)
  return result.value
}

test('the lists hold what they are named after: 832 lines, 52 not yet out of poverty, 211 deep-poverty counties', () => {
  expect(data.povertyCounties).toHaveLength(832)
  expect(data.povertyCounties.filter(listing => listing.delistYear === 2020)).toHaveLength(52)
  expect(data.deepPovertyAreas.size).toBe(211)
  const all = countyUnits(places, '202012').map(county => standing(county.code))
  expect(all).toHaveLength(2845)
  expect(all.filter(each => each.countyNotYetOutOfPoverty)).toHaveLength(52)
  // 茫崖 and 冷湖 became one county; 大柴旦 is no county unit.
  expect(all.filter(each => each.nationalPovertyCounty)).toHaveLength(830)
})

describe('known counties before the round of 2020', () => {
  test.each([
    ['230184', '五常市', { nationalPovertyCounty: false, incentiveYear: 2020, supportedBefore: 'unknown' }],
    ['513431', '昭觉县', { nationalPovertyCounty: true, delistYear: 2020, countyNotYetOutOfPoverty: true }],
    ['220822', '通榆县', { nationalPovertyCounty: true, supportedBefore: 'yes', countyNotYetOutOfPoverty: false }],
    ['632857', '大柴旦行政委员会', { nationalPovertyCounty: true, delistYear: 2019 }],
    ['632321', '同仁县', { deepPovertyArea: { group: 'three-areas', part: '四省藏区-青海黄南' } }],
    ['632803', '茫崖市', { nationalPovertyCounty: true, delistYear: 2019 }],
    ['110101', '东城区', { nationalPovertyCounty: false, supportedBefore: 'unknown', incentiveYear: null }],
    ['361104', '广信区', { supportedBefore: 'yes' }],
  ])('%s %s', (code, name, facts) => expect(standing(code)).toMatchObject({ name, oldRevolutionaryBaseCounty: null, ...facts }))
})

test('an old and a new code give the same facts under their own names', () => {
  const before = standing('520221')
  const after = standing('520204')
  expect([before.name, after.name]).toEqual(['水城县', '水城区'])
  expect(after).toEqual({ ...before, countyCode: '520204', name: '水城区' })
  expect(before.nationalPovertyCounty).toBe(true)
})

describe('support is judged for the round asked for', () => {
  test.each([
    ['吉林 2015 is complete by name and 2014 had none: a county outside it is a no', '220112', 2016, 'no'],
    ['from 2017 on the roster of 2016 is missing', '220112', 2017, 'unknown'],
    ['its own year is not an earlier year', '220822', 2015, 'no'],
    ['the year after it is', '220822', 2016, 'yes'],
    ['a range that ends before the round proves it (2015-2018)', '451123', 2019, 'yes'],
    ['a range that reaches into the round does not', '451123', 2018, 'unknown'],
    ['a low certainty never proves it (2019 or 2020)', '210124', 2021, 'unknown'],
    ['an unknown year never proves it', '620521', 2020, 'unknown'],
    ['浙江 had none until 2016', '330782', 2017, 'no'],
  ])('%s', (_, code, year, expected) => expect(standing(code, year).supportedBefore).toBe(expected))

  test.each([
    [2019, true],
    [2020, true],
    [2021, false],
  ])('昭觉县 delisted in 2020: not yet out of poverty in %i is %s', (year, expected) => {
    expect(standing('513431', year).countyNotYetOutOfPoverty).toBe(expected)
  })
})

test('an unknown code is refused with what to do', () => {
  const result = countyStanding(data, '999999', 2020)
  expect(result.ok ? '' : result.reason.message.zh).toContain('999999')
})

const record = fc.record({
  countyCode: fc.constant('220112'),
  yearText: fc.constant('x'),
  earliest: fc.integer({ min: 2014, max: 2021 }),
  latest: fc.option(fc.integer({ min: 2014, max: 2021 })),
  certainty: fc.constantFrom('high', 'medium', 'low'),
  note: fc.constant({ zh: '', en: '' }),
  source: fc.constant('x'),
} satisfies { [Key in keyof SupportRecord]: fc.Arbitrary<SupportRecord[Key]> })

test('law: one more statement never turns a yes into anything else, and never makes a no', () => {
  fc.assert(
    fc.property(fc.array(record, { maxLength: 4 }), record, fc.integer({ min: 2015, max: 2021 }), (support, more, year) => {
      const asked = (list: readonly SupportRecord[]) =>
        standing('220112', year, buildDesignationData(places, { ...data, support: list })).supportedBefore
      const [before, after] = [asked(support), asked([...support, more])]
      if (before === 'yes') expect(after).toBe('yes')
      if (before !== 'no') expect(after).not.toBe('no')
    }),
  )
})
