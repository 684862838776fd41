import ExcelJS from 'exceljs'
import { assert } from '@jincun/kernel'
import { displayWidth, escapeText, excelValue, numberFormat } from './cell-style.ts'
import { deterministicZip } from './deterministic-zip.ts'
import { headerRowOf } from './sheet.ts'
import type { Sheet, SheetCell, SheetColumn } from './sheet.ts'

/**
 * Writes an .xlsx with typed cells, the header frozen, notes above it. `asOf` becomes the file's own date;
 * the same sheets and the same `asOf` give the same bytes.
 */
export async function writeWorkbook(sheets: readonly Sheet[], asOf: Date): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  for (const sheet of sheets) addSheet(workbook, sheet)
  return packWorkbook(workbook, asOf)
}

export async function packWorkbook(workbook: ExcelJS.Workbook, asOf: Date): Promise<Uint8Array> {
  Object.assign(workbook, { creator: 'Jincun', lastModifiedBy: 'Jincun', created: asOf, modified: asOf })
  return deterministicZip(new Uint8Array(await workbook.xlsx.writeBuffer()))
}

export function addSheet(workbook: ExcelJS.Workbook, sheet: Sheet): ExcelJS.Worksheet {
  assert(/^[^[\]:*?/\\]{1,31}$/.test(sheet.name), `“${sheet.name}” can be the name of a sheet`)
  const header = headerRowOf(sheet)
  const page = workbook.addWorksheet(sheet.name, { views: [{ state: 'frozen', ySplit: header }] })
  addHeading(page, sheet)
  addHeader(page.getRow(header), sheet.columns)
  for (const [index, column] of sheet.columns.entries()) page.getColumn(index + 1).width = column.width ?? guessWidth(column, index, sheet)
  for (const [index, row] of sheet.rows.entries()) fillRow(page.getRow(header + 1 + index), row, sheet.columns)
  return page
}

function addHeading(page: ExcelJS.Worksheet, { title, notes = [] }: Sheet): void {
  if (title) {
    page.getCell(1, 1).value = escapeText(title)
    page.getCell(1, 1).font = { bold: true, size: 14 }
  }
  for (const [index, note] of notes.entries()) {
    const cell = page.getCell((title ? 2 : 1) + index, 1)
    cell.value = escapeText(note)
    cell.font = { color: { argb: 'FF595959' } }
  }
}

function addHeader(row: ExcelJS.Row, columns: readonly SheetColumn[]): void {
  for (const [index, column] of columns.entries()) {
    const cell = row.getCell(index + 1)
    cell.value = escapeText(column.title)
    cell.font = { bold: true }
    cell.alignment = { wrapText: true, vertical: 'middle', horizontal: 'center' }
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF0F2F5' } }
    cell.border = { bottom: { style: 'thin' } }
  }
}

function fillRow(row: ExcelJS.Row, cells: readonly SheetCell[], columns: readonly SheetColumn[]): void {
  assert(cells.length === columns.length, 'a row has one cell for each column')
  for (const [index, column] of columns.entries()) {
    const cell = row.getCell(index + 1)
    cell.value = excelValue(cells[index] ?? null, column) as ExcelJS.CellValue
    cell.numFmt = numberFormat(column)
    if (column.format === 'text') cell.alignment = { wrapText: true, vertical: 'top' }
  }
}

/** Wide enough for the title and the first rows, from 8 to 40 characters; longer text wraps. */
function guessWidth(column: SheetColumn, index: number, sheet: Sheet): number {
  const texts = [column.title, ...sheet.rows.slice(0, 200).map(row => shown(row[index] ?? null))]
  return Math.min(40, Math.max(8, ...texts.map(text => displayWidth(text) + 2)))
}

const shown = (cell: SheetCell): string => (cell === null ? '' : typeof cell === 'object' ? String(cell.result ?? '') : String(cell))
