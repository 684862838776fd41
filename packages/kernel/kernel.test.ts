import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  canonicalJson,
  compareRatios,
  endOfShanghaiDay,
  fenFromWanYuanText,
  fenFromYuanText,
  formatShanghai,
  formatWanYuan,
  formatYuan,
  guardFormula,
  isUuid,
  parseRatio,
  shanghaiDate,
  uuidV7,
} from './index.ts'
import type { JsonValue } from './index.ts'

test.each([
  ['1234.56', 123456n],
  ['0.01', 1n],
  ['0.001', null],
  ['1.230', 123n],
  ['-5', -500n],
  ['1,850.00', 185000n],
  ['', null],
  ['1e3', null],
  ['１２', null],
  ['12.', null],
])('%s yuan is %s 分', (text, fen) => {
  expect(fenFromYuanText(text)).toBe(fen)
})

test.each([
  ['1850', 1_850_000_000n],
  ['0.000001', 1n],
  ['0.0000001', null],
  ['15.5', 15_500_000n],
])('%s 万元 is %s 分', (text, fen) => {
  expect(fenFromWanYuanText(text)).toBe(fen)
})

test('money reads back as it was written, to the 分', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fen => {
      expect(fenFromYuanText(formatYuan(fen))).toBe(fen)
      expect(fenFromWanYuanText(formatWanYuan(fen))).toBe(fen)
    }),
  )
})

test.each([
  [15n, 10n, '150%', 0],
  [16n, 10n, '150%', 1],
  [14n, 10n, '150%', -1],
  [1n, 3n, '1/3', 0],
  [333n, 1000n, '1/3', -1],
  [334n, 1000n, '1/3', 1],
])('%s of %s against %s is %s', (part, whole, ratio, expected) => {
  expect(compareRatios(part, whole, parseRatio(ratio))).toBe(expected)
})

test.each(['1/0', 'half', '-1/3', '1.5'])('%s is not a ratio', text => {
  expect(() => parseRatio(text)).toThrow(/Not a ratio/)
})

test('the last second of a day is in time, the next is late', () => {
  const end = endOfShanghaiDay('2020-05-29')
  expect(new Date('2020-05-29T23:59:59+08:00') < end).toBe(true)
  expect(new Date('2020-05-30T00:00:00+08:00') < end).toBe(false)
})

test.each(['29 May', '2020-02-30', '2020-5-29', '2020-13-01', ''])('%s is not a date', text => {
  expect(() => endOfShanghaiDay(text)).toThrow(/Not a date/)
})

test('a day in Shanghai begins at 16:00 of the day before in UTC', () => {
  expect(shanghaiDate(new Date('2020-05-28T15:59:59Z'))).toBe('2020-05-28')
  expect(shanghaiDate(new Date('2020-05-28T16:00:00Z'))).toBe('2020-05-29')
  expect(formatShanghai(new Date('2020-05-28T16:00:00Z'))).toBe('2020-05-29 00:00:00')
})

test('canonical JSON does not depend on key order', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), record => {
      const turned = Object.fromEntries(Object.entries(record).reverse())
      expect(canonicalJson(turned as JsonValue)).toBe(canonicalJson(record as JsonValue))
    }),
  )
  expect(canonicalJson({ b: 1, a: undefined })).toBe('{"b":1}')
  expect(() => canonicalJson(Number.NaN)).toThrow(/finite/)
})

test('ids of version 7 sort by the time they were made', () => {
  const at = (milliseconds: number) => uuidV7(new Date(milliseconds), new Uint8Array(10).fill(255))
  expect(isUuid(at(1_589_936_400_000))).toBe(true)
  expect(at(1_589_936_400_000)[14]).toBe('7')
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 2 ** 40 }),
      fc.integer({ min: 1, max: 2 ** 30 }),
      (early, later) => at(early) < at(early + later),
    ),
  )
})

test.each([
  ['=1+1', "'=1+1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['＝1+1', "'＝1+1"],
  ["'=1", "''=1"],
  ['-2+3', "'-2+3"],
  ['-1,2=cmd', "'-1,2=cmd"],
  ['-.', "'-."],
  ['-', "'-"],
  ['+86 1', "'+86 1"],
  ['-12', '-12'],
  ['-1,234.50', '-1,234.50'],
  ['12', '12'],
  ['昭觉县', '昭觉县'],
  ["'quoted", "'quoted"],
])('the cell %s of CSV is written as %s', (text, written) => {
  expect(guardFormula(text)).toBe(written)
})
