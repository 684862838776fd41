import { guardFormula } from '@jincun/kernel'
import { hasValue, isNumeric, searchRows, sortRows, valueIn } from './table-rows.ts'
import type { CellValue, Column, MoneyUnit } from './table-rows.ts'

/** Words for the units of money, put into a head that does not name its unit. */
export type UnitWords = Record<MoneyUnit, string>

/** The rows that fit the words searched for, in the order shown, under their heads; columns without a value (buttons) are left out. */
function linesOf<Row>(rows: readonly Row[], columns: readonly Column<Row>[], find: string, sort: string, units: UnitWords) {
  const shown = columns.filter(hasValue)
  const head = shown.map(({ title, fen, unit = 'yuan' }) => (fen && !title.includes(units[unit]) ? `${title}（${units[unit]}）` : title))
  const body = sortRows(searchRows(rows, columns, find), columns, sort)
  return { shown, head, body: body.map(row => shown.map(column => valueIn(column, row))) }
}

const quote = (value: CellValue): string => {
  const text = guardFormula(value === null || value === undefined ? '' : String(value))
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** What the table shows as CSV, with a byte order mark, without which Excel in China reads UTF-8 as GBK. */
export function tableCsv<Row>(rows: readonly Row[], columns: readonly Column<Row>[], find: string, sort: string, units: UnitWords): string {
  const { head, body } = linesOf(rows, columns, find, sort, units)
  return `\ufeff${[head, ...body].map(line => `${line.map(quote).join(',')}\r\n`).join('')}`
}

/** A figure that Excel keeps digit for digit is a number; ids, codes and longer figures stay text. */
const isFigure = (value: CellValue, numeric: boolean): boolean =>
  typeof value === 'number' || (numeric && typeof value === 'string' && /^-?\d{1,13}(\.\d{1,2})?$/.test(value.replaceAll(',', '')))

/** What the table shows as an Excel workbook; the writer is loaded when it is wanted. */
export async function tableWorkbook<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  find: string,
  sort: string,
  units: UnitWords,
): Promise<Blob> {
  const { default: writeWorkbook } = await import('write-excel-file/universal')
  const { shown, head, body } = linesOf(rows, columns, find, sort, units)
  const lines = body.map(line =>
    line.map((value, place) => {
      const column = shown[place]
      if (value === null || value === undefined || value === '') return null
      if (column && isFigure(value, isNumeric(column))) return { type: Number, value: Number(String(value).replaceAll(',', '')) }
      return { type: String, value: String(value) }
    }),
  )
  const heading = head.map(value => ({ type: String, value, fontWeight: 'bold' as const }))
  return writeWorkbook([heading, ...lines], { stickyRowsCount: 1 }).toBlob()
}

/** Gives content to the browser as a file to save. */
export function saveFile(content: Blob, fileName: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = fileName
  link.click()
  URL.revokeObjectURL(link.href)
}
