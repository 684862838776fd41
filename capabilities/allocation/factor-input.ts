import { z } from 'zod'
import { fromDecimal, sum, toShortDecimal } from './rational.ts'
import type { Ratio } from '@jincun/kernel'

/** A figure as it was published: a plain decimal not below zero, at most 15 significant digits, so that a spreadsheet can recompute it. */
export const InputFigure = z.string().regex(/^\d{1,15}(\.\d{1,10})?$/)
export type InputFigure = z.infer<typeof InputFigure>

/** One province's inputs by column of the sheet; null = never published (no data is kept as no data, never as zero). */
export const ProvinceInputs = z.strictObject({
  code: z.string().regex(/^\d{2}0000$/),
  name: z.string().min(1),
  values: z.record(z.string(), InputFigure.nullable()),
})
export type ProvinceInputs = z.infer<typeof ProvinceInputs>

/** The input sheet of the factor method: one row a province, in any order. */
export const FactorInputs = z.strictObject({ provinces: z.array(ProvinceInputs).min(1) })
export type FactorInputs = z.infer<typeof FactorInputs>

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
