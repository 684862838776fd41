import { readFileSync } from 'node:fs'
import { canonicalJson } from '@jincun/kernel'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestProgram } from '../../../test/support/program.ts'
import type { Client, TestProgram } from '../../../test/support/program.ts'
import { AllocationSnapshot, proposedSettings, repeatSnapshot } from '../index.ts'
import type { AllocationDocument, AllocationSettings, CellError, InputGrid } from '../index.ts'
import { realSheet } from '../testing/real-inputs.ts'
import type { GridDifference } from '../grid-difference.ts'

let program: TestProgram
let centre: Client
beforeAll(async () => {
  program = await startTestProgram()
  centre = await program.as('centre')
})
afterAll(() => program.close())

type Overview = {
  inputs: { version: number; grid: InputGrid; source: string }
  errors: CellError[]
  runs: { id: string; title: string; inputsHash: string }[]
  published: { issue: number; inputsHash: string; runId: string } | null
}
type Problem = {
  code: string
  message: { zh: string }
  details?: { version: number; differences: GridDifference[] }
  errors?: { where: string }[]
}

const overview = async (): Promise<Overview> => (await centre.get<Overview>('/api/allocations/2020')).body
const uuid = (): string => crypto.randomUUID()
const csv = readFileSync(new URL('../../../policy/programme/province-inputs-2020.csv', import.meta.url))
const upload = async (text: string | Uint8Array, fileName = 'inputs.csv') => {
  const { version } = (await overview()).inputs
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  return centre.upload<Omit<Problem, 'errors'> & { version: number; errors: CellError[] }>(
    `/api/allocations/2020/sheet/file?id=${uuid()}&version=${version}&fileName=${fileName}`,
    bytes,
  )
}
const settings = (change: Partial<AllocationSettings> = {}): AllocationSettings => ({ ...proposedSettings(realSheet, 170), ...change })
const run = async (change: Partial<AllocationSettings> = {}) =>
  centre.send<{ id: string; inputsHash: string } & Problem>('POST', '/api/allocations/2020/runs', {
    id: uuid(),
    version: (await overview()).inputs.version,
    title: '测算',
    settings: settings(change),
  })

test('the demonstration has real inputs and a published run marked as an assumption', async () => {
  const { inputs, errors, published, runs } = await overview()
  expect([inputs.version, errors, inputs.grid.rows.length, published?.issue]).toEqual([1, [], 31, 1])
  expect(runs[0]?.title).toContain('演示')
})

test('everyone can read the published sheet and repeat it', async () => {
  const { body } = await program.anyone.get<{ snapshot: unknown; leaf: string }>('/api/public/allocations/2020')
  const snapshot = AllocationSnapshot.parse(body.snapshot)
  const repeated = repeatSnapshot(snapshot)
  expect(repeated.ok && repeated.value.inputsHash).toBe((await overview()).published?.inputsHash)
  expect(snapshot.note).toContain('演示')
  expect((await program.anyone.get<Problem>('/api/public/allocations/2017')).body.code).toBe('nothing-published')
})

test('the JSON everyone downloads is what the command line prints', async () => {
  const { bytes } = await program.anyone.get('/api/public/allocations/2020/file?format=json')
  const document = JSON.parse(bytes.toString('utf8')) as AllocationDocument
  expect(document.provinces.reduce((seats, { quota }) => seats + quota, 0)).toBe(170)
  expect(document.provinces.find(({ code }) => code === '510000')?.quota).toBe(17)
  const sheet = await program.anyone.get('/api/public/allocations/2020/file')
  expect(sheet.bytes.subarray(0, 2).toString()).toBe('PK')
  const again = await program.anyone.get('/api/public/allocations/2020/file')
  expect(again.bytes.equals(sheet.bytes)).toBe(true)
})

test('a province sees its own number and no other; a county and the public see none here', async () => {
  const sichuan = await program.as('sichuan-commerce')
  const own = await sichuan.get<{ quotas: { provinceCode: string; quota: number }[] }>('/api/allocations/2020/quotas')
  expect(own.body.quotas).toMatchObject([{ provinceCode: '510000', quota: 17 }])
  expect((await centre.get<{ quotas: unknown[] }>('/api/allocations/2020/quotas')).body.quotas).toHaveLength(31)
  expect((await (await program.as('zhaojue-government')).get('/api/allocations/2020/quotas')).status).toBe(403)
  expect((await program.anyone.get('/api/allocations/2020/quotas')).status).toBe(401)
})

test.each([
  ['GET', '/api/allocations/2020', undefined],
  ['PUT', '/api/allocations/2020/sheet', { id: uuid(), version: 1, grid: { header: [], rows: [] }, source: '' }],
  ['POST', '/api/allocations/2020/runs', { id: uuid(), version: 1, title: 'x', settings: settings() }],
  ['POST', '/api/allocations/2020/publication', { id: uuid(), runId: uuid(), issue: 0, reason: '' }],
] as const)('%s %s is the centre’s alone', async (method, path, body) => {
  for (const person of ['sichuan-commerce', 'zhaojue-government', 'administrator']) {
    const client = await program.as(person)
    const answer = method === 'GET' ? await client.get(path) : await client.send(method, path, body)
    expect([person, answer.status]).toEqual([person, 403])
  }
})

test('drafts lie behind row-level security: a province that asks the database sees no sheet and no run', async () => {
  const { database } = program.program
  const seen = await database.transaction({ personId: null, realm: 'demo', jurisdictions: ['51'] }, 'read', tx =>
    tx.rows<{ n: bigint }>({
      strings: ['select count(*) as n from allocation_sheet union all select count(*) from allocation_run'],
      values: [],
    }),
  )
  expect(seen.map(({ n }) => n)).toEqual([0n, 0n])
})

test('the database role can neither change nor delete a run or a published quota', async () => {
  for (const statement of [
    'update provisional_quota set quota = 99',
    'delete from provisional_quota',
    'delete from allocation_run',
    'update allocation_sheet set version = 9',
  ]) {
    const change = program.program.database.transaction({ personId: null, realm: 'demo', jurisdictions: ['*'] }, 'write', tx =>
      tx.run({ strings: [statement], values: [] }),
    )
    await expect(change).rejects.toThrow(/permission denied/)
  }
})

test('a saved sheet becomes the next version; the same order sent again is one version', async () => {
  const { inputs } = await overview()
  const order = { id: uuid(), version: inputs.version, grid: { ...inputs.grid, rows: inputs.grid.rows.toReversed() }, source: '核对' }
  const first = await centre.send<{ version: number }>('PUT', '/api/allocations/2020/sheet', order)
  const second = await centre.send<{ version: number }>('PUT', '/api/allocations/2020/sheet', order)
  expect([first.status, first.body.version, second.status, second.body.version]).toEqual([200, inputs.version + 1, 200, inputs.version + 1])
})

test('a stale version is refused with the cells that differ', async () => {
  const { inputs } = await overview()
  const changed = {
    ...inputs.grid,
    rows: inputs.grid.rows.map((cells, row) => (row === 0 ? cells.with(inputs.grid.header.indexOf('n_poverty832'), '7') : cells)),
  }
  const code = inputs.grid.rows[0]?.[0]
  const { status, body } = await centre.send<Problem>('PUT', '/api/allocations/2020/sheet', {
    id: uuid(),
    version: inputs.version - 1,
    grid: changed,
    source: '',
  })
  expect([status, body.code, body.details?.version]).toEqual([409, 'sheet-changed-meanwhile', inputs.version])
  expect(body.details?.differences).toMatchObject([{ path: `${code}/n_poverty832`, after: '7' }])
  expect((await overview()).inputs.version).toBe(inputs.version)
})

test('a file with wrong cells is kept with its errors until they are mended, and no run is made of it', async () => {
  const text = csv.toString('utf8').replace(',66,', ',-66,').replace('650000', '999999')
  const taken = await upload(text)
  expect([taken.status, taken.body.errors.map(({ code }) => code)]).toEqual([200, ['negative', 'unknown-code']])
  expect((await overview()).errors).toHaveLength(2)
  const refused = await run()
  expect([refused.status, refused.body.code]).toEqual([400, 'negative'])

  const mended = await upload(csv)
  expect([mended.status, mended.body.errors]).toEqual([200, []])
  expect((await run()).status).toBe(200)
})

test.each([
  ['an unknown column', csv.toString('utf8').replace('n_township_units', 'gdp'), 'inputs.csv', 400],
  ['a missing column', csv.toString('utf8').replace('n_poverty832', 'gdp'), 'inputs.csv', 400],
  ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47]), 'inputs.csv', 400],
  ['three megabytes', new Uint8Array(3 * 1024 * 1024), 'inputs.csv', 413],
])('%s changes nothing', async (_, content, fileName, status) => {
  const before = (await overview()).inputs.version
  const answer = await upload(content, fileName)
  expect([answer.status, (await overview()).inputs.version]).toEqual([status, before])
  expect(answer.body.message.zh.length).toBeGreaterThan(5)
})

test.each([
  ['weights that do not add up', { weights: { 'poverty-counties': '9/10' } }, 'weights-do-not-sum'],
  ['a factor nobody knows', { weights: { gdp: '1' } }, 'unknown-factor'],
  ['floors above the total', { floor: 6 }, 'floors-exceed-total'],
  ['caps below the total', { cap: 5 }, 'caps-below-total'],
  ['a mean of nothing', { missing: { 'evaluation-score': 'mean' as const } }, 'no-figure-to-average'],
])('a run with %s is refused and not kept', async (_, change, code) => {
  const before = (await overview()).runs.length
  expect((await run(change)).body.code).toBe(code)
  expect((await overview()).runs).toHaveLength(before)
})

test('a run is kept with all it needs: reading it back and repeating gives the same', async () => {
  const made = await run({ method: 'webster', total: 200 })
  const { body } = await centre.get<{ snapshot: unknown; title: string }>(`/api/allocation-runs/${made.body.id}`)
  const snapshot = AllocationSnapshot.parse(body.snapshot)
  const repeated = repeatSnapshot(snapshot)
  expect(repeated.ok && repeated.value.inputsHash).toBe(made.body.inputsHash)
  expect(
    (await centre.get(`/api/allocation-runs/${made.body.id}/file?format=csv`)).bytes.toString('utf8').trim().split('\r\n'),
  ).toHaveLength(32)
  expect((await centre.get(`/api/allocation-runs/${uuid()}`)).status).toBe(404)
})

test('a correction needs the issue it corrects, a reason and another result; it is published beside the first', async () => {
  const { published } = await overview()
  const made = await run({ floor: 1 })
  const publish = (order: object) =>
    centre.send<Problem & { issue: number }>('POST', '/api/allocations/2020/publication', {
      id: uuid(),
      runId: made.body.id,
      issue: published?.issue,
      reason: '加保底',
      ...order,
    })
  expect((await publish({ issue: 0 })).body.code).toBe('published-meanwhile')
  expect((await publish({ reason: '  ' })).body.code).toBe('correction-without-reason')
  expect((await publish({ runId: published?.runId })).body.code).toBe('already-published')
  expect((await publish({ runId: uuid() })).body.code).toBe('run-unknown')
  const done = await publish({})
  expect([done.status, done.body.issue]).toEqual([200, 2])
  expect((await overview()).published).toMatchObject({ issue: 2, inputsHash: made.body.inputsHash })
  const { body } = await program.anyone.get<{ snapshot: { note: string } }>('/api/public/allocations/2020')
  expect(body.snapshot.note).toBe('加保底')
  const kept = await program.owner.query(
    'select issue, count(*)::int as n from provisional_quota where year = 2020 group by issue order by issue',
  )
  expect(kept.rows).toEqual([
    { issue: 1, n: 31 },
    { issue: 2, n: 31 },
  ])
})

test('the public log holds exactly what was published, under its hash', async () => {
  const { rows } = await program.owner.query(
    "select content, hash, title_zh from publication where kind = 'provisional-quotas' order by leaf",
  )
  const [first] = rows as { content: string; title_zh: string }[]
  expect(first?.title_zh).toBe('2020年示范县预下达数量')
  expect(canonicalJson(JSON.parse(first?.content ?? 'null'))).toBe(first?.content)
})

test('every step is in the audit log: sheet, run, publication', async () => {
  const { rows } = await program.owner.query("select distinct record_kind from audit_event where action like 'allocation.%' order by 1")
  expect(rows).toEqual([{ record_kind: 'allocation-run' }, { record_kind: 'allocation-sheet' }, { record_kind: 'provisional-quotas' }])
})

test('the centre’s home asks for the quotas until they are published', async () => {
  const open = async () =>
    (await centre.get<{ tasks: { id: string; clause: string }[] }>('/api/home')).body.tasks.filter(({ id }) => id === 'allocation-2020')
  expect(await open()).toEqual([])
  await program.owner.query('delete from provisional_quota')
  expect(await open()).toMatchObject([{ clause: 'notice-2020/5.1', href: '/allocation/2020', state: 'do' }])
})

test('the ledger’s disbursement rate by province: what it knows of earlier batches, no data for the rest; only for the centre', async () => {
  type Rates = {
    formula: { zh: string }
    clause: string
    rates: { provinceCode: string; percent: string | null; received: string | null }[]
  }
  const { body } = await centre.get<Rates>('/api/allocations/2020/ledger-rates')
  expect(body).toMatchObject({ formula: { zh: '拨付率 = 已拨付到收款方 ÷ 本级收到的中央资金' }, clause: 'notice-2020/4.4' })
  const of = (code: string) => body.rates.find(({ provinceCode }) => provinceCode === code)
  // 2018: 2,000 万元 to 平昌县, 2019: 1,500 to 昭觉县; the 800 of 2020 are no earlier batch. Nothing of it is paid: that is 0 %, and known.
  expect(of('510000')).toMatchObject({ percent: '0.00', received: '3500000000' })
  expect(of('110000')).toMatchObject({ percent: null, received: null })
  expect(body.rates).toHaveLength(31)
  expect((await (await program.as('sichuan-commerce')).get('/api/allocations/2020/ledger-rates')).status).toBe(403)
})
