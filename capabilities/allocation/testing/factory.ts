import type { FactorSheet } from '@jincun/policy'
import type { FactorInputs } from '../factor-input.ts'

type Factor = FactorSheet['factors'][number]

/** A factor with everything plain; overrides say what the test is about. */
export const factor = (id: string, overrides: Partial<Factor> = {}): Factor => ({
  id,
  title: { zh: `因素${id}`, en: `Factor ${id}` },
  unit: { zh: '个', en: 'items' },
  column: id,
  weightPerMille: 1000,
  better: 'higher',
  normalisation: 'share',
  missing: 'refuse',
  clause: 'notice-2020/5.1',
  ...overrides,
})

export const factorSheet = (factors: Factor[], overrides: Partial<FactorSheet> = {}): FactorSheet => ({
  year: 2020,
  title: { zh: '测试用因素表', en: 'Factor sheet for tests' },
  factors,
  floor: 0,
  cap: null,
  rounding: 'largest-remainder',
  clause: 'notice-2020/5.1',
  note: { zh: '测试用', en: 'for tests' },
  ...overrides,
})

/** Rows by two-digit code: inputs({ '51': { a: '3', b: null } }). */
export const inputs = (rows: Record<string, Record<string, string | null>>): FactorInputs => ({
  provinces: Object.entries(rows).map(([code, values]) => ({ code: `${code}0000`, name: `省${code}`, values })),
})
