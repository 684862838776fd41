import { expect, test } from 'vitest'
import { concerns } from './api/field-errors.ts'
import { asProblem, Problem } from './api/problem.ts'
import { address } from './api/request.ts'
import { formatInstant, formatNumber } from './format.ts'
import { fill } from './messages.ts'
import type { CapabilityWeb } from './page.ts'
import { currentHref, isCurrent, navigationOf } from './shell/navigation.ts'

test.each([
  ['共 {n} 条', { n: 3 }, '共 3 条'],
  ['{a} 到 {b}', { a: '甲' }, '甲 到 {b}'],
  ['没有空位', {}, '没有空位'],
])('%j is filled with %j', (text, values, expected) => {
  expect(fill(text, values)).toBe(expected)
})

test('empty values are left out of an address, zero and false are not', () => {
  expect(address('/api/x', { a: '', b: null, c: undefined, d: 0, e: false, f: '四川 省' })).toBe(
    '/api/x?d=0&e=false&f=%E5%9B%9B%E5%B7%9D+%E7%9C%81',
  )
  expect(address('/api/x')).toBe('/api/x')
})

test.each([
  ['2020-05-29T16:00:00Z', '2020-05-30 00:00'],
  ['2020-05-29T15:59:59Z', '2020-05-29 23:59'],
  ['not a time', ''],
])('%s is %j in Beijing', (iso, expected) => {
  expect(formatInstant(iso)).toBe(expected)
})

test.each([
  [1234567, '1,234,567'],
  ['1234567.8901', '1,234,567.8901'],
  [-1234n, '-1,234'],
  [0, '0'],
])('%s is shown as %s', (value, expected) => {
  expect(formatNumber(value)).toBe(expected)
})

test.each([
  ['body.plan.goals.2.unit', 'plan.goals', true],
  ['body.name', 'name', true],
  ['query.name', 'name', true],
  ['body.nameOfFather', 'name', false],
  ['body.plan', 'plan.goals', false],
])('an error at %s concerns the field %s: %s', (where, field, expected) => {
  expect(concerns(where, field)).toBe(expected)
})

test('what the server says is kept; what is no answer of the server says so', () => {
  const said = new Problem(409, { code: 'stale', message: { zh: '版本已旧', en: 'stale' }, where: 'body.version' })
  expect([said.code, said.text.zh, said.where, asProblem(said)]).toEqual(['stale', '版本已旧', 'body.version', said])
  expect(new Problem(502, {}).code).toBe('unexplained')
  expect(asProblem(new TypeError('failed to fetch'))).toMatchObject({ status: 0, code: 'unreachable' })
})

const page = (path: string, more: object = {}) => ({
  path,
  shell: 'console' as const,
  title: { zh: path, en: path },
  load: async () => ({ default: () => null }),
  ...more,
})
const capabilities: CapabilityWeb[] = [
  {
    name: 'one',
    title: { zh: '一', en: 'one' },
    pages: [
      page('/b/$year', { navigation: { group: 'round', order: 2 } }),
      page('/a', { navigation: { group: 'round', order: 1 }, action: 'a.read' }),
      page('/hidden'),
      page('/c', { navigation: { group: 'system', order: 1 }, shell: 'public' }),
    ],
  },
]

test('navigation holds what a person may open, in groups and order, with the year put in', () => {
  const hrefs = (may: boolean) =>
    navigationOf(capabilities, 'console', '2020', action => may || action === undefined).map(({ group, entries }) => [
      group,
      entries.map(entry => entry.href),
    ])
  expect(hrefs(true)).toEqual([['round', ['/a', '/b/2020']]])
  expect(hrefs(false)).toEqual([['round', ['/b/2020']]])
  expect(navigationOf(capabilities, 'public', '2020', () => true).map(section => section.group)).toEqual(['system'])
})

test.each([
  ['/', '/', true],
  ['/', '/style', false],
  ['/style', '/style/console', true],
  ['/style', '/styles', false],
])('the entry %s is marked on %s: %s', (href, pathname, expected) => {
  expect(isCurrent(href, pathname)).toBe(expected)
})

test.each([
  ['/ledger', '/ledger'],
  ['/ledger/allotments', '/ledger/allotments'],
  ['/ledger/movement/1', '/ledger'],
  ['/elsewhere', null],
])('on %s only %s is marked', (pathname, expected) => {
  const entries = ['/ledger', '/ledger/allotments'].map(href => ({ href, title: { zh: href, en: href } }))
  expect(currentHref([{ group: 'oversight', entries }], pathname)).toBe(expected)
})
