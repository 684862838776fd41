import { sayReadingNote, sayRowFault } from '../index.ts'
import type { ReadingNote, RowFault } from '../index.ts'

/** A fault as people and programs get it: where, its permanent code, and one sentence in both languages. */
export const faultView = ({ row, column, code, value }: RowFault) => {
  const { zh, en } = sayRowFault(code, value)
  return { row, column, code, value, message: `${zh} / ${en}` }
}

/** What was cleaned or passed over, how often, and where first. */
export const noteView = ({ code, column, count, firstRow }: ReadingNote) => {
  const { zh, en } = sayReadingNote(code)
  return { code, column, count, firstRow, message: `${zh} / ${en}` }
}
