import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lastCode, resolveCode } from './index.ts'
import { realPlaces } from './testing/factory.ts'

const index = realPlaces()
const resolved = (code: string, onDate: string) => {
  const result = resolveCode(index, code, onDate)
  if (!result.ok) throw new Error(result.reason.message.en)
  return result.value
}

describe('codes on both sides of the day they changed', () => {
  test.each([
    ['520221', '2020-07-17', '520221', 'in-force'],
    ['520221', '2020-07-18', '520204', 'in-force'],
    ['520204', '2020-07-17', '520204', 'not-yet'],
    ['520204', '2020-07-18', '520204', 'in-force'],
    ['320611', '2020-07-17', '320613', 'in-force'],
    ['320602', '2020-07-16', '320602', 'in-force'],
    ['340208', '2020-12-31', '340209', 'in-force'],
    ['632321', '2020-12-30', '632321', 'in-force'],
    ['632321', '2020-12-31', '632301', 'in-force'],
    ['230184', '2030-01-01', '230184', 'in-force'],
  ])('%s on %s stands for %s (%s)', (code, day, expected, status) => {
    const answer = resolved(code, day)
    expect([answer.county.code, answer.status]).toEqual([expected, status])
  })
})

test('the reason names what happened and where it is published', () => {
  const [change] = resolved('520221', '2021-01-01').changes
  expect(change).toMatchObject({ fromName: '水城县', toName: '水城区', kind: 'renamed', changedOn: '2020-07-18', precision: 'announced' })
  expect(change?.reason.zh).toBe('撤销水城县，设立水城区')
  expect(resolved('320611', '2021-01-01').changes[0]?.kind).toBe('merged')
})

test.each(['999999', '510000', '513400', '', '5134011'])('%j is refused with what to do', code => {
  const result = resolveCode(index, code, '2020-05-29')
  expect(result.ok ? '' : result.reason.code).toBe('unknown-county-code')
})

const anyCounty = fc.constantFrom(...index.counties.map(county => county.code))
const anyDay = fc
  .date({ min: new Date('2019-01-01'), max: new Date('2022-01-01'), noInvalidDate: true })
  .map(day => day.toISOString().slice(0, 10))

test('law: resolving the answer changes nothing, and the answer is never out of force', () => {
  fc.assert(
    fc.property(anyCounty, anyDay, (code, day) => {
      const once = resolved(code, day)
      expect(resolved(once.county.code, day).county).toBe(once.county)
      expect(once.county.validTo === null || day < once.county.validTo).toBe(true)
      expect(once.changes.length === 0).toBe(once.county.code === code)
    }),
  )
})

test('law: the last code is its own last code, and a later day never leads back', () => {
  fc.assert(
    fc.property(anyCounty, anyDay, anyDay, (code, one, other) => {
      const [early, late] = one < other ? [one, other] : [other, one]
      expect(lastCode(index, lastCode(index, code))).toBe(lastCode(index, code))
      expect(resolved(resolved(code, early).county.code, late).county).toBe(resolved(code, late).county)
    }),
  )
})
