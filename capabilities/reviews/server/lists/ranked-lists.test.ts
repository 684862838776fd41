import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Client, TestProgram } from '../../../../test/support/program.ts'
import { startTestProgram } from '../../../../test/support/program.ts'
import { newTestId } from '../../testing/list-factory.ts'

type County = { rank: number | null; countyCode: string; type: string; score: string | null; eligibility: string | null }
type View = {
  version: number
  state: string
  quota: number | null
  counties: County[]
  basis: object
  reasons: Record<string, string>
  plan: { sections: Record<string, string>; goals: object[] }
  findings: { code: string; status: string; measured: string | null }[]
  submittable: boolean
  verbs: string[]
  events: { verb: string; by: string; packageHash: string | null }[]
  candidates: { countyCode: string; state: string }[]
}
type Problem = {
  code: string
  message: { zh: string }
  findings?: { code: string }[]
  details?: { version?: number; difference?: { added: County[] } }
  errors?: { where: string }[]
}

let program: TestProgram
let sichuan: Client
let guizhou: Client
let gansu: Client
let centre: Client

const at = (province: string) => `/api/ranked-lists/2020/${province}0000`
const view = async (client: Client, province: string) => (await client.get<View>(at(province))).body

/** What a page sends to save what it shows, changed as asked. */
const content = ({ counties, basis, reasons, plan }: View, more: object = {}) => ({
  listId: newTestId(),
  changeId: newTestId(),
  entries: counties.map(({ rank, countyCode, type, score }) => ({ rank, countyCode, type, score })),
  basis,
  reasons,
  plan,
  ...more,
})

beforeAll(async () => {
  program = await startTestProgram()
  ;[sichuan, guizhou, gansu, centre] = await Promise.all([
    program.as('sichuan-commerce'),
    program.as('guizhou-commerce'),
    program.as('gansu-commerce'),
    program.as('centre'),
  ])
})
afterAll(() => program.close())

describe('a province works on its list', () => {
  test('sees an empty list with its published number, its applications and what is missing', async () => {
    const list = await view(sichuan, '51')
    expect(list).toMatchObject({ version: 0, state: 'draft', counties: [], submittable: false })
    expect(list.quota).toBeGreaterThan(0)
    expect(list.candidates.find(candidate => candidate.countyCode === '513429')).toMatchObject({ state: 'accepted-for-review' })
    expect(list.verbs).toEqual(['save', 'submit'])
  })

  test('saves, and saving the same again is one version', async () => {
    const body = content(await view(sichuan, '51'), {
      seenVersion: 0,
      entries: [{ rank: 1, countyCode: '513429', type: 'first', score: '90' }],
    })
    expect((await sichuan.send('PUT', at('51'), body)).body).toMatchObject({ version: 1 })
    expect((await sichuan.send('PUT', at('51'), body)).body).toMatchObject({ version: 1 })
    expect(await sichuan.send<Problem>('PUT', at('51'), { ...body, entries: [] })).toMatchObject({
      status: 409,
      body: { code: 'id-used-for-another-order' },
    })
    expect(await view(sichuan, '51')).toMatchObject({ version: 1, counties: [{ countyCode: '513429', eligibility: 'met' }] })
  })

  test('a stale version is refused with what changed since', async () => {
    const seen = await view(sichuan, '51')
    const first = content(seen, {
      seenVersion: 1,
      entries: [...content(seen).entries, { rank: 2, countyCode: '510524', type: 'first', score: '80' }],
    })
    expect((await sichuan.send('PUT', at('51'), first)).body).toMatchObject({ version: 2 })
    const stale = await sichuan.send<Problem>('PUT', at('51'), content(seen, { seenVersion: 1 }))
    expect(stale).toMatchObject({
      status: 409,
      body: { code: 'ranked-list-version', details: { version: 2, difference: { added: [{ countyCode: '510524' }] } } },
    })
    expect(await view(sichuan, '51')).toMatchObject({ version: 2 })
  })

  test('a county whose application was not taken into review is not eligible', async () => {
    const seen = await view(sichuan, '51')
    await sichuan.send(
      'PUT',
      at('51'),
      content(seen, { seenVersion: 2, entries: [{ rank: 1, countyCode: '511923', type: 'first', score: '90' }] }),
    )
    const list = await view(sichuan, '51')
    expect(list.counties).toMatchObject([{ countyCode: '511923', eligibility: 'unmet' }])
    expect(list.findings.find(finding => finding.code === 'each-eligible')).toMatchObject({ status: 'unmet' })
  })

  test('one county above the cap cannot be submitted, and nothing is changed', async () => {
    const seen = await view(sichuan, '51')
    const most = Math.floor(((seen.quota ?? 0) * 3) / 2)
    const codes = (
      await program.owner.query<{ county_code: string }>(
        "select county_code from application where county_code like '51%' and state = 'accepted-for-review'",
      )
    ).rows.map(row => row.county_code)
    const filled = [...new Set([...codes, ...Array.from({ length: most + 1 }, (_, index) => String(510104 + index))])].slice(0, most + 1)
    const entries = filled.map((countyCode, index) => ({ rank: index + 1, countyCode, type: 'first', score: String(99 - index) }))
    const basis = { kind: 'review', reference: null, text: '（测试）专家评审' }
    await sichuan.send('PUT', at('51'), content(seen, { seenVersion: seen.version, entries, basis }))
    const list = await view(sichuan, '51')
    expect(list.findings.find(finding => finding.code === 'application-cap')).toMatchObject({
      status: 'unmet',
      measured: `${most + 1}/${seen.quota}`,
    })
    const answer = await sichuan.send<Problem>('POST', `${at('51')}/submission`, { id: newTestId(), seenVersion: list.version })
    expect(answer).toMatchObject({ status: 422, body: { code: 'list-not-submittable' } })
    expect(answer.body.findings?.map(finding => finding.code)).toContain('application-cap')
    expect(await view(sichuan, '51')).toMatchObject({ state: 'draft', events: [] })
  })
})

describe('sources (notice-2020/5.2)', () => {
  type Source = { kind: string; reference: string; entries: County[] }
  const sources = async (client: Client, province: string) =>
    (await client.get<{ sources: Source[] }>(`${at(province)}/sources`)).body.sources

  test('a confirmed review of the year gives ranks, scores and the types applied under; one that is not confirmed gives nothing', async () => {
    const [review] = await sources(gansu, '62')
    expect(review).toMatchObject({ kind: 'review', entries: { length: 4 } })
    expect(review?.entries.find(entry => entry.countyCode === '621022')?.type).toBe('repeat')
    expect(await sources(guizhou, '52')).toEqual([])
    const combined = await gansu.send<{ entries: County[] }>('POST', `${at('62')}/combination`, { references: [review?.reference] })
    expect(combined.body.entries.map(entry => entry.rank)).toEqual([1, 2, 3, 4])
    const twice = { references: [review?.reference, review?.reference] }
    expect(await gansu.send<Problem>('POST', `${at('62')}/combination`, twice)).toMatchObject({
      status: 409,
      body: { code: 'already-on-earlier-list' },
    })
    expect((await gansu.send('POST', `${at('62')}/combination`, { references: ['nothing'] })).status).toBe(404)
  })

  test('what is on screen is judged without being saved', async () => {
    const list = await view(guizhou, '52')
    const {
      listId: _list,
      changeId: _change,
      ...shown
    } = content(list, { entries: [{ rank: 1, countyCode: '520425', type: 'first', score: '90' }] })
    const answer = await guizhou.send<{ counties: County[]; submittable: boolean }>('POST', `${at('52')}/check`, shown)
    expect(answer.body).toMatchObject({ counties: [{ countyCode: '520425', eligibility: 'met' }], submittable: true })
    expect(await view(guizhou, '52')).toMatchObject({ version: 1, counties: [] })
  })
})

describe('files', () => {
  test('a file is read and not saved; a faulty one is refused with every fault', async () => {
    const good = await sichuan.upload<{ entries: County[] }>(
      `${at('51')}/file?fileName=a.csv`,
      Buffer.from('rank,county_code,type,score\n1,513429,first,90\n'),
    )
    expect(good.body.entries).toEqual([{ rank: 1, countyCode: '513429', type: 'first', score: '90' }])
    const bad = await sichuan.upload<Problem>(
      `${at('51')}/file?fileName=a.csv`,
      Buffer.from('rank,county_code,type,score\nx,513429,first,90\n2,51,first,9\n'),
    )
    expect(bad).toMatchObject({ status: 400, body: { code: 'list-file-has-faults' } })
    expect(bad.body.errors).toHaveLength(2)
  })

  test('the template that is handed out can be handed in', async () => {
    const template = await sichuan.get(`${at('51')}/template`)
    expect(template.status).toBe(200)
    const empty = await sichuan.upload<Problem>(`${at('51')}/file?fileName=t.xlsx`, template.bytes)
    expect(empty.body.code).toBe('list-empty')
  })
})

describe('submitting (notice-2020/5.3)', () => {
  test('in the last second, once, with a receipt; twice is the same submission', async () => {
    program.setNow('2020-05-29T23:59:59+08:00')
    const entries = [
      { rank: 1, countyCode: '520526', type: 'first', score: '90' },
      { rank: 2, countyCode: '520525', type: 'first', score: '87.5' },
    ]
    const waiting = await view(guizhou, '52')
    expect((await guizhou.send('PUT', at('52'), content(waiting, { seenVersion: waiting.version, entries }))).status).toBe(200)
    const list = await view(guizhou, '52')
    expect(list).toMatchObject({ state: 'draft', submittable: true })
    const order = { id: newTestId(), seenVersion: list.version }
    const [first, again] = await Promise.all([
      guizhou.send<{ hash: string }>('POST', `${at('52')}/submission`, order),
      guizhou.send<{ hash: string }>('POST', `${at('52')}/submission`, order),
    ])
    expect(first.status).toBe(200)
    expect(again.body.hash).toBe(first.body.hash)
    const rows = await program.owner.query("select 1 from ranked_list_event where county_code = '520000'")
    expect(rows.rowCount).toBe(1)
  })

  test('the package is what was shown, and its text has the hash of the receipt', async () => {
    const json = await guizhou.get(`${at('52')}/package?format=json`)
    const { sha256Hex } = await import('@jincun/proof')
    const { events } = await view(guizhou, '52')
    expect(sha256Hex(json.bytes)).toBe(events.at(-1)?.packageHash)
    const letter = await guizhou.get(`${at('52')}/package?format=docx`)
    expect(letter.bytes.subarray(0, 2).toString()).toBe('PK')
    expect((await guizhou.get(`${at('52')}/package?format=xlsx`)).bytes.subarray(0, 2).toString()).toBe('PK')
  })

  test('a submitted list keeps the findings it was shown, also when its time is long over', async () => {
    program.setNow('2020-06-10T09:00:00+08:00')
    const { findings, state } = await view(guizhou, '52')
    expect(state).toBe('submitted')
    expect(findings.find(finding => finding.code === 'submitted-in-time')).toMatchObject({ status: 'met', measured: '2020-05-29 23:59:59' })
  })

  test('one second later a draft counts as forfeited and nothing of it can be saved or submitted', async () => {
    program.setNow('2020-05-30T00:00:00+08:00')
    const list = await view(sichuan, '51')
    expect(list).toMatchObject({ state: 'forfeited', verbs: [] })
    expect(await sichuan.send<Problem>('PUT', at('51'), content(list, { seenVersion: list.version }))).toMatchObject({
      status: 409,
      body: { code: 'ranked-list-state-forbids' },
    })
    expect(await sichuan.send('POST', `${at('51')}/submission`, { id: newTestId(), seenVersion: list.version })).toMatchObject({
      status: expect.any(Number),
    })
    expect((await view(sichuan, '51')).events).toEqual([])
  })

  test('only the centre reopens, by a ruling with a later deadline; the ruling is public and holds to its last second', async () => {
    const list = await view(sichuan, '51')
    const ruling = {
      id: newTestId(),
      seenVersion: list.version,
      ruling: '（演示）裁定1号',
      reason: '系统停机',
      until: '2020-06-02T18:00:00+08:00',
    }
    expect((await sichuan.send('POST', `${at('51')}/reopening`, ruling)).status).toBe(403)
    expect(await centre.send<Problem>('POST', `${at('51')}/reopening`, { ...ruling, until: '2020-05-29T00:00:00+08:00' })).toMatchObject({
      status: 400,
      body: { code: 'ruling-incomplete' },
    })
    expect((await centre.send('POST', `${at('51')}/reopening`, ruling)).status).toBe(200)
    expect((await centre.send('POST', `${at('51')}/reopening`, ruling)).status).toBe(200)
    for (const other of [{ reason: '另一个理由' }, { ruling: '（演示）裁定9号' }, { until: '2020-06-03T18:00:00+08:00' }])
      expect(await centre.send<Problem>('POST', `${at('51')}/reopening`, { ...ruling, ...other })).toMatchObject({
        status: 409,
        body: { code: 'id-used-for-another-order' },
      })
    expect(await view(sichuan, '51')).toMatchObject({ state: 'reopened', verbs: ['save', 'submit'] })
    const published = await program.owner.query(
      "select content from publication where kind = 'ranked-list-ruling' and county_code = '510000'",
    )
    expect(published.rowCount).toBe(1)
    program.setNow('2020-06-02T18:00:00+08:00')
    expect(await view(sichuan, '51')).toMatchObject({ state: 'forfeited' })
  })

  test('the centre records that a late list is forfeited', async () => {
    const list = await view(sichuan, '51')
    const order = { id: newTestId(), seenVersion: list.version, reason: '' }
    for (const _ of [1, 2])
      expect(await centre.send('POST', `${at('51')}/forfeiture`, order)).toMatchObject({
        status: 200,
        body: { verb: 'forfeit', reason: '逾期未报送' },
      })
    expect((await centre.send('POST', `${at('51')}/forfeiture`, { ...order, reason: '材料不全' })).status).toBe(409)
  })

  test('a province without a list can be reopened too', async () => {
    const order = { id: newTestId(), seenVersion: 0, ruling: '（演示）裁定2号', reason: '补报', until: '2020-06-10T18:00:00+08:00' }
    for (const _ of [1, 2]) expect((await centre.send('POST', `${at('53')}/reopening`, order)).status).toBe(200)
    expect((await centre.get<View>(at('53'))).body).toMatchObject({ state: 'reopened', version: 0, counties: [] })
  })
})

describe('who sees and does what (2.1)', () => {
  test.each([
    ['another province reads', () => guizhou.get(at('62')), 403],
    ['another province saves', async () => guizhou.send('PUT', at('62'), content(await view(guizhou, '52'), { seenVersion: 1 })), 403],
    ['another province submits', () => guizhou.send('POST', `${at('62')}/submission`, { id: newTestId(), seenVersion: 1 }), 403],
    ['a county reads', async () => (await program.as('zhaojue-government')).get(at('51')), 403],
    ['the public reads', () => program.anyone.get(at('62')), 401],
    [
      'finance submits',
      async () => (await program.as('gansu-finance')).send('POST', `${at('62')}/submission`, { id: newTestId(), seenVersion: 1 }),
      403,
    ],
    ['the centre writes', async () => centre.send('PUT', at('62'), content(await view(gansu, '62'), { seenVersion: 1 })), 403],
    ['a code that is no province', () => centre.get('/api/ranked-lists/2020/990000'), 404],
    ['a county code in place of a province', () => centre.get('/api/ranked-lists/2020/513429'), 400],
  ])('%s', async (_name, ask, status) => {
    expect((await ask()).status).toBe(status)
  })

  test('row-level security hides what the route would ask for', async () => {
    const { database } = program.program
    const seen = await database.transaction({ personId: null, realm: 'demo', jurisdictions: ['52'] }, 'read', async tx => {
      const { listsOfYear } = await import('./list-store.ts')
      return (await listsOfYear(tx, 2020)).map(record => record.list.provinceCode)
    })
    expect(seen).toEqual(['520000'])
  })

  test('versions and events cannot be changed by the program', async () => {
    const { database } = program.program
    const { sql } = await import('@jincun/db')
    for (const statement of [
      sql`update ranked_list_version set saved_by = 'x'`,
      sql`delete from ranked_list_event`,
      sql`update ranked_list_package set content = '{}'`,
    ])
      await expect(
        database.transaction({ personId: null, realm: 'demo', jurisdictions: ['*'] }, 'write', tx => tx.run(statement)),
      ).rejects.toThrow('permission denied')
  })

  test('the centre sees that a province writes, not what, until it is submitted', async () => {
    program.setNow('2020-05-25T09:00:00+08:00')
    const overview = (
      await centre.get<{
        rows: { provinceCode: string; state: string; begun: boolean; listed: number | null; packageHash: string | null }[]
      }>('/api/ranked-lists/2020')
    ).body
    expect(overview.rows).toHaveLength(31)
    expect(overview.rows.find(row => row.provinceCode === '620000')).toMatchObject({
      state: 'submitted',
      listed: 4,
      packageHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(await view(centre, '11')).toMatchObject({ shown: false, counties: [] })
    expect(await view(centre, '62')).toMatchObject({ shown: true, counties: { length: 4 } })
    expect(overview.rows.find(row => row.provinceCode === '110000')).toMatchObject({ state: 'draft', begun: false, listed: null })
    expect((await sichuan.get<{ rows: object[] }>('/api/ranked-lists/2020')).body.rows).toHaveLength(1)
  })
})

test('recalled before the deadline, amended and submitted anew; both packages stay', async () => {
  program.setNow('2020-05-25T09:00:00+08:00')
  const list = await view(gansu, '62')
  expect(list).toMatchObject({ state: 'submitted', verbs: ['recall'] })
  expect((await gansu.send('POST', `${at('62')}/recall`, { id: newTestId(), seenVersion: list.version, reason: '改正得分' })).status).toBe(
    200,
  )
  const counties = list.counties.map(county => (county.countyCode === '621022' ? { ...county, score: '84.5' } : county))
  expect((await gansu.send('PUT', at('62'), content({ ...list, counties }, { seenVersion: list.version }))).body).toMatchObject({
    version: 2,
  })
  expect((await gansu.send('POST', `${at('62')}/submission`, { id: newTestId(), seenVersion: 2 })).status).toBe(200)
  const packages = await program.owner.query("select 1 from ranked_list_package where county_code = '620000'")
  expect(packages.rowCount).toBe(2)
})

test('publishing puts list, scores and basis in the public log; each home says what to do next', async () => {
  const id = newTestId()
  expect((await gansu.send('POST', `${at('62')}/publication`, { id })).status).toBe(200)
  const row = (await program.owner.query<{ content: string }>('select content from publication where id = $1', [id])).rows[0]
  expect(JSON.parse(row?.content ?? '{}')).toMatchObject({ kind: 'ranked-list-package', entries: { length: 4 } })
  const tasks = async (client: Client) => (await client.get<{ tasks: { id: string; state: string }[] }>('/api/home')).body.tasks
  expect(await tasks(gansu)).toContainEqual(expect.objectContaining({ id: 'ranked-list-2020-620000', state: 'waiting' }))
  expect(await tasks(centre)).toContainEqual(expect.objectContaining({ id: 'ranked-lists-2020' }))
})

test('every change stands in the audit log of the province', async () => {
  const actions = await program.owner.query<{ action: string }>(
    "select distinct action from audit_event where county_code in ('510000', '520000', '620000') and record_kind = 'ranked-list'",
  )
  expect(actions.rows.map(row => row.action).sort()).toEqual(['ranked-lists.edit', 'ranked-lists.rule', 'ranked-lists.submit'])
})
