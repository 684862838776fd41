import type { BusinessDate, Fen } from '@jincun/kernel'

export type Words = { zh: string; en: string }

type ColumnBase = {
  /** Name of the value in the rows that come out. */
  key: string
  /** The header, matched in either language or by key; put the unit in it, so a sheet in another unit is not taken. */
  title: Words
  required?: boolean
  /** How to fill it in, shown on the template's instruction sheet. */
  hint?: Words
}

export type TextColumn = ColumnBase & { kind: 'text'; maxLength?: number }
export type IntegerColumn = ColumnBase & { kind: 'integer'; min?: number; max?: number }
export type DecimalColumn = ColumnBase & { kind: 'decimal'; min?: number; max?: number; maxDecimals?: number }
/** Money filled in as 万元; comes out as 分. Negative amounts are refused unless `mayBeNegative`. */
export type FenWanYuanColumn = ColumnBase & { kind: 'fenWanYuan'; mayBeNegative?: boolean }
export type DateColumn = ColumnBase & { kind: 'date' }
/** A GB/T 2260 code; `lengths` are the numbers of digits taken (6 unless said otherwise). Whether the place exists is the caller's question. */
export type PlaceCodeColumn = ColumnBase & { kind: 'placeCode'; lengths?: readonly number[] }
/** One of a list; either language or the value itself may be written in the cell. */
export type ChoiceColumn = ColumnBase & { kind: 'choice'; choices: readonly Choice[] }
export type Choice = { value: string; title: Words }

export type Column = TextColumn | IntegerColumn | DecimalColumn | FenWanYuanColumn | DateColumn | PlaceCodeColumn | ChoiceColumn

/** What a cell of that kind comes out as; decimals keep every digit and so stay text. */
type ValueOf<C extends Column> = C extends IntegerColumn
  ? number
  : C extends FenWanYuanColumn
    ? Fen
    : C extends DateColumn
      ? BusinessDate
      : C extends ChoiceColumn
        ? C['choices'][number]['value']
        : string

/** A row by column key; an empty cell of a column that is not required is null. */
export type RowOf<Columns extends readonly Column[]> = {
  [C in Columns[number] as C['key']]: C extends { required: true } ? ValueOf<C> : ValueOf<C> | null
}

export type CellValue = string | number | bigint | null

/** The hidden sheet of our own templates that holds the lists to choose from. */
export const choicesSheetName = '选项'
