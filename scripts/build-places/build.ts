import { join } from 'node:path'
import { changeColumns, codeChanges } from './code-changes.ts'
import { countyColumns, countyRows } from './county-rows.ts'
import { prefectureColumns, prefectureRows, provinceColumns, provinceRows, townshipColumns, townshipRowsByProvince } from './place-rows.ts'
import * as programme from './programme-rows.ts'
import type { CsvRow } from '../../capabilities/places/index.ts'
import { writeManifest } from './manifest.ts'
import { readTable, writeTable } from './tables.ts'

/**
 * Makes policy/places and policy/programme from a folder of raw tables (places/, poverty/, programme/, factor/).
 * The same raw tables give the same bytes; `policy/built-files.json` says which they were.
 */
export function buildPlaces(raw: string, policy: string): void {
  const counties = readTable(raw, 'places', 'counties_2020.csv')
  const changes = codeChanges(raw)
  const support = programme.supportRows(readTable(raw, 'programme', 'demo_counties_partial.csv'))
  const poverty = programme.povertyRows(readTable(raw, 'poverty', 'poverty_counties_832.csv'))
  const provinces = provinceRows(counties)
  const former = programme.formerNames(poverty, support, counties)

  const places = join(policy, 'places')
  writeTable(join(places, 'provinces.csv'), provinceColumns, provinces)
  writeTable(join(places, 'prefectures.csv'), prefectureColumns, prefectureRows(counties))
  writeTable(join(places, 'counties.csv'), countyColumns, countyRows(counties, changes, former))
  writeTable(join(places, 'code-changes.csv'), changeColumns, changes)
  for (const [province, rows] of townshipRowsByProvince(readTable(raw, 'places', 'townships_2020.csv')))
    writeTable(join(places, 'townships', `${province}.csv`), townshipColumns, rows)

  const lists = join(policy, 'programme')
  const byProvince = readTable(raw, 'programme', 'demo_county_counts_by_province.csv')
  const totals = readTable(raw, 'programme', 'demo_counts_national.csv')
  const counts = { byProvince, national: totals, provinces: provinces.map(row => row.code ?? '') }
  const areas = programme.deepPovertyRows(counties)
  writeTable(join(lists, 'poverty-counties.csv'), programme.povertyColumns, poverty)
  writeTable(join(lists, 'deep-poverty-areas.csv'), programme.deepPovertyColumns, areas)
  writeTable(join(lists, 'demonstration-counties.csv'), programme.supportColumns, support)
  writeTable(join(lists, 'province-counts.csv'), programme.countColumns, programme.provinceCountRows(counts, support))
  writeTable(join(lists, 'national-counts.csv'), programme.nationalColumns, programme.nationalCountRows(totals))
  const incentives = programme.incentiveRows(readTable(raw, 'programme', 'incentive_counties.csv'))
  writeTable(join(lists, 'incentive-counties.csv'), programme.incentiveColumns, incentives)
  const inputs = readTable(raw, 'factor', 'province_inputs.csv')
  writeTable(join(lists, 'province-inputs-2020.csv'), columnsOf(inputs), programme.provinceInputRows(inputs, areas))
  const series = readTable(raw, 'factor', 'national_rural_online_retail.csv')
  writeTable(join(lists, 'national-online-retail.csv'), columnsOf(series), series)
}

/** These two ship with the columns of the raw table: the factor inputs are what `jincun allocate --inputs` reads. */
const columnsOf = (rows: readonly CsvRow[]): string[] => Object.keys(rows[0] ?? {})

if (import.meta.main) {
  const [raw, policy = join(import.meta.dirname, '..', '..', 'policy')] = process.argv.slice(2)
  if (raw === undefined) {
    process.stderr.write('Name the folder of raw tables: node scripts/build-places/build.ts <raw> [<policy>]\n')
    process.exitCode = 2
  } else {
    buildPlaces(raw, policy)
    writeManifest(raw, policy)
  }
}
