import { accept, refuse } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import { findCounty, lastCode, unknownCounty } from '@jincun/places'
import type { DesignationData } from './designation-data.ts'
import type { CountyStanding, SupportRecord } from './standing.ts'

/** A statement that can carry a "yes": not a guess, and the whole of its year range lies before the round. */
const proves = (record: SupportRecord, year: number): boolean =>
  record.certainty !== 'low' && record.latest !== null && record.latest < year

const concerns = (record: SupportRecord, year: number): boolean => record.earliest < year

/** Earlier years of which the province's demonstration counties are not all known by name; none = the roster is complete. */
export const rosterGaps = (data: DesignationData, provinceCode: string, year: number): number[] =>
  data.nationalCounts
    .map(count => count.year)
    .filter(earlier => earlier < year && data.countOf.get(`${provinceCode}-${earlier}`)?.rosterKnown !== true)

function supportedBefore(data: DesignationData, records: readonly SupportRecord[], provinceCode: string, year: number) {
  if (records.some(record => proves(record, year))) return 'yes'
  if (records.some(record => concerns(record, year))) return 'unknown'
  return rosterGaps(data, provinceCode, year).length === 0 ? 'no' : 'unknown'
}

/**
 * What the public lists say of a county for the round of a year. Old and new codes give the same facts; `countyCode` and
 * `name` are those of the code asked for. An unknown code is refused.
 */
export function countyStanding(data: DesignationData, code: string, year: number): Result<CountyStanding> {
  const county = findCounty(data.places, code)
  if (!county) return refuse(unknownCounty(code))
  const line = lastCode(data.places, code)
  const listings = data.povertyOf.get(line) ?? []
  const delistYear = listings.length === 0 ? null : Math.max(...listings.map(listing => listing.delistYear))
  const supported = data.supportOf.get(line) ?? []
  const incentive = data.incentivesOf.get(line) ?? []
  return accept({
    countyCode: county.code,
    name: county.name,
    provinceCode: county.provinceCode,
    year,
    nationalPovertyCounty: listings.length > 0,
    delistYear,
    countyNotYetOutOfPoverty: delistYear !== null && delistYear >= year,
    deepPovertyArea: data.deepPovertyOf.get(line) ?? null,
    oldRevolutionaryBaseCounty: null,
    supported: [...supported],
    supportedBefore: supportedBefore(data, supported, county.provinceCode, year),
    incentiveYear: incentive.length === 0 ? null : Math.max(...incentive.map(record => record.year)),
    incentive: [...incentive],
  })
}
