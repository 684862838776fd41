import type { CountyView } from '@jincun/places'
import type { CountyFacts, CountyStanding, Designation, FactSource, NationalCount, PovertyListing, ProvinceStanding } from '../index.ts'

type Asked = { year: number; years: readonly number[]; factSources: readonly FactSource[]; asOf: string }

/** Answer of GET /api/counties/:code. */
export type CountyCard = Asked & {
  county: CountyView
  standing: CountyStanding
  listings: readonly PovertyListing[]
  rosterGaps: readonly number[]
  designations: readonly Designation[]
}

/** Answer of GET /api/provinces. */
export type Provinces = Asked & { provinces: readonly ProvinceStanding[]; nationalCounts: readonly NationalCount[] }

/** Answer of GET /api/provinces/:code/standing. */
export type ProvincePage = Asked & {
  standing: ProvinceStanding
  rosterGaps: readonly number[]
  counties: readonly CountyFacts[]
  designations: readonly Designation[]
}

/** Answer of GET /api/places/:code/townships. */
export type Townships = { townships: readonly { code: string; name: string; kind: string; villages: number }[]; asOf: string }
