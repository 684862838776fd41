import { shanghaiDate } from '@jincun/kernel'
import type { PolicyPack } from '@jincun/policy'
import { z } from 'zod'
import { countyFactsOf, provinceStanding } from '../index.ts'
import type { CountyFacts, ProvinceStanding } from '../index.ts'
import { designationData } from './load-designation-data.ts'

/** A round's year in an address; left out, it is the latest year with a rule book that has begun. */
export const RoundYear = z.coerce.number().int().min(2014, '年度不早于 2014 / no year before 2014').max(2100).optional()

/** The years a standing can be asked for, and the one meant when none is named. */
export function roundYear(policy: PolicyPack, asked: number | undefined, now: Date): { year: number; years: number[] } {
  const years = [...policy.ruleBooks.keys()].sort()
  const thisYear = Number(shanghaiDate(now).slice(0, 4))
  const begun = years.filter(year => year <= thisYear).at(-1) ?? years[0] ?? thisYear
  return { year: asked ?? begun, years }
}

const known = new Map<number, readonly CountyFacts[]>()

/** Facts of all counties for a year; worked out once, because the lists only change with the program. */
export function countyFactsOfYear(year: number): readonly CountyFacts[] {
  const facts = known.get(year) ?? countyFactsOf(designationData(), year)
  known.set(year, facts)
  return facts
}

const knownProvinces = new Map<number, readonly ProvinceStanding[]>()

/** How all provinces stand before a year's round, by code; worked out once. */
export function provinceStandingsOfYear(year: number): readonly ProvinceStanding[] {
  const data = designationData()
  const standings = knownProvinces.get(year) ?? data.places.provinces.flatMap(({ code }) => provinceStanding(data, code, year) ?? [])
  knownProvinces.set(year, standings)
  return standings
}
