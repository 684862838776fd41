import { assert } from '@jincun/kernel'
import type { Ratio } from '@jincun/kernel'

/** Exact arithmetic on fractions, in lowest terms with the denominator above zero; so ties are ties and order never depends on rounding. */
function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a, b]
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller]
  return larger
}

export function fraction(numerator: bigint, denominator = 1n): Ratio {
  assert(denominator !== 0n, 'a denominator is not zero')
  const sign = denominator < 0n ? -1n : 1n
  const size = greatestCommonDivisor(numerator < 0n ? -numerator : numerator, sign * denominator)
  return { numerator: (sign * numerator) / size, denominator: (sign * denominator) / size }
}

export const zero = fraction(0n)

export const plus = (a: Ratio, b: Ratio): Ratio =>
  fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)

export const minus = (a: Ratio, b: Ratio): Ratio => plus(a, { numerator: -b.numerator, denominator: b.denominator })

export const times = (a: Ratio, b: Ratio): Ratio => fraction(a.numerator * b.numerator, a.denominator * b.denominator)

export const total = (values: readonly Ratio[]): Ratio => values.reduce(plus, zero)

/** The mean; there must be at least one value. */
export const mean = (values: readonly Ratio[]): Ratio => times(total(values), fraction(1n, BigInt(values.length)))

/** −1, 0 or 1 as a is below, equal to or above b. */
export function compareFractions(a: Ratio, b: Ratio): -1 | 0 | 1 {
  const left = a.numerator * b.denominator
  const right = b.numerator * a.denominator
  return left < right ? -1 : left > right ? 1 : 0
}

/** A decimal text of so many digits, halves away from zero: 2/3 → '0.67'. For show; nothing is compared by it. */
export function fractionText(value: Ratio, digits: number): string {
  const scale = 10n ** BigInt(digits)
  const size = value.numerator < 0n ? -value.numerator : value.numerator
  const rounded = (2n * size * scale + value.denominator) / (2n * value.denominator)
  const text = rounded.toString().padStart(digits + 1, '0')
  const sign = value.numerator < 0n && rounded > 0n ? '-' : ''
  return digits === 0 ? `${sign}${text}` : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`
}

/** The nearest double. A statistic: never used to order or to pay. */
export const fractionNumber = (value: Ratio): number => Number(fractionText(value, 12))

/** Points from half points: 171 → 171/2. */
export const pointsOf = (halfPoints: number): Ratio => fraction(BigInt(halfPoints), 2n)
