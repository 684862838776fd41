import fc from 'fast-check'
import { expect, test } from 'vitest'
import { basisPointsOf, basisPointsText } from './index.ts'

test.each([
  ['0', 0],
  ['0.01', 1],
  ['4.35', 435],
  ['12.5', 1250],
  ['99.99', 9999],
  ['100', 10_000],
  ['100.00', 10_000],
  [' 30 ', 3000],
  ['007', 700],
  ['100.01', null],
  ['101', null],
  ['1.005', null],
  ['-1', null],
  ['1e1', null],
  ['1,5', null],
  ['.5', null],
  ['', null],
])('“%s” per cent are %s hundredths of a per cent', (text, points) => {
  expect(basisPointsOf(text)).toBe(points)
})

test('what is written is read again as the same', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 10_000 }), points => basisPointsOf(basisPointsText(points)) === points))
  expect([0, 1, 50, 1250, 10_000].map(basisPointsText)).toEqual(['0', '0.01', '0.5', '12.5', '100'])
})
