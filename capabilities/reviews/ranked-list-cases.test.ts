import { readFileSync } from 'node:fs'
import { mayProceed } from '@jincun/policy'
import { loadPolicy } from '@jincun/policy/load'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { checkList } from './check-list.ts'
import { aListedCounty, aListSubject } from './testing/list-factory.ts'

const ListCase = z.strictObject({
  name: z.string(),
  given: z.strictObject({
    year: z.number().int(),
    province: z.string(),
    quota: z.number().int().optional(),
    first: z.number().int(),
    repeat: z.number().int().default(0),
    poverty: z.number().int(),
    oldBase: z.number().int().default(0),
    unsupported: z.strictObject({ poverty: z.number().int(), oldBase: z.number().int() }).optional(),
    at: z.string(),
    extension: z.strictObject({ until: z.string(), ruling: z.string() }).optional(),
    reasons: z.record(z.string(), z.string()).default({}),
  }),
  expected: z.strictObject({ submittable: z.boolean(), unmet: z.array(z.string()), unknown: z.array(z.string()) }),
})

const cases = z.array(ListCase).parse(parse(readFileSync(new URL('cases/ranked-lists.yaml', import.meta.url), 'utf8')))
const pack = loadPolicy()

test.each(cases)('$name', ({ given, expected }) => {
  const counties = Array.from({ length: given.first + given.repeat }, (_, index) =>
    aListedCounty(
      index + 1,
      { countyCode: `${given.province.slice(0, 2)}${1001 + index}`, type: index < given.first ? 'first' : 'repeat' },
      {
        nationalPovertyCounty: index < given.poverty,
        oldRevolutionaryBaseCounty: index >= given.poverty && index < given.poverty + given.oldBase,
        supportedBefore: index < given.first ? 'no' : 'yes',
      },
    ),
  )
  const findings = checkList(
    pack,
    aListSubject(counties, {
      year: given.year,
      provinceCode: given.province,
      quota: given.quota ?? null,
      unsupported: given.unsupported ?? null,
      at: new Date(given.at),
      extension: given.extension ? { until: new Date(given.extension.until), ruling: given.extension.ruling } : null,
    }),
  )
  const having = (status: string) => findings.filter(finding => finding.status === status).map(finding => finding.code)
  expect({ submittable: mayProceed(findings, given.reasons), unmet: having('unmet'), unknown: having('unknown') }).toEqual(expected)
})
