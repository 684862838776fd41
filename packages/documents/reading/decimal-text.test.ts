import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimalText, parseDecimal } from './decimal-text.ts'

test.each([
  [0, '0'],
  [-0, '0'],
  [1.1, '1.1'],
  [0.1 + 0.2, '0.3'],
  [1234.56, '1234.56'],
  [-1850.5, '-1850.5'],
  [1e-7, '0.0000001'],
  [123456789012345, '123456789012345'],
  [1e21, '1000000000000000000000'],
  [510121001001, '510121001001'],
])('%d is shown as %s', (number, text) => {
  expect(decimalText(number)).toBe(text)
})

test('every amount of up to 15 digits survives Excel', () => {
  fc.assert(
    fc.property(fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }), fc.integer({ min: 0, max: 6 }), (digits, decimals) => {
      const text = parseDecimal(plain(digits, decimals))
      expect(decimalText(Number(text))).toBe(text)
    }),
  )
})

/** Digits with a point put in by hand, so that no floating-point arithmetic is used to test it. */
function plain(digits: number, decimals: number): string {
  const padded = String(Math.abs(digits)).padStart(decimals + 1, '0')
  const cut = padded.length - decimals
  return `${digits < 0 ? '-' : ''}${padded.slice(0, cut)}${decimals ? `.${padded.slice(cut)}` : ''}`
}

test.each([
  ['1,850', '1850'],
  ['1,234,567.80', '1234567.8'],
  ['007', '7'],
  ['-0.00', '0'],
  ['+5', '5'],
])('%s is read as %s', (text, value) => {
  expect(parseDecimal(text)).toBe(value)
})

test.each(['', '.', '.5', '5.', '1,85', '1,8500', '12,34', '1e5', '0x10', '1 000', '--1', 'NaN', '１'])('%j is no plain decimal', text => {
  expect(parseDecimal(text)).toBeNull()
})
