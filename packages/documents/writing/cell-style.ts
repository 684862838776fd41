import { assert, formatWanYuan, formatYuan } from '@jincun/kernel'
import type { SheetCell, SheetColumn } from './sheet.ts'

/** Excel's number format of a column (ECMA-376 part 1, 18.8.30). */
export function numberFormat({ format, decimals }: SheetColumn): string {
  const fraction = decimals ? `.${'0'.repeat(decimals)}` : ''
  switch (format) {
    case 'text':
      return '@'
    case 'integer':
      return '#,##0'
    case 'decimal':
      return decimals === undefined ? 'General' : `0${fraction}`
    case 'wanYuan':
      return '#,##0.00####'
    case 'yuan':
      return '#,##0.00'
    case 'percent':
      return `0${fraction}%`
    case 'date':
      return 'yyyy-mm-dd'
  }
}

export type ExcelValue = string | number | Date | { formula: string; result: number | string | undefined } | null

// Excel keeps 15 digits of a number; more 分 than that would change without a word.
const mostFen = 10n ** 15n

export function excelValue(cell: SheetCell, { format }: SheetColumn): ExcelValue {
  if (cell === null) return null
  if (typeof cell === 'bigint') return moneyNumber(cell, format)
  if (typeof cell === 'object') return { formula: cell.formula, result: cell.result }
  if (format === 'date' && typeof cell === 'string') return new Date(`${cell}T00:00:00Z`)
  return typeof cell === 'string' ? escapeText(cell) : cell
}

// Excel reads '_x000D_' as a character; a text that happens to hold one keeps it by escaping its underscore (ECMA-376 part 1, 22.9.2.19).
export const escapeText = (text: string): string => text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')

function moneyNumber(fen: bigint, format: SheetColumn['format']): number {
  assert(format === 'wanYuan' || format === 'yuan', 'money stands in a column of a money format')
  assert(fen < mostFen && fen > -mostFen, 'an amount has at most 15 digits')
  return Number((format === 'wanYuan' ? formatWanYuan(fen) : formatYuan(fen)).replaceAll(',', ''))
}

/** Chinese characters are two columns wide. */
export const displayWidth = (text: string): number => [...text].reduce((sum, character) => sum + (character > '\u2e7f' ? 2 : 1), 0)
