import { expect, test } from 'vitest'
import fc from 'fast-check'
import { compareFractions, fraction, fractionNumber, fractionText, mean, minus, plus, pointsOf, times, total, zero } from './exact.ts'
import { formatHalfPoints, parseHalfPoints } from './half-points.ts'
import { solveExactly } from './solve-exact.ts'

const anyFraction = fc.tuple(fc.bigInt(-10_000n, 10_000n), fc.bigInt(1n, 10_000n)).map(([a, b]) => fraction(a, b))

test('fractions are kept in lowest terms with the sign above', () => {
  expect(fraction(6n, -4n)).toEqual({ numerator: -3n, denominator: 2n })
  expect(fraction(0n, 7n)).toEqual({ numerator: 0n, denominator: 1n })
  expect(() => fraction(1n, 0n)).toThrow('denominator')
})

test('sums, products and order obey their laws', () => {
  fc.assert(
    fc.property(anyFraction, anyFraction, anyFraction, (a, b, c) => {
      expect(plus(a, b)).toEqual(plus(b, a))
      expect(times(a, plus(b, c))).toEqual(plus(times(a, b), times(a, c)))
      expect(minus(plus(a, b), b)).toEqual(a)
      expect(compareFractions(a, b)).toBe(-compareFractions(b, a) + 0)
      expect(compareFractions(plus(a, c), plus(b, c))).toBe(compareFractions(a, b))
    }),
  )
})

test.each([
  [2n, 3n, 2, '0.67'],
  [1n, 8n, 2, '0.13'],
  [-1n, 8n, 2, '-0.13'],
  [-1n, 1000n, 2, '0.00'],
  [171n, 2n, 1, '85.5'],
  [5n, 2n, 0, '3'],
  [1n, 3n, 4, '0.3333'],
])('%s/%s with %s digits is %s', (numerator, denominator, digits, text) => {
  expect(fractionText(fraction(numerator, denominator), digits)).toBe(text)
})

test('mean, total, numbers and points', () => {
  expect(mean([pointsOf(171), pointsOf(170)])).toEqual(fraction(341n, 4n))
  expect(total([])).toEqual(zero)
  expect(fractionNumber(fraction(-1n, 3n))).toBeCloseTo(-1 / 3, 11)
})

test.each([
  ['85.5', 171],
  ['85', 170],
  ['0', 0],
  ['85.50', 171],
  ['85.0', 170],
  ['85.25', null],
  ['-1', null],
  ['', null],
  ['1e3', null],
  ['８', null],
])('%s points are %s half points', (text, halfPoints) => {
  expect(parseHalfPoints(text)).toBe(halfPoints)
})

test('half points written out are read back', () => {
  fc.assert(
    fc.property(fc.nat(2000), halfPoints => {
      expect(parseHalfPoints(formatHalfPoints(halfPoints))).toBe(halfPoints)
    }),
  )
})

const solve = (matrix: bigint[][], right: bigint[]) => {
  const { numerators, denominator } = solveExactly(matrix, right)
  return numerators.map(numerator => fraction(numerator, denominator))
}

test('a regular system is solved exactly, also when a pivot is zero', () => {
  // 0x + 2y = 3; 4x + 1y = 5  →  y = 3/2, x = 7/8
  expect(
    solve(
      [
        [0n, 2n],
        [4n, 1n],
      ],
      [3n, 5n],
    ),
  ).toEqual([fraction(7n, 8n), fraction(3n, 2n)])
  expect(() =>
    solveExactly(
      [
        [1n, 1n],
        [2n, 2n],
      ],
      [1n, 2n],
    ),
  ).toThrow('regular')
})

test('the solution put back gives the right side', () => {
  const small = fc.bigInt(-9n, 9n)
  fc.assert(
    fc.property(fc.array(fc.tuple(small, small, small, small, small), { minLength: 4, maxLength: 4 }), rows => {
      // A dominant diagonal makes the matrix regular.
      const matrix = rows.map((row, index) => row.slice(0, 4).map((value, column) => (index === column ? 40n + value : value)))
      const right = rows.map(row => row[4])
      const solution = solve(matrix, right)
      matrix.forEach((row, index) => {
        const sum = total(row.map((value, column) => times(fraction(value), solution[column] ?? zero)))
        expect(sum).toEqual(fraction(right[index] ?? 0n))
      })
    }),
  )
})
