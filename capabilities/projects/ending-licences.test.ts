import { loadPolicy } from '@jincun/policy/load'
import { countOf, parameterFor } from '@jincun/policy'
import type { ParameterForYear, PolicyPack } from '@jincun/policy'
import { beforeAll, expect, test } from 'vitest'
import { demoContractor } from './demo-county.ts'
import { endingLicences } from './index.ts'
import type { Contract } from './index.ts'

let pack: PolicyPack
beforeAll(async () => {
  pack = await loadPolicy()
})

const firm = {
  ...demoContractor('甲', '91350100M000100Y43'),
  licences: [{ id: 'transport', name: '道路运输许可', number: '', issuer: '', expiresOn: '2020-12-20', fileId: null }],
}
const contract = (year: number, state: Contract['state'] = 'signed', contractorId = firm.id) => ({ contractorId, state, year })
/** The policy with other days in one of its years. */
const withDays = (year: 2017 | 2020, days: number): PolicyPack => {
  const standing = pack.parameters.get('licence-alarm-days')
  if (!standing) throw new Error('licence-alarm-days is a parameter')
  const ofYear = { ...standing.values[year], value: days } as ParameterForYear
  return { ...pack, parameters: new Map(pack.parameters).set(standing.id, { ...standing, values: { ...standing.values, [year]: ofYear } }) }
}
const left = (of: readonly ReturnType<typeof contract>[], on: string, policy = pack): number[] =>
  endingLicences(firm, of, policy, on).map(each => each.left)

test('a licence is shown from the days of the year on, and after it has ended', () => {
  const days = countOf(parameterFor(pack, 'licence-alarm-days', 2020))
  expect(days).toBe(30)
  expect(left([contract(2020)], '2020-11-19')).toEqual([])
  expect(left([contract(2020)], '2020-11-20')).toEqual([30])
  expect(left([contract(2020)], '2020-12-21')).toEqual([-1])
})

test.each<[string, ReturnType<typeof contract>[], number[]]>([
  ['of 2017 alone', [contract(2017)], [40]],
  ['of both years: the latest counts', [contract(2020), contract(2017)], []],
  ['of 2020 only as a draft', [contract(2017), contract(2020, 'draft')], [40]],
  ['of 2020 with another firm', [contract(2017), contract(2020, 'signed', '01900000-0000-7000-8000-0000000000ff')], [40]],
  ['of no year', [], []],
])('40 days before the end, 45 days of 2017, contracts %s', (_what, contracts, days) => {
  expect(left(contracts, '2020-11-10', withDays(2017, 45))).toEqual(days)
})
