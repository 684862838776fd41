import type { Ratio } from '@jincun/kernel'
import type { ProvinceInputs } from './factor-input.ts'
import { fromDecimal, sum, toShortDecimal } from './rational.ts'

/** How a figure is written: a plain decimal not below zero, at most 15 digits before and 10 after the point. */
export const figurePattern = /^\d{1,15}(\.\d{1,10})?$/

/** The columns a factor reads: 'demo_2014+demo_2015' is the sum of two. */
export const columnsOf = (factor: { column: string }): readonly string[] => factor.column.split('+').map(column => column.trim())

/** A province's figure for a factor: the sum of its columns, or null when any of them was never published. */
export function figureOf(factor: { column: string }, province: ProvinceInputs): Ratio | null {
  const parts: Ratio[] = []
  for (const column of columnsOf(factor)) {
    const text = province.values[column] ?? null
    const value = text === null ? null : fromDecimal(text)
    if (value === null) return null
    parts.push(value)
  }
  return sum(parts)
}

/** One text for one figure: '8', '8.0' and '008' are all '8'. */
export function canonicalFigure(text: string): string | null {
  const value = fromDecimal(text)
  return value && toShortDecimal(value, 10)
}
