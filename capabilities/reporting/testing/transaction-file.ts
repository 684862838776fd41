import { transactionColumns } from '../index.ts'

/** Deterministic dice (mulberry32): the same seed gives the same file. */
export function dice(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export type FileOrder = {
  rows: number
  seed: number
  countyCode: string
  /** First month, 'YYYY-MM', and how many months the rows are spread over. */
  month: string
  months: number
  /** Share of rows with one fault, 0 to 1. */
  faulty?: number
  /** Share of rows that refund an earlier order. */
  refunds?: number
  /** Begins order numbers, so that two files share none. */
  prefix?: string
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0')

function monthAfter(month: string, by: number): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + by
  return `${Math.floor(index / 12)}-${pad((index % 12) + 1, 2)}`
}

const between = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index)
// The ministry's codes of 2017: 7 and 31 are nobody's.
const buyCodes = between(4, 23).filter(code => code !== 7)
const sellCodes = between(27, 46).filter(code => code !== 31)
const channels = ['platform', 'livestream', 'social', 'own-site', 'station', 'phone']
const spoil: readonly ((cells: string[]) => void)[] = [
  cells => cells.splice(1, 1, '2020-02-30 10:00:00'),
  cells => cells.splice(4, 1, '999'),
  cells => cells.splice(6, 1, '12.345'),
  cells => cells.splice(6, 1, ''),
  cells => cells.splice(7, 2, '110101', '110101'),
  cells => cells.splice(3, 1, 'sideways'),
]

/** Rows of the transaction stream as CSV lines without the header; faulty ones have exactly one fault. Made up, for tests and benches only. */
export function* transactionLines(order: FileOrder): Generator<string> {
  const roll = dice(order.seed)
  const below = (limit: number): number => Math.floor(roll() * limit)
  const labels = Array.from({ length: order.months }, (_, index) => monthAfter(order.month, index))
  for (let index = 0; index < order.rows; index++) {
    const up = roll() < 0.45
    const code = (up ? sellCodes : buyCodes)[below(19)] ?? 4
    const time = `${labels[below(labels.length)]}-${pad(1 + below(28), 2)} ${pad(6 + below(17), 2)}:${pad(below(60), 2)}:${pad(below(60), 2)}`
    const refund = index > 10 && roll() < (order.refunds ?? 0)
    const cells = [
      `${order.prefix ?? 'T'}${pad(index, 10)}`,
      time,
      time,
      up ? 'up' : 'down',
      String(code),
      String(1 + below(5)),
      `${1 + below(400)}.${pad(below(100), 2)}`,
      up ? order.countyCode : '330106',
      up ? '310115' : order.countyCode,
      channels[below(channels.length)] ?? 'other',
      `${order.countyCode}${pad(1 + below(60), 4)}`,
      `SF${pad(below(1_000_000_000), 12)}`,
      `P${pad(below(1_000_000_000), 14)}`,
      refund ? `${order.prefix ?? 'T'}${pad(below(index), 10)}` : '',
    ]
    if (roll() < (order.faulty ?? 0)) spoil[below(spoil.length)]?.(cells)
    yield cells.join(',')
  }
}

/** The file in pieces of about a thousand lines, header first: a file of any size in constant memory. */
export async function* transactionFile(order: FileOrder): AsyncGenerator<Uint8Array> {
  let piece = `${transactionColumns.join(',')}\n`
  for (const line of transactionLines(order)) {
    piece += `${line}\n`
    if (piece.length > 100_000) {
      yield Buffer.from(piece)
      piece = ''
    }
  }
  if (piece !== '') yield Buffer.from(piece)
}
