import { expect, test } from 'vitest'
import { apportion } from './apportion.ts'
import { ratio, whole } from './rational.ts'
import { seatLineOf, tieAtTheLine } from './seat-claim.ts'
import type { Claim } from './seat-claim.ts'

const claim = (code: string, score: number, floor = 0, cap = 100): Claim => ({ code, score: whole(score), floor, cap })
const methods = ['largest-remainder', 'webster', 'jefferson'] as const

test.each([
  ['floors at the total', [claim('11', 3, 2), claim('12', 1, 3)], 5, null],
  ['floors one above the total', [claim('11', 3, 3), claim('12', 1, 3)], 5, 'floors-exceed-total'],
  ['caps at the total', [claim('11', 3, 0, 2), claim('12', 1, 0, 3)], 5, null],
  ['caps one below the total', [claim('11', 3, 0, 2), claim('12', 1, 0, 2)], 5, 'caps-below-total'],
  ['a floor above its cap', [claim('11', 3, 3, 2), claim('12', 1, 0, 9)], 5, 'floor-above-cap'],
  ['only provinces without a score could take the rest', [claim('11', 3, 0, 2), claim('12', 0, 0, 9)], 5, 'caps-below-total'],
])('%s', (_, claims, total, code) => {
  for (const method of methods) {
    const result = apportion(claims, total, method)
    expect(result.ok ? null : result.reason.code).toBe(code)
  }
})

test('a province without a score gets its floor and no more', () => {
  for (const method of methods) {
    const result = apportion([claim('11', 0, 1), claim('12', 5)], 9, method)
    expect(result.ok && Object.fromEntries(result.value.quota)).toEqual({ 11: 1, 12: 8 })
  }
})

test('equal priorities: the larger score wins, then the lower code; the tie is reported', () => {
  const even = apportion([claim('13', 1), claim('11', 1), claim('12', 1)], 2, 'webster')
  expect(even.ok && Object.fromEntries(even.value.quota)).toEqual({ 11: 1, 12: 1, 13: 0 })
  const tie = even.ok ? tieAtTheLine(even.value) : null
  expect(tie && [tie.won.map(seat => seat.code), tie.lost.map(seat => seat.code)]).toEqual([['11', '12'], ['13']])

  // Jefferson: 3 ÷ 3 = 1 ÷ 1, the third seat of the large province against the first of the small one.
  const uneven = apportion([claim('11', 1), claim('12', 3)], 3, 'jefferson')
  expect(uneven.ok && Object.fromEntries(uneven.value.quota)).toEqual({ 11: 0, 12: 3 })
  expect(uneven.ok && tieAtTheLine(uneven.value)?.won.map(seat => seat.code)).toEqual(['12'])
})

test('the line shows who came last in and who is next', () => {
  const result = apportion([claim('11', 7), claim('12', 5), claim('13', 3)], 5, 'largest-remainder')
  // 5 × 7/15 = 2⅓, 5 × 5/15 = 1⅔, 5 × 3/15 = 1: the one left over goes to 12.
  const line = result.ok ? seatLineOf(result.value) : null
  expect(line?.lastIn).toMatchObject({ code: '12', seat: 2, priority: ratio(2n, 3n) })
  expect(line?.nextInLine).toMatchObject({ code: '11', seat: 3, priority: ratio(1n, 3n) })
  expect(result.ok && tieAtTheLine(result.value)).toBeNull()
})

test('a floor is paid for by all others in proportion, where plain largest remainder would run out of seats', () => {
  // apportR's ten watches for seven sellers: raising four of them to one each leaves 5 for scores 15 and 12, that is 2 7/9 and 2 2/9.
  const watches = apportion(
    [1, 2, 15, 3, 1, 12, 4].map((sold, index) => claim(`${11 + index}`, sold, 1)),
    10,
    'largest-remainder',
  )
  expect(watches.ok && [...watches.value.quota.values()]).toEqual([1, 1, 3, 1, 1, 2, 1])
  expect(watches.ok && watches.value.bounded?.shares.map(({ hold }) => hold)).toEqual([
    'floor',
    'floor',
    'free',
    'floor',
    'floor',
    'free',
    'floor',
  ])
})
