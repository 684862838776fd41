import { expect, test } from 'vitest'
import type { Column } from '../column.ts'
import { readCell } from './read-cell.ts'
import type { RawCell } from './raw-sheet.ts'

const title = { zh: '列', en: 'Column' }
const integer: Column = { key: 'k', title, kind: 'integer', min: 0, max: 1000 }
const decimal: Column = { key: 'k', title, kind: 'decimal', min: 0, max: 100, maxDecimals: 2 }
const money: Column = { key: 'k', title, kind: 'fenWanYuan' }
const signedMoney: Column = { key: 'k', title, kind: 'fenWanYuan', mayBeNegative: true }
const date: Column = { key: 'k', title, kind: 'date' }
const place: Column = { key: 'k', title, kind: 'placeCode' }
const township: Column = { key: 'k', title, kind: 'placeCode', lengths: [9, 12] }
const text: Column = { key: 'k', title, kind: 'text', maxLength: 4 }
const choice: Column = { key: 'k', title, kind: 'choice', choices: [{ value: 'first', title: { zh: '首次申报', en: 'First' } }] }

const typed = (content: string): RawCell => ({ kind: 'text', text: content })
const number = (value: number): RawCell => ({ kind: 'number', number: value })
const day = (content: string, hasTime = false): RawCell => ({ kind: 'date', day: content, hasTime })

test.each<[string, Column, RawCell, string | number | bigint | null]>([
  ['whole number', integer, number(120), 120],
  ['whole number as text', integer, typed('1,000'), 1000],
  ['least', integer, number(0), 0],
  ['most', integer, number(1000), 1000],
  ['full-width digits', integer, typed('１２０'), 120],
  ['ideographic space around', integer, typed('\u3000120\u00a0'), 120],
  ['decimal', decimal, number(87.5), '87.5'],
  ['two decimals', decimal, typed('87.25'), '87.25'],
  ['trailing zeros', decimal, typed('87.500'), '87.5'],
  ['Excel noise of 1.1', decimal, number(1.1000000000000001), '1.1'],
  ['0.1 + 0.2', decimal, number(0.1 + 0.2), '0.3'],
  ['money', money, number(1850), 1_850_000_000n],
  ['money to the fen', money, typed('1850.123456'), 1_850_123_456n],
  ['money noise below the fen', money, number(1850.1000000000001), 1_850_100_000n],
  ['nothing', money, number(0), 0n],
  ['negative where allowed', signedMoney, typed('－12.5'), -12_500_000n],
  ['date cell', date, day('2020-05-29'), '2020-05-29'],
  ['written date', date, typed('2020-5-9'), '2020-05-09'],
  ['date with slashes', date, typed('2020/05/29'), '2020-05-29'],
  ['date with points', date, typed('2020.5.29'), '2020-05-29'],
  ['Chinese date', date, typed('2020年5月29日'), '2020-05-29'],
  ['full-width date', date, typed('２０２０年５月２９日'), '2020-05-29'],
  ['leap day', date, typed('2020-02-29'), '2020-02-29'],
  ['place code', place, typed('510121'), '510121'],
  ['place code as number', place, number(510121), '510121'],
  ['village code as number', township, number(510121001001), '510121001001'],
  ['text', text, typed('金堂县'), '金堂县'],
  ['longest text', text, typed('一二三四'), '一二三四'],
  ['a rare character counts once', text, typed('𠀀𠀀𠀀𠀀'), '𠀀𠀀𠀀𠀀'],
  ['number as text', text, number(2020), '2020'],
  ['joiner of a Mongolian word', text, typed('a\u200db'), 'a\u200db'],
  ['choice in Chinese', choice, typed('首次 申报'), 'first'],
  ['choice in English', choice, typed('FIRST'), 'first'],
  ['blank text', text, typed(' \t\u200b '), null],
])('%s is taken', (_, column, cell, value) => {
  expect(readCell(cell, column)).toMatchObject({ ok: true, value })
})

test.each<[string, Column, RawCell, string]>([
  ['one below the least', integer, number(-1), 'cell-too-small'],
  ['one above the most', integer, number(1001), 'cell-too-large'],
  ['a fraction', integer, number(12.5), 'cell-not-an-integer'],
  ['beyond exact numbers', { key: 'k', title, kind: 'integer' }, typed('9007199254740993'), 'cell-not-an-integer'],
  ['a unit in the cell', money, typed('1850万元'), 'cell-not-a-number'],
  ['a space inside', money, typed('1 850'), 'cell-not-a-number'],
  ['commas at wrong places', money, typed('18,50'), 'cell-not-a-number'],
  ['two points', decimal, typed('1.2.3'), 'cell-not-a-number'],
  ['exponent form', decimal, typed('1e5'), 'cell-not-a-number'],
  ['a date as number', decimal, day('2020-05-29'), 'cell-is-a-date'],
  ['TRUE', decimal, { kind: 'boolean', value: true }, 'cell-not-a-number'],
  ['three decimals', decimal, typed('87.125'), 'cell-too-many-decimals'],
  ['100.01 %', decimal, typed('100.01'), 'cell-too-large'],
  ['finer than a fen', money, typed('1850.1234567'), 'cell-finer-than-fen'],
  ['a negative budget', money, number(-1), 'cell-negative-amount'],
  ['more than the database holds', money, typed('92233720368548'), 'cell-too-large'],
  ['30 February', date, typed('2020-02-30'), 'cell-not-a-date'],
  ['29 February 2019', date, typed('2019-02-29'), 'cell-not-a-date'],
  ['a day that can be read two ways', date, typed('5/6/20'), 'cell-not-a-date'],
  ['mixed separators', date, typed('2020-05/29'), 'cell-not-a-date'],
  ['a bare day number', date, number(43980), 'cell-not-a-date'],
  ['Excel day 60', date, { kind: 'not-a-date', text: '60' }, 'cell-not-a-date'],
  ['five digits', place, typed('51012'), 'cell-not-a-place-code'],
  ['seven digits', place, typed('5101210'), 'cell-not-a-place-code'],
  ['a letter', place, typed('51012O'), 'cell-not-a-place-code'],
  ['a leading zero', place, typed('010121'), 'cell-not-a-place-code'],
  ['a township code of six digits', township, typed('510121'), 'cell-not-a-place-code'],
  ['a code in exponent form', township, typed('5.10121E+11'), 'cell-code-in-exponent-form'],
  ['one character too many', text, typed('一二三四五'), 'cell-too-long'],
  ['text that Excel made a date', text, day('2020-03-05'), 'cell-is-a-date'],
  ['18 digits cut to 15', text, number(915101210000001000), 'cell-digits-lost'],
  ['NUL', text, typed('a\u0000b'), 'cell-control-character'],
  ['vertical tab', text, typed('a\u000bb'), 'cell-control-character'],
  ['a formula', money, { kind: 'formula', text: 'SUM(A1:A9)' }, 'cell-is-a-formula'],
  ['#N/A', money, { kind: 'error', text: '#N/A' }, 'cell-is-an-error'],
  ['no choice', choice, typed('三次申报'), 'cell-not-a-choice'],
])('%s is a fault', (_, column, cell, code) => {
  const reading = readCell(cell, column)
  expect(reading).toMatchObject({
    ok: false,
    fault: { code, message: { zh: expect.stringMatching(/[。]$/), en: expect.stringMatching(/\.$/) } },
  })
})

test('an absent cell is nothing, or a fault where it must be filled in', () => {
  expect(readCell(undefined, text)).toEqual({ ok: true, value: null })
  expect(readCell(undefined, { ...text, required: true })).toMatchObject({ ok: false, fault: { code: 'cell-empty' } })
  expect(readCell(typed(' '), { ...text, required: true })).toMatchObject({ ok: false, fault: { code: 'cell-empty' } })
})

test('what was cleaned is said, and only then', () => {
  expect(readCell(typed(' 120'), integer)).toMatchObject({ cleaned: { zh: '已去掉多余的空格或制表符' } })
  expect(readCell(typed('１２０\t'), integer)).toMatchObject({ cleaned: { zh: '已去掉多余的空格或制表符；全角字符已转为半角' } })
  expect(readCell(day('2020-05-29', true), date)).toMatchObject({ cleaned: { zh: '日期中的时刻未采用' } })
  expect(readCell(typed('120'), integer)).not.toHaveProperty('cleaned')
})
