import { formatWanYuan, formatYuan, guardFormula } from '@jincun/kernel'
import type { Sheet, SheetCell, SheetColumn } from './sheet.ts'

/**
 * Writes header and rows as CSV with a byte order mark, without which Excel in China reads UTF-8 as GBK.
 * A text that Excel would take for a formula gets an apostrophe before it (CWE-1236); `readTable` takes it off again.
 */
export function writeCsv({ columns, rows }: Pick<Sheet, 'columns' | 'rows'>): Uint8Array {
  const lines = [
    columns.map(column => guardFormula(column.title)),
    ...rows.map(row => columns.map((column, index) => csvText(row[index] ?? null, column))),
  ]
  return new TextEncoder().encode(`\ufeff${lines.map(line => `${line.map(quote).join(',')}\r\n`).join('')}`)
}

function csvText(cell: SheetCell, { format }: SheetColumn): string {
  if (cell === null) return ''
  if (typeof cell === 'bigint') return (format === 'yuan' ? formatYuan(cell) : formatWanYuan(cell)).replaceAll(',', '')
  if (typeof cell === 'number') return String(cell)
  return guardFormula(typeof cell === 'object' ? String(cell.result ?? '') : cell)
}

const quote = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
