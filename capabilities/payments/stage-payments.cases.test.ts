import { readFileSync } from 'node:fs'
import { fenFromWanYuanText } from '@jincun/kernel'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { stagePayments } from './index.ts'

type Case = { name: string; price: string; basisPoints: number[]; stagesFen: string[] }
const cases = parse(readFileSync(new URL('./cases/zaduo.yaml', import.meta.url), 'utf8')) as Case[]

test.each(cases)('$name', ({ price, basisPoints, stagesFen }) => {
  expect(stagePayments(fenFromWanYuanText(price) ?? 0n, basisPoints).map(String)).toEqual(stagesFen)
})
