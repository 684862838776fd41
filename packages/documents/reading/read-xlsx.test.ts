import { expect, test } from 'vitest'
import { countyColumns, countyTitles } from '../testing/county-columns.ts'
import { excelFile, withPart } from '../testing/excel-file.ts'
import { readTable } from './read-table.ts'

const row = [510121, '金堂县', 120, 87.5, 1850, new Date('2020-05-29T00:00:00Z'), '首次申报']
const values = {
  countyCode: '510121',
  name: '金堂县',
  stations: 120,
  rate: '87.5',
  budget: 1_850_000_000n,
  due: '2020-05-29',
  type: 'first',
}
const read = (bytes: Uint8Array) => readTable(bytes, '申报表.xlsx', countyColumns)
const tableOf = (bytes: Uint8Array) => {
  const result = read(bytes)
  if (!result.ok) throw new Error(result.reason.message.en)
  return result.value
}

test('typed cells are read, from a sheet with a heading', async () => {
  const file = await excelFile(page => page.addRows([['2020年申报表'], [], countyTitles, row]))
  expect(tableOf(file)).toMatchObject({ sheet: '申报表', encoding: 'xlsx', rows: [{ row: 4, values }], errors: [], notes: [] })
})

test('dates of the 1904 system are the same days', async () => {
  const file = await excelFile(page => page.addRows([countyTitles, row]), { date1904: true })
  expect(tableOf(file).rows).toMatchObject([{ values: { due: '2020-05-29' } }])
})

test('rich text, inline texts and texts with escapes are texts', async () => {
  const file = await excelFile(page => {
    page.addRows([countyTitles, row, row])
    page.getCell('B2').value = { richText: [{ text: '金' }, { text: '堂县', font: { bold: true } }] }
    page.getCell('B3').value = 'a_x000D_b'
  })
  const inline = withPart(file, 'xl/worksheets/sheet1.xml', xml =>
    xml.replace(/<c r="G3"[^>]*><v>\d+<\/v><\/c>/, '<c r="G3" t="inlineStr"><is><t>二次申报</t></is></c>'),
  )
  expect(tableOf(inline).rows).toMatchObject([{ values: { name: '金堂县' } }, { values: { name: 'a\nb', type: 'repeat' } }])
})

test('every fault of every cell is told at once, with its place', async () => {
  const file = await excelFile(page => {
    page.addRows([countyTitles, row, ['51O121', '', 1.5, 101, -5, '5/6/20', '三次'], row])
    page.getCell('E4').value = { formula: 'SUM(E2:E3)', result: 3 }
    page.getCell('D4').value = { error: '#REF!' }
  })
  const { rows, errors } = tableOf(file)
  expect(rows.map(good => good.row)).toEqual([2])
  expect(errors.map(({ address, code, value }) => [address, code, value])).toEqual([
    ['A3', 'cell-not-a-place-code', '51O121'],
    ['C3', 'cell-not-an-integer', '1.5'],
    ['D3', 'cell-too-large', '101'],
    ['E3', 'cell-negative-amount', '-5'],
    ['F3', 'cell-not-a-date', '5/6/20'],
    ['G3', 'cell-not-a-choice', '三次'],
    ['D4', 'cell-is-an-error', '#REF!'],
    ['E4', 'cell-is-a-formula', '=SUM(E2:E3)'],
  ])
  expect(errors[0]).toMatchObject({
    sheet: '申报表',
    row: 3,
    column: '县代码',
    message: { zh: '应为 6 位行政区划代码，现为“51O121”；请核对代码。' },
  })
})

test('merged cells in the data are faults of every row they cover; a merged heading is not', async () => {
  const file = await excelFile(page => {
    page.addRows([['2020年申报表'], countyTitles, row, row, row])
    page.mergeCells('A1:G1')
    page.mergeCells('E3:E4')
  })
  const { rows, errors } = tableOf(file)
  expect(errors.map(({ address, code, message }) => [address, code, message.zh])).toEqual([
    ['E3', 'cell-merged', '属于合并单元格 E3:E4；请取消合并并逐格填写。'],
    ['E4', 'cell-merged', '属于合并单元格 E3:E4；请取消合并并逐格填写。'],
  ])
  expect(rows.map(good => good.row)).toEqual([5])
})

test('hidden sheets are not read and hidden rows are; both are said', async () => {
  const file = await excelFile((page, workbook) => {
    page.addRows([countyTitles, row, row])
    page.getRow(3).hidden = true
    const other = workbook.addWorksheet('旧数据', { state: 'hidden' })
    other.addRows([countyTitles, row])
    workbook.addWorksheet('更旧', { state: 'veryHidden' }).addRows([countyTitles, row])
  })
  const { rows, notes } = tableOf(file)
  expect(rows).toHaveLength(2)
  expect(notes.map(({ code, sheet, row: at }) => [code, sheet, at])).toEqual([
    ['sheet-hidden', '旧数据', null],
    ['sheet-hidden', '更旧', null],
    ['row-hidden', '申报表', 3],
  ])
})

test('two sheets with the header cannot both be meant', async () => {
  const file = await excelFile((page, workbook) => {
    page.addRows([countyTitles, row])
    workbook.addWorksheet('另一张').addRows([countyTitles, row])
  })
  expect(read(file)).toMatchObject({ ok: false, reason: { code: 'table-sheet-ambiguous' } })
})

test('a sheet formatted to its last row costs nothing', async () => {
  const file = await excelFile(page => {
    page.addRows([countyTitles, row])
    page.getCell('A1048576').numFmt = '@'
  })
  expect(tableOf(file).rows).toHaveLength(1)
})

test.each(['A2:XFD1048576', 'A1:XFD1'])('merging %s costs no memory and is answered at once', async range => {
  const file = await excelFile(page => page.addRows([countyTitles, row]))
  const merged = withPart(file, 'xl/worksheets/sheet1.xml', xml =>
    xml.replace('</sheetData>', `</sheetData><mergeCells count="1"><mergeCell ref="${range}"/></mergeCells>`),
  )
  const start = performance.now()
  const { errors } = tableOf(merged)
  expect(performance.now() - start).toBeLessThan(1_000)
  expect(errors).toHaveLength(range.startsWith('A2') ? 7 : 0)
})

test('rows beyond the limit are refused', async () => {
  const file = await excelFile(page => page.addRows([countyTitles, row, row, row]))
  expect(readTable(file, 'a.xlsx', countyColumns, { maxRows: 3 }).ok).toBe(true)
  expect(readTable(file, 'a.xlsx', countyColumns, { maxRows: 2 })).toMatchObject({
    ok: false,
    reason: { kind: 'too-large', code: 'table-too-many-rows' },
  })
  expect(readTable(file, 'a.xlsx', countyColumns, { maxColumns: 6 })).toMatchObject({
    ok: false,
    reason: { code: 'table-too-many-columns' },
  })
})

test.each([
  ['an entity', '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet/>'],
  ['an external entity', '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet>&a;</worksheet>'],
  ['broken XML', '<worksheet><sheetData><row></sheetData>'],
  ['rows out of order', '<worksheet><sheetData><row r="2"/><row r="1"/></sheetData></worksheet>'],
  ['a cell in another row', '<worksheet><sheetData><row r="1"><c r="A2"><v>1</v></c></row></sheetData></worksheet>'],
  ['a row beyond Excel', '<worksheet><sheetData><row r="99999999"/></sheetData></worksheet>'],
])('a sheet with %s is refused as damaged', async (_, xml) => {
  const file = withPart(await excelFile(page => page.addRows([countyTitles, row])), 'xl/worksheets/sheet1.xml', () => xml)
  expect(read(file)).toMatchObject({ ok: false, reason: { code: 'file-damaged' } })
})
