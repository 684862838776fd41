import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { parseCsvTable } from '../../capabilities/places/index.ts'
import { buildPlaces } from './build.ts'
import { yearRange } from './programme-rows.ts'

// A handful of real rows, except the national total of 2014, which is cut to what the handful adds up to.
const fixture = join(import.meta.dirname, 'fixture')
const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})

function built(): Map<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'places-'))
  folders.push(folder)
  buildPlaces(fixture, folder)
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.csv'))
  return new Map(files.sort().map(name => [name, readFileSync(join(folder, name), 'utf8')]))
}

const files = built()
const rows = (name: string) => parseCsvTable(files.get(name) ?? '')

test('a second run gives the same bytes', () => {
  expect(built()).toEqual(files)
  expect([...files.keys()]).toContain('places/townships/51.csv')
})

test('a re-coded county stands under both codes, and two merged ones add up', () => {
  const counties = rows('places/counties.csv')
  expect(counties.map(row => [row.code, row.valid_from, row.valid_to, row.successor])).toEqual([
    ['320602', '', '2020-07-17', '320613'],
    ['320611', '', '2020-07-17', '320613'],
    ['320613', '2020-07-17', '', ''],
    ['441900', '', '', ''],
    ['513431', '', '', ''],
    ['520204', '2020-07-18', '', ''],
    ['520221', '', '2020-07-18', '520204'],
    ['540174', '', '', ''],
    ['632301', '2020-12-31', '', ''],
    ['632321', '', '2020-12-31', '632301'],
  ])
  expect(counties.find(row => row.code === '320613')).toMatchObject({ population_2020: String(780_564 + 403_176), former_names: '港闸区' })
  expect(counties.map(row => row.kind).filter(kind => kind !== 'county')).toEqual(['undivided-city', 'statistical-area'])
})

test('a province missing from a table that adds up to the national total had none; a roster counts as known only then', () => {
  expect(rows('programme/province-counts.csv').map(row => [row.province_code, row.counties, row.roster_known])).toEqual([
    ['320000', '7', '0'],
    ['440000', '0', '1'],
    ['510000', '7', '0'],
    ['520000', '0', '1'],
    ['530000', '0', '1'],
    ['540000', '0', '1'],
    ['630000', '0', '1'],
  ])
})

test.each([
  ['2017', '2017', '2017'],
  ['2015-2018', '2015', '2018'],
  ['2015 or 2016', '2015', '2016'],
  ['2019 or earlier', '2014', '2019'],
  ['unknown (<=2021)', '2014', '2021'],
  ['unknown', '2014', ''],
])('the year %j lies between %s and %j', (text, earliest, latest) => expect(yearRange(text)).toEqual({ earliest, latest }))
