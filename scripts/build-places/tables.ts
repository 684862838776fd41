import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { formatCsvTable, parseCsvTable } from '../../capabilities/places/index.ts'
import type { CsvRow } from '../../capabilities/places/index.ts'

/** Reads a raw table; a byte-order mark is dropped. */
export const readTable = (...path: string[]): CsvRow[] => parseCsvTable(readFileSync(join(...path), 'utf8').replace(/^\uFEFF/, ''))

/** The cell of a column; a missing column stops the build with its name. */
export function cell(row: CsvRow, column: string): string {
  const value = row[column]
  if (value === undefined) throw new Error(`The raw table lacks the column ${column}; it has ${Object.keys(row).join(', ')}`)
  return value
}

/** Writes a table, rows in the order given; parent folders are made. */
export function writeTable(path: string, columns: readonly string[], rows: readonly CsvRow[]): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, formatCsvTable(columns, rows))
}

export const byColumn =
  (column: string) =>
  (a: CsvRow, b: CsvRow): number =>
    cell(a, column) < cell(b, column) ? -1 : cell(a, column) > cell(b, column) ? 1 : 0
