import { countyUnits, countyView, findCounty, searchPlaces, stemOf } from '@jincun/places'
import type { County } from '@jincun/places'
import { z } from 'zod'
import { countyStanding } from './county-standing.ts'
import type { DesignationData } from './designation-data.ts'
import type { CountyStanding } from './standing.ts'

/** A county on a list: what it is, and how it stands before a year's round. */
export type CountyFacts = Pick<CountyStanding, 'delistYear' | 'supportedBefore' | 'incentiveYear'> & {
  code: string
  name: string
  pinyin: string
  provinceCode: string
  provinceName: string
  prefectureName: string | null
  formerNames: readonly string[]
  nationalPovertyCounty: boolean
  countyNotYetOutOfPoverty: boolean
  deepPovertyArea: boolean
  /** Years in which some source names it as a demonstration county, as the source gives them. */
  supportedYears: readonly string[]
  townshipUnits: number
  villages: number
  population: number | null
  point: County['point']
}

function factsOf(data: DesignationData, county: County, year: number): CountyFacts[] {
  const standing = countyStanding(data, county.code, year)
  if (!standing.ok) return []
  const { code, name, pinyin, provinceCode, formerNames, townshipUnits, villages, population, point } = county
  const { provinceName, prefectureName } = countyView(data.places, county)
  const { delistYear, supportedBefore, incentiveYear, nationalPovertyCounty, countyNotYetOutOfPoverty, supported } = standing.value
  return [
    {
      ...{ code, name, pinyin, provinceCode, provinceName, prefectureName, formerNames, townshipUnits, villages, population, point },
      ...{ delistYear, supportedBefore, incentiveYear, nationalPovertyCounty, countyNotYetOutOfPoverty },
      deepPovertyArea: standing.value.deepPovertyArea !== null,
      supportedYears: supported.map(record => record.yearText),
    },
  ]
}

/**
 * Every county of December 2020 as it stands before the round of a year, by code: the 2,845 county units, and areas that
 * are on the 832 list without being county units (大柴旦).
 */
export function countyFactsOf(data: DesignationData, year: number): CountyFacts[] {
  const listedAreas = [...data.povertyOf.keys()]
    .flatMap(code => findCounty(data.places, code) ?? [])
    .filter(county => county.kind !== 'county')
  const counties = [...countyUnits(data.places, '202012'), ...listedAreas]
  return counties.flatMap(county => factsOf(data, county, year)).sort((a, b) => (a.code < b.code ? -1 : 1))
}

const sortKeys = ['code', 'name', 'population', 'villages', 'townshipUnits', 'delistYear'] as const
type SortKey = (typeof sortKeys)[number]

/** What a list of counties may be narrowed by, as it stands in an address. */
export const CountyFilter = z.object({
  province: z
    .string()
    .regex(/^(\d{6})?$/, '省级代码为六位数字 / a province code has six digits')
    .default(''),
  find: z.string().max(60).default(''),
  list: z.enum(['', 'poverty', 'not-yet-out', 'deep-poverty', 'incentive']).default(''),
  supported: z.enum(['', 'yes', 'no', 'unknown']).default(''),
  sort: z.enum(['', ...sortKeys, ...sortKeys.map(key => `-${key}` as const)]).default(''),
})
export type CountyFilter = z.infer<typeof CountyFilter>

const onList: Record<CountyFilter['list'], (facts: CountyFacts) => boolean> = {
  '': () => true,
  poverty: facts => facts.nationalPovertyCounty,
  'not-yet-out': facts => facts.countyNotYetOutOfPoverty,
  'deep-poverty': facts => facts.deepPovertyArea,
  incentive: facts => facts.incentiveYear !== null,
}

const sortValue = (facts: CountyFacts, key: SortKey): string | number | null => (key === 'name' ? facts.pinyin : facts[key])

/** Missing values come last in either direction: absence is not smallness. Equal values go by code. */
function compareBy(key: SortKey, falling: boolean) {
  return (a: CountyFacts, b: CountyFacts): number => {
    const [left, right] = [sortValue(a, key), sortValue(b, key)]
    if (left === null || right === null) return Number(left === null) - Number(right === null) || (a.code < b.code ? -1 : 1)
    const order = left < right ? -1 : left > right ? 1 : 0
    return (falling ? -order : order) || (a.code < b.code ? -1 : 1)
  }
}

/** Codes found by name, former name, code, pinyin or initials, closest first; null when nothing is sought. */
function foundCodes(data: DesignationData, text: string): Map<string, number> | null {
  if (stemOf(text.trim()) === '') return null
  const hits = searchPlaces(data.places, { text, levels: ['county'], limit: Number.POSITIVE_INFINITY })
  return new Map(hits.map((hit, rank) => [hit.place.code, rank]))
}

/** Counties that fit a filter, in its order; a search without an order gives the closest first. */
export function chooseCounties(data: DesignationData, all: readonly CountyFacts[], filter: CountyFilter): CountyFacts[] {
  const found = foundCodes(data, filter.find)
  const chosen = all.filter(
    facts =>
      (filter.province === '' || facts.provinceCode === filter.province) &&
      onList[filter.list](facts) &&
      (filter.supported === '' || facts.supportedBefore === filter.supported) &&
      (found === null || found.has(facts.code)),
  )
  const key = sortKeys.find(each => each === filter.sort.replace('-', ''))
  if (key) return chosen.sort(compareBy(key, filter.sort.startsWith('-')))
  return found ? chosen.sort((a, b) => (found.get(a.code) ?? 0) - (found.get(b.code) ?? 0)) : chosen
}
