import type { ApplicationType } from '@jincun/applications'
import { accept, refuse } from '@jincun/kernel'
import type { Refusal, Result } from '@jincun/kernel'
import { scorePattern } from './ranked-list.ts'
import type { RankedListEntry } from './ranked-list.ts'

type Column = 'rank' | 'county_code' | 'type' | 'score'

/** Headings a province may write, besides the English ones. */
const headings: Readonly<Record<Column, readonly string[]>> = {
  rank: ['rank', '名次', '排名', '排序', '序号'],
  county_code: ['county_code', '县级代码', '行政区划代码', '县代码'],
  type: ['type', '类型', '申报类型'],
  score: ['score', '得分', '评审得分'],
}

/** How a type may be written; compared without case, hyphens, underscores and spaces. */
const typeWords: Readonly<Record<string, ApplicationType>> = {
  first: 'first',
  首次: 'first',
  首次申报: 'first',
  repeat: 'repeat',
  二次: 'repeat',
  二次申报: 'repeat',
  regionwide: 'regionWide',
  整区推进: 'regionWide',
  directdesignation: 'directDesignation',
  incentive: 'directDesignation',
  incentivecounty: 'directDesignation',
  直接纳入: 'directDesignation',
  典型激励: 'directDesignation',
  典型激励县: 'directDesignation',
}

const clean = (cell: string | undefined): string => (cell ?? '').normalize('NFKC').replaceAll('\u200b', '').trim()

const wrong = (row: number, column: Column, written: string, zh: string, en: string) =>
  refuse<Refusal>({
    kind: 'invalid',
    code: 'list-cell-unreadable',
    message: {
      zh: `名单第${row}行 ${column} 列写的是“${written}”，${zh}。`,
      en: `Row ${row}, column ${column}, of the list reads "${written}": ${en}.`,
    },
    where: `row ${row}, column ${column}`,
  })

const unusable = (code: string, zh: string, en: string) => refuse<Refusal>({ kind: 'invalid', code, message: { zh, en } })

/** Where each column stands; refuses a heading that is missing or written twice. */
function placeColumns(header: readonly string[]): Result<Record<Column, number>> {
  const found = { rank: -1, county_code: -1, type: -1, score: -1 }
  for (const column of Object.keys(headings) as Column[]) {
    const places = header.flatMap((cell, index) => (headings[column].includes(clean(cell).toLowerCase()) ? [index] : []))
    const [place] = places
    if (place === undefined)
      return unusable(
        'list-column-missing',
        `名单缺少 ${column} 列；第一行应为列名 rank,county_code,type,score。`,
        `The list has no column ${column}; its first row must name the columns rank,county_code,type,score.`,
      )
    if (places.length > 1)
      return unusable(
        'list-column-repeated',
        `名单中 ${column} 列出现了${places.length}次，请只保留一列。`,
        `The list has ${places.length} columns ${column}; keep one.`,
      )
    found[column] = place
  }
  return accept(found)
}

function readEntry(cell: (column: Column) => string, row: number): Result<RankedListEntry> {
  const [rank, countyCode, type, score] = [cell('rank'), cell('county_code'), cell('type'), cell('score')]
  if (!/^\d{6}$/.test(countyCode))
    return wrong(row, 'county_code', countyCode, '应为六位行政区划代码，如 511722', 'write the six-digit code, e.g. 511722')
  if (rank !== '' && !/^[1-9]\d{0,3}$/.test(rank))
    return wrong(
      row,
      'rank',
      rank,
      '应为从1起的整数，直接纳入的县可留空',
      'write a whole number from 1; counties that enter directly may leave it empty',
    )
  if (score !== '' && !scorePattern.test(score))
    return wrong(row, 'score', score, '应为不带单位的十进制得分，如 86.5', 'write a plain decimal, e.g. 86.5')
  const known = typeWords[type.toLowerCase().replaceAll(/[-_\s]/g, '')]
  if (!known)
    return wrong(
      row,
      'type',
      type,
      '应为 first（首次）、repeat（二次）、region-wide（整区推进）或 incentive（典型激励县）之一',
      'write first, repeat, region-wide or incentive',
    )
  return accept({ rank: rank === '' ? null : Number(rank), countyCode, type: known, score: score === '' ? null : score })
}

/**
 * Reads a ranked list from the cells of a sheet whose first row names the columns rank, county_code, type and score, in any order.
 * Rows count from 1 with the heading, as the sheet shows them; empty rows are skipped. The first thing wrong is refused with its row
 * and column and how to mend it.
 */
export function readListTable(cells: readonly (readonly string[])[]): Result<RankedListEntry[]> {
  const [header = [], ...rows] = cells
  const columns = placeColumns(header)
  if (!columns.ok) return columns
  const entries: RankedListEntry[] = []
  for (const [index, row] of rows.entries()) {
    if (row.every(cell => clean(cell) === '')) continue
    const entry = readEntry(column => clean(row[columns.value[column]]), index + 2)
    if (!entry.ok) return entry
    entries.push(entry.value)
  }
  if (entries.length === 0)
    return unusable(
      'list-empty',
      '名单没有一行数据；请在列名下面逐县填写。',
      'The list holds no row; write one row a county below the heading.',
    )
  return accept(entries)
}
