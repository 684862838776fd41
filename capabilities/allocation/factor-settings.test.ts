import { expect, test } from 'vitest'
import { readWeights } from './factor-settings.ts'
import { ratio } from './rational.ts'

test.each([
  ['shares', { a: 0.1, b: 0.9 }],
  ['percent', { a: 10, b: 90 }],
  ['per mille', { a: '100', b: '900.0' }],
])('weights as %s', (_, given) => {
  expect(readWeights(given)).toEqual({ ok: true, value: { a: ratio(1n, 10n), b: ratio(9n, 10n) } })
})

test('0.1 three times and 0.7 is exactly 1, not nearly', () => {
  expect(readWeights({ a: 0.1, b: 0.1, c: 0.1, d: 0.7 }).ok).toBe(true)
})

test.each([
  [{ a: 10, b: 80 }, 'weights-do-not-sum', '权重合计为90，应为1、100（百分比）或1000（千分比）。'],
  [{ a: 0.1, b: 0.8999 }, 'weights-do-not-sum', '权重合计为0.9999，应为1、100（百分比）或1000（千分比）。'],
  [{ a: 'ten', b: 90 }, 'unreadable-weight', '因素“a”的权重不是数字。'],
  [{ a: null, b: 90 }, 'unreadable-weight', '因素“a”的权重不是数字。'],
  [{}, 'unreadable-weights', '权重应写成 {"因素": 数字} 的形式。'],
  [[1, 2], 'unreadable-weights', '权重应写成 {"因素": 数字} 的形式。'],
  ['x', 'unreadable-weights', '权重应写成 {"因素": 数字} 的形式。'],
])('%o is refused in one sentence', (given, code, zh) => {
  const result = readWeights(given)
  expect(result.ok ? null : [result.reason.code, result.reason.message.zh]).toEqual([code, zh])
})
