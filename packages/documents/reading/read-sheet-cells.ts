import { accept, refuse } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import { decimalText } from './decimal-text.ts'
import { tableFormat } from './file-format.ts'
import { showCell } from './raw-sheet.ts'
import type { RawCell, RawRow } from './raw-sheet.ts'
import { usualLimits } from './table.ts'
import type { ReadingLimits } from './table.ts'
import { UnreadableFile, unreadable } from './unreadable-file.ts'
import { openWorkbook } from './xlsx-parts.ts'
import { readSheet } from './xlsx-sheet.ts'
import { openZip } from './zip.ts'

/** A row of a sheet as texts, its number as Excel shows it. */
export type SheetRow = { row: number; cells: string[] }

const longSheet: ReadingLimits = { ...usualLimits, maxBytes: 16 * 1_048_576, maxInflatedBytes: 192 * 1_048_576, maxRows: 100_000 }

function textOf(cell: RawCell): string {
  if (cell.kind === 'number') return decimalText(cell.number)
  if (cell.kind === 'date') return cell.time === undefined ? cell.day : `${cell.day} ${cell.time}`
  return showCell(cell)
}

function rowOf({ row, cells }: RawRow): SheetRow {
  const width = Math.max(0, ...cells.keys())
  return { row, cells: Array.from({ length: width }, (_, index) => textOf(cells.get(index + 1) ?? { kind: 'text', text: '' })) }
}

function read(bytes: Uint8Array, limits: ReadingLimits): SheetRow[] {
  tableFormat(bytes, 'upload.xlsx')
  const zip = openZip(bytes, limits.maxInflatedBytes)
  const workbook = openWorkbook(zip)
  const shown = workbook.sheets.find(({ hidden }) => !hidden)
  if (!shown)
    throw unreadable('table-header-missing', '工作簿里没有可见的工作表；请取消隐藏。', 'The workbook has no visible sheet; unhide one.')
  return readSheet(shown.name, zip.read(shown.path) ?? new Uint8Array(), workbook, limits).rows.map(rowOf)
}

/**
 * The first visible sheet of an .xlsx as rows of texts, for readers that judge cells themselves: numbers as Excel shows them (15 digits), dates as
 * 'YYYY-MM-DD' or 'YYYY-MM-DD HH:MM:SS', formulas as their text. Refused in one sentence when the file cannot be taken at all.
 */
export function readSheetCells(bytes: Uint8Array, limits: ReadingLimits = longSheet): Result<SheetRow[]> {
  try {
    return accept(read(bytes, limits))
  } catch (error) {
    if (error instanceof UnreadableFile) return refuse(error.refusal)
    throw error
  }
}
