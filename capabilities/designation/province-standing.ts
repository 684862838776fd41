import { countiesWithin, findProvince } from '@jincun/places'
import { countyStanding } from './county-standing.ts'
import type { DesignationData, ProvinceCount } from './designation-data.ts'
import type { CountyStanding } from './standing.ts'

/** What the public lists say of a province for the round of a year. */
export type ProvinceStanding = {
  provinceCode: string
  name: string
  year: number
  /** County units of GB/T 2260, June 2020. */
  countyUnits: number
  /** Lines of the 832 list; two listed areas may since have become one county. */
  povertyListings: number
  /** Counties the list leads to, by whether each was supported in an earlier year. */
  povertyCounties: { all: number; supportedBefore: number; notSupportedBefore: number; unknown: number }
  notYetOutOfPoverty: number
  deepPovertyAreaCounties: number
  /** 有脱贫攻坚任务的省份 (4.2): it has counties on the 832 list. */
  hasPovertyTask: boolean
  /** Demonstration counties by year; a year without a published number is absent. */
  counts: readonly ProvinceCount[]
}

/** Every county on the 832 list in the province, under its last code. */
function povertyStandings(data: DesignationData, prefix: string, year: number): CountyStanding[] {
  return [...data.povertyOf.keys()]
    .filter(code => code.startsWith(prefix))
    .sort()
    .map(code => countyStanding(data, code, year))
    .flatMap(result => (result.ok ? [result.value] : []))
}

/** Counts for a province and a round's year; undefined when there is no such province. */
export function provinceStanding(data: DesignationData, provinceCode: string, year: number): ProvinceStanding | undefined {
  const province = findProvince(data.places, provinceCode)
  if (!province) return undefined
  const prefix = province.code.slice(0, 2)
  const poverty = povertyStandings(data, prefix, year)
  const supported = (answer: CountyStanding['supportedBefore']): number =>
    poverty.filter(standing => standing.supportedBefore === answer).length
  return {
    provinceCode: province.code,
    name: province.name,
    year,
    countyUnits: countiesWithin(data.places, province.code, '202006').length,
    povertyListings: data.povertyCounties.filter(listing => listing.code.startsWith(prefix)).length,
    povertyCounties: {
      all: poverty.length,
      supportedBefore: supported('yes'),
      notSupportedBefore: supported('no'),
      unknown: supported('unknown'),
    },
    notYetOutOfPoverty: poverty.filter(standing => standing.countyNotYetOutOfPoverty).length,
    deepPovertyAreaCounties: [...data.deepPovertyOf.keys()].filter(code => code.startsWith(prefix)).length,
    hasPovertyTask: poverty.length > 0,
    counts: data.provinceCounts.filter(count => count.provinceCode === province.code).sort((a, b) => a.year - b.year),
  }
}
