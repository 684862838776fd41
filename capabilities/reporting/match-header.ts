import { accept, refuse } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import type { ReportType } from '@jincun/policy'
import type { Delimiter } from './split-records.ts'

/** For each column of the template, in order, the place of its cell in a record of the file; -1 when the file lacks it. */
export type Header = { delimiter: Delimiter; places: number[]; width: number; unknown: string[] }

const plain = (title: string): string =>
  title
    .replace(/^[\s\ufeff]+|\s+$/g, '')
    .toLowerCase()
    .replaceAll('（', '(')
    .replaceAll('）', ')')
    .replaceAll(/[\s_-]+/g, ' ')

/** Tabs where the first line has some and no comma. */
export const delimiterOf = (line: string): Delimiter => (line.includes('\t') && !line.includes(',') ? '\t' : ',')

const noHeader = (zh: string, en: string) => refuse({ kind: 'invalid' as const, code: 'header-wrong', message: { zh, en } })

/** Finds each column of a report type in the header of a file, by its id or its title in either language. */
export function matchHeader(titles: readonly string[], type: ReportType, columns: readonly string[], delimiter: Delimiter): Result<Header> {
  const names = new Map(
    type.fields.flatMap(({ id, title }) => [id, title.zh, title.en].map(text => [plain(text), columns.indexOf(id)] as const)),
  )
  const places = columns.map(() => -1)
  const unknown: string[] = []
  for (const [index, title] of titles.entries()) {
    const column = names.get(plain(title))
    if (column === undefined) {
      if (plain(title) !== '') unknown.push(title.trim().slice(0, 60))
    } else if (places[column] !== -1) {
      return noHeader(`表头重复：${title.trim()}；请删去一列。`, `The header repeats ${title.trim()}; remove one of the columns.`)
    } else places[column] = index
  }
  const missing = type.fields.filter(({ id, required }) => required && places[columns.indexOf(id)] === -1)
  if (missing.length === 0) return accept({ delimiter, places, width: titles.length, unknown })
  const [ids, words] = [missing.map(({ id }) => id).join(', '), missing.map(({ title }) => title.zh).join('、')]
  return noHeader(
    `第一行表头缺少：${words}；请按模板（jincun template ${type.id} --csv）写表头。`,
    `The first row lacks the columns ${ids}; write the header of the template (jincun template ${type.id} --csv).`,
  )
}

/** The cells of a record in the order of the template; null when it has more filled cells than the header has columns. */
export function inTemplateOrder(cells: readonly string[], header: Header): string[] | null {
  if (cells.length > header.width && cells.slice(header.width).some(cell => cell.trim() !== '')) return null
  return header.places.map(place => (place < 0 ? '' : (cells[place] ?? '')))
}
