import { expect, test } from 'vitest'
import { safeNext } from './safe-next.ts'

test.each([
  ['/allocation/2020?province=51', '/allocation/2020?province=51'],
  ['', '/home'],
  ['https://elsewhere.example/', '/home'],
  ['//elsewhere.example/', '/home'],
  ['/\\elsewhere.example/', '/home'],
  ['javascript:alert(1)', '/home'],
  ['/sign-in?next=/sign-in', '/home'],
])('after sign-in, next=%s leads to %s', (next, expected) => {
  expect(safeNext(next)).toBe(expected)
})
