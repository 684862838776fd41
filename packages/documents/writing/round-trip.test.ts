import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatWanYuan } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import { countyColumns, countyTitles } from '../testing/county-columns.ts'
import { readTable } from '../reading/read-table.ts'
import type { Table } from '../reading/table.ts'
import { headerRowOf } from './sheet.ts'
import type { Sheet, SheetCell } from './sheet.ts'
import { writeCsv } from './write-csv.ts'
import { writeTemplate } from './write-template.ts'
import { writeWorkbook } from './write-workbook.ts'

const asOf = new Date('2020-05-20T02:00:00Z')
const formats = ['text', 'text', 'integer', 'decimal', 'wanYuan', 'date', 'text'] as const
const sheetOf = (rows: SheetCell[][]): Sheet => ({
  name: '申报表',
  title: '2020年申报表',
  notes: ['来源：县商务局', '截至 2020-05-20'],
  columns: countyTitles.map((title, index) => ({ title, format: formats[index] ?? 'text' })),
  rows,
})
const rowsOf = (result: Result<Table<typeof countyColumns>>) => {
  if (!result.ok) throw new Error(result.reason.message.en)
  expect(result.value.errors).toEqual([])
  return result.value.rows.map(({ values }) => values)
}

const day = fc
  .date({ min: new Date('1900-03-01'), max: new Date('2999-12-31'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10))
const name = fc
  .string({
    unit: fc.oneof(
      fc.constantFrom('金', '堂', '𠀀', ' ', '\n', '"', ',', "'", '=', '-', '@', '_x000D_', '<', '&'),
      fc.string({ minLength: 1, maxLength: 1 }),
    ),
    maxLength: 8,
  })
  .map(text => text.trim())
const county = fc.record({
  countyCode: fc.integer({ min: 100000, max: 999999 }).map(String),
  name: name.map(text => text || null),
  stations: fc.option(fc.nat()),
  rate: fc.option(fc.integer({ min: 0, max: 9_999 }).map(hundredths => String(hundredths / 100))),
  budget: fc.bigInt({ min: 0n, max: 999_999_999_999_999n }),
  due: fc.option(day),
  type: fc.option(fc.constantFrom('first', 'repeat')),
})
type County = typeof county extends fc.Arbitrary<infer T> ? T : never
const cellsOf = (row: County): SheetCell[] => [
  row.countyCode,
  row.name,
  row.stations,
  row.rate === null ? null : Number(row.rate),
  row.budget,
  row.due,
  row.type,
]

test('what a workbook holds is read back to the last digit', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(county, { minLength: 1, maxLength: 6 }), async rows => {
      const file = await writeWorkbook([sheetOf(rows.map(cellsOf))], asOf)
      expect(rowsOf(readTable(file, 'a.xlsx', countyColumns))).toEqual(rows)
    }),
    { numRuns: 60 },
  )
})

test('what a CSV file holds is read back to the last digit', () => {
  fc.assert(
    fc.property(fc.array(county, { minLength: 1, maxLength: 6 }), rows => {
      const file = writeCsv(sheetOf(rows.map(cellsOf)))
      expect(rowsOf(readTable(file, 'a.csv', countyColumns))).toEqual(rows)
    }),
  )
})

test.each(['=1+1', '+1', '-1+1', '@SUM(A1)', '\t=1', '＝1+1', "'=1", '=HYPERLINK("http://x","y")'])(
  'a CSV text %j is never a formula',
  text => {
    const file = new TextDecoder().decode(writeCsv({ columns: [{ title: text, format: 'text' }], rows: [[text]] }))
    const cells = file.split('\r\n').filter(line => line !== '')
    for (const cell of cells) expect(cell.replace(/^"/, '')[0]).toBe("'")
  },
)

test('a CSV number keeps its sign', () => {
  const file = new TextDecoder().decode(
    writeCsv({
      columns: [
        { title: 'a', format: 'integer' },
        { title: 'b', format: 'wanYuan' },
      ],
      rows: [[-5, -1n]],
    }),
  )
  expect(file).toBe('a,b\r\n-5,-0.000001\r\n')
})

test('a CSV file starts with the mark Excel in China needs', () => {
  expect([...writeCsv({ columns: [], rows: [] }).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
})

test('equal sheets give equal bytes at any moment; another as-of date gives others', async () => {
  const sheets = [sheetOf([['510121', '金堂县', 1, 2, 3n, '2020-05-29', 'first']])]
  const first = await writeWorkbook(sheets, asOf)
  await new Promise(resolve => setTimeout(resolve, 2_100)) // ZIP keeps times to two seconds.
  expect(await writeWorkbook(sheets, asOf)).toEqual(first)
  expect(await writeWorkbook(sheets, new Date('2020-05-21T02:00:00Z'))).not.toEqual(first)
})

test('header is frozen, formulas compute, formats show units', async () => {
  const sheet: Sheet = {
    name: '测算表',
    notes: ['来源：…'],
    columns: [
      { title: '因素', format: 'decimal' },
      { title: '金额（元）', format: 'yuan' },
      { title: '和', format: 'decimal', decimals: 4 },
    ],
    rows: [[1.5, 123456n, { formula: 'A3+B3', result: 1236.06 }]],
  }
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load((await writeWorkbook([sheet], asOf)).buffer as ArrayBuffer)
  const page = workbook.getWorksheet('测算表')
  expect(headerRowOf(sheet)).toBe(2)
  expect(page?.views).toMatchObject([{ state: 'frozen', ySplit: 2 }])
  expect(page?.getCell('B3')).toMatchObject({ value: 1234.56, numFmt: '#,##0.00' })
  expect(page?.getCell('C3')).toMatchObject({ formula: 'A3+B3', result: 1236.06, numFmt: '0.0000' })
  expect(workbook.created).toEqual(asOf)
})

test('an amount of more than 15 digits is a bug, not a rounded figure', async () => {
  await expect(writeWorkbook([sheetOf([['510121', null, null, null, 10n ** 15n, null, null]])], asOf)).rejects.toThrow('15 digits')
  expect(formatWanYuan(10n ** 15n - 1n)).toBe('999,999,999.999999')
})

const template = {
  name: '申报表',
  title: '2020年申报表',
  columns: countyColumns,
  instructions: [{ zh: '由县商务局填写。', en: 'To be filled in by the county.' }],
}

test('a template filled in by another program is read', async () => {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load((await writeTemplate(template, asOf)).buffer as ArrayBuffer)
  workbook.getWorksheet('申报表')?.addRow(['510121', '金堂县', 12, 90, 1850, new Date('2020-05-29'), '二次申报'])
  const filled = new Uint8Array(await workbook.xlsx.writeBuffer())
  const result = readTable(filled, '申报表.xlsx', countyColumns)
  expect(rowsOf(result)).toMatchObject([{ countyCode: '510121', budget: 1_850_000_000n, due: '2020-05-29', type: 'repeat' }])
  expect(result).toMatchObject({ value: { notes: [], sheet: '申报表' } })
})

test('a template carries its lists, its checks and its instructions', async () => {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(
    (await writeTemplate({ ...template, rows: [['510121', '金堂县', null, null, null, null, null]] }, asOf)).buffer as ArrayBuffer,
  )
  const page = workbook.getWorksheet('申报表')
  expect(page?.getCell('A2').value).toBe('县代码*')
  expect(page?.getCell('A3').value).toBe('510121')
  expect(page?.getCell('G3').dataValidation).toMatchObject({ type: 'list', formulae: ["'选项'!$G$1:$G$2"] })
  expect(page?.getCell('E1002').dataValidation).toMatchObject({ type: 'decimal', operator: 'greaterThanOrEqual', formulae: [0] })
  expect(workbook.getWorksheet('选项')).toMatchObject({ state: 'hidden' })
  expect(workbook.getWorksheet('填写说明')?.getSheetValues().flat()).toEqual(
    expect.arrayContaining(['由县商务局填写。', '从列表中选择：首次申报、二次申报。']),
  )
})

test('an empty template handed back is an empty table, not an error', async () => {
  expect(rowsOf(readTable(await writeTemplate(template, asOf), 'a.xlsx', countyColumns))).toEqual([])
})
