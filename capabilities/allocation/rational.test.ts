import { expect, test } from 'vitest'
import fc from 'fast-check'
import {
  add,
  compare,
  decimalBetween,
  divide,
  floorOf,
  fromDecimal,
  fromText,
  multiply,
  ratio,
  subtract,
  toDecimal,
  toShortDecimal,
  toText,
} from './rational.ts'

const anyRatio = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 12n }))
  .map(([top, bottom]) => ratio(top, bottom))

test.each([
  ['0', '0/1'],
  ['12', '12/1'],
  ['0.125', '1/8'],
  ['-3.50', '-7/2'],
  ['66', '66/1'],
])('%s is read exactly', (text, exact) => {
  const [top = '', bottom = ''] = exact.split('/')
  expect(fromDecimal(text)).toEqual({ numerator: BigInt(top), denominator: BigInt(bottom) })
})

test.each(['', ' 1', '1,000', '1e3', '+1', '.5', '5.', '１２', '1/2'])('%j is not a plain decimal', text => {
  expect(fromDecimal(text)).toBeNull()
})

test.each([
  [ratio(1n, 8n), 2, '0.13'],
  [ratio(1249n, 10000n), 2, '0.12'],
  [ratio(-1n, 8n), 2, '-0.13'],
  [ratio(-1n, 1000n), 2, '0.00'],
  [ratio(2n, 3n), 0, '1'],
  [ratio(66n, 832n), 12, '0.079326923077'],
])('halves are rounded away from zero: %o at %i digits is %s', (value, digits, text) => {
  expect(toDecimal(value, digits)).toBe(text)
})

test('trailing zeros are dropped only after the point', () => {
  expect(toShortDecimal(ratio(100n), 4)).toBe('100')
  expect(toShortDecimal(ratio(5n, 4n), 4)).toBe('1.25')
})

test('sums, differences, products and quotients undo each other', () => {
  fc.assert(
    fc.property(anyRatio, anyRatio, (a, b) => {
      expect(subtract(add(a, b), b)).toEqual(a)
      if (b.numerator !== 0n) expect(divide(multiply(a, b), b)).toEqual(a)
      expect(fromText(toText(a))).toEqual(a)
      expect(compare(a, b)).toBe(-compare(b, a) + 0)
    }),
  )
})

test('the decimal between two ratios is strictly between them', () => {
  fc.assert(
    fc.property(anyRatio, anyRatio, (a, b) => {
      fc.pre(compare(a, b) !== 0)
      const [low, high] = compare(a, b) < 0 ? [a, b] : [b, a]
      const between = fromDecimal(decimalBetween(low, high))
      expect(between && compare(low, between) < 0 && compare(between, high) < 0).toBe(true)
    }),
  )
  expect(decimalBetween(ratio(1n, 3n), ratio(1n, 2n))).toBe('0.4')
})

test('the floor of a whole number is itself', () => {
  expect(floorOf(ratio(3n))).toBe(3)
  expect(floorOf(ratio(2999n, 1000n))).toBe(2)
})
