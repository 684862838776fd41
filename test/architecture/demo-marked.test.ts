import { unzipSync } from 'fflate'
import { provinceCodeOf } from '@jincun/places'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestProgram } from '../support/program.ts'
import type { Client, TestProgram } from '../support/program.ts'

/** Nothing invented passes as real: the demonstration's applications are of three provinces and say what they are, on the screen and on paper. */
const mark = '演示文件，不具效力'
let program: TestProgram
let gansu: Client
type Row = { county: string; id: string; realm: string }
let applications: Row[]

beforeAll(async () => {
  program = await startTestProgram()
  gansu = await program.as('gansu-commerce')
  const found = await program.owner.query<Row>('select county_code as county, id, realm from application order by county_code')
  applications = found.rows
})
afterAll(() => program.close())

/** All the text of a Word or Excel file. */
const textOf = (bytes: Uint8Array): string =>
  Object.values(unzipSync(bytes))
    .map(part => new TextDecoder().decode(part).replaceAll(/<[^>]*>/g, ''))
    .join('\n')

const fileNameOf = (headers: Record<string, unknown>): string => decodeURIComponent(String(headers['content-disposition']))

test('demo applications are of three provinces and of the realm of the demonstration', () => {
  expect(applications.length).toBeGreaterThanOrEqual(20)
  expect(applications.filter(({ realm }) => realm !== 'demo')).toEqual([])
  expect([...new Set(applications.map(({ county }) => provinceCodeOf(county)))]).toEqual(['510000', '520000', '620000'])
})

test.each([
  ['the organisations', 'select name, realm from organisation'],
  ['the offices that acted on applications', 'select distinct office as name, realm from application_entry'],
  ['the files of applications', 'select name, realm from application_attachment'],
  [
    'the projects of applications',
    "select each->>'content' as name, realm from application, jsonb_array_elements(content->'plan'->'projects') each",
  ],
])('%s carry the mark in their words', async (_, query) => {
  const { rows } = await program.owner.query<{ name: string; realm: string }>(query)
  expect(rows.length).toBeGreaterThan(3)
  expect(rows.filter(({ name, realm }) => realm !== 'demo' || !name.includes('（演示）'))).toEqual([])
})

test('people belong to marked organisations', async () => {
  const { rows } = await program.owner.query<{ name: string; realm: string; organisation: string | null }>(
    'select person.name, person.realm, organisation.name as organisation from person left join organisation on organisation.id = person.organisation_id',
  )
  expect(rows.length).toBeGreaterThan(20)
  expect(rows.filter(({ realm, organisation }) => realm !== 'demo' || !organisation?.includes('（演示）'))).toEqual([])
})

test('the Word and Excel exports and the print of an application carry the mark', async () => {
  const of = applications.find(({ county }) => county === '621027')
  const base = `/api/applications/${of?.county}/${of?.id}`
  for (const path of ['document', 'workbook?sheet=budget', 'workbook?sheet=goals']) {
    const answer = await gansu.get(`${base}/${path}`)
    expect(answer.status, path).toBe(200)
    expect(textOf(answer.bytes), path).toContain(mark)
  }
  expect(await gansu.get(`${base}/print`)).toMatchObject({ status: 200, body: { mark } })
})

test.each(['package', 'draft'])('the %s of a ranked list carries the mark in Word, Excel and JSON, and in every name', async kind => {
  const file = (format: string) => gansu.get(`/api/ranked-lists/2020/620000/${kind}?format=${format}`)
  for (const format of ['docx', 'xlsx', 'json', 'csv']) {
    const { status, bytes, headers } = await file(format)
    expect(status, format).toBe(200)
    expect(fileNameOf(headers), format).toContain('（演示）')
    if (format === 'json')
      expect(JSON.parse(bytes.toString())).toMatchObject({ mark, basis: { text: expect.stringContaining('（演示）') } })
    if (format === 'docx' || format === 'xlsx') expect(textOf(bytes), format).toContain(mark)
  }
})
