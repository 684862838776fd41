import { assert } from '@jincun/kernel'
import { isWithin, prefectureCodeOf, provinceCodeOf } from './jurisdiction.ts'
import { searchKeysOf } from './search-keys.ts'
import type { SearchKeys } from './search-keys.ts'
import type { CodeChange, County, Place, PlaceCode, Prefecture, Province, Township } from './place.ts'

export type PlaceTables = {
  provinces: readonly Province[]
  prefectures: readonly Prefecture[]
  counties: readonly County[]
  townships: readonly Township[]
  changes: readonly CodeChange[]
}

/** All places, read once and never changed. Counties of both editions are in it, under their own codes. */
export type PlaceIndex = PlaceTables & {
  byCode: ReadonlyMap<string, Place>
  changeFrom: ReadonlyMap<PlaceCode, CodeChange>
  /** Codes that led to a county. */
  predecessors: ReadonlyMap<PlaceCode, readonly CodeChange[]>
  searchKeys: readonly SearchKeys[]
  townshipsOfCounty: ReadonlyMap<PlaceCode, readonly Township[]>
}

/** Builds the index; throws when a code occurs twice or a successor is missing, because the tables ship with the program. */
export function buildPlaceIndex(tables: PlaceTables): PlaceIndex {
  const byCode = new Map<string, Place>()
  for (const place of [...tables.provinces, ...tables.prefectures, ...tables.counties, ...tables.townships]) {
    assert(!byCode.has(place.code), `place code ${place.code} occurs once`)
    byCode.set(place.code, place)
  }
  for (const change of tables.changes) assert(byCode.has(change.from) && byCode.has(change.to), `both codes of ${change.from} exist`)
  return {
    ...tables,
    byCode,
    changeFrom: new Map(tables.changes.map(change => [change.from, change])),
    predecessors: Map.groupBy(tables.changes, change => change.to),
    searchKeys: [...byCode.values()].map(searchKeysOf),
    townshipsOfCounty: Map.groupBy(tables.townships, township => township.countyCode),
  }
}

export function findCounty(index: PlaceIndex, code: string): County | undefined {
  const place = index.byCode.get(code)
  return place?.level === 'county' ? place : undefined
}

export function findProvince(index: PlaceIndex, code: string): Province | undefined {
  const place = index.byCode.get(provinceCodeOf(code))
  return place?.level === 'province' ? place : undefined
}

/** '四川省 凉山彝族自治州 会理县': how a person recognises a place; groupings of the code table are left out. */
export function fullName(index: PlaceIndex, code: string): string {
  const own = index.byCode.get(code)
  const county = own?.level === 'township' ? index.byCode.get(own.countyCode) : undefined
  const prefecture = index.byCode.get(prefectureCodeOf(code))
  const parts = [findProvince(index, code), prefecture?.level === 'prefecture' && prefecture.grouping ? undefined : prefecture, county, own]
  return [...new Set(parts.filter(part => part !== undefined))].map(part => part.name).join(' ')
}

/**
 * The county units of GB/T 2260 in an edition of 2020, by code: 2,847 in June, 2,845 in December (two pairs merged).
 * Statistical areas and cities without counties are not county units.
 */
export const countyUnits = (index: PlaceIndex, edition: '202006' | '202012'): readonly County[] =>
  index.counties.filter(county => county.kind === 'county' && (edition === '202006' ? county.in202006 : county.in202012))

/** County units of an edition inside a jurisdiction, by code. */
export const countiesWithin = (index: PlaceIndex, jurisdiction: PlaceCode, edition: '202006' | '202012'): readonly County[] =>
  countyUnits(index, edition).filter(county => isWithin(county.code, jurisdiction))
