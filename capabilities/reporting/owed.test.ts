import { loadPolicy } from '@jincun/policy/load'
import { reportTypesOn } from '@jincun/policy'
import { dataAsked } from '@jincun/acceptance'
import type { DataDelivery } from '@jincun/acceptance'
import type { Contract } from '@jincun/projects'
import { expect, test } from 'vitest'
import { owedOf, summariseOwed } from './owed.ts'
import type { Owing } from './owed.ts'

const pack = loadPolicy()
const contract = {
  id: 'c',
  number: '1号',
  year: 2020,
  party: { name: '甲', creditCode: '' },
  start: '2020-03-01',
  end: '2020-12-31',
  dataAgreement: { items: ['daily-station-trade'] },
} as unknown as Contract
const delivery = (month: string, deliveredOn: string): DataDelivery =>
  ({ contractId: 'c', item: 'daily-station-trade', month, deliveredOn, rows: 7 }) as unknown as DataDelivery
const states = (today: string, ...came: DataDelivery[]) =>
  owedOf(pack, [{ contract, sites: [] }], came, reportTypesOn(pack, today), today).map(
    ({ month, state, dueOn }) => `${month} ${dueOn} ${state}`,
  )

test('a month is due five days after its end: on the day it is not missing yet, the day after it is', () => {
  expect(states('2020-04-05')).toEqual(['2020-04 2020-05-05 not-due', '2020-03 2020-04-05 not-due'])
  expect(states('2020-04-06')).toEqual(['2020-04 2020-05-05 not-due', '2020-03 2020-04-05 missing'])
})

test('what came on its day is on time, what came the day after is late and stays late', () => {
  expect(states('2020-04-30', delivery('2020-03', '2020-04-05'))[1]).toBe('2020-03 2020-04-05 on-time')
  expect(states('2020-04-30', delivery('2020-03', '2020-04-06'), delivery('2020-03', '2020-04-09'))[1]).toBe('2020-03 2020-04-05 late')
})

test('the summary leaves out what is not due', () => {
  const owed = owedOf(pack, [{ contract, sites: [] }], [delivery('2020-03', '2020-04-06')], reportTypesOn(pack, '2020-05-20'), '2020-05-20')
  expect(summariseOwed(owed)).toEqual({ required: 2, present: 1, onTime: 0, missing: 1 })
})

test('what a site asks is owed though the agreement does not name it: the list is that of the gate', () => {
  const asked = (sites: Owing['sites']) =>
    new Set(owedOf(pack, [{ contract, sites }], [], reportTypesOn(pack, '2020-05-20'), '2020-05-20').map(({ item }) => item))
  expect(asked([])).toEqual(new Set(['daily-station-trade']))
  const withSite = asked([{ kind: 'county-service-centre' }])
  expect(withSite).toEqual(new Set(dataAsked(pack, contract, [{ kind: 'county-service-centre' }])))
  expect(withSite.size).toBeGreaterThan(1)
})
