import type { CsvRow } from '../../capabilities/places/index.ts'
import { readingOf } from './place-name-readings.ts'
import { byColumn, cell } from './tables.ts'

export const provinceColumns = ['code', 'name', 'pinyin', 'initials']
export const prefectureColumns = ['code', 'name', 'grouping', 'pinyin', 'initials']
export const townshipColumns = ['code', 'name', 'kind', 'villages', 'pinyin', 'initials']

const distinct = (rows: readonly CsvRow[], codeColumn: string, nameColumn: string): { code: string; name: string }[] => [
  ...new Map(rows.map(row => [cell(row, codeColumn), { code: cell(row, codeColumn), name: cell(row, nameColumn) }])).values(),
]

export const provinceRows = (counties: readonly CsvRow[]): CsvRow[] =>
  distinct(counties, 'province_code', 'province')
    .map(({ code, name }) => ({ code, name, ...readingOf(name) }))
    .sort(byColumn('code'))

/** Names that only group counties in the code table. */
const groupings = new Set(['市辖区', '县', '省直辖县级行政区划', '自治区直辖县级行政区划'])

/** Prefectures and groupings; a city without counties whose code is its own county's stands among the counties. */
export const prefectureRows = (counties: readonly CsvRow[]): CsvRow[] =>
  distinct(counties, 'city_code', 'city')
    .filter(({ code }) => !counties.some(row => cell(row, 'code') === code))
    .map(({ code, name }) => ({ code, name, grouping: groupings.has(name) ? '1' : '0', ...readingOf(name) }))
    .sort(byColumn('code'))

/** Township units by province code; the county is the first six digits of the code. */
export function townshipRowsByProvince(raw: readonly CsvRow[]): Map<string, CsvRow[]> {
  const rows = raw.map(row => {
    if (cell(row, 'county_code') !== cell(row, 'code').slice(0, 6)) throw new Error(`${cell(row, 'code')} lies outside its county`)
    return {
      code: cell(row, 'code'),
      name: cell(row, 'name'),
      kind: cell(row, 'kind'),
      villages: cell(row, 'n_villages'),
      ...readingOf(cell(row, 'name')),
    }
  })
  return Map.groupBy(rows.sort(byColumn('code')), row => row.code.slice(0, 2))
}
