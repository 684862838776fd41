import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { apportion } from './apportion.ts'
import { whole } from './rational.ts'

const PublishedCase = z.strictObject({
  name: z.string(),
  source: z.enum(['fapp', 'maa', 'apportr', 'vmt', 'edu']),
  scores: z.record(z.string(), z.number().int()),
  total: z.number().int(),
  floor: z.number().int().default(0),
  method: z.enum(['largest-remainder', 'webster', 'jefferson']),
  /** The published seats; a source that prints only some states is checked for those. */
  quota: z.record(z.string(), z.number().int()),
})

const published = z.array(PublishedCase).parse(parse(readFileSync(new URL('cases/published-apportionments.yaml', import.meta.url), 'utf8')))

test.each(published)('$name', ({ scores, total, floor, method, quota }) => {
  const claims = Object.entries(scores).map(([code, score]) => ({ code, score: whole(score), floor, cap: total }))
  const result = apportion(claims, total, method)
  const seats = result.ok ? Object.fromEntries(result.value.quota) : {}
  expect(seats).toMatchObject(quota)
  expect(Object.values(seats).reduce((a, b) => a + b, 0)).toBe(total)
})
