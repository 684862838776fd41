import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isWithin, jurisdictionPrefix, levelOfCode, NATION_CODE } from './index.ts'

describe('how far a jurisdiction reaches', () => {
  test.each([
    ['000000', 'nation', ''],
    ['510000', 'province', '51'],
    ['513400', 'prefecture', '5134'],
    ['513401', 'county', '513401'],
  ])('%s is a %s with prefix %j', (code, level, prefix) => {
    expect([levelOfCode(code), jurisdictionPrefix(code)]).toEqual([level, prefix])
  })

  test.each([
    ['513401', '510000', true],
    ['513401', '513400', true],
    ['513401', '513402', false],
    ['510000', '513401', false],
    ['513401101', '513401', true],
    ['513402101', '513401', false],
    ['530101', '510000', false],
  ])('%s within %s: %s', (code, jurisdiction, expected) => expect(isWithin(code, jurisdiction)).toBe(expected))
})

const pair = fc.integer({ min: 1, max: 99 }).map(number => String(number).padStart(2, '0'))
const code = fc.oneof(
  fc.constant(NATION_CODE),
  pair.map(province => `${province}0000`),
  fc.tuple(pair, pair).map(([province, prefecture]) => `${province}${prefecture}00`),
  fc.tuple(pair, pair, pair).map(pairs => pairs.join('')),
)

test('law: within is a partial order with the nation at its top', () => {
  fc.assert(
    fc.property(code, code, code, (a, b, c) => {
      expect(isWithin(a, a)).toBe(true)
      expect(isWithin(a, NATION_CODE)).toBe(true)
      if (isWithin(a, b) && isWithin(b, a)) expect(a).toBe(b)
      if (isWithin(a, b) && isWithin(b, c)) expect(isWithin(a, c)).toBe(true)
    }),
    { numRuns: 2000 },
  )
})
