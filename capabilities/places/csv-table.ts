/** One row of a table, by column name. */
export type CsvRow = Readonly<Record<string, string>>

/** Splits one CSV text (RFC 4180, \n or \r\n, quotes doubled inside quotes) into lines of cells. */
function splitCells(text: string): string[][] {
  const lines: string[][] = [[]]
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y
  while (cell.lastIndex < text.length) {
    const at = cell.lastIndex
    const match = cell.exec(text)
    if (!match) throw new Error(`Not a CSV table: a quote is open or misplaced near character ${at}`)
    lines.at(-1)?.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '')
    if (match[3] === '') break
    if (match[3] !== ',') lines.push([])
    else if (cell.lastIndex === text.length) lines.at(-1)?.push('')
  }
  return lines.filter(line => line.length > 0)
}

/**
 * Reads one of the tables under policy/. The first line names the columns. These tables ship with the program, so a
 * line of another width is a bug and throws.
 */
export function parseCsvTable(text: string): CsvRow[] {
  const [columns = [], ...lines] = splitCells(text)
  return lines.map((cells, index) => {
    if (cells.length !== columns.length) throw new Error(`Line ${index + 2} has ${cells.length} cells, the heading ${columns.length}`)
    return Object.fromEntries(columns.map((column, position) => [column, cells[position] ?? '']))
  })
}

const mustQuote = /[",\r\n]/

/** Writes rows as CSV with the columns in the order given and \n line ends; the same rows give the same bytes. */
export function formatCsvTable(columns: readonly string[], rows: readonly CsvRow[]): string {
  const cellText = (value: string): string => (mustQuote.test(value) ? `"${value.replaceAll('"', '""')}"` : value)
  return [columns, ...rows.map(row => columns.map(column => row[column] ?? ''))].map(cells => `${cells.map(cellText).join(',')}\n`).join('')
}
