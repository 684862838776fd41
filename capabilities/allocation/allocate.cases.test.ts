import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { allocate } from './allocate.ts'
import { toText } from './rational.ts'
import { factor, factorSheet, inputs } from './testing/factory.ts'

const byProvince = <T extends z.ZodType>(value: T) => z.record(z.string().regex(/^\d\d$/), value)
const FactorCase = z.strictObject({
  id: z.string(),
  better: z.enum(['higher', 'lower']),
  normalisation: z.enum(['share', 'max', 'min-max', 'rank']),
  missing: z.enum(['reweight', 'zero', 'mean', 'refuse']),
  weight: z.number().int(),
})
const Case = z.strictObject({
  name: z.string(),
  factors: z.array(FactorCase),
  inputs: byProvince(z.record(z.string(), z.string().nullable())),
  total: z.number().int(),
  floor: z.number().int().default(0),
  cap: z.number().int().nullable().default(null),
  method: z.enum(['largest-remainder', 'webster', 'jefferson']),
  exact: byProvince(z.string()),
  quota: byProvince(z.number().int()),
})

const cases = z.array(Case).parse(parse(readFileSync(new URL('cases/factor-method.yaml', import.meta.url), 'utf8')))

test.each(cases)('$name', given => {
  const sheet = factorSheet(given.factors.map(({ id, weight, ...rest }) => factor(id, { ...rest, weightPerMille: weight })))
  const { total, method, floor, cap } = given
  const result = allocate(inputs(given.inputs), sheet, { total, method, floor, cap })
  const provinces = result.ok ? result.value.provinces : []
  expect(Object.fromEntries(provinces.map(({ code, quota }) => [code.slice(0, 2), quota]))).toEqual(given.quota)
  expect(Object.fromEntries(provinces.map(({ code, exact }) => [code.slice(0, 2), toText(exact)]))).toEqual(given.exact)
})
