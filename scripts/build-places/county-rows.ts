import type { CsvRow } from '../../capabilities/places/index.ts'
import { readingOf } from './place-name-readings.ts'
import { byColumn, cell } from './tables.ts'

export const countyColumns = [
  'code',
  'name',
  'kind',
  'in_202006',
  'in_202012',
  'valid_from',
  'valid_to',
  'successor',
  'former_names',
  'township_units',
  'subdistricts',
  'towns',
  'townships',
  'other_units',
  'villages',
  'longitude',
  'latitude',
  'area_km2',
  'population_2020',
  'urban_per_ten_thousand',
  'pinyin',
  'initials',
] // prettier-ignore

const countColumns = [
  ['township_units', 'n_township_units'],
  ['subdistricts', 'n_jiedao'],
  ['towns', 'n_zhen'],
  ['townships', 'n_xiang'],
  ['other_units', 'n_other'],
  ['villages', 'n_village_committees'],
] as const

const sum = (rows: readonly CsvRow[], column: string): number => rows.reduce((total, row) => total + Number(cell(row, column)), 0)

/** '0.9443' → 9443 of 10,000; rounding to whole residents is the census office's, not ours. */
const perTenThousand = (share: string): number => Math.round(Number(share) * 10_000)

/** Facts that do not depend on the code: of one raw row, or added up over the rows that a merged county came from. */
function facts(rows: readonly CsvRow[]): CsvRow {
  const first = rows[0] ?? {}
  const people = rows.filter(row => cell(row, 'pop2020') !== '')
  const population = sum(people, 'pop2020')
  const urban = people.reduce((total, row) => total + Number(cell(row, 'pop2020')) * perTenThousand(cell(row, 'urban_share_2020')), 0)
  const area = rows.reduce((total, row) => total + Math.round(Number(cell(row, 'area_km2')) * 10), 0)
  return {
    ...Object.fromEntries(countColumns.map(([column, rawColumn]) => [column, String(sum(rows, rawColumn))])),
    longitude: cell(first, 'point_lon'),
    latitude: cell(first, 'point_lat'),
    area_km2: cell(first, 'area_km2') === '' ? '' : (area / 10).toFixed(1),
    population_2020: people.length === 0 ? '' : String(population),
    urban_per_ten_thousand: people.length === 0 || population === 0 ? '' : String(Math.round(urban / population)),
  }
}

/** A city without counties (东莞, 中山, 儋州, 嘉峪关) stands in the table for itself; what has no code of December 2020 is statistical. */
function kindOf(row: CsvRow): 'county' | 'undivided-city' | 'statistical-area' {
  if (cell(row, 'name') === cell(row, 'city')) return 'undivided-city'
  return cell(row, 'code_202012') === '' ? 'statistical-area' : 'county'
}

const formerOf = (former: ReadonlyMap<string, ReadonlySet<string>>, code: string, name: string): string =>
  [...(former.get(code) ?? [])]
    .filter(each => each !== name)
    .sort()
    .join(';')

/**
 * One row a code: every code of June 2020, and the codes that are new in December 2020.
 * `former` = names by which published lists know a code.
 */
export function countyRows(raw: readonly CsvRow[], changes: readonly CsvRow[], former: ReadonlyMap<string, ReadonlySet<string>>): CsvRow[] {
  const changeFrom = new Map(changes.map(change => [cell(change, 'from_code'), change]))
  const rowOf = new Map(raw.map(row => [cell(row, 'code'), row]))
  const old = raw.map(row => {
    const code = cell(row, 'code')
    const change = changeFrom.get(code)
    return {
      code,
      name: cell(row, 'name'),
      kind: kindOf(row),
      in_202006: '1',
      in_202012: cell(row, 'code_202012') === code ? '1' : '0',
      valid_from: '',
      valid_to: change ? cell(change, 'changed_on') : '',
      successor: change ? cell(change, 'to_code') : '',
      former_names: formerOf(former, code, cell(row, 'name')),
      ...facts([row]),
      ...readingOf(cell(row, 'name')),
    }
  })
  const made = [...Map.groupBy(changes, change => cell(change, 'to_code'))].map(([code, sources]) => {
    const name = cell(sources[0] ?? {}, 'to_name')
    const names = new Map([[code, new Set(sources.map(source => cell(source, 'from_name')))]])
    return {
      code,
      name,
      kind: 'county',
      in_202006: '0',
      in_202012: '1',
      valid_from: cell(sources[0] ?? {}, 'changed_on'),
      valid_to: '',
      successor: '',
      former_names: formerOf(names, code, name),
      ...facts(sources.map(source => rowOf.get(cell(source, 'from_code')) ?? {})),
      ...readingOf(name),
    }
  })
  return [...old, ...made].sort(byColumn('code'))
}
