import { expect, test } from 'vitest'
import { tableCsv } from './table-csv.ts'
import type { Column } from './table-rows.ts'

type Row = { name: string; change: string; note: string | null }
const columns: Column<Row>[] = [
  { key: 'name', title: '县', value: row => row.name },
  { key: 'change', title: '增减', value: row => row.change, numeric: true },
  { key: 'note', title: '说明', value: row => row.note },
  { key: 'actions', title: '办理', cell: () => '…' },
]
const rows: Row[] = [
  { name: '西昌市', change: '-12.5', note: '=HYPERLINK("x")' },
  { name: '会东县', change: '3', note: '一,二\n三' },
  { name: '安岳县', change: '4', note: null },
]

test('what is shown goes out: order, search, quoting; formulas are made harmless and negative figures stay figures', () => {
  expect(tableCsv(rows, columns, '', '-change').split('\r\n')).toEqual([
    '\ufeff县,增减,说明',
    '安岳县,4,',
    '会东县,3,"一,二\n三"',
    '西昌市,-12.5,"\'=HYPERLINK(""x"")"',
    '',
  ])
  expect(tableCsv(rows, columns, '安岳', '').split('\r\n')).toHaveLength(3)
})
