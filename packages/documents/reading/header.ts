import type { Column } from '../column.ts'
import type { RawRow, RawSheet } from './raw-sheet.ts'
import { headerRows } from './table.ts'

/** Where the columns stand in a sheet. `unknown` are header cells that no column claims. */
export type Header = {
  row: number
  columns: Map<Column, number>
  missing: Column[]
  repeated: Column[]
  unknown: { column: number; title: string }[]
}

/** Titles are compared without spaces, case, the template's star for "required", and the width of brackets and digits. */
export const normalTitle = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u200b*]+/g, '')

/**
 * Finds the header: the row among the first twenty with the most known titles, so that a heading and notes may stand above it.
 * Null when no row holds any.
 */
export function findHeader(sheet: RawSheet, columns: readonly Column[]): Header | null {
  const byTitle = new Map(
    columns.flatMap(column => [column.title.zh, column.title.en, column.key].map(title => [normalTitle(title), column] as const)),
  )
  const headers = sheet.rows.slice(0, headerRows).map(row => readHeader(row, columns, byTitle))
  const best = headers.reduce<Header | null>((most, header) => (header.columns.size > (most?.columns.size ?? 0) ? header : most), null)
  return best
}

function readHeader(row: RawRow, columns: readonly Column[], byTitle: ReadonlyMap<string, Column>): Header {
  const found = new Map<Column, number>()
  const repeated: Column[] = []
  const unknown: Header['unknown'] = []
  for (const [at, cell] of row.cells) {
    const title = cell.kind === 'text' ? cell.text : ''
    const column = byTitle.get(normalTitle(title))
    if (!column) unknown.push({ column: at, title: title.trim() })
    else if (found.has(column)) repeated.push(column)
    else found.set(column, at)
  }
  return { row: row.row, columns: found, missing: columns.filter(column => column.required && !found.has(column)), repeated, unknown }
}
