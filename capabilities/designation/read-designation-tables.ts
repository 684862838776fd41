import type { CsvRow } from '@jincun/places'
import { z } from 'zod'
import type { NationalCount, PovertyListing, ProvinceCount } from './designation-data.ts'
import { Certainty, DeepPovertyArea, IncentiveRecord, Note, SupportRecord } from './standing.ts'

// The tables ship with the program: a row that does not parse is a bug and throws.
const wholeNumber = z.string().regex(/^\d+$/).transform(Number)
const numberOrNull = z.union([z.literal('').transform(() => null), wholeNumber])
const flag = z.enum(['0', '1']).transform(value => value === '1')

const noteColumns = { note_zh: z.string(), note_en: z.string() }
const noteOf = (row: CsvRow): Note => Note.parse({ zh: row.note_zh, en: row.note_en })

const povertyRow = z.object({ code: z.string(), listed_name: z.string(), delist_year: wholeNumber, ...noteColumns })

/** A row of policy/programme/poverty-counties.csv. */
export function readPovertyListing(row: CsvRow): PovertyListing {
  const { code, listed_name, delist_year } = povertyRow.parse(row)
  return { code, listedName: listed_name, delistYear: delist_year, codeNote: noteOf(row) }
}

/** Rows of policy/programme/deep-poverty-areas.csv, by county code. */
export const readDeepPovertyAreas = (rows: readonly CsvRow[]): ReadonlyMap<string, DeepPovertyArea> =>
  new Map(rows.map(row => [z.string().parse(row.code), DeepPovertyArea.parse({ group: row.group, part: row.part })]))

/** A row of policy/programme/demonstration-counties.csv. */
export const readSupportRecord = (row: CsvRow): SupportRecord =>
  SupportRecord.parse({
    countyCode: row.code,
    yearText: row.year_text,
    earliest: wholeNumber.parse(row.earliest),
    latest: numberOrNull.parse(row.latest),
    certainty: Certainty.parse(row.certainty),
    note: noteOf(row),
    source: row.source,
  })

/** A row of policy/programme/incentive-counties.csv. */
export const readIncentiveRecord = (row: CsvRow): IncentiveRecord =>
  IncentiveRecord.parse({ countyCode: row.code, year: wholeNumber.parse(row.year), certainty: row.certainty, source: row.source })

const countRow = z.object({
  year: wholeNumber,
  province_code: z.string(),
  counties: wholeNumber,
  basis: z.enum(['full table', 'single source']),
  roster_known: flag,
  ...noteColumns,
  source: z.string(),
})

/** A row of policy/programme/province-counts.csv. */
export function readProvinceCount(row: CsvRow): ProvinceCount {
  const { year, province_code, counties, basis, roster_known, source } = countRow.parse(row)
  return { year, provinceCode: province_code, count: counties, basis, rosterKnown: roster_known, note: noteOf(row), source }
}

const nationalRow = z.object({
  year: wholeNumber,
  counties: numberOrNull,
  provinces: numberOrNull,
  cumulative: z.string(),
  certainty: z.string(),
})

/** A row of policy/programme/national-counts.csv. */
export const readNationalCount = (row: CsvRow): NationalCount => ({
  ...nationalRow.parse(row),
  source: Note.parse({ zh: row.source_zh, en: row.source_en }),
})
