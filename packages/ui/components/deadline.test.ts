import { expect, test } from 'vitest'
import { remaining } from './remaining.ts'

const due = new Date('2020-05-29T24:00:00+08:00')

test.each([
  ['2020-05-20T09:00:00+08:00', 'days', 9, false],
  ['2020-05-23T00:00:00+08:00', 'days', 7, false],
  ['2020-05-23T00:00:01+08:00', 'days', 6, true],
  ['2020-05-28T00:00:00+08:00', 'days', 2, true],
  ['2020-05-28T00:00:01+08:00', 'hours', 47, true],
  ['2020-05-29T23:59:59+08:00', 'hours', 1, true],
  ['2020-05-30T00:00:00+08:00', 'over', 0, false],
])('at %s the 29 May deadline is %s %i', (now, kind, n, urgent) => {
  expect(remaining(due, new Date(now))).toEqual({ kind, n, urgent })
})
