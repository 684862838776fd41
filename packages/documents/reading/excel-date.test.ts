import { expect, test } from 'vitest'
import { excelDate, isDateFormat } from './excel-date.ts'

test.each([
  [0, 1900, null],
  [1, 1900, '1900-01-01'],
  [59, 1900, '1900-02-28'],
  [60, 1900, null],
  [61, 1900, '1900-03-01'],
  [43980, 1900, '2020-05-29'],
  [2958465, 1900, '9999-12-31'],
  [2958466, 1900, null],
  [-1, 1904, null],
  [0, 1904, '1904-01-01'],
  [42518, 1904, '2020-05-29'],
] as const)('day %d of %d is %s', (serial, system, day) => {
  expect(excelDate(serial, system)?.day ?? null).toBe(day)
})

test('a time of day is noticed', () => {
  expect(excelDate(43980.5, 1900)).toEqual({ day: '2020-05-29', hasTime: true })
})

test.each([
  [0, undefined, false],
  [14, undefined, true],
  [22, undefined, true],
  [23, undefined, false],
  [31, undefined, true],
  [57, undefined, true],
  [164, 'yyyy"年"m"月"d"日"', true],
  [164, '[$-804]yyyy/m/d', true],
  [164, '[h]:mm', true],
  [164, 'General', false],
  [164, '#,##0.00', false],
  [164, '#,##0"days"', false],
  [164, '[Red]0.00', false],
  [164, '0.00\\d', false],
  [164, '@', false],
] as const)('format %d %j shows a date: %s', (id, code, isDate) => {
  expect(isDateFormat(id, code)).toBe(isDate)
})
