import { accept, refuse } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import { choicesSheetName } from '../column.ts'
import type { Column, RowOf } from '../column.ts'
import { decodeText, readCsv } from './csv.ts'
import { tableFormat } from './file-format.ts'
import type { RawSheet } from './raw-sheet.ts'
import { chooseSheet } from './choose-sheet.ts'
import { readRows } from './read-rows.ts'
import { usualLimits } from './table.ts'
import type { Encoding, ReadingLimits, ReadingNote, Table } from './table.ts'
import { tooLarge, tooManyRows, UnreadableFile } from './unreadable-file.ts'
import { openWorkbook } from './xlsx-parts.ts'
import { readSheet } from './xlsx-sheet.ts'
import { openZip } from './zip.ts'

type OpenFile = { sheets: RawSheet[]; encoding: Encoding; notes: ReadingNote[] }

/**
 * Reads a table out of an .xlsx or CSV file as uploaded. A file that cannot be taken at all is refused in one sentence;
 * otherwise every fault of every cell comes back at once, with its sheet, row and column and how to mend it.
 * Nothing is guessed: what was cleaned or passed over is in `notes`.
 */
export function readTable<const Columns extends readonly Column[]>(
  bytes: Uint8Array,
  fileName: string,
  columns: Columns,
  limits: Partial<ReadingLimits> = {},
): Result<Table<Columns>> {
  try {
    return accept(read(bytes, fileName, columns, { ...usualLimits, ...limits }))
  } catch (error) {
    if (error instanceof UnreadableFile) return refuse(error.refusal)
    throw error
  }
}

function read<Columns extends readonly Column[]>(
  bytes: Uint8Array,
  fileName: string,
  columns: Columns,
  limits: ReadingLimits,
): Table<Columns> {
  if (bytes.length > limits.maxBytes) throw fileTooLarge(limits.maxBytes)
  const file = tableFormat(bytes, fileName) === 'xlsx' ? openXlsx(bytes, limits) : openCsv(bytes, limits)
  const { sheet, header, notes } = chooseSheet(file.sheets, columns)
  if (sheet.rows.filter(({ row }) => row > header.row).length > limits.maxRows) throw tooManyRows(sheet.name, limits.maxRows)
  const { rows, ...faults } = readRows(sheet, header, columns)
  return {
    sheet: sheet.name,
    encoding: file.encoding,
    // readRows fills in every key by its column's kind; the compiler cannot follow that through the loop.
    rows: rows as { row: number; values: RowOf<Columns> }[],
    errors: faults.errors,
    notes: [...file.notes, ...notes, ...faults.notes],
  }
}

function fileTooLarge(maxBytes: number) {
  const size = `${Math.round(maxBytes / 1024 / 1024)} MB`
  return tooLarge(
    'file-too-large',
    `文件超过 ${size}；请分成几个文件上传。`,
    `The file is larger than ${size}; upload it in several files.`,
  )
}

function openXlsx(bytes: Uint8Array, limits: ReadingLimits): OpenFile {
  const zip = openZip(bytes, limits.maxInflatedBytes)
  const workbook = openWorkbook(zip)
  const sheets = workbook.sheets
    .filter(sheet => !sheet.hidden)
    .map(sheet => readSheet(sheet.name, zip.read(sheet.path) ?? new Uint8Array(), workbook, limits))
  return {
    sheets,
    encoding: 'xlsx',
    notes: workbook.sheets.filter(sheet => sheet.hidden && sheet.name !== choicesSheetName).map(hiddenNote),
  }
}

const hiddenNote = ({ name }: { name: string }): ReadingNote => ({
  sheet: name,
  row: null,
  column: null,
  code: 'sheet-hidden',
  message: { zh: `隐藏的工作表“${name}”未读取`, en: `the hidden sheet "${name}" was not read` },
})

function openCsv(bytes: Uint8Array, limits: ReadingLimits): OpenFile {
  const { text, encoding } = decodeText(bytes)
  const message = { zh: '文件不是 UTF-8，已按 GB 18030 读取', en: 'the file is not UTF-8 and was read as GB 18030' }
  const notes = encoding === 'gb18030' ? [{ sheet: null, row: null, column: null, code: 'csv-read-as-gb18030', message }] : []
  return { sheets: [readCsv(text, limits)], encoding, notes }
}
