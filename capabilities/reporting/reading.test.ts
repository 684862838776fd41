import fc from 'fast-check'
import { goodsCategoriesFor, reportTypeFor } from '@jincun/policy'
import { loadPolicy } from '@jincun/policy/load'
import { expect, test } from 'vitest'
import {
  NoteBook,
  readInstant,
  readPositive,
  reportCsvTemplate,
  reportSchema,
  splitRecords,
  TransactionCheck,
  transactionColumns,
} from './index.ts'

const pack = loadPolicy()
const type = reportTypeFor(pack, 'transactions', '2020-05-20')
const categories = goodsCategoriesFor(pack, '2020-05-20')

test.each([
  ['2020-05-08 14:03:21', '2020-05-08 14:03:21', undefined],
  ['2020-05-08T14:03:21', '2020-05-08 14:03:21', undefined],
  ['2020/5/8 9:03', '2020-05-08 09:03:00', undefined],
  ['2020-05-08T06:03:21Z', '2020-05-08 14:03:21', undefined],
  ['2020-05-08T23:00:00-05:00', '2020-05-09 12:00:00', undefined],
  ['2020年5月8日', '2020-05-08 00:00:00', 'time-of-day-missing'],
  ['43959.5', '2020-05-08 12:00:00', 'excel-serial-date'],
  ['2020-02-29 00:00:00', '2020-02-29 00:00:00', undefined],
  ['2019-02-29 00:00:00', undefined, undefined],
  ['2020-04-31 00:00:00', undefined, undefined],
  ['2020-05-08 24:00:00', undefined, undefined],
  ['2020-05-08 23:60:00', undefined, undefined],
  ['41639', undefined, undefined],
  ['41640', '2014-01-01 00:00:00', 'excel-serial-date'],
  ['yesterday', undefined, undefined],
])('the time %s is read as %s', (text, local, cleaned) => {
  const read = readInstant(text)
  expect([read?.local, read?.cleaned]).toEqual([local, cleaned])
})

test.each([
  ['88.80', 2, 8880],
  ['0.01', 2, 1],
  ['12.3400', 2, 1234],
  ['12.345', 2, 'number-too-fine'],
  ['0', 2, 'number-not-positive'],
  ['0.00', 2, 'number-not-positive'],
  ['-1', 2, 'number-not-positive'],
  ['1,234,567.89', 2, 123456789],
  ['1,23', 2, 'number-malformed'],
  ['1e3', 2, 'number-malformed'],
  ['100000000000', 2, 10_000_000_000_000],
  ['100000000001', 2, 'number-too-large'],
  ['12.', 2, 'number-malformed'],
  ['.5', 2, 'number-malformed'],
  ['2.125', 3, 2125],
])('the number %s with %i decimals is %s', (text, decimals, wanted) => {
  const read = readPositive(text, decimals)
  expect('fault' in read ? read.fault : read.units).toBe(wanted)
})

test('any amount in 分, written with two decimals, comes back to the 分', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000_000_000_000 }), fen => {
      const text = `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`
      expect(readPositive(text, 2)).toEqual({ units: fen, separated: false })
    }),
  )
})

const split = (text: string, width = 3) => {
  const found: (string[] | null)[] = []
  splitRecords(text, ',', width, cells => found.push(cells))
  return found
}

test.each([
  ['a plain line', 'a,b,c\n', [['a', 'b', 'c']]],
  [
    'a comma in quotation marks',
    '"a,x",b,c\nd,e,f',
    [
      ['a,x', 'b', 'c'],
      ['d', 'e', 'f'],
    ],
  ],
  ['a doubled mark', '"a""x",b,c', [['a"x', 'b', 'c']]],
  [
    'a line feed in quotation marks',
    '"a\nx",b,c\nd,e,f',
    [
      ['a\nx', 'b', 'c'],
      ['d', 'e', 'f'],
    ],
  ],
  ['a mark without its pair costs its line only', '"a,b,c\nd,e,f\n', [null, ['d', 'e', 'f']]],
  ['a stray pair over two rows costs its line only', '"a,b,c\nd,e"f,g,h\ni,j,k\n', [null, ['d', 'e"f', 'g', 'h'], ['i', 'j', 'k']]],
])('%s', (_what, text, wanted) => {
  expect(split(text)).toEqual(wanted)
})

const ground = {
  countyCode: '513431',
  now: '2020-05-20 09:00:00',
  type,
  categories,
  isPlace: (code: string) => ['513431', '310115', '330106'].includes(code),
}
const good: Record<string, string> = {
  order: 'A-1',
  business_time: '2020-05-08 14:03:21',
  entry_time: '',
  direction: 'up',
  category: '27',
  quantity: '1',
  amount_yuan: '10',
  seller_place: '513431',
  buyer_place: '310115',
  channel: 'platform',
}
const check = (changes: Record<string, string>) => {
  const notes = new NoteBook()
  const read = new TransactionCheck(ground, notes).check(
    transactionColumns.map(name => ({ ...good, ...changes })[name] ?? ''),
    2,
  )
  return {
    codes: 'order' in read ? [] : read.map(({ column, code }) => `${column} ${code}`),
    notes: notes.list().map(({ code }) => code),
    read,
  }
}

test.each<[string, Record<string, string>, string[]]>([
  ['as it should be', {}, []],
  ['without an order number', { order: '' }, ['order cell-missing']],
  ['with an order number Excel has eaten', { order: '1.23457E+17' }, ['order digits-lost']],
  ['with a formula for an order number', { order: '=1+1' }, ['order code-malformed']],
  ['at this very second', { business_time: '2020-05-20 09:00:00' }, []],
  ['a second in the future', { business_time: '2020-05-20 09:00:01' }, ['business_time in-future']],
  ['on the first day of the programme', { business_time: '2014-01-01 00:00:00' }, []],
  ['the second before', { business_time: '2013-12-31 23:59:59' }, ['business_time too-early']],
  ['entered the day before it happened', { entry_time: '2020-05-07 23:00:00' }, ['entry_time entry-before-business']],
  ['of a category of the other direction', { category: '4' }, ['category category-not-of-direction']],
  ['of a category nobody has', { category: '31' }, ['category category-unknown']],
  ['going up with a seller elsewhere', { seller_place: '330106' }, ['seller_place place-of-another-county']],
  [
    'going down with a buyer elsewhere',
    { direction: 'down', category: '4', seller_place: '330106' },
    ['buyer_place place-of-another-county'],
  ],
  ['of a place nobody has', { buyer_place: '999999' }, ['buyer_place place-unknown']],
  ['of a station of another county', { station: '3101150001' }, ['station station-of-another-county']],
  ['refunding itself', { refund_of: 'A-1' }, ['refund_of refund-of-itself']],
  [
    'with everything wrong at once',
    { quantity: '0', amount_yuan: 'x', channel: 'pigeon' },
    ['quantity number-not-positive', 'amount_yuan number-malformed', 'channel choice-unknown'],
  ],
])('a row %s', (_what, changes, wanted) => {
  expect(check(changes).codes).toEqual(wanted)
})

test('what cannot mean anything else is cleaned, and said', () => {
  const { codes, notes, read } = check({
    order: "'A-1\t",
    amount_yuan: '１２.５０',
    business_time: '43959',
    direction: '上行',
    quantity: '1,000',
  })
  expect(codes).toEqual([])
  expect(notes).toEqual(['excel-serial-date', 'full-width-digits', 'spaces-removed', 'text-guard-removed', 'thousands-separators'])
  expect(read).toMatchObject({ order: 'A-1', amountFen: 1250, quantityThousandths: 1_000_000, direction: 'up' })
})

test('template and schema come from the one definition', () => {
  expect(reportCsvTemplate(type)).toBe(transactionColumns.join(','))
  const schema = reportSchema(type, categories) as { required: string[]; properties: Record<string, unknown> }
  expect(Object.keys(schema.properties)).toEqual([...transactionColumns])
  expect(schema.required).toEqual(type.fields.filter(({ required }) => required).map(({ id }) => id))
})
