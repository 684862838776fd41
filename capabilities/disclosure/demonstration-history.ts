import type { Certainty, DesignationData } from '@jincun/designation'
import { findCounty, findProvince, lastCode } from '@jincun/places'
import type { Point } from '@jincun/places'
import type { Bilingual } from '@jincun/policy'

/** One published statement that a county was a demonstration county before this system, with how sure it is. */
export type HistoryRow = {
  key: string
  /** Last code of the county's line. */
  countyCode: string
  countyName: string
  provinceName: string
  /** As the source gives it, e.g. '2017' or '2015-2018'. */
  yearText: string
  certainty: Certainty
  note: Bilingual
  source: string
  nationalPovertyCounty: boolean
  point: Point | null
}

/** One year: how many counties were announced for the nation, and how many of them are known here by name. */
export type HistoryYear = { year: number; announced: number | null; knownByName: number; certainty: string; source: Bilingual }

/** Every statement held, by province and county. */
export function historyRows(data: DesignationData): HistoryRow[] {
  return data.support
    .map((record, index) => {
      const code = lastCode(data.places, record.countyCode)
      const county = findCounty(data.places, code)
      return {
        key: `${record.countyCode}-${record.yearText}-${index}`,
        countyCode: code,
        countyName: county?.name ?? record.countyCode,
        provinceName: findProvince(data.places, code)?.name ?? '',
        yearText: record.yearText,
        certainty: record.certainty,
        note: record.note,
        source: record.source,
        nationalPovertyCounty: data.povertyOf.has(code),
        point: county?.point ?? null,
      }
    })
    .sort((a, b) => (a.countyCode < b.countyCode ? -1 : a.countyCode > b.countyCode ? 1 : a.yearText < b.yearText ? -1 : 1))
}

/** National totals as announced beside the counties known by name. A record whose year is only a range counts for no year. */
export function historyYears(data: DesignationData): HistoryYear[] {
  return data.nationalCounts.map(({ year, counties, certainty, source }) => {
    const named = data.support.filter(record => record.earliest === year && record.latest === year)
    return {
      year,
      announced: counties,
      knownByName: new Set(named.map(record => lastCode(data.places, record.countyCode))).size,
      certainty,
      source,
    }
  })
}
