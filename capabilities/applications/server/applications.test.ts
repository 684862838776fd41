import { canonicalJson } from '@jincun/kernel'
import { sha256Hex } from '@jincun/proof'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { demoInstant } from '../../../test/support/constants.ts'
import { startTestProgram } from '../../../test/support/program.ts'
import type { Client, TestProgram } from '../../../test/support/program.ts'
import { addressOf, freshId } from '../testing/requests.ts'
import type { Problem, View } from '../testing/requests.ts'

let program: TestProgram
let zhaojue: Client
let office: Client
let pingchang: Client
let sichuan: Client
let guizhou: Client
let centre: Client

beforeAll(async () => {
  program = await startTestProgram()
  zhaojue = await program.as('zhaojue-government')
  office = await program.as('zhaojue-office')
  pingchang = await program.as('pingchang-government')
  sichuan = await program.as('sichuan-commerce')
  guizhou = await program.as('guizhou-commerce')
  centre = await program.as('centre')
})
afterAll(() => program.close())
beforeEach(() => program.setNow(demoInstant.toISOString()))

const draft = addressOf('513431')
const view = async (client: Client, address: string) => (await client.get<View>(address)).body
const versionOf = async (address: string) => (await view(zhaojue, address)).application.version
const save = (client: Client, address: string, version: number, edits: object, id = freshId()) =>
  client.send<{ version: number } & Problem>('POST', `${address}/saves`, { id, version, edits })

/** Mends the demonstration draft of 昭觉: its goal without a target, its doubtful line, its texts. */
async function complete(): Promise<number> {
  const { application } = await view(zhaojue, draft)
  const { goals, projects } = application.content.plan
  const [first] = projects
  if (!first) throw new Error('the draft has projects')
  const texts = ['approach', 'organisation', 'supervision', 'state-of-work'].map(id => [`text:${id}`, '（演示）'.repeat(60)])
  const edits = {
    ...Object.fromEntries(texts),
    goals: goals.map(goal => ({ ...goal, target: goal.target ?? '25' })),
    [`project:${first.id}`]: { ...first, lines: first.lines.filter(line => line.name !== '其他费用') },
  }
  return (await save(zhaojue, draft, application.version, edits)).body.version
}

const idUsed = { status: 409, body: { code: 'id-used-for-another-order' } }

test('a county opens its application once; it is filled in beforehand from places and lists', async () => {
  const id = freshId()
  const rongjiang = await program.as('rongjiang-government')
  const taken = await rongjiang.send<Problem>('POST', '/api/applications', { id, countyCode: '522632', year: 2020, type: 'first' })
  expect(taken).toMatchObject({ status: 409, body: { code: 'county-has-an-application' } })
  await rongjiang.send('POST', `${addressOf('522632')}/withdrawal`, { id: freshId(), reason: '重新申报' })
  const opened = await rongjiang.send<View>('POST', '/api/applications', { id, countyCode: '522632', year: 2020, type: 'repeat' })
  expect(opened).toMatchObject({ status: 200, body: { application: { state: 'draft', version: 1, content: { type: 'repeat' } } } })
  expect(opened.body.facts.find(fact => fact.id === 'delist-year')).toMatchObject({ value: '2020' })
  expect(opened.body.facts.find(fact => fact.id === 'old-base-county')).toMatchObject({ value: null })
  const again = await rongjiang.send<View>('POST', '/api/applications', { id, countyCode: '522632', year: 2020, type: 'repeat' })
  expect(again).toMatchObject({ status: 200, body: { application: { id, version: 1 } } })
  const other = await rongjiang.send<Problem>('POST', '/api/applications', { id, countyCode: '522632', year: 2020, type: 'first' })
  expect(other).toMatchObject(idUsed)
})

test('the programme office writes, the government submits, and every step is refused to the other', async () => {
  const { application, actions } = await view(office, draft)
  expect(actions).toEqual(['save', 'attach'])
  expect((await view(zhaojue, draft)).actions).toEqual(['save', 'attach', 'submit', 'withdraw'])
  expect((await view(sichuan, draft)).actions).toEqual(['rule', 'confirm'])
  const body = { id: freshId(), version: application.version }
  expect(await office.send('POST', `${draft}/submission`, body)).toMatchObject({ status: 403, body: { code: 'not-permitted' } })
  expect(await sichuan.send('POST', `${draft}/submission`, body)).toMatchObject({ status: 403 })
  expect(await save(sichuan, draft, application.version, { 'text:approach': '省里代写' })).toMatchObject({ status: 403 })
})

test.each<[string, () => Client]>([
  ['a neighbour county', () => pingchang],
  ['another province', () => guizhou],
  ['the public', () => program.anyone],
])('%s sees and changes nothing', async (_name, who) => {
  const answers = [
    await who().get(draft),
    await save(who(), draft, 1, { goals: [] }),
    await who().send('POST', `${draft}/submission`, { id: freshId(), version: 1 }),
    await who().send('POST', `${draft}/return`, { id: freshId(), reason: '越权操作' }),
    await who().send('POST', `${draft}/rulings`, { id: freshId(), reason: '越权操作', lineId: 'a', lineName: 'a', decision: 'permitted' }),
    await who().get(`${draft}/document`),
  ]
  expect(answers.map(answer => answer.status).every(status => status === 401 || status === 403)).toBe(true)
})

test('a forged jurisdiction finds nothing: the county in the address is the county of the record', async () => {
  const forged = draft.replace('/513431/', '/511923/')
  expect(await pingchang.get(forged)).toMatchObject({ status: 404, body: { code: 'application-not-found' } })
  expect(await save(pingchang, forged, 1, { goals: [] })).toMatchObject({ status: 404 })
  const opened = await pingchang.send('POST', '/api/applications', { id: freshId(), countyCode: '513431', year: 2020, type: 'first' })
  expect(opened).toMatchObject({ status: 403 })
})

test('two authors in different sections both get through; in the same one the later sees what changed', async () => {
  const seen = await versionOf(draft)
  const one = await save(zhaojue, draft, seen, { 'text:approach': '政府写的思路' })
  const two = await save(office, draft, seen, { 'text:organisation': '项目办写的保障' })
  expect([one.body.version, two.body.version]).toEqual([seen + 1, seen + 2])
  const three = await save(office, draft, seen, { 'text:approach': '项目办写的思路', 'text:organisation': '项目办写的保障' })
  expect(three).toMatchObject({
    status: 409,
    body: { code: 'application-changed-meanwhile', details: { difference: [{ before: '政府写的思路', after: '项目办写的思路' }] } },
  })
  expect((await view(zhaojue, draft)).application).toMatchObject({
    version: seen + 2,
    content: { plan: { sections: { approach: '政府写的思路' } } },
  })
})

test('a save sent twice is one version; under the same id nothing else is taken', async () => {
  const seen = await versionOf(draft)
  const id = freshId()
  expect((await save(zhaojue, draft, seen, { 'text:approach': '一次' }, id)).body.version).toBe(seen + 1)
  expect((await save(zhaojue, draft, seen, { 'text:approach': '一次' }, id)).body.version).toBe(seen + 1)
  for (const other of [
    save(zhaojue, draft, seen, { 'text:approach': '另一次' }, id),
    save(zhaojue, draft, seen + 1, { 'text:approach': '一次' }, id),
  ])
    expect(await other).toMatchObject(idUsed)
  expect(await versionOf(draft)).toBe(seen + 1)
})

test('sixteen authors at once: every save gets through or is told, and the versions fold to the content', async () => {
  const seen = await versionOf(draft)
  const texts = ['approach', 'organisation', 'supervision', 'state-of-work']
  const answers = await Promise.all(
    Array.from({ length: 16 }, (_, n) => save(n % 2 ? office : zhaojue, draft, seen, { [`text:${texts[n % 4]}`]: `第 ${n} 位` })),
  )
  expect(answers.every(answer => answer.status === 200 || answer.status === 409)).toBe(true)
  expect(answers.filter(answer => answer.status === 200)).toHaveLength(4)
  expect(await versionOf(draft)).toBe(seen + 4)
  const { body } = await zhaojue.get<{ difference: { after: string }[] }>(`${draft}/difference?from=1&to=${seen + 4}`)
  const { sections } = (await view(zhaojue, draft)).application.content.plan
  for (const text of texts) expect(body.difference.map(each => each.after)).toContain(sections[text])
})

test.each<[string, object, string]>([
  ['a negative amount', { goals: 'none' }, 'goals'],
  ['an unknown section', { secret: 1 }, 'secret'],
  ['a number where text is asked', { 'text:approach': 5 }, 'text:approach'],
])('a malformed save changes nothing: %s', async (_name, edits, where) => {
  const seen = await versionOf(draft)
  expect(await save(zhaojue, draft, seen, edits)).toMatchObject({ status: 400, body: { code: 'section-invalid', where } })
  expect(await versionOf(draft)).toBe(seen)
})

test('an application that the rules stop answers with all findings and stays a draft', async () => {
  const rongjiang = await program.as('zhaojue-government')
  const { application } = await view(rongjiang, draft)
  const answer = await rongjiang.send<Problem>('POST', `${draft}/submission`, { id: freshId(), version: application.version })
  expect(answer).toMatchObject({ status: 422, body: { code: 'application-not-submittable' } })
  expect(answer.body.findings?.map(finding => finding.code)).toContain('goals-quantified')
  expect((await view(rongjiang, draft)).application.state).toBe('draft')
})

test('a signer who has not seen the latest file or ruling cannot submit', async () => {
  const seen = (await view(pingchang, addressOf('511923'))).application.version
  await sichuan.send('POST', `${addressOf('511923')}/return`, { id: freshId(), reason: '请补一份证明' })
  const colleague = await program.as('pingchang-office')
  await colleague.upload(`${addressOf('511923')}/attachments?id=${freshId()}&name=b.pdf`, Buffer.from('%PDF-1.4 demo'))
  const blind = await pingchang.send<Problem>('POST', `${addressOf('511923')}/submission`, { id: freshId(), version: seen })
  expect(blind).toMatchObject({ status: 409, body: { code: 'application-changed-meanwhile', details: { version: seen + 1 } } })
  const { versions } = (await pingchang.get<{ versions: { via: string; sections: string[] }[] }>(`${addressOf('511923')}/versions`)).body
  expect(versions.at(-1)).toMatchObject({ via: 'attachment', sections: [] })
  expect((await save(pingchang, addressOf('511923'), seen, { 'text:approach': '（演示）'.repeat(60) })).status).toBe(200)
  expect((await pingchang.send('POST', `${addressOf('511923')}/submission`, { id: freshId(), version: seen + 2 })).status).toBe(200)
})

test('a doubtful line: the province rules, the ruling is public, and the same ruling twice is one', async () => {
  const { lines } = (
    await sichuan.get<{ lines: { applicationId: string; lineId: string; lineName: string; words: { word: string }[] }[] }>(
      '/api/applications/doubtful-lines?year=2020',
    )
  ).body
  expect(lines).toMatchObject([{ countyCode: '513431', words: [{ word: '其他' }] }])
  const { lineId, lineName } = lines[0] ?? { lineId: '', lineName: '' }
  const body = { id: freshId(), lineId, lineName, decision: 'permitted', reason: '用于村级物流信息员培训' }
  expect(await centre.send('POST', `${draft}/rulings`, body)).toMatchObject({ status: 403 })
  expect(await sichuan.send('POST', `${draft}/rulings`, { ...body, reason: ' ' })).toMatchObject({
    status: 400,
    body: { code: 'reason-needed' },
  })
  const ruled = await sichuan.send<View>('POST', `${draft}/rulings`, body)
  expect(ruled).toMatchObject({
    status: 200,
    body: { application: { rulings: [{ decision: 'permitted', ruledBy: { office: '（演示）四川省商务厅' } }] } },
  })
  expect(ruled.body.findings.find(finding => finding.code === 'negative-list')).toMatchObject({ status: 'met' })
  expect((await sichuan.send<View>('POST', `${draft}/rulings`, body)).body.application.rulings).toHaveLength(1)
  for (const other of [{ decision: 'prohibited' }, { reason: '另一个理由' }, { lineName: '别的行' }])
    expect(await sichuan.send('POST', `${draft}/rulings`, { ...body, ...other })).toMatchObject(idUsed)
  const published = await program.owner.query("select content from publication where kind = 'line-ruling'")
  expect(published.rows).toHaveLength(1)
  expect(published.rows[0].content).toContain('四川省商务经办')
  expect((await sichuan.get<{ lines: unknown[] }>('/api/applications/doubtful-lines?year=2020')).body.lines).toEqual([])
})

test('the whole way: submit, return with reason, amend, submit again, accept; each frozen under its own hash', async () => {
  const version = await complete()
  const id = freshId()
  const stale = await zhaojue.send<Problem>('POST', `${draft}/submission`, { id: freshId(), version: version - 1 })
  expect(stale).toMatchObject({ status: 409, body: { code: 'application-changed-meanwhile', details: { version } } })
  const submitted = await zhaojue.send<View>('POST', `${draft}/submission`, { id, version })
  expect(submitted).toMatchObject({ status: 200, body: { application: { state: 'submitted' } } })
  expect((await zhaojue.send<View>('POST', `${draft}/submission`, { id, version })).body.submissions).toHaveLength(1)
  expect(await zhaojue.send('POST', `${draft}/submission`, { id, version: version - 1 })).toMatchObject(idUsed)
  expect(await zhaojue.send('POST', `${draft}/withdrawal`, { id, reason: '改为撤回' })).toMatchObject(idUsed)
  expect(await save(zhaojue, draft, version, { 'text:approach': '事后改' })).toMatchObject({
    status: 409,
    body: { code: 'application-state-forbids-action' },
  })
  const frozen = (await sichuan.get<{ hash: string; text: string; submission: object }>(`${draft}/submissions/${id}`)).body
  expect(sha256Hex(frozen.text)).toBe(frozen.hash)
  expect(canonicalJson(frozen.submission as never)).toBe(frozen.text)
  expect(frozen.submission).toMatchObject({ policyYear: 2020, version, countyName: '昭觉县' })
  const returned = await sichuan.send<View>('POST', `${draft}/return`, { id: freshId(), reason: '请补充物流现状' })
  expect(returned).toMatchObject({ status: 200, body: { application: { state: 'returned' } } })
  const amended = await save(office, draft, version, { 'text:state-of-work': '补'.repeat(260) })
  const second = await zhaojue.send<View>('POST', `${draft}/submission`, { id: freshId(), version: amended.body.version })
  expect(new Set(second.body.submissions.map(each => each.hash)).size).toBe(2)
  const accepted = await sichuan.send<View>('POST', `${draft}/acceptance`, { id: freshId() })
  expect(accepted.body.application.state).toBe('accepted-for-review')
  expect(accepted.body.entries.filter(entry => entry.action !== 'rule').map(entry => entry.action)).toEqual([
    'submit',
    'return',
    'submit',
    'accept',
  ])
  expect((await sichuan.get<{ text: string }>(`${draft}/submissions/${id}`)).body.text).toBe(frozen.text)
  const log = await program.owner.query(
    "select count(*)::int as n from audit_event where record_kind = 'application' and county_code = '513431'",
  )
  expect(log.rows[0].n).toBeGreaterThan(8)
})

const late = addressOf('513227')

test('23:59:59 is in time, 00:00:00 is forfeited, and only the centre reopens', async () => {
  const xiaojin = await program.as('sichuan-commerce')
  program.setNow('2020-05-29T23:59:59+08:00')
  expect((await view(xiaojin, late)).application.state).toBe('draft')
  program.setNow('2020-05-30T00:00:00+08:00')
  expect((await view(xiaojin, late)).application.state).toBe('forfeited')
  const list = (await xiaojin.get<{ total: number }>('/api/applications?year=2020&state=forfeited')).body
  expect(list.total).toBe(2) // 小金 and 金阳; nobody wrote anything
  const until = '2020-06-05T18:00:00+08:00'
  const body = { id: freshId(), reason: '系统故障，经三部门同意', until }
  expect(await sichuan.send('POST', `${late}/reopening`, body)).toMatchObject({ status: 403 })
  expect(await centre.send('POST', `${late}/reopening`, { ...body, until: '2020-05-29T00:00:00+08:00' })).toMatchObject({
    status: 400,
    body: { code: 'extension-not-in-future' },
  })
  const reopened = await centre.send<View>('POST', `${late}/reopening`, body)
  expect(reopened).toMatchObject({ status: 200, body: { application: { state: 'draft', extendedTo: '2020-06-05T10:00:00.000Z' } } })
  expect(reopened.body.entries.map(entry => `${entry.action} ${entry.at}`)).toEqual([
    'forfeit 2020-05-29T16:00:00.000Z',
    'reopen 2020-05-29T16:00:00.000Z',
  ])
  expect((await centre.send<View>('POST', `${late}/reopening`, body)).body.entries).toHaveLength(2)
  for (const other of [{ until: '2020-06-06T18:00:00+08:00' }, { reason: '另一个理由' }])
    expect(await centre.send('POST', `${late}/reopening`, { ...body, ...other })).toMatchObject(idUsed)
  expect((await xiaojin.get<{ total: number }>('/api/applications?year=2020&state=forfeited')).body.total).toBe(1)
  const [published] = (await program.owner.query("select county_code, clause, content from publication where kind = 'reopening'")).rows
  expect(published).toMatchObject({ county_code: '513227', clause: 'notice-2020/5.3', content: expect.stringContaining('系统故障') })
})

test('late: a save, an attachment, a submission and a new application are refused with the clause', async () => {
  program.setNow('2020-05-30T00:00:00+08:00')
  const tanchang = await program.as('tanchang-government')
  const address = addressOf('621223')
  const seen = (await view(tanchang, address)).application.version
  const expected = { status: 409, body: { code: 'deadline-passed', details: { clause: 'notice-2020/5.3' } } }
  expect(await save(tanchang, address, seen, { 'text:approach': '晚了' })).toMatchObject(expected)
  expect(await tanchang.send('POST', `${address}/submission`, { id: freshId(), version: seen })).toMatchObject(expected)
  expect(await tanchang.upload(`${address}/attachments?id=${freshId()}&name=a.pdf`, Buffer.from('%PDF-1.4'))).toMatchObject(expected)
  await tanchang.send('POST', `${address}/withdrawal`, { id: freshId(), reason: '撤回重报' })
  expect((await view(tanchang, address)).application.state).toBe('forfeited')
})

test('returning after the deadline would take the application away, so it is refused; accepting is not', async () => {
  program.setNow('2020-05-31T09:00:00+08:00')
  const address = addressOf('511923')
  expect(await sichuan.send('POST', `${address}/return`, { id: freshId(), reason: '请补充材料' })).toMatchObject({
    status: 409,
    body: { code: 'deadline-passed' },
  })
  expect(await sichuan.send('POST', `${address}/acceptance`, { id: freshId() })).toMatchObject({ status: 200 })
})

test('the centre confirms an incentive county that the published list leaves open', async () => {
  const liShi = addressOf('621223')
  const tanchang = await program.as('tanchang-government')
  const { application } = await view(tanchang, liShi)
  await save(tanchang, liShi, application.version, { type: 'directDesignation' })
  const body = { id: freshId(), reason: '国办督查激励名单在列', holds: true }
  expect(await (await program.as('gansu-commerce')).send('POST', `${liShi}/incentive-confirmations`, body)).toMatchObject({ status: 403 })
  const confirmed = await centre.send<View>('POST', `${liShi}/incentive-confirmations`, body)
  expect(confirmed.body.findings.find(finding => finding.code === 'incentive-need-not-apply')).toMatchObject({
    status: 'met',
    rows: [{}, { kind: 'fact-confirmation' }],
  })
  expect((await centre.send('POST', `${liShi}/incentive-confirmations`, body)).status).toBe(200)
  expect(await centre.send('POST', `${liShi}/incentive-confirmations`, { ...body, holds: false })).toMatchObject(idUsed)
  expect((await program.owner.query("select from publication where kind = 'fact-confirmation'")).rowCount).toBe(1)
})

test('the application role cannot rewrite what is append-only', async () => {
  for (const table of [
    'application_version',
    'application_entry',
    'application_submission',
    'application_ruling',
    'application_confirmation',
    'application_import',
  ]) {
    const rights = await program.owner.query(
      "select privilege_type as right from information_schema.role_table_grants where grantee = 'jincun_app' and table_name = $1",
      [table],
    )
    expect(rights.rows.map(row => row.right).sort()).toEqual(['INSERT', 'SELECT'])
  }
})
