import { FactorSheet } from '@jincun/policy'
import { z } from 'zod'
import { FactorInputs } from './factor-input.ts'

const RatioText = z.string().regex(/^\d{1,40}(\/[1-9]\d{0,39})?$/, '请写成 3/8 或 0 这样的分数 / a fraction like 3/8 or 0')
const Missing = z.enum(['reweight', 'zero', 'mean', 'refuse'])

/** The operator's choices for one run, all written out, so that nothing depends on a default that may change later. */
export const AllocationSettings = z.strictObject({
  total: z.number().int().min(1).max(100_000),
  method: z.enum(['largest-remainder', 'webster', 'jefferson']),
  floor: z.number().int().min(0).max(100_000),
  cap: z.number().int().min(1).max(100_000).nullable(),
  /** Exact fractions by factor id; together they are 1. */
  weights: z.record(z.string(), RatioText),
  missing: z.record(z.string(), Missing),
})
export type AllocationSettings = z.infer<typeof AllocationSettings>

/** Everything from which a run can be repeated years later, with the result's fingerprint: what is kept and published. */
export const AllocationSnapshot = z.strictObject({
  sheet: FactorSheet,
  settings: AllocationSettings,
  inputs: FactorInputs,
  inputsHash: z.string().regex(/^[0-9a-f]{64}$/),
  quotas: z.record(z.string(), z.number().int().min(0)),
  /** What the publisher says of it: assumptions, or why an earlier issue was corrected. */
  note: z.string().optional(),
})
export type AllocationSnapshot = z.infer<typeof AllocationSnapshot>
