import { readFileSync } from 'node:fs'
import { fenFromWanYuanText } from '@jincun/kernel'
import { loadPolicy } from '@jincun/policy/load'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { settle } from './settle.ts'

const Wan = z.string().transform(text => {
  const fen = fenFromWanYuanText(text)
  if (fen === null) throw new Error(`Not an amount: ${text}`)
  return fen
})
const SettlementCase = z.strictObject({
  name: z.string(),
  given: z.strictObject({ approved: z.number().int(), incentive: z.number().int(), advance: Wan }),
  expected: z.strictObject({ due: Wan, makeUp: Wan, giveBack: Wan }),
})

const cases = z.array(SettlementCase).parse(parse(readFileSync(new URL('cases/settlement.yaml', import.meta.url), 'utf8')))

test.each(cases)('$name', ({ given, expected }) => {
  const { lines, total } = settle(loadPolicy(), 2020, [{ provinceCode: '510000', ...given }])
  expect(lines[0]).toMatchObject(expected)
  expect(total).toMatchObject(expected)
})
