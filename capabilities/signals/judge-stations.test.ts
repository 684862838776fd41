import { signalRulesOn } from '@jincun/policy'
import { loadPolicy } from '@jincun/policy/load'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { costPerActiveStation, dormantStations, judgeStations, reaches, reportedTwice, stationRules, strengthOf } from './index.ts'
import { testOrder, testOrders } from './testing/factory.ts'

const rules = signalRulesOn(loadPolicy(), '2020-06-01')
const ruleOf = (code: string) => {
  const rule = rules.find(each => each.code === code)
  if (!rule) throw new Error(`policy/signals has no ${code}`)
  return rule
}

test('every rule has its threshold in policy/signals, and every threshold its rule', () => {
  const own = [...Object.keys(stationRules), 'dormant-station', 'reported-twice', 'cost-per-active-station']
  expect(rules.map(({ code }) => code)).toEqual(own.sort())
})

test.each([
  [299, 1000, false],
  [300, 1000, true],
  [3, 10, true],
  [0, 0, false],
])('%i of %i reaches three tenths: %s', (count, of, reached) => {
  expect(reaches({ count, of, rows: [] }, 300)).toBe(reached)
})

test.each([
  [150, 50],
  [300, 100],
  [900, 300],
  [1000, 300],
])('%i per mille of a threshold of 300 has strength %i, at most three times it', (count, strength) => {
  expect(strengthOf({ count, of: 1000, rows: [] }, 300, 300)).toBe(strength)
})

const noWaybill = ruleOf('no-waybill')
const without = (missing: number, all: number) =>
  testOrders(all, nth => ({ day: nth, amountFen: 1000 + nth * nth, ...(nth < missing ? { waybill: '' } : {}) }))

test.each([
  ['three tenths of enough orders', 9, 30, ['no-waybill']],
  ['one fewer', 8, 30, []],
  ['three tenths of too few', 9, 29, []],
])('a signal is raised at %s', (_what, missing, all, raised) => {
  const [verdict] = judgeStations(without(missing, all), [noWaybill])
  expect(verdict?.signals.map(({ rule }) => rule)).toEqual(raised)
})

test('a signal keeps its rule, version, clause, numbers and rows', () => {
  const [verdict] = judgeStations(without(9, 30), [noWaybill])
  expect(verdict?.signals).toMatchObject([
    {
      rule: 'no-waybill',
      version: 1,
      clause: 'notice-2020/6.3',
      subject: { kind: 'station', code: '5119230001' },
      count: 9,
      of: 30,
      threshold: 300,
    },
  ])
  expect(verdict?.signals[0]?.rows).toHaveLength(9)
})

test('rows of no station belong to no site', () => {
  expect(
    judgeStations(
      testOrders(40, () => ({ station: '' })),
      rules,
    ),
  ).toEqual([])
})

const rowsOf = fc.array(
  fc.record({
    day: fc.integer({ min: 0, max: 70 }),
    second: fc.integer({ min: -40_000, max: 40_000 }),
    amountFen: fc.integer({ min: 1, max: 20_000 }),
    category: fc.integer({ min: 27, max: 30 }),
    waybill: fc.constantFrom('', 'Y1', 'Y2', 'Y3'),
    station: fc.constantFrom('1', '2', '3'),
  }),
  { minLength: 30, maxLength: 120 },
)

test('the order in which rows come changes nothing', () => {
  fc.assert(
    fc.property(rowsOf, fc.infiniteStream(fc.nat(1000)), (made, dice) => {
      const rows = made.map(each => testOrder(each))
      const shuffled = rows
        .map(row => [dice.next().value, row] as const)
        .sort(([a], [b]) => a - b)
        .map(([, row]) => row)
      expect(judgeStations(shuffled, rules)).toEqual(judgeStations(rows, rules))
    }),
    { numRuns: 60 },
  )
})

test.each([
  ['59 days', 59, []],
  ['60 days', 60, ['A']],
])('a station on the register is dormant after %s without an order: %j', (_what, days, dormant) => {
  const order = testOrder({ station: 'A' })
  const today = Math.floor(order.at / 86_400) + days
  expect(dormantStations(['A'], [order], today, ruleOf('dormant-station')).map(({ subject }) => subject.code)).toEqual(dormant)
})

test('a station that never had an order is dormant', () => {
  expect(dormantStations(['A'], [], 18_400, ruleOf('dormant-station'))).toMatchObject([{ count: 0, rows: [] }])
})

test('a waybill of two contractors is told of both', () => {
  const rule = { ...ruleOf('reported-twice'), atLeast: 2 }
  const rows = ['one', 'other'].flatMap(contractor => [testOrder({ contractor, waybill: 'same' }), testOrder({ contractor })])
  expect(reportedTwice(rows, rule).map(({ subject, count, of }) => [subject.code, count, of])).toEqual([
    ['one', 1, 2],
    ['other', 1, 2],
  ])
  expect(reportedTwice(rows.slice(0, 2), rule)).toEqual([])
})

test.each([
  ['at the threshold', 100_000n, ['F']],
  ['a yuan below', 99_999n, []],
])('public money per active station %s', (_what, yuan, raised) => {
  const contractors = [{ code: 'F', paidFen: yuan * 100n, stations: ['A', 'B', 'C'] }]
  const rows = ['A', 'B'].map(station => testOrder({ station }))
  expect(costPerActiveStation(contractors, rows, ruleOf('cost-per-active-station')).map(({ subject }) => subject.code)).toEqual(raised)
})
