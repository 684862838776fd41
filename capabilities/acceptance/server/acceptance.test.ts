import { createHash } from 'node:crypto'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId, demoPeople } from '@jincun/identity'
import type { Client, TestProgram } from '../../../test/support/program.ts'
import { startTestProgram } from '../../../test/support/program.ts'
import { handInEverything, registerStations } from '../../../test/support/reports.ts'
import { loadPolicy } from '@jincun/policy/load'
import type { NodeKind } from '@jincun/projects'
import { drawSample, drawSeed } from '../index.ts'
import type { Acceptance } from '../index.ts'
import { siteOf } from '../testing/sites.ts'
import { acceptance as capability } from './index.ts'
import { newTestId } from '../testing/factory.ts'

type Problem = { code: string; findings?: { code: string; status: string; clause: string; rows?: object[] }[] }

let program: TestProgram
let office: Client
let contractor: Client
let province: Client
const at = '/api/acceptance/513431'
const contractId = demoId('contract （演示）昭商合〔2020〕1号')
const projectId = demoId('zhaojue project centre')
const siteId = demoId('zhaojue site centre')
const requestId = newTestId()
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
const months = ['2020-02', '2020-03', '2020-04', '2020-05']
const items = ['daily-station-trade', 'produce-sales', 'project-progress', 'activities']

const unmet = (body: Problem): string[] =>
  [...new Set((body.findings ?? []).filter(({ status }) => status !== 'met').map(({ code }) => code))].sort()
const stateNow = async (): Promise<[string, string]> => {
  const rows = await program.owner.query(
    'select a.state, p.stage from acceptance a join project p on p.id = a.project_id where a.id = $1',
    [requestId],
  )
  return [rows.rows[0]?.state, rows.rows[0]?.stage]
}
/** A photo on file that the visits show. */
let evidence = ''
const file = async (client: Client, path: string): Promise<string> => {
  const id = newTestId()
  expect((await client.upload(`${path}/files?id=${id}&name=photo.png`, png)).status).toBe(200)
  return id
}
const visit = (value: number) => ({
  id: newTestId(),
  siteId,
  visitedOn: '2020-05-20',
  items: [
    ['area', value],
    ['function-rooms', 1],
    ['product-centre-area', 120],
    ['sign', 1],
  ].map(([itemId, found]) => ({ itemId, value: found, note: '', evidenceFileIds: [evidence] })),
})
const deliver = async (item: string, month: string): Promise<number> => {
  const body = { id: newTestId(), contractId, item, month, rows: 30, fileId: await file(contractor, at) }
  return (await contractor.send('POST', `${at}/deliveries`, body)).status
}

beforeAll(async () => {
  program = await startTestProgram()
  ;[office, contractor, province] = await Promise.all([
    program.as('zhaojue-office'),
    program.as('zhaojue-contractor'),
    program.as('sichuan-commerce'),
  ])
})
afterAll(() => program.close())

beforeAll(async () => {
  evidence = await file(office, '/api/projects/513431')
})

test('a contractor is told at home what is missing, in words and with the clause', async () => {
  type Home = { tasks: { id: string; title: { zh: string }; clause: string; href: string }[] }
  const { tasks } = (await contractor.get<Home>('/api/home')).body
  const own = tasks.find(({ id }) => id === `acceptance-own-${contractId}`)
  expect(own).toMatchObject({ clause: 'notice-2020/6.4d', href: '/own-acceptance/513431' })
  const view = (await contractor.get<{ rows: { completeness: { missing: { term: { zh: string } }[] } }[] }>(`${at}/own`)).body
  const words = view.rows.flatMap(({ completeness }) => completeness.missing.map(({ term }) => term.zh))
  expect(words.length).toBeGreaterThan(0)
  expect(words.filter(word => !/[一-鿿]/.test(word))).toEqual([])
})

test('a contractor asks for its own completed contract only', async () => {
  const stranger = await program.as('pingchang-contractor')
  const body = { id: requestId, contractId, statement: '（演示）已完成' }
  expect((await stranger.send('POST', `${at}/requests`, body)).status).toBe(403)
  const early = { ...body, id: newTestId(), contractId: demoId('contract （演示）昭商合〔2020〕2号') }
  expect(await contractor.send<Problem>('POST', `${at}/requests`, early)).toMatchObject({
    status: 409,
    body: { code: 'project-not-completed', details: { clause: 'notice-2020/6.2' } },
  })
  for (const _ of [1, 2]) expect((await contractor.send('POST', `${at}/requests`, body)).body).toMatchObject({ state: 'requested' })
})

test('the county check answers with everything that is lacking, each with its clause', async () => {
  const empty = await office.send<Problem>('POST', `${at}/requests/${requestId}/county-check`, {})
  expect([empty.status, unmet(empty.body)]).toEqual([
    422,
    ['contractor-data-complete', 'contractor-reports-complete', 'county-check', 'sign-shown'],
  ])
  expect(empty.body.findings?.find(({ code }) => code === 'contractor-data-complete')?.clause).toBe('notice-2020/6.4d')
  const reports = empty.body.findings?.find(({ code }) => code === 'contractor-reports-complete')
  expect(reports).toMatchObject({ clause: 'notice-2020/6.4d', status: 'unmet' })
  expect(reports?.rows?.length).toBeGreaterThan(3)
  // Forms and daily reports count at the gate: with the last of them it lets by, and not before.
  await registerStations(office, '513431', '2020-05-07')
  await handInEverything(contractor, '513431', contractId)
  const fileId = await file(office, '/api/projects/513431')
  await office.send('POST', '/api/projects/513431/sign-photos', { id: newTestId(), siteId, fileId, takenOn: '2020-05-20' })
  await office.send('POST', `${at}/requests/${requestId}/county-visits`, visit(599))
  expect(unmet((await office.send<Problem>('POST', `${at}/requests/${requestId}/county-check`, {})).body)).toEqual([
    'contractor-data-complete',
    'county-check',
  ])
  // Up to standard but with nothing to show for it.
  const unshown = visit(600).items.map(item => ({ ...item, evidenceFileIds: [] }))
  await office.send('POST', `${at}/requests/${requestId}/county-visits`, { ...visit(600), items: unshown })
  expect(unmet((await office.send<Problem>('POST', `${at}/requests/${requestId}/county-check`, {})).body)).toContain('county-check')
  await office.send('POST', `${at}/requests/${requestId}/county-visits`, visit(600))
  expect(unmet((await office.send<Problem>('POST', `${at}/requests/${requestId}/county-check`, {})).body)).toEqual([
    'contractor-data-complete',
  ])
})

/** All data but the very last month of the last item: what is missing is missing. */
const allButOne = items.flatMap(item => months.map(month => [item, month] as const)).slice(0, -1)

test('only what was agreed can be handed in, and only for months that have come', async () => {
  for (const [item, month] of allButOne) expect(await deliver(item, month)).toBe(200)
  expect(await deliver('route-trips', '2020-05')).toBe(400)
  expect(await deliver('activities', '2020-06')).toBe(400)
  const body = { id: newTestId(), contractId, item: 'route-trips', month: '2020-05', rows: 1, fileId: evidence }
  expect((await contractor.send<Problem>('POST', `${at}/deliveries`, body)).body).toMatchObject({
    code: 'data-not-agreed',
    details: { clause: 'notice-2020/6.4d' },
  })
  expect(await province.send('POST', `${at}/requests/${requestId}/sample-visits`, { ...visit(600), level: 'city' })).toMatchObject({
    status: 409,
    body: { code: 'visit-not-possible', details: { clause: 'notice-2020/6.2' } },
  })
})

test('no route, role or race passes the gate while one month of data is missing (notice-2020/6.4d)', async () => {
  const routes = capability.routes.filter(({ method }) => method !== 'GET')
  const bodyFor = (path: string): object => {
    if (path.endsWith('/sample') || path.endsWith('/result')) return { id: newTestId() }
    if (path.endsWith('/county-visits')) return visit(600)
    if (path.endsWith('/sample-visits')) return { ...visit(600), level: 'province' }
    if (path.endsWith('/requests')) return { id: requestId, contractId, statement: '（演示）再来一次', state: 'accepted' }
    return {}
  }
  expect(routes.length).toBeGreaterThanOrEqual(8)
  const people = demoPeople.filter(({ username }) => !/reviewer|guizhou|gansu|rongjiang|tanchang/.test(username))
  expect(new Set(people.flatMap(({ grants }) => grants.map(({ role }) => role))).size).toBeGreaterThanOrEqual(12)
  for (const { username } of people) {
    const client = await program.as(username)
    const answers = await Promise.all(
      routes.map(({ path }) => client.send('POST', path.replace(':county', '513431').replace(':id', requestId), bodyFor(path))),
    )
    expect(answers.filter(({ status }) => status >= 500)).toEqual([])
    expect([username, await stateNow()]).toEqual([username, ['requested', 'completed']])
  }
  const race = await Promise.all(
    Array.from({ length: 24 }, (_, index) => {
      const [client, step] = index % 3 === 0 ? [office, 'county-check'] : [province, index % 3 === 1 ? 'sample' : 'result']
      return client.send('POST', `${at}/requests/${requestId}/${step}`, step === 'county-check' ? {} : bodyFor(`/${step}`))
    }),
  )
  expect(race.filter(({ status }) => status < 400)).toEqual([])
  expect(await stateNow()).toEqual(['requested', 'completed'])
  const leave = await office.send('POST', `/api/projects/513431/register/${projectId}/stage`, { stage: 'accepted', reason: 'x' })
  expect(leave.status).toBe(400)
})

test('with the last month the county check passes, once, whoever races', async () => {
  expect(await deliver('activities', '2020-05')).toBe(200)
  const answers = await Promise.all([1, 2, 3, 4].map(() => office.send('POST', `${at}/requests/${requestId}/county-check`, {})))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409])
})

/** Moves the end of the contract by a change that the leader approves; the proposal says nothing of earlier schedules. */
async function reschedule(end: string): Promise<void> {
  const { body } = await office.get<{ contract: { earlierSchedules?: object } }>(`/api/projects/513431/contracts/${contractId}`)
  const { earlierSchedules: _unsaid, ...contract } = body.contract
  const change = { id: newTestId(), kind: 'schedule', reason: '（演示）调整工期', after: { ...contract, end } }
  const proposed = await office.send('POST', `/api/projects/513431/contracts/${contractId}/changes`, change)
  expect(proposed.body).toMatchObject({ state: 'proposed' })
  const leader = await program.as('zhaojue-leader')
  const decision = { approve: true, reason: '同意' }
  expect((await leader.send('POST', `/api/projects/513431/contract-changes/${change.id}/decision`, decision)).status).toBe(200)
}

/** Draws a published sample again from nothing but its publication, as anyone can. */
async function redraw(publicationId: string, number: number): Promise<void> {
  type Published = { acceptanceId: string; sites: { id: string; kind: NodeKind }[]; sample: NonNullable<Acceptance['sample']> }
  const { rows } = await program.owner.query<{ content: string }>('select content from publication where id = $1', [publicationId])
  const { acceptanceId, sites, sample } = JSON.parse(rows[0]?.content ?? '{}') as Published
  expect([sample.number, sample.seed]).toEqual([number, drawSeed(acceptanceId, number, sites, sample.nonce)])
  const whole = sites.map(({ kind, ...site }, index) => siteOf(index, { ...site, kind }))
  const pack = await loadPolicy()
  for (const level of ['city', 'province'] as const)
    expect(sample[level]).toEqual([...new Set([...sample.carried[level], ...drawSample(whole, level, sample.seed, 2020, pack)])])
}

test('the sample is published with its seed, which nobody chooses; the gate is asked again at the result, also after the contract grew by a month and shrank again', async () => {
  const chosen = await province.send('POST', `${at}/requests/${requestId}/sample`, { id: newTestId(), seed: '2020-05-20 沪深300' })
  expect(chosen.status).toBe(400)
  const id = newTestId()
  const drawn = await province.send<Acceptance>('POST', `${at}/requests/${requestId}/sample`, { id })
  expect(drawn.body.sample).toMatchObject({ number: 1, city: [siteId], province: [siteId] })
  expect(await province.send('POST', `${at}/requests/${requestId}/sample`, { id: newTestId() })).toMatchObject({
    status: 409,
    body: { code: 'acceptance-state-forbids', details: { clause: 'notice-2020/6.2' } },
  })
  await redraw(id, 1)
  const unvisited = await province.send<Problem>('POST', `${at}/requests/${requestId}/result`, { id: newTestId() })
  expect(unmet(unvisited.body)).toEqual(['city-check', 'province-check'])
  for (const level of ['city', 'province'])
    await province.send('POST', `${at}/requests/${requestId}/sample-visits`, { ...visit(600), level })
  program.setNow('2020-06-02T09:00:00+08:00')
  // June is due once the contract runs to its end; cutting the contract short again does not take June back.
  for (const end of ['2020-06-30', '2020-05-10']) {
    await reschedule(end)
    const grown = await province.send<Problem>('POST', `${at}/requests/${requestId}/result`, { id: newTestId() })
    expect([end, grown.status, unmet(grown.body)]).toEqual([end, 422, ['contractor-data-complete', 'contractor-reports-complete']])
  }
  for (const item of items) expect(await deliver(item, '2020-06')).toBe(200)
  await handInEverything(contractor, '513431', contractId)
})

test('a drawn site with a defect sends it back; mended, visited and drawn again it is accepted and published', async () => {
  const seen = newTestId()
  const photo = `${at}/visit-files?id=${seen}&name=photo.png`
  for (const stranger of [office, contractor]) expect((await stranger.upload(photo, png)).status).toBe(403)
  for (const _ of [1, 2])
    expect(await province.upload(photo, png)).toMatchObject({
      status: 200,
      body: { id: seen, sha256: createHash('sha256').update(png).digest('hex') },
    })
  const found = visit(100)
  const withPhoto = (fileId: string) => ({ ...found, items: found.items.map(item => ({ ...item, evidenceFileIds: [fileId] })) })
  const look = (body: object) =>
    province.send<Problem>('POST', `${at}/requests/${requestId}/sample-visits`, { ...body, visitedOn: '2020-06-02', level: 'province' })
  expect(await look(withPhoto(newTestId()))).toMatchObject({ status: 400, body: { code: 'file-not-on-file' } })
  expect((await look(withPhoto(seen))).status).toBe(200)
  const kept = await program.owner.query(
    "select f.name, i.level from project_file f join acceptance_inspection i on i.content->'items'->0->'evidenceFileIds'->>0 = f.id::text where f.id = $1",
    [seen],
  )
  expect(kept.rows).toEqual([{ name: 'photo.png', level: 'province' }])
  expect((await province.send('POST', `${at}/requests/${requestId}/result`, { id: newTestId() })).body).toMatchObject({
    state: 'defective',
    defects: [{ level: 'province' }],
  })
  await office.send('POST', `${at}/requests/${requestId}/county-check`, {})
  const second = newTestId()
  await province.send('POST', `${at}/requests/${requestId}/sample`, { id: second })
  await redraw(second, 2)
  for (const level of ['city', 'province'])
    await province.send('POST', `${at}/requests/${requestId}/sample-visits`, { ...visit(650), visitedOn: '2020-06-02', level })
  expect((await office.send('POST', `${at}/requests/${requestId}/result`, { id: newTestId() })).status).toBe(403)
  expect((await province.send('POST', `${at}/requests/${requestId}/result`, { id: newTestId() })).body).toMatchObject({
    state: 'accepted',
    acceptedOn: '2020-06-02',
  })
  expect(await stateNow()).toEqual(['accepted', 'accepted'])
  const published = await program.owner.query("select count(*)::int as n from publication where kind = 'acceptance-result'")
  expect(published.rows[0]).toEqual({ n: 2 })
})

test('the evidence pack holds everything with its hashes and names what is missing', async () => {
  const answer = await office.get(`${at}/evidence/${projectId}`)
  const files = unzipSync(new Uint8Array(answer.bytes))
  const index = JSON.parse(new TextDecoder().decode(files['00-目录.json'])) as {
    entries: { name: string; sha256: string }[]
    missing: string[]
  }
  expect(Object.keys(files)).toHaveLength(index.entries.length + 1)
  for (const { name, sha256 } of index.entries)
    expect(
      createHash('sha256')
        .update(files[name] ?? new Uint8Array())
        .digest('hex'),
    ).toBe(sha256)
  // Photos of visits and papers of deliveries are there themselves, each under its own name though all are called alike.
  // A form that was handed in is a delivery of its own, without a paper.
  const sent = await program.owner.query<{ id: string }>(
    `select d.content->>'fileId' as id from data_delivery d where d.contract_id = $1
      and not exists (select from form_version v where v.id::text = d.content->>'fileId')`,
    [contractId],
  )
  const papers = [evidence, ...sent.rows.flatMap(({ id }) => id ?? [])]
  expect(papers.length).toBeGreaterThan(2)
  expect(papers.filter(id => !(`附件/${id}-photo.png` in files))).toEqual([])
  expect(index.missing).toEqual([
    '11-负面清单裁定',
    '15-运营回访',
    '16-资产盘点',
    '17-补助条件',
    '18-拨付申请与审批',
    '19-资金台账分录',
    '20-站点更正',
  ])
})

const operationTask = async () => {
  type Home = { tasks: { id: string; title: { zh: string }; detail?: { zh: string }; due: string | null; state: string }[] }
  return (await office.get<Home>('/api/home')).body.tasks.find(({ id }) => id === 'operation-checks-513431-2020')
}

test('operation is checked 3, 6 and 12 months on, told at home, and a closed site is flagged (notice-2020/6.3)', async () => {
  expect(await operationTask()).toMatchObject({ state: 'done', due: null, detail: { zh: '下一次2020-09-02到期' } })
  program.setNow('2020-08-20T09:00:00+08:00')
  const near = { clause: 'notice-2020/6.3', href: '/operation-checks/513431', state: 'do', due: '2020-09-02T15:59:59.000Z' }
  expect(await operationTask()).toMatchObject(near)
  program.setNow('2020-12-03T09:00:00+08:00')
  expect(await operationTask()).toMatchObject({
    state: 'do',
    due: '2020-12-02T15:59:59.000Z',
    detail: { zh: expect.stringMatching(/已逾期1个$/) },
  })
  type View = { due: { months: number; done: boolean; late: boolean }[]; dormant: { siteId: string; because: string }[] }
  const before = await office.get<View>(`${at}/operation`)
  expect(before.body.due.map(({ months: after, late }) => [after, late])).toEqual([
    [3, true],
    [6, true],
    [12, false],
  ])
  const check = {
    id: newTestId(),
    acceptanceId: requestId,
    siteId,
    checkedOn: '2020-12-03',
    state: 'operating',
    lastActivityOn: '2020-10-04',
    note: '',
    photoFileId: null,
  }
  const elsewhere = demoId('zhaojue site logistics')
  expect(
    (await program.owner.query('select from project_site where id = $1 and project_id <> $2', [elsewhere, projectId])).rows,
  ).toHaveLength(1)
  const send = (change: object) => office.send<Problem>('POST', `${at}/operation-checks`, { ...check, id: newTestId(), ...change })
  expect(await send({ siteId: elsewhere })).toMatchObject({ status: 404 })
  // Before acceptance, before the first check is due, within the time of the one that was missed, and tomorrow.
  for (const checkedOn of ['2020-06-01', '2020-09-01', '2020-12-01', '2020-12-04'])
    expect(await send({ checkedOn })).toMatchObject({
      status: 409,
      body: { code: 'operation-check-not-open', where: 'checkedOn', details: { clause: 'notice-2020/6.3' } },
    })
  expect((await office.get<{ checks: object[] }>(`${at}/operation`)).body.checks).toEqual([])
  await office.send('POST', `${at}/operation-checks`, check)
  expect((await office.get<View>(`${at}/operation`)).body).toMatchObject({
    due: [{ done: false }, { done: true }, { done: false }],
    dormant: [],
  })
  expect(await operationTask()).toMatchObject({ state: 'done', detail: { zh: '下一次2021-06-02到期' } })
  await office.send('POST', `${at}/operation-checks`, { ...check, id: newTestId(), state: 'closed' })
  expect((await office.get<View>(`${at}/operation`)).body.dormant).toEqual([{ siteId, because: 'closed' }])
})

/** Copies a seeded record under a new id, with other content. */
async function copy(
  table: 'project' | 'contract' | 'acceptance',
  from: string,
  id: string,
  columns: object,
  content: object,
): Promise<void> {
  await program.owner.query(
    `insert into ${table} select (jsonb_populate_record(old, $2::jsonb || jsonb_build_object('content', old.content || $3::jsonb))).* from ${table} old where id = $1`,
    [from, JSON.stringify({ ...columns, id }), JSON.stringify({ ...content, id })],
  )
}

test('a project without a site is not accepted, its sites are fixed by the request, and it is accepted with its last contract only', async () => {
  const own = newTestId()
  await copy('project', projectId, own, { stage: 'completed', sites_fixed_on: null }, { name: '（演示）两份合同的项目' })
  const pair = [newTestId(), newTestId()] as const
  for (const id of pair) {
    const read = await office.get<{ contract: { lines: object[]; dataAgreement: object } }>(`/api/projects/513431/contracts/${contractId}`)
    const { lines, dataAgreement } = read.body.contract
    const content = {
      projectId: own,
      number: `（演示）${id}`,
      start: '2020-12-01',
      end: '2020-12-31',
      earlierSchedules: [],
      lines: lines.map(line => ({ ...line, asset: false })),
      dataAgreement: { ...dataAgreement, items: ['activities'] },
    }
    await copy('contract', contractId, id, { project_id: own, contract_number_key: id }, content)
  }
  const stage = async () => (await program.owner.query('select stage from project where id = $1', [own])).rows[0]?.stage
  const ask = async (contract: string) => {
    const id = newTestId()
    return { id, answer: await contractor.send<Problem>('POST', `${at}/requests`, { id, contractId: contract, statement: '（演示）' }) }
  }
  const bare = await ask(pair[0])
  expect([bare.answer.status, unmet(bare.answer.body)]).toEqual([422, ['sites-registered']])
  const site = {
    projectId: own,
    kind: 'other',
    name: '（演示）宣传点',
    placeCode: '',
    route: '',
    address: '（演示）县城',
    longitude: null,
    latitude: null,
    areaSquareMetres: null,
    residents: null,
    poorVillage: null,
    centralFen: '0',
    investmentFen: '0',
    premises: 'existing',
  }
  const place = newTestId()
  const put = (id: string, change: object) => office.send<Problem>('PUT', `/api/projects/513431/sites/${id}`, { ...site, ...change })
  expect((await put(place, { seenVersion: 0 })).status).toBe(200)
  expect((await put(place, { projectId, seenVersion: 1 })).status).toBeGreaterThanOrEqual(400)
  const fileId = await file(office, '/api/projects/513431')
  await office.send('POST', '/api/projects/513431/sign-photos', { id: newTestId(), siteId: place, fileId, takenOn: '2020-12-03' })
  for (const [index, contract] of pair.entries()) {
    const asked = await ask(contract)
    expect(asked.answer.body).toMatchObject({ state: 'requested' })
    for (const [id, change] of [
      [place, { kind: 'training', seenVersion: 1 }],
      [newTestId(), { seenVersion: 0 }],
    ] as const)
      expect(await put(id, change)).toMatchObject({ status: 409, body: { code: 'sites-fixed', details: { clause: 'notice-2020/6.2' } } })
    // Agreed was activities alone; the kind of site, entered after signing, asks for progress too.
    for (const item of ['activities', 'project-progress']) {
      const early = await office.send<Problem>('POST', `${at}/requests/${asked.id}/county-check`, {})
      expect(unmet(early.body)).toContain('contractor-data-complete')
      const body = { id: newTestId(), contractId: contract, item, month: '2020-12', rows: 1 }
      expect((await contractor.send('POST', `${at}/deliveries`, { ...body, fileId: await file(contractor, at) })).status).toBe(200)
    }
    const here = `${at}/requests/${asked.id}`
    const item = { itemId: 'seen-on-site', value: 1, note: '', evidenceFileIds: [evidence] }
    const seen = () => ({ ...visit(1), siteId: place, visitedOn: '2020-12-03', items: [item] })
    await office.send('POST', `${here}/county-visits`, seen())
    expect((await office.send('POST', `${here}/county-check`, {})).status).toBe(200)
    await province.send('POST', `${here}/sample`, { id: newTestId() })
    const correction = {
      id: newTestId(),
      reason: '（演示）地址登记有误',
      seenVersion: 1,
      site: { ...site, id: place, address: '（演示）东街' },
    }
    const correct = (change: object) => office.send<Problem>('POST', `${at}/site-corrections`, { ...correction, ...change })
    if (index === 0) {
      for (const level of ['city', 'province']) await province.send('POST', `${here}/sample-visits`, { ...seen(), level })
      expect((await correct({ reason: ' ' })).status).toBe(400)
      expect(await correct({ seenVersion: 2 })).toMatchObject({ status: 409, body: { code: 'record-version' } })
      expect(await correct({ site: { ...site, id: place } })).toMatchObject({ status: 400, body: { code: 'site-unchanged' } })
      expect((await contractor.send('POST', `${at}/site-corrections`, correction)).status).toBe(403)
      // Sent twice it is one correction, and takes back once what was concluded about the site.
      for (const _ of [1, 2])
        expect((await correct({})).body).toMatchObject({ before: { version: 1 }, after: { version: 2, address: '（演示）东街' } })
      expect((await office.get(here)).body).toMatchObject({
        acceptance: { state: 'requested', sample: null, carried: { city: [place], province: [place] } },
        corrections: [{ reason: correction.reason, by: expect.stringContaining('昭觉县'), correctedOn: '2020-12-03' }],
      })
      const unseen = await office.send<Problem>('POST', `${here}/county-check`, {})
      expect(unmet(unseen.body)).toEqual(['county-check'])
      await office.send('POST', `${here}/county-visits`, seen())
      expect((await office.send('POST', `${here}/county-check`, {})).status).toBe(200)
      const again = await province.send<Acceptance>('POST', `${here}/sample`, { id: newTestId() })
      expect(again.body.sample).toMatchObject({ number: 2, city: [place], carried: { city: [place] } })
      const stale = await province.send<Problem>('POST', `${here}/result`, { id: newTestId() })
      expect(unmet(stale.body)).toEqual(['city-check', 'province-check'])
    } else
      expect(await correct({ id: newTestId(), seenVersion: 2 })).toMatchObject({
        status: 409,
        body: { code: 'site-judged', details: { clause: 'notice-2020/6.2' } },
      })
    for (const level of ['city', 'province']) await province.send('POST', `${here}/sample-visits`, { ...seen(), level })
    const result = await province.send('POST', `${here}/result`, { id: newTestId() })
    expect(result.body).toMatchObject({ state: 'accepted' })
    expect(await stage()).toBe(index === 0 ? 'completed' : 'accepted')
  }
})

test('terminating a contract lets the stage follow the contracts that are left, and an accepted one is not terminated (notice-2020/6.2)', async () => {
  const leader = await program.as('zhaojue-leader')
  const terminate = async (id: string) => {
    const { contract } = (await office.get<{ contract: object }>(`/api/projects/513431/contracts/${id}`)).body
    const change = { id: newTestId(), kind: 'termination', reason: '（演示）无法履行', after: { ...contract, state: 'terminated' } }
    expect((await office.send('POST', `/api/projects/513431/contracts/${id}/changes`, change)).status).toBe(200)
    const decision = { approve: true, reason: '同意' }
    return leader.send<Problem>('POST', `/api/projects/513431/contract-changes/${change.id}/decision`, decision)
  }
  const [own, one, two] = [newTestId(), newTestId(), newTestId()]
  const stage = async () => (await program.owner.query('select stage from project where id = $1', [own])).rows[0]?.stage
  await copy('project', projectId, own, { stage: 'completed' }, { name: '（演示）解除合同的项目' })
  for (const id of [one, two]) {
    const columns = { project_id: own, procurement_id: null, contract_number_key: id }
    await copy('contract', contractId, id, columns, { projectId: own, procurementId: null, number: `（演示）${id}` })
  }
  await copy('acceptance', requestId, newTestId(), { project_id: own, contract_id: one }, { projectId: own, contractId: one })
  expect(await terminate(one)).toMatchObject({
    status: 409,
    body: { code: 'contract-accepted', details: { clause: 'notice-2020/6.2' } },
  })
  expect(await stage()).toBe('completed')
  expect((await terminate(two)).status).toBe(200)
  expect(await stage()).toBe('accepted')

  const [alone, last] = [newTestId(), newTestId()]
  await copy('project', projectId, alone, { stage: 'completed' }, { name: '（演示）只有一份合同的项目' })
  const columns = { project_id: alone, procurement_id: null, contract_number_key: last }
  await copy('contract', contractId, last, columns, { projectId: alone, procurementId: null, number: `（演示）${last}` })
  expect((await terminate(last)).status).toBe(200)
  const kept = await program.owner.query(
    "select stage, (select count(*)::int from audit_event where record_id = $1::text and record_kind = 'project') as logged from project where id = $1::uuid",
    [alone],
  )
  expect(kept.rows[0]).toEqual({ stage: 'planned', logged: 1 })
})
