/** How a column shows its values. Money comes in as 分 (bigint) and is shown in the unit of the format. */
export type SheetFormat = 'text' | 'integer' | 'decimal' | 'wanYuan' | 'yuan' | 'percent' | 'date'

export type SheetColumn = {
  title: string
  format: SheetFormat
  /** In characters of Excel's default font; guessed from title and values when left out. */
  width?: number
  /** Digits after the point for `decimal` and `percent`. */
  decimals?: number
}

/** Excel computes a formula anew; `result` is what readers that do not compute will show. */
export type Formula = { formula: string; result?: number | string }

/** Text, number, money in 分, a formula, or nothing. A date is 'YYYY-MM-DD' in a column of that format. */
export type SheetCell = string | number | bigint | Formula | null

export type Sheet = {
  /** At most 31 characters, none of []:*?/\ (Excel's rule). */
  name: string
  title?: string
  /** Lines between title and header: source, as-of time, coverage, unit. */
  notes?: readonly string[]
  columns: readonly SheetColumn[]
  rows: readonly (readonly SheetCell[])[]
}

/** The row of the header, from 1; rows of data follow it. Formulas of a caller count from here. */
export const headerRowOf = (sheet: Pick<Sheet, 'title' | 'notes'>): number => (sheet.title ? 1 : 0) + (sheet.notes?.length ?? 0) + 1
