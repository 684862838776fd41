import { loadPolicy } from '@jincun/policy/load'
import { standardFor } from '@jincun/policy'
import type { PolicyPack, ProvincialStandard } from '@jincun/policy'
import { beforeAll, expect, test } from 'vitest'
import { numberIn } from './index.ts'

let pack: PolicyPack
beforeAll(async () => {
  pack = await loadPolicy()
})

/** Sichuan adopts Hebei first and Henan after; each sets the advance as given. */
function withNumbers(own: number | null, first: number | null, second: number | null): PolicyPack {
  const set = (key: string, value: number | null): [string, ProvincialStandard] => {
    const standard = pack.standards.get(key)
    if (!standard) throw new Error(`${key} is on file`)
    return [key, { ...standard, numbers: value === null ? {} : { 'advance-percent-maximum': value } }]
  }
  return {
    ...pack,
    standards: new Map([...pack.standards, set('510000-2020', own), set('130000-2017', first), set('410000-2025', second)]),
  }
}

test.each<[string, [number | null, number | null, number | null], number]>([
  ['its own before what it adopts', [10, 20, 25], 10],
  ['what it adopts first', [null, 20, 25], 20],
  ['what it adopts after', [null, null, 25], 25],
  ['the general one where none is set', [null, null, null], 30],
])('a number of the province: %s', (_what, [own, first, second], expected) => {
  const set = withNumbers(own, first, second)
  expect(numberIn(set, 'advance-percent-maximum', { countyCode: '513431', year: 2020 }).value).toBe(expected)
  // A province that adopts nothing keeps the general number, and one without a standard too.
  for (const countyCode of ['360101', '110101']) expect(numberIn(set, 'advance-percent-maximum', { countyCode, year: 2020 }).value).toBe(30)
})

test('different numbers of the adopted standards stand side by side', () => {
  const set = withNumbers(null, 20, null)
  const henan = set.standards.get('410000-2025')
  if (!henan) throw new Error('Henan is on file')
  const both = { ...set, standards: new Map([...set.standards, ['410000-2025', { ...henan, numbers: { 'bidders-minimum': 4 } }]]) }
  expect(standardFor(both, '510000', 2020)?.numbers).toEqual({ 'advance-percent-maximum': 20, 'bidders-minimum': 4 })
})
