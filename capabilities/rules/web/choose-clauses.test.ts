import { assert } from '@jincun/kernel'
import { loadPolicy } from '@jincun/policy/load'
import { expect, test } from 'vitest'
import { clauseViews } from '../clause-view.ts'
import { chooseClauses, countCarried, yearOfReference } from './choose-clauses.ts'

const pack = loadPolicy()
const source = pack.sources.find(({ year }) => year === 2020)
assert(source, 'there is a notice of 2020')
const views = clauseViews(pack, {}, source)
const ids = (show: string, find: string) => chooseClauses(views, show, find).map(({ id }) => id)

test.each([
  ['all', '二次申报', ['4.4']],
  ['all', 'repeat-disbursement', ['4.4']],
  ['all', '150%', ['5.2']],
  ['all', 'RANKED-list-deadline', ['5.3']],
  ['all', '没有这样的条款', []],
  ['pending', '协调机制与样板县', ['6.1']],
  ['carried', '协调机制与样板县', []],
] as const)('%s with “%s” leaves %j', (show, find, expected) => {
  expect(ids(show, find)).toEqual(expected)
})

test('a kind nobody knows shows all', () => {
  expect(ids('nonsense', '').length).toBe(views.length)
})

test("numbers that are not the notice's own can be shown alone", () => {
  expect(ids('own', '')).toEqual(expect.arrayContaining(['2.2', '4.4', '5.4']))
  expect(ids('own', '')).not.toContain('4.6')
})

test('every clause is counted once', () => {
  expect(Object.values(countCarried(views)).reduce((sum, n) => sum + n, 0)).toBe(views.length)
})

test.each([
  ['notice-2017/5.1', '2017'],
  ['', ''],
  ['notice-17/5', ''],
])('the year of “%s” is “%s”', (reference, year) => {
  expect(yearOfReference(reference)).toBe(year)
})
