import type { GoodsCategories, ReportType } from '@jincun/policy'
import { cleanCell, isClean } from './clean-cell.ts'
import { readInstant } from './read-instant.ts'
import { readPositive } from './read-quantity.ts'
import type { NoteBook } from './reading-note.ts'
import type { RowFault, RowFaultCode } from './row-fault.ts'
import { transactionColumns } from './transaction.ts'
import type { Direction, Transaction } from './transaction.ts'

/** What rows are judged by: the county of the batch, the second it is, the report type, categories and places. */
export type TransactionGround = {
  countyCode: string
  /** 'YYYY-MM-DD HH:MM:SS' in Asia/Shanghai; nothing may lie after it. */
  now: string
  type: ReportType
  categories: GoodsCategories
  isPlace: (code: string) => boolean
}

type Choices = ReadonlyMap<string, string>
type Verdict = RowFaultCode | 'good'

const choicesOf = (type: ReportType, id: string): Choices =>
  new Map(
    (type.fields.find(field => field.id === id)?.choices ?? []).flatMap(({ value, title }) =>
      [value, title.zh, title.en, title.zh.replace(/（.*/, '')].map(text => [text.toLowerCase(), value] as const),
    ),
  )

/** Places of the columns of `transactionColumns`, as numbers: looking a column up by its name for every cell would take half of the time. */
const columns = { order: 0, business: 1, entry: 2, direction: 3, category: 4, quantity: 5, amount: 6, seller: 7, buyer: 8 }
const later = { channel: 9, station: 10, waybill: 11, payment: 12, refundOf: 13 }

const exponent = /^\d(\.\d+)?[eE]\+?\d+$/
const placePattern = /^[1-9]\d{5}(\d{3}|\d{6})?$/
const stationPattern = /^[1-9]\d{5}[A-Za-z0-9-]+$/
const mostRemembered = 100_000

// 1: letter or digit, which a code begins with; 2: what may stand behind it.
const codeCharacters = new Uint8Array(128)
for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789') codeCharacters[character.charCodeAt(0)] = 1
for (const character of '_./:#-') codeCharacters[character.charCodeAt(0)] = 2

function isCode(text: string): boolean {
  if (codeCharacters[text.charCodeAt(0)] !== 1) return false
  for (let at = 1; at < text.length; at++) if (!((codeCharacters[text.charCodeAt(at)] ?? 0) > 0)) return false
  return true
}

/** Reads rows of the transaction stream, many a second: everything that can be looked up is looked up once. */
export class TransactionCheck {
  readonly #ground: TransactionGround
  readonly #required: boolean[]
  readonly #lengths: number[]
  readonly #directions: Choices
  readonly #channels: Choices
  readonly #directionOf = new Map<string, Direction>()
  readonly #places = new Map<string, Verdict>()
  readonly #stations = new Map<string, Verdict>()
  readonly #notes: NoteBook
  #row = 0
  #faults: RowFault[] = []

  constructor(ground: TransactionGround, notes: NoteBook) {
    this.#ground = ground
    this.#notes = notes
    const fields = transactionColumns.map(id => ground.type.fields.find(field => field.id === id))
    this.#required = fields.map(field => field?.required ?? false)
    this.#lengths = fields.map(field => field?.maximumLength ?? 200)
    this.#directions = choicesOf(ground.type, 'direction')
    this.#channels = choicesOf(ground.type, 'channel')
    for (const { buyCode, sellCode } of ground.categories.categories) {
      this.#directionOf.set(String(buyCode), 'down')
      this.#directionOf.set(String(sellCode), 'up')
    }
  }

  #fault(column: number, code: RowFaultCode, value: string): void {
    this.#faults.push({ row: this.#row, column: transactionColumns[column] ?? '', code, value: value.slice(0, 100) })
  }

  #clean(raw: string, column: number): string {
    return cleanCell(raw, code => this.#notes.add(code, transactionColumns[column] ?? '', this.#row))
  }

  #cell(cells: readonly string[], column: number): string {
    const raw = cells[column] ?? ''
    const text = isClean(raw) ? raw : this.#clean(raw, column)
    if (text === '') {
      if (this.#required[column]) this.#fault(column, 'cell-missing', '')
      return ''
    }
    if (text.length > (this.#lengths[column] ?? 200)) this.#fault(column, 'cell-too-long', text)
    else if (text !== raw && text.includes('\ufffd')) this.#fault(column, 'cell-unreadable', text)
    else return text
    return ''
  }

  #code(cells: readonly string[], column: number): string {
    const text = this.#cell(cells, column)
    if (text === '') return ''
    const mangled = (text.charCodeAt(1) === 46 || text.length < 9) && exponent.test(text)
    if (!mangled && isCode(text)) return text
    this.#fault(column, text.includes('\ufffd') ? 'cell-unreadable' : mangled ? 'digits-lost' : 'code-malformed', text)
    return ''
  }

  #instant(cells: readonly string[], column: number): string {
    const text = this.#cell(cells, column)
    if (text === '') return ''
    const read = readInstant(text)
    if (!read) this.#fault(column, 'instant-malformed', text)
    else if (read.local > this.#ground.now) this.#fault(column, 'in-future', text)
    else if (read.local < this.#ground.type.validFrom) this.#fault(column, 'too-early', text)
    else {
      if (read.cleaned) this.#notes.add(read.cleaned, transactionColumns[column] ?? '', this.#row)
      return read.local
    }
    return ''
  }

  #choice(cells: readonly string[], column: number, choices: Choices): string {
    const text = this.#cell(cells, column)
    const value = text === '' ? '' : (choices.get(text) ?? choices.get(text.toLowerCase()))
    if (value === undefined) this.#fault(column, 'choice-unknown', text)
    return value ?? ''
  }

  #category(cells: readonly string[], direction: string): number {
    const text = this.#cell(cells, columns.category)
    if (text === '') return 0
    const own = this.#directionOf.get(text)
    if (own === undefined) this.#fault(columns.category, 'category-unknown', text)
    else if (direction !== '' && own !== direction) this.#fault(columns.category, 'category-not-of-direction', text)
    return Number(text)
  }

  #number(cells: readonly string[], column: number, decimals: number): number {
    const text = this.#cell(cells, column)
    if (text === '') return 0
    const read = readPositive(text, decimals)
    if ('fault' in read) {
      this.#fault(column, read.fault, text)
      return 0
    }
    if (read.separated) this.#notes.add('thousands-separators', transactionColumns[column] ?? '', this.#row)
    return read.units
  }

  /** A file names few places and stations, each many times. */
  #remembered(memory: Map<string, Verdict>, text: string, judge: (text: string) => Verdict): Verdict {
    const known = memory.get(text)
    if (known !== undefined) return known
    const verdict = judge(text)
    if (memory.size < mostRemembered) memory.set(text, verdict)
    return verdict
  }

  #judgePlace = (text: string): Verdict =>
    !placePattern.test(text) ? 'place-malformed' : this.#ground.isPlace(text.slice(0, 6)) ? 'good' : 'place-unknown'

  #judgeStation = (text: string): Verdict =>
    !stationPattern.test(text) ? 'station-malformed' : text.startsWith(this.#ground.countyCode) ? 'good' : 'station-of-another-county'

  #place(cells: readonly string[], column: number, own: boolean): string {
    const text = this.#cell(cells, column)
    if (text === '') return ''
    const verdict = this.#remembered(this.#places, text, this.#judgePlace)
    if (verdict !== 'good') this.#fault(column, verdict, text)
    else if (own && !text.startsWith(this.#ground.countyCode)) this.#fault(column, 'place-of-another-county', text)
    return text
  }

  #station(cells: readonly string[]): string {
    const text = this.#cell(cells, later.station)
    if (text === '') return ''
    const verdict = this.#remembered(this.#stations, text, this.#judgeStation)
    if (verdict !== 'good') this.#fault(later.station, verdict, text)
    return text
  }

  #across({ order, businessTime, entryTime, refundOf }: Transaction): void {
    if (entryTime !== '' && businessTime !== '' && entryTime.slice(0, 10) < businessTime.slice(0, 10))
      this.#fault(columns.entry, 'entry-before-business', entryTime)
    if (order !== '' && refundOf === order) this.#fault(later.refundOf, 'refund-of-itself', order)
  }

  /**
   * Reads one row, its cells in the order of `transactionColumns`. Every fault of the row comes back at once; what was cleaned is noted.
   * @param row as Excel shows it, for faults and notes.
   */
  check(cells: readonly string[], row: number): Transaction | readonly RowFault[] {
    this.#row = row
    if (this.#faults.length > 0) this.#faults = []
    const order = this.#code(cells, columns.order)
    const businessTime = this.#instant(cells, columns.business)
    const entryTime = this.#instant(cells, columns.entry)
    const direction = this.#choice(cells, columns.direction, this.#directions)
    const transaction: Transaction = {
      row,
      order,
      businessTime,
      entryTime,
      direction: direction === 'down' ? 'down' : 'up',
      category: this.#category(cells, direction),
      quantityThousandths: this.#number(cells, columns.quantity, 3),
      amountFen: this.#number(cells, columns.amount, 2),
      sellerPlace: this.#place(cells, columns.seller, direction === 'up'),
      buyerPlace: this.#place(cells, columns.buyer, direction === 'down'),
      channel: this.#choice(cells, later.channel, this.#channels),
      station: this.#station(cells),
      waybill: this.#code(cells, later.waybill),
      paymentReference: this.#code(cells, later.payment),
      refundOf: this.#code(cells, later.refundOf),
    }
    this.#across(transaction)
    return this.#faults.length > 0 ? this.#faults : transaction
  }
}
