import type { CsvRow } from './csv-table.ts'
import { prefectureCodeOf, provinceCodeOf } from './jurisdiction.ts'
import type { CodeChange, County, Prefecture, Province, Township } from './place.ts'

const cell = (row: CsvRow, column: string): string => {
  const value = row[column]
  if (value === undefined) throw new Error(`A place table lacks the column ${column}`)
  return value
}
const orNull = (text: string): string | null => (text === '' ? null : text)
const number = (row: CsvRow, column: string): number => Number(cell(row, column))
const numberOrNull = (row: CsvRow, column: string): number | null => (cell(row, column) === '' ? null : number(row, column))
const named = (row: CsvRow) => ({ name: cell(row, 'name'), pinyin: cell(row, 'pinyin'), initials: cell(row, 'initials') })

function oneOf<const T extends string>(row: CsvRow, column: string, allowed: readonly T[]): T {
  const value = cell(row, column)
  const found = allowed.find(each => each === value)
  if (found === undefined) throw new Error(`${column} is ${value}; one of ${allowed.join(', ')} was expected`)
  return found
}

/** Rows of policy/places/provinces.csv. */
export const readProvince = (row: CsvRow): Province => ({ level: 'province', code: cell(row, 'code'), ...named(row) })

/** Rows of policy/places/prefectures.csv. */
export const readPrefecture = (row: CsvRow): Prefecture => ({
  level: 'prefecture',
  code: cell(row, 'code'),
  provinceCode: provinceCodeOf(cell(row, 'code')),
  grouping: cell(row, 'grouping') === '1',
  ...named(row),
})

/** Rows of policy/places/counties.csv. */
export function readCounty(row: CsvRow): County {
  const code = cell(row, 'code')
  const longitude = numberOrNull(row, 'longitude')
  const latitude = numberOrNull(row, 'latitude')
  return {
    level: 'county',
    code,
    ...named(row),
    provinceCode: provinceCodeOf(code),
    prefectureCode: prefectureCodeOf(code),
    kind: oneOf(row, 'kind', ['county', 'undivided-city', 'statistical-area']),
    in202006: cell(row, 'in_202006') === '1',
    in202012: cell(row, 'in_202012') === '1',
    validFrom: orNull(cell(row, 'valid_from')),
    validTo: orNull(cell(row, 'valid_to')),
    successor: orNull(cell(row, 'successor')),
    formerNames: cell(row, 'former_names')
      .split(';')
      .filter(name => name !== ''),
    townshipUnits: number(row, 'township_units'),
    subdistricts: number(row, 'subdistricts'),
    towns: number(row, 'towns'),
    townships: number(row, 'townships'),
    otherUnits: number(row, 'other_units'),
    villages: number(row, 'villages'),
    point: longitude === null || latitude === null ? null : { longitude, latitude },
    areaKm2: orNull(cell(row, 'area_km2')),
    population: numberOrNull(row, 'population_2020'),
    urbanPerTenThousand: numberOrNull(row, 'urban_per_ten_thousand'),
  }
}

/** Rows of policy/places/townships/<province>.csv. */
export const readTownship = (row: CsvRow): Township => ({
  level: 'township',
  code: cell(row, 'code'),
  countyCode: cell(row, 'code').slice(0, 6),
  ...named(row),
  kind: oneOf(row, 'kind', ['街道', '镇', '乡/苏木', '其他']),
  villages: number(row, 'villages'),
})

/** Rows of policy/places/code-changes.csv. */
export const readCodeChange = (row: CsvRow): CodeChange => ({
  from: cell(row, 'from_code'),
  fromName: cell(row, 'from_name'),
  to: cell(row, 'to_code'),
  toName: cell(row, 'to_name'),
  kind: oneOf(row, 'kind', ['renamed', 'merged', 'recoded']),
  changedOn: cell(row, 'changed_on'),
  precision: oneOf(row, 'precision', ['announced', 'edition']),
  reason: { zh: cell(row, 'reason_zh'), en: cell(row, 'reason_en') },
  source: cell(row, 'source'),
})
