import type { Ratio } from '@jincun/kernel'
import type { Bilingual } from '@jincun/policy'
import { toShortDecimal, toText } from './rational.ts'

/** A word, or a figure with its exact fraction, the spreadsheet formula that recomputes it and the same step written out in numbers. */
export type SheetText = { text: string; en: string }
export type SheetFigure = { value: string; exact: string; formula?: string; how?: string }
export type SheetValue = SheetText | SheetFigure

/** `digits` = digits after the point when shown; null for words. `words` = the formula of the column in words. */
export type WorkingColumn = { id: string; title: Bilingual; digits: number | null; words?: Bilingual }

/** One step of the calculation: a table that stands on its own sheet of the workbook. `notes` are exactly two lines. */
export type WorkingTable = {
  id: string
  tab: string
  title: Bilingual
  notes: readonly [Bilingual, Bilingual]
  columns: readonly WorkingColumn[]
  rows: readonly (readonly SheetValue[])[]
}

/** Title, two notes and the heading stand above the first row. */
export const firstDataRow = 5
/** Digits after the point of every computed figure. */
export const workingDigits = 12

export const text = (words: string | Bilingual): SheetText =>
  typeof words === 'string' ? { text: words, en: words } : { text: words.zh, en: words.en }

/** A figure with up to 12 digits after the point; the fraction beside it is exact. */
export const figure = (value: Ratio, formula?: string, how?: string): SheetFigure => ({
  value: toShortDecimal(value, workingDigits),
  exact: toText(value),
  ...(formula === undefined ? {} : { formula }),
  ...(how === undefined ? {} : { how }),
})

const letters = (column: number): string =>
  (column < 26 ? '' : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26))

/** Where the columns of the tables stand, so that formulas of one sheet can point to another. */
export type Layout = ReadonlyMap<string, { tab: string; columns: readonly string[]; rows: number }>

function place(layout: Layout, table: string, column: string): { tab: string; letter: string; rows: number } {
  const found = layout.get(table)
  const index = found?.columns.indexOf(column) ?? -1
  if (!found || index < 0) throw new Error(`The working sheet has no column ${column} in table ${table}`)
  return { tab: `'${found.tab}'`, letter: letters(index), rows: found.rows }
}

/** The address of one cell; rows count from 0. */
export function cellAt(layout: Layout, table: string, column: string, row: number): string {
  const { tab, letter } = place(layout, table, column)
  return `${tab}!$${letter}$${firstDataRow + row}`
}

/** The address of a whole column of provinces, the total row left out. */
export function rangeOf(layout: Layout, table: string, column: string): string {
  const { tab, letter, rows } = place(layout, table, column)
  return `${tab}!$${letter}$${firstDataRow}:$${letter}$${firstDataRow + rows - 1}`
}

/** The rows of the settings table, in order. */
export const settingIds = [
  'year',
  'total',
  'method',
  'floor',
  'cap',
  'per-score',
  'cut',
  'tie-rule',
  'tie',
  'provinces',
  'hash',
  'calculation',
] as const
export type SettingId = (typeof settingIds)[number]

/** The row of a setting, from 0, so that formulas can point to it. */
export const settingRow = (id: SettingId): number => settingIds.indexOf(id)

export const shown = (value: Ratio): string => toShortDecimal(value, workingDigits)
