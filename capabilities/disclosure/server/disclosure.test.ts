import { verifyConsistency } from '@jincun/proof'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestProgram } from '../../../test/support/program.ts'
import type { TestProgram } from '../../../test/support/program.ts'
import { auditHeadsFit, checkPublication, kindTitle } from '../index.ts'
import type { AuditHead, Inclusion, LogEntry } from '../index.ts'

let program: TestProgram
beforeAll(async () => {
  program = await startTestProgram()
})
afterAll(() => program.close())

type Register = { rows: (LogEntry & { leaf: number })[]; total: number }
type One = { entry: LogEntry; content: string; inclusion: Inclusion; auditHeads: AuditHead[] }
const register = async (query = '') => (await program.anyone.get<Register>(`/api/public/publications${query}`)).body

test('without signing in everyone reads the register, filtered by year, kind and place', async () => {
  const all = await register()
  expect(all.total).toBeGreaterThan(0)
  expect(all.rows.every(({ realm }) => realm === 'demo')).toBe(true)
  const first = all.rows[0]
  const same = await register(`?year=${first?.year}&kind=${first?.kind}&place=${first?.countyCode.slice(0, 2)}`)
  expect(same.rows.map(({ id }) => id)).toContain(first?.id)
  expect((await register('?year=2019')).total).toBe(0)
})

test('every publication can be checked by a stranger against the log, and its download is what was hashed', async () => {
  for (const { id } of (await register('?size=200')).rows) {
    const { entry, content, inclusion } = (await program.anyone.get<One>(`/api/public/publications/${id}`)).body
    expect(checkPublication(content, entry, inclusion)).toBe('unaltered')
    expect((await program.anyone.get(`/api/public/publications/${id}/content`)).bytes.toString()).toBe(content)
  }
})

test('every publication carries the heads of the audit chains that moved: all that was audited before the last one is committed to', async () => {
  const published: AuditHead[] = []
  for (const { id } of (await register('?size=200')).rows) {
    const { entry, auditHeads } = (await program.anyone.get<One>(`/api/public/publications/${id}`)).body
    expect(auditHeadsFit(auditHeads, entry)).toBe(true)
    expect(auditHeadsFit([...auditHeads, ['510000', 1, '0'.repeat(64)]], entry)).toBe(false)
    published.push(...auditHeads)
  }
  const places = await program.owner.query<{ place: string }>(`select distinct county_code as place from audit_event
    where at < (select max(published_at) from publication) order by 1`)
  expect(places.rows.length).toBeGreaterThan(3)
  expect(places.rows.map(({ place }) => place).filter(place => !published.some(head => head[0] === place))).toEqual([])
  for (const [place, seq, hash] of published)
    expect((await program.owner.query('select hash from audit_event where county_code = $1 and seq = $2', [place, seq])).rows).toEqual([
      { hash },
    ])
})

test('a change behind our back is noticed by anyone', async () => {
  const [row] = (await register()).rows
  await program.owner.query("update publication set content = content || ' ' where id = $1", [row?.id])
  const { entry, content, inclusion } = (await program.anyone.get<One>(`/api/public/publications/${row?.id}`)).body
  expect(checkPublication(content, entry, inclusion)).toBe('content-changed')
})

test('the log proves that it only grew', async () => {
  const { body } = await program.anyone.get<{ size: number; root: string; since: number; rootThen: string; proof: string[] }>(
    '/api/public/log?since=1',
  )
  expect(verifyConsistency({ oldSize: 1, oldRoot: body.rootThen, newSize: body.size, newRoot: body.root, proof: body.proof })).toBe(true)
  expect((await program.anyone.get<{ code: string }>('/api/public/log?since=99999')).body.code).toBe('log-not-that-long')
})

test('the round so far names its steps', async () => {
  const { body } = await program.anyone.get<{ stages: { id: string }[] }>('/api/public/rounds/2020')
  expect(body.stages.map(({ id }) => id)).toEqual(['allocation', 'reviews', 'ranked-lists', 'settlement', 'final-lists'])
})

test('every kind of thing published has a name that people understand', async () => {
  const kinds = new Set((await register('?size=200')).rows.map(({ kind }) => kind))
  expect([...kinds].filter(kind => kindTitle(kind).zh === kind)).toEqual([])
})

test('quotas are counted as published; what is not published is no data, not zero', async () => {
  const { body } = await program.anyone.get<{ year: number; figures: Record<string, number | null>; latest: { leaf: number }[] }>(
    '/api/public/rounds/current',
  )
  const { quotas } = (await program.anyone.get<{ snapshot: { quotas: Record<string, number> } }>('/api/public/allocations/2020')).body
    .snapshot
  expect(body.year).toBe(2020)
  expect(body.figures.quota).toBe(Object.values(quotas).reduce((sum, quota) => sum + quota, 0))
  expect([body.figures.rankedCounties, body.figures.finalCounties]).toEqual([null, null])
  expect(body.latest.length).toBeGreaterThan(0)
})

test.each([
  ['/api/public/settlement/2020', 404, 'not-published'],
  ['/api/public/ranked-lists/2020/110000', 404, 'not-published'],
  ['/api/public/ranked-lists/2020/990000', 404, 'not-published'],
  ['/api/public/ranked-lists/2020/51', 400, 'invalid-input'],
  ['/api/public/publications/01900000-0000-7000-8000-000000000000', 404, 'publication-not-found'],
  ['/api/public/rounds/2019', 422, 'policy-missing'],
])('%s is refused in one sentence: %i %s', async (path, status, code) => {
  const answer = await program.anyone.get<{ code: string }>(path)
  expect([answer.status, answer.body.code]).toEqual([status, code])
})

test('all provinces are listed, published or not', async () => {
  const { rows } = (
    await program.anyone.get<{ rows: { publicationId: string | null; counties: number | null }[] }>('/api/public/ranked-lists/2020')
  ).body
  expect(rows).toHaveLength(31)
  expect(rows.every(row => (row.publicationId === null) === (row.counties === null))).toBe(true)
})

type History = {
  rows: { countyCode: string; countyName: string; certainty: string; source: string }[]
  years: { year: number; announced: number | null; knownByName: number; source: { zh: string; en: string } }[]
}

test('earlier demonstration counties come with certainty and source, and never more known than announced', async () => {
  const { rows, years } = (await program.anyone.get<History>('/api/public/demonstration-counties')).body
  expect(rows.length).toBeGreaterThan(100)
  expect(
    rows.every(row => row.source !== '' && ['high', 'medium', 'low'].includes(row.certainty) && row.countyName !== row.countyCode),
  ).toBe(true)
  expect(years.filter(row => row.announced !== null && row.knownByName > row.announced)).toEqual([])
  expect(years.some(row => row.source.zh.startsWith('same') || row.source.en.startsWith('same'))).toBe(false)
  expect(years.every(row => /[一-鿿]/.test(row.source.zh) || /^\S+$/.test(row.source.zh))).toBe(true)
})

test.each([
  '/api/public/register/file',
  '/api/public/demonstration-counties/file',
  '/api/public/final-lists/2020/file',
  '/api/public/ranked-lists/2020/file',
])('%s downloads as CSV for Excel and as JSON', async path => {
  const csv = await program.anyone.get(`${path}?format=csv`)
  expect([csv.status, csv.bytes.subarray(0, 3).toString('hex')]).toEqual([200, 'efbbbf'])
  expect(JSON.parse((await program.anyone.get(`${path}?format=json`)).bytes.toString())).toBeInstanceOf(Array)
  expect((await program.anyone.get(`${path}?format=exe`)).status).toBe(400)
})

test('the public log never says who pressed the button', async () => {
  const [row] = (await register()).rows
  const { body } = await program.anyone.get<{ entryText: string }>(`/api/public/publications/${row?.id}`)
  expect(Object.keys(JSON.parse(body.entryText)).sort()).toEqual(
    ['auditHash', 'clause', 'countyCode', 'hash', 'id', 'kind', 'publishedAt', 'realm', 'titleEn', 'titleZh', 'year'].sort(),
  )
})
