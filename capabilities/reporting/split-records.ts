export type Delimiter = ',' | '\t'

const newline = 10
const quote = 34

/**
 * The last byte of whole records in a piece of a CSV file: just behind its last line feed that stands outside quotation marks, or 0.
 * Works on bytes: in UTF-8 and in GB 18030 no part of another character is a line feed or a quotation mark.
 */
export function endOfRecords(bytes: Uint8Array): number {
  if (!bytes.includes(quote)) return bytes.lastIndexOf(newline) + 1
  let end = 0
  let from = 0
  let inside = false
  for (;;) {
    const next = bytes.indexOf(quote, from)
    const stop = next < 0 ? bytes.length : next
    if (!inside) {
      const line = bytes.subarray(from, stop).lastIndexOf(newline)
      if (line >= 0) end = from + line + 1
    }
    if (next < 0) return end
    inside = !inside
    from = next + 1
  }
}

/** What one cell of Excel can hold; a quotation mark whose pair is farther off has none. */
const longestCell = 32_767

/** The end of a quoted cell that begins at `from` (behind its opening mark), or -1 when it never ends. */
function endOfQuoted(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0 && at - from <= longestCell; at = text.indexOf('"', at + 2))
    if (text[at + 1] !== '"') return at
  return -1
}

/** `loose`: text stands behind the closing mark, which no program writes. */
type Cell = { value: string; next: number; loose: boolean } | null

function readCell(text: string, from: number, delimiter: Delimiter): Cell {
  if (text[from] === '"') {
    const end = endOfQuoted(text, from + 1)
    if (end < 0) return null
    const value = text.slice(from + 1, end).replaceAll('""', '"')
    const rest = endOfBare(text, end + 1, delimiter)
    const behind = text.slice(end + 1, rest)
    return { value: value + behind, next: rest, loose: behind.trim() !== '' }
  }
  const end = endOfBare(text, from, delimiter)
  return { value: text.slice(from, end), next: end, loose: false }
}

function endOfBare(text: string, from: number, delimiter: Delimiter): number {
  const separator = text.indexOf(delimiter, from)
  const line = text.indexOf('\n', from)
  const ends = [separator, line].filter(at => at >= 0)
  return ends.length === 0 ? text.length : Math.min(...ends)
}

/** Where a record with a quotation mark without its pair is left: at the end of its first line. */
function skipLine(text: string, from: number): number {
  const line = text.indexOf('\n', from)
  return line < 0 ? text.length : line + 1
}

function splitQuoted(text: string, from: number, delimiter: Delimiter, width: number): { cells: string[] | null; next: number } {
  const cells: string[] = []
  const next = skipLine(text, from)
  let end = from
  let loose = false
  for (;;) {
    const cell = readCell(text, end, delimiter)
    if (!cell) return { cells: null, next }
    loose ||= cell.loose
    cells.push(cell.value)
    end = Math.min(cell.next + 1, text.length)
    if (cell.next >= text.length || text[cell.next] === '\n') break
  }
  // A record over several lines that does not fit the header is a stray mark that swallowed rows: only its first line is lost.
  return end > next && width > 0 && (loose || cells.length !== width) ? { cells: null, next } : { cells, next: end }
}

/**
 * Splits whole records of CSV text (RFC 4180, LF or CRLF). `each` gets the cells of a record, or null where a quotation mark has no pair:
 * that line is a fault of its own and reading goes on behind it. A carriage return at a line's end stays on the last cell.
 * @param width cells of the header; a record over several lines must have as many. 0 for the header itself.
 */
export function splitRecords(text: string, delimiter: Delimiter, width: number, each: (cells: string[] | null) => void): void {
  let at = 0
  while (at < text.length) {
    const line = text.indexOf('\n', at)
    const end = line < 0 ? text.length : line
    const plain = text.slice(at, end)
    if (!plain.includes('"')) {
      each(plain.split(delimiter))
      at = end + 1
    } else {
      const { cells, next } = splitQuoted(text, at, delimiter, width)
      each(cells)
      at = next
    }
  }
}
