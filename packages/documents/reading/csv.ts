import { CsvError, parse } from 'csv-parse/sync'
import type { RawCell, RawSheet } from './raw-sheet.ts'
import { tooManyRows, unreadable } from './unreadable-file.ts'
import { headerRows } from './table.ts'
import type { Encoding, ReadingLimits } from './table.ts'

/** Excel's own "CSV" on a Chinese machine is GB 18030 (GBK); "CSV UTF-8" has a byte order mark; "Unicode text" is UTF-16. */
export function decodeText(bytes: Uint8Array): { text: string; encoding: Encoding } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: decodeOrRefuse(bytes, 'utf-16le'), encoding: 'utf-16le' }
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  const utf8 = decode(bytes, 'utf-8')
  if (utf8 !== null) return { text: utf8, encoding: hasMark ? 'utf-8-bom' : 'utf-8' }
  return { text: decodeOrRefuse(bytes, 'gb18030'), encoding: 'gb18030' }
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function decodeOrRefuse(bytes: Uint8Array, encoding: string): string {
  const text = decode(bytes, encoding)
  if (text !== null) return text
  throw unreadable(
    'csv-encoding-unknown',
    '无法识别文件的文字编码（既不是 UTF-8 也不是 GB 18030）；请在 Excel 中另存为“CSV UTF-8”。',
    'The text is neither UTF-8 nor GB 18030; save it as "CSV UTF-8" in Excel.',
  )
}

/** Reads the text as rows of comma- or tab-separated cells. Throws `UnreadableFile`. */
export function readCsv(text: string, limits: ReadingLimits): RawSheet {
  if (text.includes('\0'))
    throw unreadable(
      'csv-malformed',
      '文件含有空字符（NUL），不是正常的 CSV；请重新导出。',
      'The file holds NUL characters and is no proper CSV; export it again.',
    )
  const rows = parseRecords(text, limits).map((record, index) => ({ row: index + 1, hidden: false, cells: cellsOf(record) }))
  return { name: null, rows: rows.filter(row => row.cells.size > 0), merges: [] }
}

const cellsOf = (record: string[]): Map<number, RawCell> =>
  new Map(record.flatMap((text, index) => (text.trim() === '' ? [] : [[index + 1, { kind: 'text', text: withoutGuard(text) }] as const])))

// `writeCsv` puts an apostrophe before a text that Excel would take for a formula.
const withoutGuard = (text: string): string => text.replace(/^'(?='*[=+\-@\t\r＝＋－＠])/, '')

function parseRecords(text: string, limits: ReadingLimits): string[][] {
  const to = limits.maxRows + headerRows + 1
  let records: string[][]
  try {
    records = parse(text, { delimiter: separatorOf(text), relax_column_count: true, to, max_record_size: 1_000_000 })
  } catch (error) {
    throw error instanceof CsvError ? malformed(error) : error
  }
  if (records.length < to) return records
  throw tooManyRows(null, limits.maxRows)
}

function malformed(error: CsvError) {
  const line = Number(error.lines)
  return unreadable(
    'csv-malformed',
    `第 ${line} 行附近的英文双引号不成对，无法按 CSV 读取；请检查并补全引号。`,
    `Near line ${line} the double quotes do not match; check and complete them.`,
  )
}

/** Tab where the first line that is not empty holds tabs and no comma outside quotes; comma otherwise. */
function separatorOf(text: string): ',' | '\t' {
  const line = text.split(/\r?\n/, 50).find(candidate => candidate.trim() !== '') ?? ''
  const bare = line.replace(/"[^"]*"/g, '')
  return bare.includes('\t') && !bare.includes(',') ? '\t' : ','
}
