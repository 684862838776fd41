import type { Words } from '../column.ts'

/** What is wrong with one cell, without its place. */
export type CellFault = { code: string; message: Words }

/** A cell's value with what was cleaned on the way, or its fault. */
export type CellReading<T> = { ok: true; value: T; cleaned?: Words } | { ok: false; fault: CellFault }

export const taken = <T>(value: T, cleaned?: Words): CellReading<T> => (cleaned ? { ok: true, value, cleaned } : { ok: true, value })

export const fault = (code: string, zh: string, en: string): { ok: false; fault: CellFault } => ({
  ok: false,
  fault: { code, message: { zh, en } },
})
