import { expect, test } from 'vitest'
import { valueText } from './value-text.ts'

test.each([
  ['percent', 150, '150%'],
  ['ratio', '1/3', '1/3'],
  ['ratio', '191/1000', '19.1%'],
  ['ratio', '5/1000', '0.5%'],
  ['ratio', '27/100', '27%'],
  ['fen', 1_500_000_000, '1,500 万元'],
  ['fen', 1, '0.000001 万元'],
  ['count', 7, '7'],
  ['points', 10, '10 分'],
  ['date', '2020-05-29', '2020-05-29'],
  ['flag', true, '是'],
  ['flag', false, '否'],
] as const)('%s %s reads %s', (unit, value, expected) => {
  expect(valueText({ unit, value }).zh).toBe(expected)
})

test('places are listed', () => {
  expect(valueText({ unit: 'place-codes', value: ['35', '37'] })).toEqual({ zh: '35、37', en: '35, 37' })
})
