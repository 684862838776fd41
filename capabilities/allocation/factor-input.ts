import { z } from 'zod'
import { figurePattern } from './figures.ts'

/** A figure as it was published: a plain decimal not below zero, at most 15 significant digits, so that a spreadsheet can recompute it. */
export const InputFigure = z.string().regex(figurePattern)
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
