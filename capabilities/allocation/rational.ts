import { assert } from '@jincun/kernel'
import type { Ratio } from '@jincun/kernel'

/** The arithmetic of the factor method: exact fractions in lowest terms. No digit is lost, so no seat hangs on a rounding error. */

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a < 0n ? -a : a, b]
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller]
  return larger
}

/** numerator/denominator in lowest terms with the sign above the line; a zero denominator is a bug. */
export function ratio(numerator: bigint, denominator = 1n): Ratio {
  assert(denominator !== 0n, 'a ratio has a denominator other than zero')
  const [top, bottom] = denominator < 0n ? [-numerator, -denominator] : [numerator, denominator]
  const common = greatestCommonDivisor(top, bottom)
  return { numerator: top / common, denominator: bottom / common }
}

export const zero: Ratio = { numerator: 0n, denominator: 1n }
export const one: Ratio = { numerator: 1n, denominator: 1n }
export const whole = (count: number): Ratio => ({ numerator: BigInt(count), denominator: 1n })

export const add = (a: Ratio, b: Ratio): Ratio =>
  ratio(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)
export const subtract = (a: Ratio, b: Ratio): Ratio => add(a, { numerator: -b.numerator, denominator: b.denominator })
export const multiply = (a: Ratio, b: Ratio): Ratio => ratio(a.numerator * b.numerator, a.denominator * b.denominator)
export const divide = (a: Ratio, b: Ratio): Ratio => ratio(a.numerator * b.denominator, a.denominator * b.numerator)
export const sum = (terms: readonly Ratio[]): Ratio => terms.reduce(add, zero)

/** −1, 0 or 1: by cross-multiplication. */
export function compare(a: Ratio, b: Ratio): -1 | 0 | 1 {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}
export const isZero = (value: Ratio): boolean => value.numerator === 0n
export const largest = (values: readonly [Ratio, ...Ratio[]]): Ratio => values.reduce((a, b) => (compare(a, b) >= 0 ? a : b))
export const smallest = (values: readonly [Ratio, ...Ratio[]]): Ratio => values.reduce((a, b) => (compare(a, b) <= 0 ? a : b))

/** The largest whole number not above a value that is not negative. */
export const floorOf = (value: Ratio): number => Number(value.numerator / value.denominator)

/** Reads '12', '0.125' or '-3.50'; null for anything else (no thousands commas, no exponent, no sign +). */
export function fromDecimal(text: string): Ratio | null {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text)
  if (!match) return null
  const [, sign, integer = '', fraction = ''] = match
  const magnitude = ratio(BigInt(integer + fraction), 10n ** BigInt(fraction.length))
  return sign ? subtract(zero, magnitude) : magnitude
}

/** The decimal with that many digits after the point, 四舍五入 (halves away from zero). */
export function toDecimal(value: Ratio, digits: number): string {
  const negative = value.numerator < 0n
  const scaled = (negative ? -value.numerator : value.numerator) * 10n ** BigInt(digits)
  const rounded = (2n * scaled + value.denominator) / (2n * value.denominator)
  const text = rounded.toString().padStart(digits + 1, '0')
  const body = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`
  return negative && rounded !== 0n ? `-${body}` : body
}

/** A decimal without trailing zeros: '0.079327' rather than '0.079327000000'. */
export const toShortDecimal = (value: Ratio, digits: number): string => {
  const text = toDecimal(value, digits)
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text
}

/** 'numerator/denominator', or the whole number alone: the text in which ratios are stored and hashed. */
export const toText = (value: Ratio): string =>
  value.denominator === 1n ? `${value.numerator}` : `${value.numerator}/${value.denominator}`

/** Reads what toText wrote; throws for anything else, because only our own records hold it. */
export function fromText(text: string): Ratio {
  const match = /^(-?\d+)(?:\/([1-9]\d*))?$/.exec(text)
  assert(match?.[1] !== undefined, `"${text}" is a ratio like 3/8`)
  return ratio(BigInt(match[1]), BigInt(match[2] ?? 1))
}

/**
 * The shortest decimal strictly between two ratios, low < high: what a person can write down as divisor or threshold.
 * Of the decimals with the fewest digits it takes the one nearest the middle.
 */
export function decimalBetween(low: Ratio, high: Ratio): string {
  assert(compare(low, high) < 0, 'there is room between the two ratios')
  const middle = divide(add(low, high), whole(2))
  for (let digits = 0; ; digits++) {
    const text = toDecimal(middle, digits)
    const value = fromDecimal(text)
    if (value && compare(low, value) < 0 && compare(value, high) < 0) return text
  }
}
