import type { CsvRow } from '../../capabilities/places/index.ts'
import { noteOf } from './notes.ts'
import { byColumn, cell } from './tables.ts'

export const povertyColumns = ['code', 'listed_name', 'delist_year', 'note_zh', 'note_en']
export const deepPovertyColumns = ['code', 'group', 'part']
export const supportColumns = ['code', 'name', 'year_text', 'earliest', 'latest', 'certainty', 'note_zh', 'note_en', 'source']
export const countColumns = ['year', 'province_code', 'counties', 'basis', 'roster_known', 'note_zh', 'note_en', 'source']
export const nationalColumns = ['year', 'counties', 'provinces', 'cumulative', 'certainty', 'source_zh', 'source_en']
export const incentiveColumns = ['year', 'code', 'name', 'certainty', 'source']

/** The notice is cited as what it is, without its words and not by the name of a file it was kept in. */
const sourceOf = (text: string): string =>
  text.replace(/^notice-(\d{4})\.txt(?: section (\S+)|: «.*»)?$/, (_, year: string, section = '四') => `${year}年通知第${section}部分`)

/** Programme years begin in 2014. */
const firstYear = '2014'

/** The years a source's wording allows: '2015 or 2016', '2015-2018', '2019 or earlier', 'unknown (<=2021)'. Latest '' = no bound. */
export function yearRange(text: string): { earliest: string; latest: string } {
  const years = text.match(/\d{4}/g) ?? []
  const latest = years.at(-1) ?? ''
  const open = text.includes('earlier') || text.startsWith('unknown')
  return { earliest: open ? firstYear : (years[0] ?? firstYear), latest }
}

export const povertyRows = (raw: readonly CsvRow[]): CsvRow[] =>
  raw
    .map(row => ({
      code: cell(row, 'code_202006'),
      listed_name: cell(row, 'name'),
      delist_year: cell(row, 'delist_year'),
      ...noteOf(cell(row, 'code_note') === 'same' ? '' : cell(row, 'code_note')),
    }))
    .sort((a, b) => byColumn('code')(a, b) || byColumn('listed_name')(a, b))

const groups: Readonly<Record<string, string>> = { 三区: 'three-areas', 三州: 'three-prefectures' }

/**
 * Counties of 三区三州, from the county table rather than from the list beside it, which forgets 同仁县.
 * Development zones inside these areas are left out; 大柴旦, itself on the 832 list, stays.
 */
export const deepPovertyRows = (counties: readonly CsvRow[]): CsvRow[] =>
  counties
    .filter(row => cell(row, 'sanqu_sanzhou') !== '' && (cell(row, 'code_202012') !== '' || cell(row, 'is_poverty832') === '1'))
    .map(row => ({ code: cell(row, 'code'), group: groups[cell(row, 'sanqu_sanzhou')] ?? '', part: cell(row, 'sanqu_sanzhou_part') }))
    .sort(byColumn('code'))

/** The factor inputs as they are, with the deep-poverty counties counted again from the list above. */
export const provinceInputRows = (raw: readonly CsvRow[], deepPoverty: readonly CsvRow[]): CsvRow[] =>
  raw.map(row => {
    const inside = deepPoverty.filter(area => area.code?.slice(0, 2) === cell(row, 'province_code').slice(0, 2))
    return { ...row, n_sanqu_sanzhou: String(inside.length) }
  })

export const supportRows = (raw: readonly CsvRow[]): CsvRow[] =>
  raw
    .map(row => ({
      code: cell(row, 'code_202006'),
      name: cell(row, 'name'),
      year_text: cell(row, 'year'),
      ...yearRange(cell(row, 'year')),
      certainty: cell(row, 'certainty'),
      ...noteOf(cell(row, 'note')),
      source: sourceOf(cell(row, 'source')),
    }))
    .sort((a, b) => byColumn('code')(a, b) || byColumn('year_text')(a, b) || byColumn('source')(a, b))

/** A province's year is known by name when as many counties are named with high certainty as were counted, or none was. */
function rosterKnown(count: CsvRow, support: readonly CsvRow[]): boolean {
  const named = support.filter(
    row =>
      row.year_text === cell(count, 'year') &&
      row.certainty === 'high' &&
      row.code?.slice(0, 2) === cell(count, 'province_code').slice(0, 2),
  )
  return new Set(named.map(row => row.code)).size === Number(cell(count, 'n_counties'))
}

const noneNote = 'not in the table, whose rows add up to the national total, so the province had none (derived)'

/** Provinces left out of a full table whose rows add up to the national total had no county that year. */
function derivedZeros(rows: readonly CsvRow[], national: readonly CsvRow[], provinces: readonly string[]): CsvRow[] {
  return national.flatMap(({ year = '', n_counties = '' }) => {
    const table = rows.filter(row => cell(row, 'year') === year && cell(row, 'basis') === 'full table')
    const sum = table.reduce((total, row) => total + Number(cell(row, 'n_counties')), 0)
    if (table.length === 0 || String(sum) !== n_counties) return []
    const listed = new Set(table.map(row => cell(row, 'province_code')))
    const { source = '' } = table[0] ?? {}
    const absent = provinces.filter(code => !listed.has(code))
    return absent.map(province_code => ({ year, province_code, n_counties: '0', basis: 'full table', note: noneNote, source }))
  })
}

export type CountTables = { byProvince: readonly CsvRow[]; national: readonly CsvRow[]; provinces: readonly string[] }

/** Counts by year and province, and whether the year's counties of the province are all known by name. */
export const provinceCountRows = (tables: CountTables, support: readonly CsvRow[]): CsvRow[] =>
  [...tables.byProvince, ...derivedZeros(tables.byProvince, tables.national, tables.provinces)]
    .map(row => ({
      year: cell(row, 'year'),
      province_code: cell(row, 'province_code'),
      counties: cell(row, 'n_counties'),
      basis: cell(row, 'basis'),
      roster_known: rosterKnown(row, support) ? '1' : '0',
      ...noteOf(cell(row, 'note')),
      source: sourceOf(cell(row, 'source')),
    }))
    .sort((a, b) => byColumn('year')(a, b) || byColumn('province_code')(a, b))

/** National totals, each with its source in both languages; the raw table writes 'same' for the source of the line above. */
export function nationalCountRows(raw: readonly CsvRow[]): CsvRow[] {
  let above = ''
  return raw.map(row => {
    above = cell(row, 'source').replace(/^same\b/, above)
    const { note_zh: source_zh = '', note_en: source_en = '' } = noteOf(above)
    return {
      year: cell(row, 'year'),
      counties: cell(row, 'n_counties'),
      provinces: cell(row, 'n_provinces'),
      cumulative: cell(row, 'cumulative'),
      certainty: cell(row, 'certainty'),
      source_zh,
      source_en,
    }
  })
}

/** Incentive counties that are known by name; rows without a code only say that some county exists. */
export const incentiveRows = (raw: readonly CsvRow[]): CsvRow[] =>
  raw
    .filter(row => cell(row, 'code_202006') !== '')
    .map(row => ({
      year: cell(row, 'incentive_year'),
      code: cell(row, 'code_202006'),
      name: cell(row, 'name'),
      certainty: cell(row, 'certainty'),
      source: sourceOf(cell(row, 'source')),
    }))

/** Names other than today's under which the lists know a county, by code. */
export function formerNames(poverty: readonly CsvRow[], support: readonly CsvRow[], counties: readonly CsvRow[]): Map<string, Set<string>> {
  const nameOf = new Map(counties.map(row => [cell(row, 'code'), cell(row, 'name')]))
  const found = new Map<string, Set<string>>()
  for (const row of [...poverty.map(each => ({ code: each.code, name: each.listed_name })), ...support]) {
    const today = nameOf.get(row.code ?? '')
    if (!row.code || !row.name || !today || today === row.name || today.startsWith(row.name)) continue
    found.set(row.code, (found.get(row.code) ?? new Set()).add(row.name))
  }
  return found
}
