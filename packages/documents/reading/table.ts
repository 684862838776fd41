import type { Column, RowOf, Words } from '../column.ts'

/** Where in the file: rows count from 1 as Excel shows them; `sheet` is null in a CSV file. */
export type CellPlace = { sheet: string | null; row: number; column: string; address: string }

/** One cell that cannot be taken: what is in it, what is wrong and how to mend it. `code` is permanent. */
export type CellError = CellPlace & { code: string; value: string; message: Words }

/** Something that was cleaned or passed over without harm, so that nothing happens in silence. */
export type ReadingNote = { sheet: string | null; row: number | null; column: string | null; code: string; message: Words }

export type Encoding = 'xlsx' | 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'gb18030'

export type Table<Columns extends readonly Column[]> = {
  sheet: string | null
  encoding: Encoding
  /** The rows without a fault, with their row number in the file. */
  rows: { row: number; values: RowOf<Columns> }[]
  /** The faults of all other rows; take the table only when this is empty. */
  errors: CellError[]
  notes: ReadingNote[]
}

export type ReadingLimits = {
  /** Size of the file as uploaded. */
  maxBytes: number
  /** Size of an .xlsx once unpacked, all parts together. */
  maxInflatedBytes: number
  /** Rows of data, the header not counted. */
  maxRows: number
  maxColumns: number
}

export const usualLimits: ReadingLimits = {
  maxBytes: 10 * 1024 * 1024,
  maxInflatedBytes: 64 * 1024 * 1024,
  maxRows: 5_000,
  maxColumns: 300,
}

/** Room above the data for a title, notes and the header itself. */
export const headerRows = 20
