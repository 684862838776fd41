import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestProgram } from '../../../test/support/program.ts'
import type { TestProgram } from '../../../test/support/program.ts'

let program: TestProgram
const queries: string[] = []
beforeAll(async () => {
  program = await startTestProgram({ onQuery: text => queries.push(text) })
})
afterAll(() => program.close())

type Listed = { year: number; total: number; rows: { code: string; name: string; population: number }[] }
const list = async (query: string) => (await program.anyone.get<Listed>(`/api/counties?${query}`)).body

describe('the list of counties', () => {
  test.each([
    ['', 2846],
    ['list=poverty', 831],
    ['list=not-yet-out', 52],
    ['list=not-yet-out&year=2021', 0],
    ['list=deep-poverty', 211],
    ['province=510000', 183],
    ['province=510000&list=not-yet-out', 7],
    [`find=${encodeURIComponent('水城县')}`, 1],
    ['find=wcs&list=incentive', 1],
  ])('?%s holds %i', async (query, total) => expect((await list(query)).total).toBe(total))

  test('is in order, page by page, without a gap or a repetition', async () => {
    const pages = await Promise.all([1, 2, 3, 4].map(page => list(`province=510000&size=50&page=${page}&sort=-population`)))
    const rows = pages.flatMap(page => page.rows)
    expect(new Set(rows.map(row => row.code)).size).toBe(183)
    expect(rows.map(row => row.population)).toEqual(rows.map(row => row.population).toSorted((a, b) => b - a))
  })

  test('means the latest year begun when none is named', async () => expect((await list('size=1')).year).toBe(2020))
})

test('the whole list comes as Excel and as a CSV that Excel in China opens', async () => {
  const excel = await program.anyone.get('/api/counties/export?list=not-yet-out')
  expect(excel.bytes.subarray(0, 2).toString()).toBe('PK')
  const csv = await program.anyone.get('/api/counties/export?list=not-yet-out&format=csv&page=3')
  expect([...csv.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const text = csv.bytes.toString('utf8')
  expect(text.trim().split('\r\n')).toHaveLength(53)
  expect(text).toContain('513431,昭觉县,四川省,凉山彝族自治州,是,2020')
})

type Card = {
  year: number
  standing: { supportedBefore: string; nationalPovertyCounty: boolean }
  rosterGaps: number[]
  designations: { countyCode: string; countyName: string; clause: string }[]
  factSources: { id: string; gap: unknown }[]
}

test('a card tells every fact, its source, and why something is unknown', async () => {
  const { body } = await program.anyone.get<Card>('/api/counties/513431?year=2020')
  expect(body.standing).toMatchObject({ nationalPovertyCounty: true, supportedBefore: 'unknown' })
  expect(body.rosterGaps).toEqual([2014, 2015, 2016, 2017, 2018, 2019])
  expect(body.factSources.map(source => source.id)).toContain('old-base-counties')
})

test('a province shows its counts and all its counties', async () => {
  const { body } = await program.anyone.get<{ standing: object; counties: object[] }>('/api/provinces/510000/standing?year=2020')
  expect(body.standing).toMatchObject({ countyUnits: 183, povertyListings: 66, notYetOutOfPoverty: 7 })
  expect(body.counties).toHaveLength(183)
})

describe('bad input gets one clear error', () => {
  test.each([
    ['/api/counties/999999', 404],
    ['/api/counties/abc', 400],
    ['/api/counties/513431?year=2013', 400],
    ['/api/counties/513431?year=2020&more=1', 400],
    ['/api/counties?size=301', 400],
    ['/api/counties?page=0', 400],
    ['/api/counties?sort=colour', 400],
    ['/api/counties?list=rich', 400],
    ['/api/counties?province=51', 400],
    ['/api/counties/export?format=pdf', 400],
    ['/api/provinces/990000/standing', 404],
    ['/api/provinces/513431/standing?year=x', 400],
  ])('%s → %i', async (path, status) => {
    const answer = await program.anyone.get(path)
    expect(answer.status).toBe(status)
    expect(answer.headers['content-type']).toContain('application/problem+json')
  })
})

describe('entering a county directly (4.6, 4.7)', () => {
  const order = {
    id: '01900000-0000-7000-8000-0000000000a1',
    countyCode: '230184',
    year: 2020,
    from: '2020-06-25',
    way: 'incentive',
    document: '（演示）典型激励县名单',
  }
  const post = async (username: string, body: object) => (await program.as(username)).send('POST', '/api/designations', body)

  test('only the centre may', async () => {
    for (const username of ['sichuan-commerce', 'zhaojue-government', 'sichuan-reviewer-1', 'administrator'])
      expect((await post(username, order)).status).toBe(403)
    expect((await program.anyone.send('POST', '/api/designations', order)).status).toBe(401)
    expect((await program.owner.query('select count(*)::int as n from designation where county_code = $1', ['230184'])).rows).toEqual([
      { n: 0 },
    ])
  })

  test('the county is one from that day: on its card, in the audit log and in the public log; twice is once', async () => {
    expect((await post('centre', order)).status).toBe(200)
    expect((await post('centre', order)).status).toBe(200)
    const { body } = await program.anyone.get<Card>('/api/counties/230184')
    expect(body.designations).toMatchObject([{ countyCode: '230184', countyName: '五常市', clause: 'notice-2020/4.7', way: 'incentive' }])
    const logged = await program.owner.query('select action from audit_event where record_id = $1', [order.id])
    expect(logged.rows).toEqual([{ action: 'designation.record' }])
    const published = await program.owner.query('select kind, year from publication where id = $1', [order.id])
    expect(published.rows).toEqual([{ kind: 'designation', year: 2020 }])
  })

  test.each([
    ['another record under the same id', { document: '（演示）另一份文件' }, 409, 'id-already-used'],
    ['the same county twice in a year', { id: '01900000-0000-7000-8000-0000000000a2' }, 409, 'already-designated'],
    ['an unknown code', { id: '01900000-0000-7000-8000-0000000000a3', countyCode: '999999' }, 404, 'unknown-county-code'],
    ['a development zone', { id: '01900000-0000-7000-8000-0000000000a4', countyCode: '130171' }, 400, 'not-a-county-unit'],
    ['no document', { id: '01900000-0000-7000-8000-0000000000a5', document: ' ' }, 400, 'invalid-input'],
    ['a way that goes by application', { id: '01900000-0000-7000-8000-0000000000a6', way: 'application' }, 400, 'invalid-input'],
    ['a day that is none', { id: '01900000-0000-7000-8000-0000000000a7', from: '2020-02-30' }, 400, 'invalid-input'],
  ])('%s is turned away and changes nothing', async (_, change, status, code) => {
    const count = () => program.owner.query('select count(*)::int as n from designation')
    const before = (await count()).rows
    const answer = await post('centre', { ...order, ...change })
    expect(answer).toMatchObject({ status, body: { code } })
    expect((await count()).rows).toEqual(before)
  })

  test('the database itself lets nobody change or remove a designation, nor make one outside the scope', async () => {
    const granted = await program.owner.query(
      `select privilege_type as may from information_schema.role_table_grants where table_name = 'designation' and grantee = 'jincun_app' order by 1`,
    )
    expect(granted.rows).toEqual([{ may: 'INSERT' }, { may: 'SELECT' }])
    const sichuan = { personId: null, realm: 'demo', jurisdictions: ['51'] }
    const { database } = program.program
    const insert = database.transaction(sichuan, 'write', tx =>
      tx.run({
        strings: [
          `insert into designation select '520221', gen_random_uuid(), 'demo', 2020, '520221', '水城县', '2020-06-25',
        'application', 'notice-2020/5.5', 'x', now(), null`,
        ],
        values: [],
      }),
    )
    await expect(insert).rejects.toMatchObject({ code: '42501' })
    const live = await database.transaction({ ...sichuan, realm: 'live' }, 'read', tx =>
      tx.rows({ strings: ['select county_code from designation'], values: [] }),
    )
    expect(live).toEqual([])
  })
})

test('a list asks the database nothing that grows with its rows', async () => {
  const asked = async (size: number) => {
    queries.length = 0
    await list(`size=${size}`)
    return queries.length
  }
  expect(await asked(300)).toBe(await asked(1))
})
