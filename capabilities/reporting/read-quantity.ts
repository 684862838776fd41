import type { RowFaultCode } from './row-fault.ts'

/** A number as whole units of 10^-decimals, e.g. yuan as 分; `separated`: thousands commas were taken out. */
export type ReadNumber = { units: number; separated: boolean } | { fault: RowFaultCode }

const plain = /^\d+(\.\d+)?$/
const grouped = /^\d{1,3}(,\d{3})+(\.\d+)?$/

/** Largest value in whole units: safely exact, and far beyond any order of a county. */
const largest = 100_000_000_000

function faultOf(text: string): RowFaultCode {
  const negative = /^[-−(]\d/.test(text)
  return negative ? 'number-not-positive' : 'number-malformed'
}

/** Digits only, read without a pattern; -1 where the text holds anything else or is too long to be exact. */
function digitsOnly(text: string, from: number, to: number): number {
  if (to - from > 15 || to === from) return -1
  let value = 0
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - 48
    if (digit < 0 || digit > 9) return -1
    value = value * 10 + digit
  }
  return value
}

const powers = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000]

/** Reads a positive decimal exactly; more decimals than allowed are refused unless they are zeros. No floating point on the way. */
export function readPositive(text: string, decimals: number): ReadNumber {
  const separated = text.includes(',') && grouped.test(text)
  const bare = separated ? text.replaceAll(',', '') : text
  const point = bare.indexOf('.')
  const whole = digitsOnly(bare, 0, point < 0 ? bare.length : point)
  if (whole < 0) return { fault: plain.test(bare) ? 'number-too-large' : faultOf(bare) }
  if (whole > largest) return { fault: 'number-too-large' }
  let units = whole * (powers[decimals] ?? 1)
  if (point >= 0) {
    const end = Math.min(bare.length, point + 1 + decimals)
    const fraction = digitsOnly(bare, point + 1, end)
    if (fraction < 0) return { fault: faultOf(bare) }
    const beyond = bare.slice(end)
    if (beyond !== '' && !/^0+$/.test(beyond)) return { fault: /^\d+$/.test(beyond) ? 'number-too-fine' : faultOf(bare) }
    units += fraction * (powers[decimals - (end - point - 1)] ?? 1)
  }
  return units > 0 ? { units, separated } : { fault: 'number-not-positive' }
}
