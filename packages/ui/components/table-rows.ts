import type { ReactNode } from 'react'
import { formatWanYuan, formatYuan } from '@jincun/kernel'

export type CellValue = string | number | null | undefined

/** The unit in which an amount of 分 is shown and goes out. */
export type MoneyUnit = 'yuan' | 'wan'

export type Column<Row> = {
  key: string
  title: string
  /** What is sorted and searched; a column without it is neither. Decimal texts of money want `numeric`. */
  value?: (row: Row) => CellValue
  /** What is shown, when that is more than the value. */
  cell?: (row: Row) => ReactNode
  /** Aligned at the right; texts are compared as numbers. */
  numeric?: boolean
  /** Money instead of a value: 分, shown and exported in `unit`, so that no file says 分 under a head that says yuan. */
  fen?: (row: Row) => bigint | null
  unit?: MoneyUnit
}

const written = (fen: bigint, unit: MoneyUnit): string => (unit === 'wan' ? formatWanYuan(fen) : formatYuan(fen))

/** Whether a column can be sorted, searched and exported. */
export const hasValue = <Row>({ value, fen }: Column<Row>): boolean => value !== undefined || fen !== undefined

export const isNumeric = <Row>({ numeric, fen }: Column<Row>): boolean => numeric === true || fen !== undefined

/** What a column sorts, finds and exports by; money as an exact decimal text of its unit. */
export function valueIn<Row>({ value, fen, unit = 'yuan' }: Column<Row>, row: Row): CellValue {
  if (!fen) return value?.(row)
  const amount = fen(row)
  return amount === null ? null : written(amount, unit).replaceAll(',', '')
}

/** What a column shows where it says nothing of its own. */
export function textOf<Row>(column: Column<Row>, row: Row): CellValue {
  const amount = column.fen?.(row) ?? null
  return amount === null ? valueIn(column, row) : written(amount, column.unit ?? 'yuan')
}

const collator = new Intl.Collator('zh-CN', { numeric: true })

/** Missing values come last in either direction: absence is not smallness. */
function compare(left: CellValue, right: CellValue, numeric: boolean): number {
  if (typeof left === 'string' && typeof right === 'string' && !numeric) return collator.compare(left, right)
  const [a, b] = [Number(String(left).replaceAll(',', '')), Number(String(right).replaceAll(',', ''))]
  return Number.isNaN(a) || Number.isNaN(b) ? collator.compare(String(left), String(right)) : a - b
}

const isMissing = (value: CellValue): boolean => value === null || value === undefined || value === ''

/** Rows in the order of `sort`: a column's key, with '-' in front for descending; unknown keys leave the given order. */
export function sortRows<Row>(rows: readonly Row[], columns: readonly Column<Row>[], sort: string): readonly Row[] {
  const falling = sort.startsWith('-')
  const column = columns.find(one => one.key === sort.replace(/^-/, ''))
  if (!column || !hasValue(column)) return rows
  return rows.toSorted((left, right) => {
    const [a, b] = [valueIn(column, left), valueIn(column, right)]
    if (isMissing(a) || isMissing(b)) return Number(isMissing(a)) - Number(isMissing(b))
    const order = compare(a, b, isNumeric(column))
    return falling ? -order : order
  })
}

/** Rows of which every searched word occurs in some column. */
export function searchRows<Row>(rows: readonly Row[], columns: readonly Column<Row>[], find: string): readonly Row[] {
  const words = find.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return rows
  return rows.filter(row => {
    const text = columns
      .map(column => String(valueIn(column, row) ?? ''))
      .join('\n')
      .toLowerCase()
    return words.every(word => text.includes(word))
  })
}

/** One page of rows; a page beyond the ends becomes the nearest there is. */
export function pageOf<Row>(rows: readonly Row[], page: number, size: number): { shown: readonly Row[]; current: number; pages: number } {
  const pages = Math.max(1, Math.ceil(rows.length / size))
  const current = Math.min(pages, Math.max(1, Number.isInteger(page) ? page : 1))
  return { shown: rows.slice((current - 1) * size, current * size), current, pages }
}
