import { loadPolicy } from '@jincun/policy/load'
import { listFor } from '@jincun/policy'
import type { PolicyPack } from '@jincun/policy'
import { beforeAll, expect, test } from 'vitest'
import { clausesOf, signWords } from './index.ts'

let pack: PolicyPack
beforeAll(async () => {
  pack = await loadPolicy()
})

test.each([
  [2017, '电子商务进农村综合示范项目'],
  [2020, '全国电子商务进农村综合示范项目'],
])('the sign of %i says what its notice quotes, with the clause', (year, words) => {
  expect(signWords(pack, year)).toBe(words)
  expect(listFor(pack, 'sign-words', year).map(({ clause }) => clause)).toEqual([clausesOf(year).sign])
})

test('a year whose words nobody wrote prints no sign', () => {
  expect(() => signWords(pack, 2019)).toThrow(/sign-words/)
})
