import { walkXml } from './xml.ts'
import { parseAddress, parseRange } from './raw-sheet.ts'
import type { CellRange, RawCell, RawRow, RawSheet } from './raw-sheet.ts'
import { excelDate, excelTime } from './excel-date.ts'
import { isTrue, unescapeText } from './xlsx-parts.ts'
import type { Workbook } from './xlsx-parts.ts'
import { tooLarge, tooManyRows, unreadable } from './unreadable-file.ts'
import { headerRows } from './table.ts'
import type { ReadingLimits } from './table.ts'

type OpenCell = { column: number; type: string; style: number; value: string; formula: string | null }

/**
 * Reads one worksheet. Only cells with something in them are kept, so a sheet formatted to its last row costs nothing.
 * Throws `UnreadableFile`, for too many rows as soon as they are met.
 */
export function readSheet(name: string, bytes: Uint8Array, workbook: Workbook, limits: ReadingLimits): RawSheet {
  const rows: RawRow[] = []
  const merges: CellRange[] = []
  let row: RawRow = { row: 0, hidden: false, cells: new Map() }
  let cell: OpenCell | null = null
  let sink: 'value' | 'formula' | null = null
  let inPhonetic = false
  let lastColumn = 0
  const endCell = (): void => {
    const content = cell && cellContent(cell, workbook)
    if (cell && content) row.cells.set(cell.column, content)
    cell = null
  }
  const open = (tag: string, attributes: Record<string, string>): void => {
    if (tag === 'row') {
      row = { row: rowNumber(name, attributes.r, row.row), hidden: isTrue(attributes.hidden), cells: new Map() }
      lastColumn = 0
    } else if (tag === 'c') {
      cell = startCell(name, attributes, row.row, lastColumn)
      lastColumn = cell.column
    } else if (tag === 'f' && cell) [cell.formula, sink] = ['', 'formula']
    else if (tag === 'rPh') inPhonetic = true
    else if ((tag === 'v' || tag === 't') && cell && !inPhonetic) sink = 'value'
    else if (tag === 'mergeCell') addRange(merges, attributes.ref)
  }
  const close = (tag: string): void => {
    if (tag === 'c') endCell()
    else if (tag === 'rPh') inPhonetic = false
    else if (tag === 'row' && row.cells.size > 0) keepRow(name, rows, row, limits)
    else if (tag === 'v' || tag === 't' || tag === 'f') sink = null
  }
  const text = (piece: string): void => {
    if (!cell || !sink) return
    if (sink === 'formula') cell.formula += piece
    else cell.value += piece
  }
  walkXml(bytes, { open, close, text })
  return { name, rows, merges }
}

const badSheet = (name: string) =>
  unreadable(
    'file-damaged',
    `工作表“${name}”的内部结构有误；请在 Excel 或 WPS 中重新另存为 .xlsx。`,
    `Sheet "${name}" is damaged inside; save it again as .xlsx in Excel or WPS.`,
  )

/** Rows come in rising order and may leave out their number (ECMA-376 part 1, 18.3.1.73). */
function rowNumber(sheet: string, text: string | undefined, last: number): number {
  const number = text === undefined ? last + 1 : Number(text)
  if (!Number.isInteger(number) || number <= last || number > 1_048_576) throw badSheet(sheet)
  return number
}

function startCell(sheet: string, attributes: Record<string, string>, row: number, lastColumn: number): OpenCell {
  const address = attributes.r === undefined ? { row, column: lastColumn + 1 } : parseAddress(attributes.r)
  if (!address || address.row !== row) throw badSheet(sheet)
  return { column: address.column, type: attributes.t ?? 'n', style: Number(attributes.s ?? 0), value: '', formula: null }
}

function keepRow(sheet: string, rows: RawRow[], row: RawRow, limits: ReadingLimits): void {
  if (rows.length >= limits.maxRows + headerRows) throw tooManyRows(sheet, limits.maxRows)
  if (row.cells.size > limits.maxColumns)
    throw tooLarge(
      'table-too-many-columns',
      `工作表“${sheet}”第 ${row.row} 行超过 ${limits.maxColumns} 列；请删去多余的列。`,
      `Sheet "${sheet}", row ${row.row} has more than ${limits.maxColumns} columns; remove those not needed.`,
    )
  rows.push(row)
}

function addRange(merges: CellRange[], ref: string | undefined): void {
  const range = parseRange(ref ?? '')
  if (range) merges.push(range)
}

function cellContent(cell: OpenCell, workbook: Workbook): RawCell | null {
  if (cell.formula !== null) return { kind: 'formula', text: cell.formula }
  if (cell.value === '') return null
  switch (cell.type) {
    case 's':
      return textCell(workbook.sharedStrings[Number(cell.value)] ?? '')
    case 'inlineStr':
    case 'str':
      return textCell(unescapeText(cell.value))
    case 'b':
      return { kind: 'boolean', value: isTrue(cell.value) }
    case 'e':
      return { kind: 'error', text: cell.value }
    case 'd':
      return { kind: 'date', day: cell.value.slice(0, 10), hasTime: /T(?!00:00:00)/.test(cell.value) }
    default:
      return numberCell(Number(cell.value), cell.style, workbook)
  }
}

const textCell = (text: string): RawCell | null => (text.trim() === '' ? null : { kind: 'text', text })

function numberCell(number: number, style: number, workbook: Workbook): RawCell {
  if (!Number.isFinite(number)) return { kind: 'error', text: String(number) }
  if (!workbook.isDateStyle(style)) return { kind: 'number', number }
  const date = excelDate(number, workbook.dateSystem)
  if (!date) return { kind: 'not-a-date', text: String(number) }
  return { kind: 'date', ...date, ...(date.hasTime ? { time: excelTime(number) } : {}) }
}
