import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, daysBetween, endOfShanghaiDay, lastSecondOf, monthsBetween } from './index.ts'

test.each([
  ['2020-02-28', '2020-02-29', 1],
  ['2020-02-28', '2020-03-01', 2],
  ['2019-02-28', '2019-03-01', 1],
  ['2020-05-20', '2020-05-20', 0],
  ['2020-01-01', '2021-01-01', 366],
  ['2020-05-21', '2020-05-20', -1],
])('from %s to %s are %i days', (from, until, days) => {
  expect(daysBetween(from, until)).toBe(days)
  expect(addDays(from, days)).toBe(until)
})

test('a day so many days on lies that many days from it', () => {
  fc.assert(
    fc.property(fc.integer({ min: -20_000, max: 20_000 }), fc.integer({ min: 0, max: 20_000 }), (days, start) => {
      const from = addDays('2000-01-01', start)
      expect(daysBetween(from, addDays(from, days))).toBe(days)
    }),
  )
})

test('the last second of a day is one second before the first of the next', () => {
  expect(endOfShanghaiDay('2020-05-29').getTime() - Date.parse(lastSecondOf('2020-05-29'))).toBe(1000)
})

test.each([
  ['2020-05', '2020-05', ['2020-05']],
  ['2020-11', '2021-02', ['2020-11', '2020-12', '2021-01', '2021-02']],
  ['2020-11-30', '2021-01-01', ['2020-11', '2020-12', '2021-01']],
  ['2020-06', '2020-05', []],
])('from %s to %s the months are %j', (first, last, months) => {
  expect(monthsBetween(first, last)).toEqual(months)
})
