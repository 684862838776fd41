import type { OrderRow } from './order-row.ts'

/** What a rule measured on a station: `count` of `of`, and the rows that count. */
export type Measure = { count: number; of: number; rows: readonly OrderRow[] }

/** The rows that fit, of all rows given. */
export function shareOf(rows: readonly OrderRow[], fits: (row: OrderRow) => boolean): Measure {
  const own = rows.filter(fits)
  return { count: own.length, of: rows.length, rows: own }
}

/** Whether `count` of `of` reaches a threshold in thousandths; compared by multiplication. */
export const reaches = ({ count, of }: Measure, thousandths: number): boolean => of > 0 && count * 1000 >= thousandths * of

/** How far beyond its threshold, in hundredths of it, at most `ceiling` hundredths: one rule alone must not decide. */
export const strengthOf = ({ count, of }: Measure, thousandths: number, ceiling: number): number =>
  of === 0 ? 0 : Math.min(ceiling, Math.floor((count * 100_000) / (thousandths * of)))
