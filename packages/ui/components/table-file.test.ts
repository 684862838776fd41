import { expect, test } from 'vitest'
import ExcelJS from 'exceljs'
import { tableCsv, tableWorkbook } from './table-file.ts'
import type { Column } from './table-rows.ts'

type Row = { name: string; change: string; note: string | null; money: bigint | null }
const columns: Column<Row>[] = [
  { key: 'name', title: '县', value: row => row.name },
  { key: 'change', title: '增减', value: row => row.change, numeric: true },
  { key: 'note', title: '说明', value: row => row.note },
  { key: 'money', title: '收到', fen: row => row.money, unit: 'wan' },
  { key: 'actions', title: '办理', cell: () => '…' },
]
const rows: Row[] = [
  { name: '西昌市', change: '-12.5', note: '=HYPERLINK("x")', money: 1_500_000_000n },
  { name: '会东县', change: '3', note: '一,二\n三', money: 1n },
  { name: '安岳县', change: '4', note: null, money: null },
]

const units = { yuan: '元', wan: '万元' }

test('what is shown goes out: order, search, quoting; formulas are made harmless and negative figures stay figures', () => {
  expect(tableCsv(rows, columns, '', '-change', units).split('\r\n')).toEqual([
    '\ufeff县,增减,说明,收到（万元）',
    '安岳县,4,,',
    '会东县,3,"一,二\n三",0.000001',
    '西昌市,-12.5,"\'=HYPERLINK(""x"")",1500',
    '',
  ])
  expect(tableCsv(rows, columns, '安岳', '', units).split('\r\n')).toHaveLength(3)
})

test('the workbook says the same: figures are numbers, what Excel cannot keep exactly and what looks like a formula is text', async () => {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(await (await tableWorkbook(rows, columns, '', '-change', units)).arrayBuffer())
  const cells = (row: number) => [1, 2, 3, 4].map(column => book.worksheets[0]?.getRow(row).getCell(column).value)
  expect([1, 2, 3, 4].map(cells)).toEqual([
    ['县', '增减', '说明', '收到（万元）'],
    ['安岳县', 4, null, null],
    ['会东县', 3, '一,二\n三', '0.000001'],
    ['西昌市', -12.5, '=HYPERLINK("x")', 1500],
  ])
})

test('money sorts by its amount and is found by its figure', () => {
  expect(tableCsv(rows, columns, '', 'money', units).split('\r\n')[1]).toContain('会东县')
  expect(tableCsv(rows, columns, '1500', '', units).split('\r\n')).toHaveLength(3)
})
