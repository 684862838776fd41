import type { CellValue, Column, Words } from '../column.ts'
import { readCell } from './read-cell.ts'
import type { Header } from './header.ts'
import { cellAddress, showCell } from './raw-sheet.ts'
import type { CellRange, RawCell, RawRow, RawSheet } from './raw-sheet.ts'
import type { CellError, ReadingNote } from './table.ts'

export type ReadRows = { rows: { row: number; values: Record<string, CellValue> }[]; errors: CellError[]; notes: ReadingNote[] }

/** Reads every row under the header; a row with a fault gives its faults and no values. */
export function readRows(sheet: RawSheet, header: Header, columns: readonly Column[]): ReadRows {
  const read: ReadRows = { rows: [], errors: [], notes: [] }
  const known = new Set(header.columns.values())
  for (const row of sheet.rows.filter(candidate => candidate.row > header.row)) {
    const errors = [...mergedCells(sheet, row, header), ...strayCells(sheet, row, header, known)]
    const values = readValues(sheet, row, header, columns, errors, read.notes)
    if (row.hidden)
      read.notes.push(rowNote(sheet, row, 'row-hidden', { zh: '隐藏行，已照常读入', en: 'this row is hidden and was read all the same' }))
    if (errors.length === 0) read.rows.push({ row: row.row, values })
    read.errors.push(...errors)
  }
  return read
}

function readValues(sheet: RawSheet, row: RawRow, header: Header, columns: readonly Column[], errors: CellError[], notes: ReadingNote[]) {
  const values: Record<string, CellValue> = {}
  for (const column of columns) {
    const at = header.columns.get(column)
    const cell = at === undefined ? undefined : row.cells.get(at)
    const reading = readCell(cell, column)
    if (reading.ok) values[column.key] = reading.value
    else if (!isMerged(sheet, row.row, at))
      errors.push({ ...placeOf(sheet, row, column.title.zh, at), value: cell ? showCell(cell) : '', ...reading.fault })
    if (reading.ok && reading.cleaned) notes.push({ ...rowNote(sheet, row, 'cell-cleaned', reading.cleaned), column: column.title.zh })
  }
  return values
}

const placeOf = (sheet: RawSheet, row: RawRow, column: string, at: number | undefined) => ({
  sheet: sheet.name,
  row: row.row,
  column,
  address: at === undefined ? '' : cellAddress(row.row, at),
})

const rowNote = (sheet: RawSheet, row: RawRow, code: string, message: Words): ReadingNote => ({
  sheet: sheet.name,
  row: row.row,
  column: null,
  code,
  message,
})

const holds = (range: CellRange, row: number, column: number): boolean =>
  row >= range.top && row <= range.bottom && column >= range.left && column <= range.right

const isMerged = (sheet: RawSheet, row: number, column: number | undefined): boolean =>
  column !== undefined && sheet.merges.some(range => holds(range, row, column))

/** A merged cell holds one value where several rows or columns each need their own: which one meant it cannot be known. */
function mergedCells(sheet: RawSheet, row: RawRow, header: Header): CellError[] {
  return [...header.columns].flatMap(([column, at]) => {
    const range = sheet.merges.find(candidate => holds(candidate, row.row, at))
    if (!range) return []
    const name = `${cellAddress(range.top, range.left)}:${cellAddress(range.bottom, range.right)}`
    const message = {
      zh: `属于合并单元格 ${name}；请取消合并并逐格填写。`,
      en: `Belongs to the merged cells ${name}; unmerge them and fill in each cell.`,
    }
    return [{ ...placeOf(sheet, row, column.title.zh, at), code: 'cell-merged', value: showAt(row, at), message }]
  })
}

const showAt = (row: RawRow, at: number): string => {
  const cell: RawCell | undefined = row.cells.get(at)
  return cell ? showCell(cell) : ''
}

/** Content to the right of the last title: in a CSV file, a comma inside a number or a text that was not quoted. */
function strayCells(sheet: RawSheet, row: RawRow, header: Header, known: ReadonlySet<number>): CellError[] {
  const last = Math.max(...known, ...header.unknown.map(({ column }) => column))
  return [...row.cells.keys()]
    .filter(at => at > last)
    .slice(0, 1)
    .map(at => ({
      ...placeOf(sheet, row, '', at),
      code: 'row-too-long',
      value: showAt(row, at),
      message: {
        zh: '此行的格数多于表头；请检查是否有未加引号的逗号（如 1,850）。',
        en: 'This row has more cells than the header; look for a comma without quotes (like 1,850).',
      },
    }))
}
