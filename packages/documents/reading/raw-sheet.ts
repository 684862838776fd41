/** What stands in a cell before anyone asks what the column wants. A date keeps Excel's day number; see `excel-date.ts`. */
export type RawCell =
  | { kind: 'text'; text: string }
  | { kind: 'number'; number: number }
  /** `time` ('HH:MM:SS') stands only where a time of day was typed. */
  | { kind: 'date'; day: string; hasTime: boolean; time?: string }
  | { kind: 'not-a-date'; text: string }
  | { kind: 'boolean'; value: boolean }
  | { kind: 'error'; text: string }
  | { kind: 'formula'; text: string }

export type RawRow = { row: number; hidden: boolean; cells: Map<number, RawCell> }

/** First and last row and column, from 1, both included. */
export type CellRange = { top: number; left: number; bottom: number; right: number }

export type RawSheet = { name: string | null; rows: RawRow[]; merges: CellRange[] }

/** 1 → 'A', 27 → 'AA'. */
export function columnLetters(column: number): string {
  let letters = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return letters
}

export const cellAddress = (row: number, column: number): string => `${columnLetters(column)}${row}`

/** 'B12' → row 12, column 2; null when it is no address. */
export function parseAddress(address: string): { row: number; column: number } | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(address)
  if (!match?.[1] || !match[2]) return null
  const column = [...match[1]].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  return { row: Number(match[2]), column }
}

/** 'A1:C3' → its corners; a single address is a range of one. */
export function parseRange(text: string): CellRange | null {
  const [first = '', last = first] = text.split(':')
  const [from, to] = [parseAddress(first), parseAddress(last)]
  return from && to ? { top: from.row, left: from.column, bottom: to.row, right: to.column } : null
}

/** The cell as a person would see it, for error messages. */
export function showCell(cell: RawCell): string {
  if (cell.kind === 'number') return String(cell.number)
  if (cell.kind === 'date') return cell.day
  if (cell.kind === 'boolean') return cell.value ? 'TRUE' : 'FALSE'
  return cell.kind === 'formula' ? `=${cell.text}` : cell.text
}
