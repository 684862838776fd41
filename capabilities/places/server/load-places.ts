import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildPlaceIndex, parseCsvTable, readCodeChange, readCounty, readPrefecture, readProvince, readTownship } from '../index.ts'
import type { CsvRow, PlaceIndex } from '../index.ts'

/** The place tables of this repository. */
export const shippedPlacesFolder: string = fileURLToPath(new URL('../../../policy/places', import.meta.url))

const rowsOf = (...path: string[]): CsvRow[] => parseCsvTable(readFileSync(join(...path), 'utf8'))

/** Reads the place tables from disk and builds the index: about a second, done once when the program starts. */
export function loadPlaces(folder: string = shippedPlacesFolder): PlaceIndex {
  const townshipFiles = readdirSync(join(folder, 'townships')).sort()
  return buildPlaceIndex({
    provinces: rowsOf(folder, 'provinces.csv').map(readProvince),
    prefectures: rowsOf(folder, 'prefectures.csv').map(readPrefecture),
    counties: rowsOf(folder, 'counties.csv').map(readCounty),
    townships: townshipFiles.flatMap(file => rowsOf(folder, 'townships', file).map(readTownship)),
    changes: rowsOf(folder, 'code-changes.csv').map(readCodeChange),
  })
}

let shipped: PlaceIndex | undefined

/** The shipped places, read on first use and shared by the whole program. */
export function places(): PlaceIndex {
  shipped ??= loadPlaces()
  return shipped
}

let codes: ReadonlySet<string> | undefined

/** Codes of provinces, prefectures and counties of every edition held, without the townships: a tenth of the time and memory of the index. */
export function administrativeCodes(folder: string = shippedPlacesFolder): ReadonlySet<string> {
  codes ??= new Set(['provinces.csv', 'prefectures.csv', 'counties.csv'].flatMap(file => rowsOf(folder, file).map(row => row.code ?? '')))
  return codes
}

let provinceNames: readonly { code: string; name: string }[] | undefined

/** Provinces by code, the current edition's names; a list short enough to be kept on a phone. */
export function provinces(folder: string = shippedPlacesFolder): readonly { code: string; name: string }[] {
  provinceNames ??= rowsOf(folder, 'provinces.csv').map(row => ({ code: row.code ?? '', name: row.name ?? '' }))
  return provinceNames
}
