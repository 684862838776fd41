import { lastCode } from '@jincun/places'
import type { PlaceIndex } from '@jincun/places'
import { z } from 'zod'
import type { DeepPovertyArea, IncentiveRecord, Note, SupportRecord } from './standing.ts'

/** One line of the 832; two lines may lead to one county where two listed areas became one. */
export type PovertyListing = { code: string; listedName: string; delistYear: number; codeNote: Note }

/** How many demonstration counties a province had in a year; `rosterKnown` when each of them is known by name. */
export type ProvinceCount = {
  year: number
  provinceCode: string
  count: number
  basis: 'full table' | 'single source'
  rosterKnown: boolean
  note: Note
  source: string
}

/** A year's national total; null where no total was ever found. */
export type NationalCount = {
  year: number
  counties: number | null
  provinces: number | null
  cumulative: string
  certainty: string
  source: Note
}

/** Where one kind of fact comes from, shown beside it. */
export const FactSource = z.strictObject({
  id: z.enum(['places', 'poverty-list', 'deep-poverty-areas', 'demonstration-counties', 'incentive-counties', 'old-base-counties']),
  title: z.strictObject({ zh: z.string(), en: z.string() }),
  asOf: z.string(),
  source: z.string(),
  gap: z.strictObject({ zh: z.string(), en: z.string() }).nullable(),
})
export type FactSource = z.infer<typeof FactSource>

export type DesignationTables = {
  povertyCounties: readonly PovertyListing[]
  deepPovertyAreas: ReadonlyMap<string, DeepPovertyArea>
  support: readonly SupportRecord[]
  provinceCounts: readonly ProvinceCount[]
  nationalCounts: readonly NationalCount[]
  incentives: readonly IncentiveRecord[]
  factSources: readonly FactSource[]
}

/** The public lists, keyed by the last code of each county's line, so that an old and a new code find the same facts. */
export type DesignationData = DesignationTables & {
  places: PlaceIndex
  povertyOf: ReadonlyMap<string, readonly PovertyListing[]>
  deepPovertyOf: ReadonlyMap<string, DeepPovertyArea>
  supportOf: ReadonlyMap<string, readonly SupportRecord[]>
  incentivesOf: ReadonlyMap<string, readonly IncentiveRecord[]>
  countOf: ReadonlyMap<string, ProvinceCount>
}

/** Joins the lists with the places. */
export function buildDesignationData(places: PlaceIndex, tables: DesignationTables): DesignationData {
  const line = (code: string): string => lastCode(places, code)
  return {
    ...tables,
    places,
    povertyOf: Map.groupBy(tables.povertyCounties, listing => line(listing.code)),
    deepPovertyOf: new Map([...tables.deepPovertyAreas].map(([code, area]) => [line(code), area])),
    supportOf: Map.groupBy(tables.support, record => line(record.countyCode)),
    incentivesOf: Map.groupBy(tables.incentives, record => line(record.countyCode)),
    countOf: new Map(tables.provinceCounts.map(count => [`${count.provinceCode}-${count.year}`, count])),
  }
}
