import { accept, refuse } from '@jincun/kernel'
import type { Refusal, Result } from '@jincun/kernel'
import type { ReportType } from '@jincun/policy'
import {
  cellsOfObject,
  delimiterOf,
  inTemplateOrder,
  matchHeader,
  NoteBook,
  parseLine,
  splitRecords,
  TransactionCheck,
  transactionColumns,
} from '../index.ts'
import type { Header, ReadingNote, RowFault, TransactionGround } from '../index.ts'
import { decodePiece } from './decode-piece.ts'
import type { TextEncoding } from './decode-piece.ts'
import { pieceBytes } from './read-pieces.ts'
import { stagingLine } from './staging.ts'

/** Where reading stands between two pieces; kept with the batch. */
export type ReadingState = { encoding: TextEncoding; header: Header | null; nextRow: number }

export const beginning: ReadingState = { encoding: '', header: null, nextRow: 1 }

/** What a piece of a file holds: rows fit to be stored, in PostgreSQL's text form, and faults of the others. */
export type ReadRows = {
  rows: number
  staged: number
  bytes: Buffer
  faults: RowFault[]
  faultyRows: number
  months: string[]
  state: ReadingState
  notes: ReadingNote[]
}

const isBlank = (cells: readonly string[]): boolean => cells.every(cell => cell.trim() === '')

/** Reads the pieces of one file in their order. */
export class RowReader {
  readonly #type: ReportType
  readonly #check: TransactionCheck
  readonly #notes: NoteBook
  #state: ReadingState
  #bytes = Buffer.alloc(0)
  #written = 0
  #staged = 0
  #faults: RowFault[] = []
  #faultyRows = 0
  #rows = 0
  #months = new Set<string>()

  constructor(ground: TransactionGround, state: ReadingState, notes: readonly ReadingNote[]) {
    this.#type = ground.type
    this.#notes = new NoteBook(notes)
    this.#check = new TransactionCheck(ground, this.#notes)
    this.#state = { ...state }
  }

  #reject(faults: readonly RowFault[]): void {
    this.#rows++
    this.#faultyRows++
    for (const fault of faults) this.#faults.push(fault)
  }

  /** One row by its cells in template order; null: a row that cannot be read at all. */
  #take(cells: readonly string[] | null, code: 'quote-unclosed' | 'cells-too-many' | 'not-an-object' = 'cells-too-many'): void {
    const row = this.#state.nextRow++
    if (cells === null) this.#reject([{ row, column: '', code, value: '' }])
    else if (isBlank(cells)) this.#notes.add('blank-rows', '', row)
    else this.#judge(cells, row)
  }

  /** Straight into bytes: a string a row kept until the end of the piece would be most of what the collector has to carry about. */
  #write(line: string): void {
    if (this.#written + line.length > this.#bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(pieceBytes, this.#bytes.length + (this.#bytes.length >> 1)))
      this.#bytes.copy(larger, 0, 0, this.#written)
      this.#bytes = larger
    }
    this.#written += this.#bytes.write(line, this.#written, 'latin1')
    this.#staged++
  }

  #judge(cells: readonly string[], row: number): void {
    const read = this.#check.check(cells, row)
    if ('order' in read) {
      this.#rows++
      this.#write(stagingLine(read))
      this.#months.add(read.businessTime.slice(0, 7))
    } else this.#reject(read)
  }

  #handOver(): ReadRows {
    const found: ReadRows = {
      rows: this.#rows,
      staged: this.#staged,
      bytes: this.#bytes.subarray(0, this.#written),
      faults: this.#faults,
      faultyRows: this.#faultyRows,
      months: [...this.#months].sort(),
      state: { ...this.#state },
      notes: this.#notes.list(),
    }
    // The bytes are on their way to the database; the next piece gets its own.
    this.#bytes = Buffer.alloc(0)
    this.#written = 0
    this.#staged = 0
    this.#faults = []
    this.#faultyRows = 0
    this.#rows = 0
    this.#months = new Set()
    return found
  }

  #readHeader(line: string): Result<Header> {
    const delimiter = delimiterOf(line)
    const titles: string[] = []
    splitRecords(line, delimiter, 0, cells => titles.push(...(cells ?? [])))
    const header = matchHeader(titles, this.#type, transactionColumns, delimiter)
    if (header.ok) for (const title of header.value.unknown) this.#notes.add('column-unknown', title, this.#state.nextRow)
    return header
  }

  /** The next piece of a CSV file; refused where its header is not the template's. */
  readCsv(bytes: Buffer): Result<ReadRows> {
    const decoded = decodePiece(bytes, this.#state.encoding)
    if (decoded.encoding === 'gb18030' && this.#state.encoding === '') this.#notes.add('read-as-gb18030', '', 1)
    this.#state.encoding = decoded.encoding
    let text = decoded.text
    while (!this.#state.header) {
      if (text.startsWith('\ufeff')) this.#notes.add('byte-order-mark', '', 1)
      const end = text.indexOf('\n') < 0 ? text.length : text.indexOf('\n') + 1
      const header = this.#readHeader(text.slice(0, end).replace(/^\ufeff/, ''))
      if (!header.ok) return header
      this.#state.header = header.value
      this.#state.nextRow = 2
      text = text.slice(end)
    }
    const { header } = this.#state
    splitRecords(text, header.delimiter, header.width, cells =>
      this.#take(cells && inTemplateOrder(cells, header), cells ? 'cells-too-many' : 'quote-unclosed'),
    )
    return accept(this.#handOver())
  }

  #takeObject(value: unknown): void {
    const object = cellsOfObject(value)
    for (const key of object?.unknown ?? []) this.#notes.add('column-unknown', key.slice(0, 60), this.#state.nextRow)
    this.#take(object?.cells ?? null, 'not-an-object')
  }

  /** The next piece of an NDJSON file: one object a line. */
  readLines(bytes: Buffer): Result<ReadRows> {
    for (const line of bytes.toString('utf8').split('\n')) {
      if (line.trim() === '') this.#state.nextRow++
      else this.#takeObject(parseLine(line))
    }
    // The line feed at the end of a piece begins no line of its own.
    if (bytes.at(-1) === 10) this.#state.nextRow--
    return accept(this.#handOver())
  }

  /** A whole JSON document: an array of rows, or { rows: […] }. */
  readDocument(bytes: Buffer): Result<ReadRows> {
    const parsed = parseLine(bytes.toString('utf8'))
    const rows = Array.isArray(parsed) ? parsed : (parsed as { rows?: unknown } | null)?.rows
    if (!Array.isArray(rows)) return refuse(notRows)
    for (const row of rows) this.#takeObject(row)
    return accept(this.#handOver())
  }

  /** Rows of a sheet of Excel, header first. */
  readSheet(rows: readonly { row: number; cells: readonly string[] }[]): Result<ReadRows> {
    const [first, ...rest] = rows
    const header = matchHeader(first?.cells ?? [], this.#type, transactionColumns, ',')
    if (!header.ok) return header
    for (const title of header.value.unknown) this.#notes.add('column-unknown', title, first?.row ?? 1)
    for (const { row, cells } of rest) {
      this.#state.nextRow = row
      this.#take(inTemplateOrder(cells, header.value))
    }
    return accept(this.#handOver())
  }
}

const notRows: Refusal = {
  kind: 'invalid',
  code: 'json-not-rows',
  message: { zh: '应为 JSON 数组，或 {"rows": […]}。', en: 'Should be a JSON array, or {"rows": […]}.' },
}
