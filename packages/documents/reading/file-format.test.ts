import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { countyColumns, countyTitles } from '../testing/county-columns.ts'
import { excelFile } from '../testing/excel-file.ts'
import { readTable } from './read-table.ts'

const csv = new TextEncoder().encode(`${countyTitles.join(',')}\n`)
const compound = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0)
const pdf = new TextEncoder().encode('%PDF-1.7\n')
const zip = zipSync({ 'readme.txt': csv })

test.each([
  { file: '申报表.xls', bytes: compound, code: 'file-type-unsupported', says: '.xls' },
  { file: '申报表.ET', bytes: compound, code: 'file-type-unsupported', says: '.et' },
  { file: '申报表.xlsm', bytes: zip, code: 'file-type-unsupported', says: '带宏' },
  { file: '申报表.ods', bytes: zip, code: 'file-type-unsupported', says: '.ods' },
  { file: '申报表.docx', bytes: zip, code: 'file-type-unsupported', says: '只能读取 .xlsx 和 .csv' },
  { file: '申报表', bytes: csv, code: 'file-type-unsupported', says: '只能读取 .xlsx 和 .csv' },
  { file: '改名.xlsx', bytes: compound, code: 'file-type-unsupported', says: '设了密码' },
  { file: '改名.xlsx', bytes: csv, code: 'file-extension-mismatch', says: '不要只改文件名' },
  { file: '改名.csv', bytes: zip, code: 'file-extension-mismatch', says: '不要只改文件名' },
  { file: '改名.csv', bytes: pdf, code: 'file-extension-mismatch', says: '不要只改文件名' },
  { file: '空.xlsx', bytes: new Uint8Array(), code: 'file-empty', says: '空的' },
  { file: '空.csv', bytes: new Uint8Array(), code: 'file-empty', says: '空的' },
  { file: '别的.xlsx', bytes: zip, code: 'file-damaged', says: '没有 Excel 工作簿' },
])('$file is refused: $code', ({ file, bytes, code, says }) => {
  const result = readTable(bytes, file, countyColumns)
  expect(result).toMatchObject({ ok: false, reason: { code, message: { zh: expect.stringContaining(says) } } })
})

test('a file cut off anywhere is refused, never misread', async () => {
  const whole = await excelFile(page => page.addRows([countyTitles, [510121, '金堂县', 1, 1, 1]]))
  for (let length = 4; length < whole.length; length += 97)
    expect(readTable(whole.subarray(0, length), 'a.xlsx', countyColumns)).toMatchObject({ ok: false, reason: { code: 'file-damaged' } })
})

test('a file with a changed byte is refused or read to the same table, and never breaks the reader', async () => {
  const whole = await excelFile(page => page.addRows([countyTitles, [510121, '金堂县', 1, 1, 1]]))
  for (let at = 4; at < whole.length; at += 31) {
    const changed = whole.with(at, (whole[at] ?? 0) ^ 0x55)
    const result = readTable(changed, 'a.xlsx', countyColumns)
    if (result.ok) expect(result.value.rows.map(({ values }) => values.budget)).toEqual([1_000_000n])
    else expect(result.reason.kind).toMatch(/^(invalid|too-large)$/)
  }
})

test.each([
  { size: 100, ok: true },
  { size: 99, ok: false },
])('$size bytes allowed for a file of 100', ({ size, ok }) => {
  const bytes = new TextEncoder().encode('countyCode,budget\n510121,1\n'.padEnd(100, '\n'))
  const result = readTable(bytes, 'a.csv', countyColumns, { maxBytes: size })
  expect(result.ok ? null : result.reason.code).toBe(ok ? null : 'file-too-large')
})
