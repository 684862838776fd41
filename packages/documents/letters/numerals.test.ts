import { expect, test } from 'vitest'
import { chineseNumeral, headingNumbers, letterDate, letterNumber } from './numerals.ts'

test.each([
  [1, '一'],
  [9, '九'],
  [10, '十'],
  [11, '十一'],
  [20, '二十'],
  [21, '二十一'],
  [99, '九十九'],
])('%d is %s', (number, text) => {
  expect(chineseNumeral(number)).toBe(text)
})

test.each([
  ['2020-05-09', '2020年5月9日'],
  ['2020-10-30', '2020年10月30日'],
  ['2020-12-01', '2020年12月1日'],
])('%s is written %s', (date, text) => {
  expect(letterDate(date)).toBe(text)
})

test('a letter’s number has bent brackets, the year in full and no filling zeros', () => {
  expect(letterNumber({ issuerCode: '川商', year: 2020, serial: 7 })).toBe('川商〔2020〕7号')
})

test('headings count by level and start anew under each higher one', () => {
  const levels = [1, 2, 2, 3, 4, 1, 2, 3] as const
  const blocks = levels.flatMap(level => [{ kind: 'heading', level, text: '' } as const, { kind: 'paragraph', text: '' } as const])
  expect(headingNumbers(blocks).filter(number => number !== '')).toEqual([
    '一、',
    '（一）',
    '（二）',
    '1.',
    '（1）',
    '二、',
    '（一）',
    '1.',
  ])
})
