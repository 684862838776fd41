import { searchRows, sortRows } from './table-rows.ts'
import type { CellValue, Column } from './table-rows.ts'

/** A text that Excel would take for a formula gets an apostrophe before it (CWE-1236). */
const neutral = (text: string): string => (/^'*[=+\-@\t\r＝＋－＠]/.test(text) && !/^-?[\d.,]+$/.test(text) ? `'${text}` : text)

const quote = (value: CellValue): string => {
  const text = neutral(value === null || value === undefined ? '' : String(value))
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/**
 * Rows as CSV with a byte order mark, without which Excel in China reads UTF-8 as GBK. Columns without a value (buttons) are left out;
 * only rows that fit the words searched for are in it, in the order shown.
 */
export function tableCsv<Row>(rows: readonly Row[], columns: readonly Column<Row>[], find: string, sort: string): string {
  const shown = columns.filter(column => column.value !== undefined)
  const lines = sortRows(searchRows(rows, columns, find), columns, sort).map(row => shown.map(column => quote(column.value?.(row))))
  return `\ufeff${[shown.map(column => quote(column.title)), ...lines].map(line => `${line.join(',')}\r\n`).join('')}`
}

/** Gives a text to the browser as a file to save. */
export function saveText(text: string, fileName: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  link.download = fileName
  link.click()
  URL.revokeObjectURL(link.href)
}
