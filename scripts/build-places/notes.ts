import { join } from 'node:path'
import type { CsvRow } from '../../capabilities/places/index.ts'
import { cell, readTable } from './tables.ts'

const known = new Map(readTable(join(import.meta.dirname, 'notes.csv')).map(row => [cell(row, 'raw'), row]))

/** A note of the raw tables in both languages; a new one stops the build until notes.csv says it in both. */
export function noteOf(raw: string): CsvRow {
  if (raw === '') return { note_zh: '', note_en: '' }
  const row = known.get(raw)
  if (!row) throw new Error(`No translation of the note “${raw}”; add it to scripts/build-places/notes.csv`)
  return { note_zh: cell(row, 'zh'), note_en: cell(row, 'en') }
}
