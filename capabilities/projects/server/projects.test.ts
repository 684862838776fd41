import reader from 'jsqr'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demoId } from '@jincun/identity'
import type { Client, TestProgram } from '../../../test/support/program.ts'
import { startTestProgram } from '../../../test/support/program.ts'
import { demoContractLine, demoFen } from '../demo-county.ts'
import type { Contract, Contractor, PlanVersion, Procurement, Project } from '../index.ts'
import { newTestId } from '../testing/factory.ts'
import { firstLabel, pixelsOf } from '../testing/label-picture.ts'
import { ocdsFaults } from '../testing/ocds-schema.ts'

type Problem = { code: string; findings?: { code: string; status: string; clause: string }[] }
type Finding = { code: string; status: string; clause: string }

let program: TestProgram
let office: Client
let province: Client
let government: Client
const at = '/api/projects/513431'

beforeAll(async () => {
  program = await startTestProgram()
  ;[office, province, government] = await Promise.all([
    program.as('zhaojue-office'),
    program.as('sichuan-commerce'),
    program.as('zhaojue-government'),
  ])
})
afterAll(() => program.close())

/** Does something while a seeded contract is in another state and year, and puts it back. */
async function whileContractIs({ state, year }: { state: string; year: number }, act: () => Promise<void>): Promise<void> {
  const id = demoId('contract （演示）昭商合〔2020〕2号')
  const standing = (await program.owner.query('select state, content from contract where id = $1', [id])).rows[0]
  const set = (to: { state: string; content: object }) =>
    program.owner.query('update contract set state = $2, content = $3 where id = $1', [id, to.state, to.content])
  await set({ state, content: { ...standing.content, state, year } })
  await act()
  await set(standing)
}

const unmet = (findings: readonly Finding[] | undefined): string[] =>
  [...new Set((findings ?? []).filter(({ status }) => status !== 'met').map(({ code }) => code))].sort()

describe('the register (notice-2020/6.2)', () => {
  test('shows the projects with lights that say why', async () => {
    const { body } = await office.get<{
      rows: { project: Project; stage: string; light: string; lights: { code: string }[]; money: { centralFen: string } }[]
    }>(`${at}/register?year=2020`)
    expect(body.rows.map(({ stage, light }) => [stage, light])).toEqual([
      ['completed', 'green'],
      ['under-way', 'red'],
      ['planned', 'green'],
    ])
    expect(body.rows[1]?.lights.map(({ code }) => code)).toContain('behind-schedule')
    expect(body.rows[0]?.money.centralFen).toBe(demoFen('100'))
  })

  test('a project off the approved plan cannot be entered, the same save twice is one, a stale one is refused', async () => {
    const { body } = await office.get<{ rows: { project: Project }[] }>(`${at}/register?year=2020`)
    const { id: _id, countyCode: _county, version: _version, ...content } = body.rows[2]?.project ?? ({} as Partial<Project>)
    const id = newTestId()
    const wrong = await office.send<Problem>('PUT', `${at}/register/${id}`, { ...content, planLineIds: ['palace'], seenVersion: 0 })
    expect(wrong).toMatchObject({ status: 400, body: { code: 'project-not-on-plan' } })
    for (const _ of [1, 2])
      expect((await office.send('PUT', `${at}/register/${id}`, { ...content, seenVersion: 0 })).body).toMatchObject({ version: 1 })
    expect(await office.send<Problem>('PUT', `${at}/register/${id}`, { ...content, name: '（演示）改名', seenVersion: 0 })).toMatchObject({
      status: 409,
    })
    expect((await office.send('PUT', `${at}/register/${id}`, { ...content, name: '（演示）改名', seenVersion: 1 })).body).toMatchObject({
      version: 2,
    })
  })

  test.each<[string, string, number]>([
    ['another county', 'pingchang-office', 403],
    ['a contractor', 'zhaojue-contractor', 403],
    ['a reader', 'zhaojue-finance', 200],
    ['the centre', 'centre', 200],
  ])('%s reads', async (_name, who, status) => {
    expect((await (await program.as(who)).get(`${at}/register?year=2020`)).status).toBe(status)
  })

  test('over-cap support of a site is refused with the standard it breaks', async () => {
    const projectId = demoId('zhaojue project logistics')
    const site = {
      projectId,
      kind: 'distribution-centre',
      name: '（演示）第二中心',
      placeCode: '',
      route: '',
      address: '',
      longitude: null,
      latitude: null,
      areaSquareMetres: null,
      residents: null,
      poorVillage: null,
      investmentFen: demoFen('1000'),
      premises: 'new',
      seenVersion: 0,
    }
    const over = await office.send<Problem>('PUT', `${at}/sites/${newTestId()}`, { ...site, centralFen: demoFen('200.000001') })
    expect(over).toMatchObject({ status: 422, body: { code: 'site-over-standard' } })
    expect((await office.send('PUT', `${at}/sites/${newTestId()}`, { ...site, centralFen: demoFen('200') })).status).toBe(200)
  })
})

describe('contracts', () => {
  const base = async (): Promise<Record<string, unknown> & { lines: Contract['lines'] }> => {
    const { body } = await office.get<{ contract: Contract }>(`${at}/contracts/${demoId('contract （演示）昭商合〔2020〕2号')}`)
    const { id: _i, countyCode: _c, version: _v, state: _s, signedOn: _d, party: _p, ...content } = body.contract
    return { ...content, number: `（演示）${newTestId()}` }
  }
  const written = async (more: object): Promise<{ id: string; sign: () => ReturnType<Client['send']> }> => {
    const id = newTestId()
    const saved = await office.send<Contract>('PUT', `${at}/contracts/${id}`, { ...(await base()), ...more, seenVersion: 0 })
    expect(saved.status).toBe(200)
    return { id, sign: () => office.send('POST', `${at}/contracts/${id}/signature`, { seenVersion: saved.body.version }) }
  }
  const lineOf = (name: string, category: string, wan = '10', planLineId = 'logistics-equipment') => ({
    lines: [demoContractLine('one', planLineId, name, category, wan, wan)],
    amountFen: demoFen(wan),
  })

  test.each<[string, object, string[]]>([
    ['a prohibited word', lineOf('物流园办公楼建设', 'equipment-logistics'), ['negative-list']],
    ['a prohibited kind', lineOf('线路设备', 'prohibited-recurrent'), ['negative-list']],
    [
      'money beyond the plan line',
      { ...lineOf('货架', 'equipment-logistics', '272.000001'), procurementId: null },
      ['lawful-selection', 'within-plan-line'],
    ],
    ['a line of another project', lineOf('货架', 'equipment-logistics', '10', 'training-service'), ['lines-on-approved-plan']],
    ['no data agreement', { ...lineOf('货架', 'equipment-logistics'), dataAgreement: null }, ['data-agreement']],
    ['an advance above the cap', { ...lineOf('货架', 'equipment-logistics'), advanceBasisPoints: 3_001 }, ['advance-within-cap']],
    ['a price at the procurement limit', lineOf('货架', 'equipment-logistics', '30'), ['lawful-selection']],
    ['a building line that does not say whether it reuses', lineOf('仓库改造', 'premises-rebuild'), ['reuse-of-premises-asked']],
  ])('%s stops the signature', async (_name, more, codes) => {
    const { sign } = await written(more)
    const answer = await sign()
    expect(answer.status).toBe(422)
    expect(unmet((answer.body as Problem).findings)).toEqual(codes)
    for (const finding of (answer.body as Problem).findings ?? []) expect(finding.clause).toMatch(/^notice-2020\//)
  })

  test('a doubtful line is referred, only a named official of the province rules, and the ruling is public', async () => {
    const { id, sign } = await written(lineOf('其他费用', 'equipment-logistics'))
    expect((await sign()).body).toMatchObject({ state: 'referred', version: 2 })
    const ruling = {
      id: newTestId(),
      door: 'contract-line',
      recordId: id,
      lineId: 'one',
      name: '其他费用',
      decision: 'permitted',
      reason: '（演示）已核对为设备安装费',
    }
    expect((await office.send('POST', `${at}/rulings`, ruling)).status).toBe(403)
    expect((await office.send('POST', `${at}/contracts/${id}/signature`, { seenVersion: 2 })).body).toMatchObject({ state: 'referred' })
    for (const _ of [1, 2]) expect((await province.send('POST', `${at}/rulings`, ruling)).status).toBe(200)
    const published = await program.owner.query("select count(*)::int as n from publication where kind = 'gate-ruling'")
    expect(published.rows[0]).toEqual({ n: 1 })
    expect((await office.send('POST', `${at}/contracts/${id}/signature`, { seenVersion: 3 })).body).toMatchObject({ state: 'signed' })
  })

  test('two contracts at once cannot both use the last of a plan line', async () => {
    const some = {
      ...lineOf('教材', 'services-training', '29', 'training-service'),
      projectId: demoId('zhaojue project training'),
      dataAgreement: { signedOn: '2020-05-20', items: ['project-progress'], protection: '依法保密', fileId: null },
    }
    const made = await Promise.all([1, 2, 3].map(() => written(some)))
    const answers = await Promise.all(made.map(({ sign }) => sign()))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 422])
  })

  test('a change needs its kind, a reason and somebody else', async () => {
    const contractId = demoId('contract （演示）昭商合〔2020〕2号')
    const { body } = await office.get<{ contract: Contract }>(`${at}/contracts/${contractId}`)
    const after = { ...body.contract, end: '2020-10-31' }
    const path = `${at}/contracts/${contractId}/changes`
    const id = newTestId()
    const clause = 'notice-2020/6.2'
    expect(await office.send<Problem>('POST', path, { id: newTestId(), kind: 'amount', reason: '雨季', after })).toMatchObject({
      status: 400,
      body: { code: 'change-of-another-kind', details: { clause } },
    })
    // No reason, a blank one, no kind, a kind that is none: nothing is proposed.
    for (const wrong of [{ kind: 'schedule' }, { kind: 'schedule', reason: '  ' }, { reason: '雨季' }, { kind: 'other', reason: '雨季' }])
      expect((await office.send('POST', path, { id: newTestId(), after, ...wrong })).status).toBe(400)
    expect((await office.get<{ changes: unknown[] }>(`${at}/contracts/${contractId}`)).body.changes).toEqual([])
    for (const _ of [1, 2])
      expect((await office.send('POST', path, { id, kind: 'schedule', reason: '（演示）雨季停工', after })).status).toBe(200)
    const decision = `${at}/contract-changes/${id}/decision`
    expect((await office.send('POST', decision, { approve: true, reason: '同意' })).status).toBe(403)
    expect((await government.send('POST', decision, { approve: true, reason: ' ' })).status).toBe(400)
    // One person with both hands: the change is on file as proposed by the very one who decides.
    const proposedBy = (username: string) =>
      program.owner.query('update project_history set saved_by = (select id::text from person where username = $1) where record_id = $2', [
        username,
        id,
      ])
    await proposedBy('zhaojue-government')
    expect(await government.send<Problem>('POST', decision, { approve: true, reason: '同意' })).toMatchObject({
      status: 403,
      body: { code: 'own-proposal', details: { clause } },
    })
    await proposedBy('zhaojue-office')
    expect((await government.send('POST', decision, { approve: true, reason: '同意' })).body).toMatchObject({
      contract: { end: '2020-10-31', version: 3 },
    })
    expect(await government.send<Problem>('POST', decision, { approve: true, reason: '同意' })).toMatchObject({
      status: 409,
      body: { code: 'contract-change-decided', details: { clause } },
    })
    const signed = (await office.get<{ contract: Contract }>(`${at}/contracts/${contractId}`)).body.contract
    const costly = { id: newTestId(), kind: 'milestones', reason: '（演示）要多预付', after: { ...signed, advanceBasisPoints: 3_001 } }
    expect((await office.send('POST', path, costly)).status).toBe(200)
    const refused = await government.send<Problem>('POST', `${at}/contract-changes/${costly.id}/decision`, {
      approve: true,
      reason: '同意',
    })
    expect([refused.status, unmet(refused.body.findings)]).toEqual([422, ['advance-within-cap']])
    expect(refused.body.findings?.filter(({ clause: cited }) => !cited.startsWith('notice-2020/'))).toEqual([])
  })

  test('a contractor sees its own contracts, another none of them', async () => {
    const own = (await (await program.as('zhaojue-contractor')).get<{ rows: unknown[] }>('/api/own-contracts')).body.rows
    expect(own.length).toBeGreaterThanOrEqual(2)
    expect((await (await program.as('pingchang-contractor')).get<{ rows: unknown[] }>('/api/own-contracts')).body.rows).toEqual([])
  })
})

describe('plan versions', () => {
  test('a change waits for the province, raises no central money, keeps what is contracted, and is published', async () => {
    const { body } = await office.get<{ versions: PlanVersion[] }>(`${at}/plans?year=2020`)
    const lines = body.versions[0]?.lines ?? []
    const moved = (from: string, to: string, fen: bigint) =>
      lines.map(line => {
        const by = line.id === from ? -fen : line.id === to ? fen : 0n
        return { ...line, money: { ...line.money, centralFen: String(BigInt(line.money.centralFen) + by) } }
      })
    const propose = (changed: PlanVersion['lines'], id = newTestId()) =>
      office.send<PlanVersion>('POST', `${at}/plans`, { id, year: 2020, lines: changed, reason: '（演示）调剂', reasons: {} })
    const decide = (id: string, body: object) => province.send<Problem>('POST', `${at}/plans/${id}/decision`, body)
    const approve = { decision: 'approve', document: '（演示）川商函〔2020〕2号', on: '2020-05-20' }
    const raised = await propose(moved('nothing', 'training-service', 1n))
    expect(unmet((await decide(raised.body.id, approve)).body.findings)).toEqual(['central-total-not-raised'])
    expect((await propose(lines)).status).toBe(409)
    expect((await decide(raised.body.id, { decision: 'return', reason: '不能增加中央资金' })).status).toBe(200)
    const cut = await propose(moved('centre-rooms', 'training-service', 100n))
    expect(unmet((await decide(cut.body.id, approve)).body.findings)).toEqual(['committed-money-kept'])
    await decide(cut.body.id, { decision: 'return', reason: '已签合同' })
    const good = await propose(moved('logistics-service', 'training-service', 100n))
    expect((await government.send('POST', `${at}/plans/${good.body.id}/decision`, approve)).status).toBe(403)
    expect((await decide(good.body.id, approve)).body).toMatchObject({ state: 'approved', version: 4 })
    expect(await propose(moved('logistics-service', 'training-service', 100n).toReversed())).toMatchObject({
      status: 400,
      body: { code: 'plan-not-changed', where: 'lines', details: { clause: 'notice-2020/6.2' } },
    })
    expect((await office.get<{ inForce: number }>(`${at}/plans?year=2020`)).body.inForce).toBe(4)
  })
})

test('procurements go out as OCDS 1.1 releases with the losing bids, valid against the official schema', async () => {
  const answer = await office.get(`${at}/ocds?year=2020`)
  const file = JSON.parse(answer.bytes.toString('utf8')) as { releases: { bids: { details: unknown[] }; tag: string[] }[] }
  expect(file.releases[0]?.bids.details).toHaveLength(3)
  expect(file.releases[0]?.tag).toContain('contract')
  expect(ocdsFaults()(file)).toEqual([])
})

test('labels print as PDF and the code on the paper is read back', async () => {
  const answer = await office.get(`${at}/asset-labels?contract=${demoId('contract （演示）昭商合〔2020〕1号')}`)
  expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/pdf'])
  const { data, side } = await pixelsOf(answer.bytes, firstLabel)
  expect(reader.default(data, side, side)?.data).toBe('jincun:asset:513431-ZC-0001')
})

test('the sign prints with the channel the province published; where it has none it cannot be printed (notice-2020/6.4b)', async () => {
  const sign = await office.get(`${at}/sites/${demoId('zhaojue site centre')}/sign`)
  expect([sign.status, sign.headers['content-type']]).toEqual([200, 'application/pdf'])
  await program.owner.query("update publication set kind = 'withdrawn' where kind = 'tip-off-channel'")
  expect(await office.get<Problem>(`${at}/sites/${demoId('zhaojue site centre')}/sign`)).toMatchObject({
    status: 409,
    body: { code: 'no-tip-off-channel', clause: 'notice-2020/6.4b' },
  })
})

test('stock is taken by whoever stands before the asset; the number finds the card', async () => {
  const { body } = await office.get<{ rows: { card: { id: string } }[] }>(`${at}/assets?number=513431-ZC-0002`)
  const assetId = body.rows[0]?.card.id
  const take = {
    id: newTestId(),
    assetId,
    takenOn: '2020-05-20',
    found: true,
    state: 'in-use',
    longitude: '102.84',
    latitude: '28.01',
    note: '',
    photoFileId: null,
  }
  const accountant = await program.as('accountant')
  for (const _ of [1, 2]) expect((await accountant.send('POST', `${at}/stock-takes`, take)).status).toBe(200)
  expect((await (await program.as('zhaojue-contractor')).send('POST', `${at}/stock-takes`, { ...take, id: newTestId() })).status).toBe(403)
})

test('procurement steps: too short a notice, too few bidders and a wrong winner are refused', async () => {
  const all = await office.get<{ rows: { procurement: Procurement }[] }>(`${at}/procurements?year=2020`)
  const { id: _i, countyCode: _c, version: _v, state: _s, ...model } = all.body.rows[0]?.procurement ?? ({} as Procurement)
  const id = newTestId()
  const draft = {
    ...model,
    bids: [],
    award: null,
    notices: [{ id: 'n', kind: 'tender', title: '公告', publishedOn: '2020-05-01', url: '' }],
    bidsDueOn: '2020-05-10',
    projectId: demoId('zhaojue project training'),
  }
  await office.send('PUT', `${at}/procurements/${id}`, { ...draft, seenVersion: 0 })
  const step = (name: string, content: object, seenVersion: number) =>
    office.send<Problem>('POST', `${at}/procurements/${id}/steps`, { step: name, content: { ...draft, ...content, seenVersion } })
  expect(unmet((await step('publish', {}, 1)).body.findings)).toEqual(['notice-period'])
  expect((await step('publish', { bidsDueOn: '2020-05-11' }, 1)).status).toBe(200)
  const forbidden = { status: 409, body: { code: 'procurement-state-forbids', details: { clause: 'notice-2020/6.3' } } }
  expect(await office.send<Problem>('PUT', `${at}/procurements/${id}`, { ...draft, seenVersion: 2 })).toMatchObject(forbidden)
  expect(await step('award', { bidsDueOn: '2020-05-11' }, 2)).toMatchObject(forbidden)
  const two = { bidsDueOn: '2020-05-11', bids: model.bids.slice(0, 2) }
  expect((await step('open', two, 2)).status).toBe(200)
  const award = { bidId: 'second', awardedOn: '2020-05-12', reason: '', byPreference: true }
  expect(unmet((await step('award', { ...two, award }, 3)).body.findings)).toEqual([
    'award-to-first',
    'enough-bidders',
    'epidemic-supply-preference',
  ])
  const [first, ...rest] = two.bids
  const cheaper = { ...two, bids: [{ ...first, amountFen: '100' }, ...rest], award }
  expect(await step('award', cheaper, 3)).toMatchObject({ status: 400, body: { code: 'procurement-step-changes-more', where: 'bids' } })
  expect(await step('cancel', { ...two, notices: [] }, 3)).toMatchObject({ status: 400, body: { where: 'notices' } })
  expect((await step('cancel', two, 3)).body).toMatchObject({ state: 'cancelled' })
})

test('a project that is finished gets no procurement and no contract, whoever writes past the lists (notice-2020/6.2)', async () => {
  const projectId = demoId('zhaojue project training')
  const all = await office.get<{ rows: { procurement: Procurement }[] }>(`${at}/procurements?year=2020`)
  const { id: _i, countyCode: _c, version: _v, state: _s, ...model } = all.body.rows[0]?.procurement ?? ({} as Procurement)
  const tender = { id: 'n', kind: 'tender', title: '公告', publishedOn: '2020-05-01', url: '' }
  const content = { ...model, projectId, bids: [], award: null, notices: [tender], bidsDueOn: '2020-05-11' }
  const read = await office.get<{ contract: Contract }>(`${at}/contracts/${demoId('contract （演示）昭商合〔2020〕2号')}`)
  const { id: _k, countyCode: _n, version: _w, state: _t, signedOn: _d, party: _p, earlierSchedules: _e, ...paper } = read.body.contract
  const lines = [demoContractLine('one', 'training-service', '教材', 'services-training', '1', '1')]
  const contract = { ...paper, projectId, lines, amountFen: demoFen('1'), number: `（演示）${newTestId()}`, procurementId: null }
  const [procurementId, contractId] = [newTestId(), newTestId()]
  for (const [path, body] of [
    [`procurements/${procurementId}`, content],
    [`contracts/${contractId}`, contract],
  ] as const)
    expect((await office.send('PUT', `${at}/${path}`, { ...body, seenVersion: 0 })).status).toBe(200)
  const step = (name: string) =>
    office.send<Problem>('POST', `${at}/procurements/${procurementId}/steps`, { step: name, content: { ...content, seenVersion: 1 } })
  const { stage } = (await program.owner.query<{ stage: string }>('select stage from project where id = $1', [projectId])).rows[0] ?? {}
  const setStage = (to?: string) => program.owner.query('update project set stage = $2 where id = $1', [projectId, to])
  const refused = { status: 409, body: { code: 'project-finished', details: { clause: 'notice-2020/6.2' } } }
  for (const finished of ['accepted', 'stopped']) {
    await setStage(finished)
    expect(await office.send<Problem>('PUT', `${at}/procurements/${newTestId()}`, { ...content, seenVersion: 0 })).toMatchObject(refused)
    expect(await step('publish')).toMatchObject(refused)
    const other = { ...contract, number: `（演示）${newTestId()}`, seenVersion: 0 }
    expect(await office.send<Problem>('PUT', `${at}/contracts/${newTestId()}`, other)).toMatchObject(refused)
    expect(await office.send<Problem>('POST', `${at}/contracts/${contractId}/signature`, { seenVersion: 1 })).toMatchObject(refused)
  }
  // What was begun can still be ended in order.
  expect((await step('cancel')).body).toMatchObject({ state: 'cancelled' })
  await setStage(stage)
})

test('files of contractors are checked (GB 32100)', async () => {
  const { body } = await office.get<{ rows: { contractor: Contractor }[] }>(`${at}/contractors`)
  const { id: _i, countyCode: _c, version: _v, ...content } = body.rows[0]?.contractor ?? ({} as Partial<Contractor>)
  const wrong = await office.send('PUT', `${at}/contractors/${newTestId()}`, {
    ...content,
    creditCode: '91513400MA6DEM0010',
    seenVersion: 0,
  })
  expect(wrong.status).toBe(400)
})

describe('what pages are written from', () => {
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
  const count = async (): Promise<unknown> =>
    (await program.owner.query('select (select count(*) from plan_version) as plans, (select count(*) from audit_event) as events')).rows[0]

  test('a name is given its likely kinds and what the negative list says; nothing is saved (notice-2020/3.6)', async () => {
    const before = await count()
    const spending = (lineId: string, name: string, category: string) => ({ lineId, name, category, under: '', centralFen: '100' })
    const body = {
      year: 2020,
      spendings: [
        spending('a', '站点电脑', ''),
        spending('b', '站点电脑', 'equipment-station'),
        spending('c', '办公楼装修', 'premises-fit-out'),
        spending('d', '其他费用', 'equipment-station'),
      ],
    }
    type Checked = { rows: { proposed: string[]; verdict: string; because: string; finding: Finding }[] }
    const { body: answer } = await office.send<Checked>('POST', `${at}/spending-checks`, body)
    expect(answer.rows.map(({ verdict, because }) => [verdict, because])).toEqual([
      ['referred', 'no-category'],
      ['passes', 'clear'],
      ['prohibited', 'on-list'],
      ['referred', 'doubtful'],
    ])
    expect(answer.rows[0]?.proposed).toContain('equipment-station')
    expect(answer.rows.map(({ finding }) => finding.clause)).toEqual(Array(4).fill('notice-2020/3.6'))
    expect((await (await program.as('zhaojue-contractor')).send('POST', `${at}/spending-checks`, body)).status).toBe(403)
    expect(await count()).toEqual(before)
  })

  test('a plan is judged before it is proposed; nothing is saved', async () => {
    const { body } = await office.get<{ versions: PlanVersion[] }>(`${at}/plans?year=2020`)
    const before = await count()
    const lines = body.versions.at(-1)?.lines.map(line => ({ ...line, money: { ...line.money, centralFen: `${line.money.centralFen}0` } }))
    const answer = await office.send<Problem>('POST', `${at}/plan-draft-findings`, { year: 2020, lines, reasons: {} })
    expect([answer.status, unmet(answer.body.findings)]).toEqual([200, ['central-total-not-raised']])
    expect(await count()).toEqual(before)
  })

  test('the plan goes out to Excel and comes back the same; a wrong cell is named and nothing taken', async () => {
    const { body } = await office.get<{ versions: PlanVersion[]; inForce: number }>(`${at}/plans?year=2020`)
    const plan = body.versions.find(({ version }) => version === body.inForce)
    const { bytes } = await office.get(`${at}/plans/workbook?year=2020`)
    const back = await office.upload<{ lines: PlanVersion['lines'] }>(`${at}/plan-lines-file?year=2020&fileName=plan.xlsx`, bytes)
    expect([back.status, back.body.lines]).toEqual([200, plan?.lines])
    const file = (rows: string) => Buffer.from(`项目,预算行,支出类别,支持方向,支持方式,中央（万元）,地方（万元）,企业（万元）\n${rows}`)
    const area = '县乡村三级物流共同配送体系'
    const added = await office.upload<{ lines: PlanVersion['lines'] }>(
      `${at}/plan-lines-file?year=2020&fileName=plan.csv`,
      file(`新项目,扫码枪,仓储物流设备,${area},购买服务,1.5,,`),
    )
    expect(added.body.lines).toMatchObject([
      { name: '扫码枪', category: 'equipment-logistics', money: { centralFen: '1500000', localFen: '0' } },
    ])
    expect(plan?.lines.map(({ id }) => id)).not.toContain(added.body.lines[0]?.id)
    const wrong = await office.upload<Problem & { errors: { where: string }[] }>(
      `${at}/plan-lines-file?year=2020&fileName=plan.csv`,
      file(`新项目,扫码枪,宫殿,${area},购买服务,一百,,`),
    )
    expect([wrong.status, wrong.body.code, wrong.body.errors.length]).toEqual([400, 'plan-file-has-faults', 2])
    const twice = `新项目,扫码枪,,${area},购买服务,1,,\n`
    const doubled = await office.upload<Problem>(`${at}/plan-lines-file?year=2020&fileName=plan.csv`, file(twice + twice))
    expect([doubled.status, doubled.body.code]).toEqual([400, 'plan-line-twice'])
  })

  test('a contract is written from projects with the data such sites hand in, and from awarded procurements', async () => {
    type Form = { projects: { id: string; data: { id: string }[] }[]; procurements: { projectId: string; creditCode: string }[] }
    const { body } = await office.get<Form>(`${at}/contract-form?year=2020`)
    const centre = body.projects.find(({ id }) => id === demoId('zhaojue project centre'))
    expect(centre?.data.map(({ id }) => id)).toContain('produce-sales')
    expect(body.procurements[0]).toMatchObject({ projectId: centre?.id, creditCode: '91513431MA6DEMA18G' })
    expect((await province.get(`${at}/contract-form?year=2020`)).status).toBe(403)
  })

  test('counties with a plan are listed to those in whose charge they are', async () => {
    type Counties = { rows: { county: string; name: string; year: number; planVersion: number }[] }
    const seen = async (who: string) => (await (await program.as(who)).get<Counties>('/api/project-counties')).body.rows
    expect(await seen('sichuan-commerce')).toMatchObject([{ county: '513431', name: '昭觉县', year: 2020 }])
    expect(await seen('pingchang-office')).toEqual([])
    // A contract that waits for a ruling counts in the year it is of, not in every year of its county.
    for (const [year, referred] of [
      [2017, 0],
      [2020, 1],
    ] as const)
      await whileContractIs({ state: 'referred', year }, async () => expect(await seen('sichuan-commerce')).toMatchObject([{ referred }]))
  })

  test('who stands before an asset sends the photo too; a photo that was never sent is refused', async () => {
    const assessor = await program.as('accountant')
    const photoFileId = newTestId()
    const take = {
      assetId: demoId('zhaojue asset 2'),
      takenOn: '2020-05-20',
      found: true,
      state: 'in-use',
      longitude: null,
      latitude: null,
      note: '',
      photoFileId,
    }
    const send = () => assessor.send<Problem>('POST', `${at}/stock-takes`, { ...take, id: newTestId() })
    expect(await send()).toMatchObject({ body: { code: 'file-not-on-file' } })
    expect((await assessor.upload(`${at}/stock-photos?id=${photoFileId}&name=photo.png`, png)).status).toBe(200)
    expect((await send()).status).toBe(200)
    const contractor = await program.as('zhaojue-contractor')
    expect((await contractor.upload(`${at}/stock-photos?id=${newTestId()}&name=photo.png`, png)).status).toBe(403)
  })

  test("a contractor's file is tied to its account by the credit code, and papers that end soon ring at home", async () => {
    const { body } = await office.get<{ rows: { contractor: Contractor }[] }>(`${at}/contractors`)
    const { id, countyCode: _county, version, ...file } = body.rows[0]?.contractor ?? ({} as Contractor)
    const ending = { id: 'transport', name: '道路运输许可', number: '', issuer: '', expiresOn: '2020-12-20', fileId: null }
    const saved = await office.send<Contractor>('PUT', `${at}/contractors/${id}`, {
      ...file,
      organisationId: null,
      licences: [...file.licences, ending],
      seenVersion: version,
    })
    expect(saved.body.organisationId).toBe(demoId('zhaojue-contractor'))
    const tasksOn = async (day: string): Promise<string[]> => {
      program.setNow(`${day}T09:00:00+08:00`)
      const home = await office.get<{ tasks: { id: string; clause: string; href: string }[] }>('/api/home')
      return home.body.tasks.filter(task => /^(licence|guarantee)-/.test(task.id)).map(task => `${task.id.split('-')[0]} ${task.clause}`)
    }
    expect(await tasksOn('2020-11-19')).toEqual([])
    expect(await tasksOn('2020-11-20')).toEqual(['licence notice-2020/6.3'])
    expect(new Set(await tasksOn('2020-12-01'))).toEqual(new Set(['licence notice-2020/6.3', 'guarantee notice-2020/6.3']))
    // Papers of a contract of 2017 cite the notice of 2017, which numbers supervision otherwise.
    await whileContractIs({ state: 'signed', year: 2017 }, async () =>
      expect(await tasksOn('2020-12-01')).toContain('guarantee notice-2017/6.3a'),
    )
  })
})
