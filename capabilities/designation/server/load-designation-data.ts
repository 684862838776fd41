import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseCsvTable } from '@jincun/places'
import type { CsvRow, PlaceIndex } from '@jincun/places'
import { places } from '@jincun/places/server'
import { z } from 'zod'
import {
  buildDesignationData,
  FactSource,
  readDeepPovertyAreas,
  readIncentiveRecord,
  readNationalCount,
  readPovertyListing,
  readProvinceCount,
  readSupportRecord,
} from '../index.ts'
import type { DesignationData } from '../index.ts'

/** The public lists of this repository. */
export const shippedProgrammeFolder: string = fileURLToPath(new URL('../../../policy/programme', import.meta.url))

/** Reads the public lists from disk and joins them with the places; done once when the program starts. */
export function loadDesignationData(index: PlaceIndex, folder: string = shippedProgrammeFolder): DesignationData {
  const text = (name: string): string => readFileSync(join(folder, name), 'utf8')
  const rows = (name: string): CsvRow[] => parseCsvTable(text(name))
  return buildDesignationData(index, {
    povertyCounties: rows('poverty-counties.csv').map(readPovertyListing),
    deepPovertyAreas: readDeepPovertyAreas(rows('deep-poverty-areas.csv')),
    support: rows('demonstration-counties.csv').map(readSupportRecord),
    provinceCounts: rows('province-counts.csv').map(readProvinceCount),
    nationalCounts: rows('national-counts.csv').map(readNationalCount),
    incentives: rows('incentive-counties.csv').map(readIncentiveRecord),
    factSources: z.array(FactSource).parse(JSON.parse(text('fact-sources.json'))),
  })
}

let shipped: DesignationData | undefined

/** The shipped lists, read on first use and shared by the whole program. */
export function designationData(): DesignationData {
  shipped ??= loadDesignationData(places())
  return shipped
}
