import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { countyColumns, countyTitles } from '../testing/county-columns.ts'
import { readTable } from './read-table.ts'

const header = countyTitles.join(',')
const row = '510121,金堂县,120,87.5,1850,2020-05-29,首次申报'
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (bytes: Uint8Array) => readTable(bytes, '申报表.csv', countyColumns)
const tableOf = (bytes: Uint8Array) => {
  const result = read(bytes)
  if (!result.ok) throw new Error(result.reason.message.en)
  return result.value
}
const values = {
  countyCode: '510121',
  name: '金堂县',
  stations: 120,
  rate: '87.5',
  budget: 1_850_000_000n,
  due: '2020-05-29',
  type: 'first',
}

test.each([
  { encoding: 'utf-8', bytes: utf8(`${header}\n${row}\n`) },
  { encoding: 'utf-8-bom', bytes: utf8(`\ufeff${header}\r\n${row}\r\n`) },
  { encoding: 'gb18030', bytes: new Uint8Array(iconv.encode(`${header}\r\n${row}\r\n`, 'gbk')) },
  { encoding: 'utf-16le', bytes: new Uint8Array(iconv.encode(`${header}\r\n${row}\r\n`, 'utf16le', { addBOM: true })) },
])('a $encoding file is read and its encoding said', ({ encoding, bytes }) => {
  expect(tableOf(bytes)).toMatchObject({ encoding, sheet: null, rows: [{ row: 2, values }], errors: [] })
})

test('GB 18030 is said in a note, and reads characters that GBK does not have', () => {
  const table = tableOf(new Uint8Array(iconv.encode(`县代码,县名,中央财政资金（万元）\n510121,㑇𠀀县,1\n`, 'gb18030')))
  expect(table.notes).toMatchObject([{ code: 'csv-read-as-gb18030' }])
  expect(table.rows[0]?.values.name).toBe('㑇𠀀县')
})

test('联通, whose GBK bytes look like UTF-8 to lenient decoders, is still GBK', () => {
  const table = tableOf(new Uint8Array(iconv.encode('countyCode,name,budget\n510121,联通,1\n', 'gbk')))
  expect(table).toMatchObject({ encoding: 'gb18030', rows: [{ values: { name: '联通' } }] })
})

test('titles may be English, keys, starred, spaced or full-width', () => {
  const table = tableOf(utf8(`County code*, NAME ,"Central funds (10,000 yuan)"\n510121,金堂县,1\n`))
  expect(table.rows).toMatchObject([{ values: { countyCode: '510121', name: '金堂县', budget: 1_000_000n } }])
  expect(tableOf(utf8('县 代 码,中央财政资金(万元)\n510121,1\n')).rows).toHaveLength(1)
})

test('a heading and notes may stand above the header; rows keep their numbers', () => {
  const table = tableOf(utf8(`2020年申报表,,\n单位：万元,,\n\n县代码,县名,中央财政资金（万元）\n510121,金堂县,1\n\n510122,双流,2\n`))
  expect(table.rows.map(({ row }) => row)).toEqual([5, 7])
})

test('quoted commas, quotes and line breaks stay inside their cell', () => {
  const table = tableOf(utf8('县代码,县名,中央财政资金（万元）\n510121,"金""堂,\r\n县","1,850"\n'))
  expect(table.rows[0]?.values).toMatchObject({ name: '金"堂,\n县', budget: 1_850_000_000n })
})

test('tabs separate where the header has tabs', () => {
  expect(tableOf(utf8('县代码\t县名\t中央财政资金（万元）\n510121\t金堂县\t1,850\n')).rows[0]?.values.budget).toBe(1_850_000_000n)
})

test('an unquoted thousands comma is found, not read as another column', () => {
  const table = tableOf(utf8('县代码,县名,中央财政资金（万元）\n510121,金堂县,1,850\n'))
  expect(table.rows).toEqual([])
  expect(table.errors).toMatchObject([{ row: 2, code: 'row-too-long', value: '850', address: 'D2' }])
})

test.each([
  { what: 'neither UTF-8 nor GB 18030', bytes: Uint8Array.of(0x61, 0xff, 0xff, 0x80), code: 'csv-encoding-unknown' },
  { what: 'NUL characters', bytes: utf8(`${header}\n510121,a\0b,1,1,1,,\n`), code: 'csv-malformed' },
  { what: 'an open quote', bytes: utf8(`${header}\n510121,"金堂县,1\n`), code: 'csv-malformed' },
  { what: 'no header', bytes: utf8(`${row}\n`), code: 'table-header-missing' },
  { what: 'only blank lines', bytes: utf8('\n\n,,\n'), code: 'table-header-missing' },
  { what: 'a missing column', bytes: utf8('县代码,县名\n510121,金堂县\n'), code: 'table-column-missing' },
  { what: 'the amount in another unit', bytes: utf8('县代码,中央财政资金（元）\n510121,1\n'), code: 'table-column-missing' },
  { what: 'a repeated column', bytes: utf8('县代码,中央财政资金（万元）,县代码\n510121,1,510122\n'), code: 'table-column-repeated' },
])('a file with $what is refused', ({ bytes, code }) => {
  expect(read(bytes)).toMatchObject({ ok: false, reason: { kind: 'invalid', code } })
})

test('an unknown column is passed over and said', () => {
  expect(tableOf(utf8('县代码,中央财政资金（万元）,备注\n510121,1,急\n')).notes).toMatchObject([{ code: 'column-unknown', column: '备注' }])
})

test.each([
  { rows: 3, ok: true },
  { rows: 4, ok: false },
])('$rows rows against a limit of 3', ({ rows, ok }) => {
  const bytes = utf8(`${header}\n${`${row}\n`.repeat(rows)}`)
  const result = readTable(bytes, '申报表.csv', countyColumns, { maxRows: 3 })
  expect(result.ok).toBe(ok)
})
