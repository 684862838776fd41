import type { Database } from '@jincun/db'
import { accept, addDays } from '@jincun/kernel'
import { loadPolicy } from '@jincun/policy/load'
import { transactionColumns } from '@jincun/reporting'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startMinistryServer } from '../../../test/support/ministry-server/server.ts'
import type { MinistryServer } from '../../../test/support/ministry-server/server.ts'
import { startTestProgram } from '../../../test/support/program.ts'
import type { Client, TestProgram } from '../../../test/support/program.ts'
import { commands } from './commands.ts'
import { queueDueDays } from './queue-days.ts'
import { sendOutbox } from './send-outbox.ts'

type Message = {
  id: string
  version: number
  state: string
  receipt: string
  sha256: string
  lastOutcome: string | null
  attempts: { outcome: string; answer: string | null }[]
}
type Day = {
  standing: { state: string; message: Message | null }
  faults: { code: string; where: string }[]
  differences: { item: string; before: string; after: string }[]
  messages: Message[]
}
type Days = {
  rows: { day: string; state: string; onTime: boolean | null; message: (Omit<Message, 'attempts'> & { attempts: number }) | null }[]
  summary: { due: number; accepted: number; open: string[] }
}
type Round = { queued: string[]; sent: { day: string; version: number; outcome: string; receipt: string }[]; stoppedBy: string | null }
type Problem = { code: string }

const county = '511923'
const base = `/api/ministry/${county}`
const policy = loadPolicy()
let program: TestProgram
let ministry: MinistryServer
let database: Database
let office: Client
let administrator: Client
let firm: Client
let clock = new Date('2020-05-20T09:00:00+08:00')
let number = 0

const uuid = (): string => `0197b000-0000-7000-8000-${String(++number).padStart(12, '0')}`
const setNow = (instant: string | Date): void => {
  clock = new Date(instant)
  program.setNow(clock.toISOString())
}
const scope = { personId: null, realm: 'demo', jurisdictions: ['*'] }
/** What the timer does: make what is due, send what waits. */
async function tick(timeoutSeconds = 30): Promise<Round> {
  const patient = {
    ...policy,
    ministrySystems: new Map([...policy.ministrySystems].map(([id, system]) => [id, { ...system, timeoutSeconds }])),
  }
  const work = { policy: patient, now: clock, newId: uuid, realm: 'demo', personId: null }
  const queued = await database.transaction(scope, 'write', tx => queueDueDays(tx, county, work))
  const round = await sendOutbox({ database, scope, policy: patient, now: () => clock }, county)
  if (!round.ok) throw new Error(round.reason.code)
  return { queued, ...round.value }
}
const send = async () => (await office.send<Round>('POST', `${base}/sending`)).body
const day = async (date: string) => (await office.get<Day>(`${base}/days/${date}`)).body
const days = async (query = '?from=2020-04-15') => (await office.get<Days>(`${base}/days${query}`)).body
const make = (date: string, seenVersion: number, reason = '') =>
  office.send<Problem>('POST', `${base}/days/${date}/message`, { id: uuid(), seenVersion, reason })

/** The contractor reports one order; a correction names it again. */
async function report(order: string, date: string, amount: string, more: { station?: string; correction?: boolean } = {}): Promise<void> {
  const evening = new Date(`${date}T20:00:00+08:00`)
  if (clock < evening) setNow(evening)
  const cells = [
    order,
    `${date} 14:03:21`,
    '',
    'up',
    '27',
    '1',
    amount,
    county,
    '310115',
    'station',
    more.station ?? `${county}0001`,
    '',
    '',
    '',
  ]
  const query = `key=ministry-${++number}&wait=20${more.correction ? '&kind=correction&reason=x' : ''}`
  const payload = `${transactionColumns.join(',')}\n${cells.join(',')}\n`
  const url = `/api/reporting/${county}/transactions?${query}`
  const answer = await firm.ask<{ accepted: number }>({ method: 'POST', url, payload, headers: { 'content-type': 'text/csv' } })
  expect(answer.body).toMatchObject({ accepted: 1 })
}

beforeAll(async () => {
  program = await startTestProgram({ now: clock.toISOString() })
  ministry = await startMinistryServer()
  database = program.program.database
  ;[office, administrator, firm] = await Promise.all([
    program.as('pingchang-office'),
    program.as('administrator'),
    program.as('pingchang-contractor'),
  ])
})
afterAll(async () => {
  await ministry.stop()
  await program.close()
})

test('no address is shipped; the administrator sets it, and figures of a demonstration stay on this machine', async () => {
  expect(await office.send<Problem>('POST', `${base}/sending`)).toMatchObject({ status: 409, body: { code: 'no-endpoint' } })
  expect((await office.send('PUT', `${base}/endpoint`, { address: ministry.address, seenVersion: 0 })).status).toBe(403)
  const set = (address: string, seenVersion: number) => administrator.send<Problem>('PUT', `${base}/endpoint`, { address, seenVersion })
  expect((await set('ftp://127.0.0.1/', 0)).status).toBe(400)
  expect((await set('http://203.0.113.7:8040/services', 0)).status).toBe(200)
  expect(await office.send<Problem>('POST', `${base}/sending`)).toMatchObject({ status: 409, body: { code: 'demo-endpoint-not-local' } })
  expect((await set(ministry.address, 0)).body.code).toBe('record-version')
  expect((await set(ministry.address, 1)).status).toBe(200)
  expect(ministry.requests).toEqual([])
})

test('the ministry is down for a day: nothing is shown as done, and then everything arrives once, in order, nothing doubled', async () => {
  await ministry.stop()
  const first = await tick()
  expect(first.queued.length).toBeGreaterThan(5)
  expect(first.stoppedBy).toMatch(/^no-connection/)
  const before = await days()
  expect(before.summary.accepted).toBe(0)
  const [earliest, ...later] = first.queued
  for (let minute = 30; minute <= 24 * 60; minute += 30) {
    setNow(new Date(Date.parse('2020-05-20T09:00:00+08:00') + minute * 60_000))
    await tick()
  }
  const down = await days()
  const attempts = new Map(down.rows.map(({ day: date, message }) => [date, message?.attempts ?? 0]))
  expect(attempts.get(earliest ?? '')).toBeGreaterThan(6)
  expect(attempts.get(earliest ?? '')).toBeLessThan(14)
  expect(later.map(date => attempts.get(date))).toEqual(later.map(() => 0))
  await report('DOWN-1', '2020-05-20', '88.80')
  expect(down.rows.filter(({ state }) => state === 'accepted')).toEqual([])
  await ministry.start()
  setNow('2020-05-21T21:00:00+08:00')
  const after = await tick()
  expect(after).toMatchObject({ queued: ['2020-05-20'], stoppedBy: null })
  const expected = [...first.queued, '2020-05-20']
  expect(ministry.kept.map(({ rptDate, repeats }) => [rptDate, repeats])).toEqual(expected.map(date => [date, 0]))
  const { rows, summary } = await days()
  expect(summary).toMatchObject({ due: expected.length, accepted: expected.length, open: [] })
  const receipts = new Map(rows.map(({ day: date, message }) => [date, message?.receipt]))
  expect(ministry.kept.map(({ receipt }) => receipt)).toEqual(expected.map(date => receipts.get(date)))
  expect((await tick()).sent).toEqual([])
  expect(rows.find(row => row.day === '2020-05-20')?.onTime).toBe(true)
})

test('what arrives is what the rows say: the bytes by their hash, the raw answer and the receipt are kept', async () => {
  const kept = ministry.kept.at(-1)
  expect(kept).toMatchObject({
    userId: '5119230030',
    rptDate: '2020-05-20',
    stations: [{ code: '51192300300001', countyType: '1', buyOrder: '0', saleOrder: '1', commodities: [{ commId: '27', money: '88.80' }] }],
  })
  const { messages } = await day('2020-05-20')
  expect(messages[0]?.attempts.at(-1)).toMatchObject({ outcome: 'accepted', answer: expect.stringContaining('states') })
  const id = messages[0]?.id ?? ''
  expect((await office.get(`${base}/messages/${id}/xml`)).bytes.toString()).toBe(kept?.xml)
  expect((await office.get(`${base}/messages/${id}/attempts/1/answer`)).bytes.toString()).toContain(kept?.receipt)
  const stranger = await program.as('zhaojue-office')
  expect((await stranger.get(`${base}/messages/${id}/xml`)).status).toBe(403)
})

test('a line cut after the report was kept: the same bytes go again, and it is there once', async () => {
  await report('CUT-1', '2020-05-21', '10.00')
  setNow('2020-05-22T21:00:00+08:00')
  ministry.behave({ kind: 'cut-after' })
  expect(await tick()).toMatchObject({ sent: [{ day: '2020-05-21', outcome: 'cut' }] })
  expect((await day('2020-05-21')).standing.state).toBe('retrying')
  ministry.behave({ kind: 'accept' })
  expect((await tick()).sent).toEqual([])
  expect(await send()).toMatchObject({ sent: [{ day: '2020-05-21', outcome: 'accepted' }] })
  expect(ministry.kept.filter(({ rptDate }) => rptDate === '2020-05-21')).toMatchObject([{ repeats: 1 }])
})

test.each<[string, Parameters<MinistryServer['behave']>[0], string]>([
  ['a line cut before', { kind: 'cut-before' }, 'cut'],
  ['busy', { kind: 'busy' }, 'unclear'],
  ['a fault of the server', { kind: 'fault', code: 'Server' }, 'unclear'],
  ['an empty answer', { kind: 'say', status: 200, body: '' }, 'unclear'],
  ['a web page', { kind: 'say', status: 200, body: '<html>系统维护中</html>' }, 'unclear'],
  ['an answer sent elsewhere', { kind: 'say', status: 302, body: 'moved' }, 'unclear'],
  ['an answer that does not come in time', { kind: 'delay', milliseconds: 5_000 }, 'timeout'],
])('%s is no success: it waits and goes again', async (_what, behaviour, outcome) => {
  const date = '2020-05-22'
  if ((await day(date)).messages.length === 0) {
    await report('TRIES-1', date, '20.00')
    setNow('2020-05-23T21:00:00+08:00')
  }
  setNow(new Date(clock.getTime() + 5 * 3_600_000))
  ministry.behave(behaviour)
  expect((await tick(1)).sent).toMatchObject([{ day: date, outcome }])
  const { standing, messages } = await day(date)
  expect(standing).toMatchObject({ state: 'retrying', message: { receipt: '', lastOutcome: outcome } })
  expect(messages[0]?.attempts.at(-1)).toMatchObject({ outcome })
  ministry.behave({ kind: 'accept' })
})

test('after all these it arrives, once', async () => {
  expect(await send()).toMatchObject({ sent: [{ day: '2020-05-22', outcome: 'accepted' }] })
  expect(ministry.kept.filter(({ rptDate }) => rptDate === '2020-05-22').length).toBe(1)
})

test('a refusal is shown with its reason, does not hold up the next day, and is mended by a correction with a reason', async () => {
  await report('NO-1', '2020-05-25', '30.00')
  setNow('2020-05-26T21:00:00+08:00')
  ministry.behave({ kind: 'refuse', message: '站点编码不存在' })
  expect((await tick()).sent).toMatchObject([{ day: '2020-05-25', outcome: 'refused' }])
  expect((await day('2020-05-25')).standing).toMatchObject({ state: 'refused', message: { answerMessage: '站点编码不存在' } })
  const { tasks } = (await office.get<{ tasks: { id: string }[] }>('/api/home')).body
  expect(tasks.map(({ id }) => id)).toContain(`ministry-unanswered-${county}`)
  ministry.behave({ kind: 'accept' })
  await report('NO-2', '2020-05-26', '31.00')
  setNow('2020-05-27T21:00:00+08:00')
  expect((await tick()).sent).toMatchObject([{ day: '2020-05-26', outcome: 'accepted' }])
  expect((await make('2020-05-25', 1)).body.code).toBe('nothing-changed')
  const station = { code: '51192300309999', name: '（演示）新编码站', kind: 'county', seenVersion: 1 }
  expect((await office.send('PUT', `${base}/stations/${county}0001`, station)).status).toBe(200)
  expect((await make('2020-05-25', 1)).body.code).toBe('reason-needed')
  expect((await make('2020-05-25', 0, '改编码')).body.code).toBe('message-version')
  expect((await make('2020-05-25', 1, '按部里登记改站点编码')).status).toBe(200)
  expect((await send()).sent).toMatchObject([{ day: '2020-05-25', version: 2, outcome: 'accepted' }])
  expect((await day('2020-05-25')).messages.map(({ version, state }) => [version, state])).toEqual([
    [1, 'refused'],
    [2, 'accepted'],
  ])
  const back = { code: '51192300300001', name: '（演示）县电商公共服务中心', kind: 'county', seenVersion: 2 }
  expect((await office.send('PUT', `${base}/stations/${county}0001`, back)).status).toBe(200)
})

test('a day whose rows change after it was accepted says so with the difference; both versions stay', async () => {
  await report('NO-2', '2020-05-26', '31.50', { correction: true })
  const changed = await day('2020-05-26')
  expect(changed.standing.state).toBe('changed')
  expect(changed.differences).toMatchObject([{ item: 'commId 27', before: '31.00', after: '31.50' }])
  expect((await tick()).sent).toEqual([])
  expect((await make('2020-05-26', 1, '承办单位更正金额')).status).toBe(200)
  expect((await send()).sent).toMatchObject([{ day: '2020-05-26', version: 2, outcome: 'accepted' }])
  expect((await day('2020-05-26')).messages).toMatchObject([
    { version: 1, state: 'accepted' },
    { version: 2, state: 'accepted', reason: '承办单位更正金额', differences: [{ before: '31.00', after: '31.50' }] },
  ])
})

test('a day that changes before it was ever sent is made anew; a station nobody registered holds its day back', async () => {
  await report('NEW-1', '2020-05-27', '1.00')
  setNow('2020-05-28T21:00:00+08:00')
  const work = { policy, now: clock, newId: uuid, realm: 'demo', personId: null }
  const queue = () => database.transaction(scope, 'write', tx => queueDueDays(tx, county, work))
  expect(await queue()).toEqual(['2020-05-27'])
  await report('NEW-2', '2020-05-27', '2.00')
  expect(await queue()).toEqual(['2020-05-27'])
  expect((await day('2020-05-27')).messages.map(({ state }) => state)).toEqual(['replaced', 'waiting'])
  await report('NEW-3', '2020-05-28', '3.00', { station: `${county}0077` })
  setNow('2020-05-29T21:00:00+08:00')
  expect(await tick()).toMatchObject({ queued: [], sent: [{ day: '2020-05-27', version: 2, outcome: 'accepted' }] })
  const held = await day('2020-05-28')
  expect([held.standing.state, held.faults]).toMatchObject(['blocked', [{ code: 'station-not-registered', where: `${county}0077` }]])
  expect((await make('2020-05-28', 0)).body.code).toBe('report-not-buildable')
  expect((await days(`?from=${addDays('2020-05-28', -1)}&to=2020-05-28`)).summary).toEqual({
    due: 2,
    accepted: 1,
    onTime: 0,
    open: ['2020-05-28'],
  })
})

test('two senders at once send each day once; the database lets nobody write success without an answer', async () => {
  await office.send('PUT', `${base}/stations/${county}0077`, {
    code: '',
    name: '',
    kind: 'village',
    leftOutBecause: '（测试）未纳入',
    seenVersion: 0,
  })
  for (const date of ['2020-05-29', '2020-05-30', '2020-05-31']) await report(`TWO-${date}`, date, '9.00')
  setNow('2020-06-01T21:00:00+08:00')
  await Promise.all([tick(), tick(), tick()])
  await tick()
  const dates = ministry.kept.map(({ rptDate }) => rptDate).filter(date => date >= '2020-05-29')
  expect(dates).toEqual(['2020-05-29', '2020-05-30', '2020-05-31'])
  expect(ministry.kept.filter(({ rptDate }) => rptDate >= '2020-05-29').map(({ repeats }) => repeats)).toEqual([0, 0, 0])
  const insert = `insert into ministry_message (county_code, id, realm, report_date, version, system, content, xml, sha256, reason, built_at, state, next_try_at)
    values ('511923', gen_random_uuid(), 'demo', '2020-01-01', 1, 'x', '{}', '', '', '', now(), 'accepted', now())`
  await expect(program.owner.query(insert)).rejects.toMatchObject({ code: '23514' })
  for (const change of ["update ministry_message set xml = ''", 'delete from ministry_attempt'])
    await expect(program.program.database.pool.query(change)).rejects.toMatchObject({ code: '42501' })
})

test('the commands give the same day as JSON and XML, a form under the ministry\u2019s names, and send what is due', async () => {
  const run = async (name: string, values: Record<string, string | boolean>) => {
    const command = commands.find(each => each.name === name)
    const nothing = { positionals: [], readFile: () => Promise.reject(new Error('no file')), readStream: async function* () {}, policy }
    return command?.run({ ...nothing, values, now: new Date(), openDatabase: async () => accept(database) })
  }
  const daily = await run('ministry daily', { date: '2020-05-20' })
  expect(daily).toMatchObject({
    ok: true,
    value: {
      json: {
        date: '2020-05-20',
        counties: [{ county, state: 'accepted', faults: [], message: { userId: '5119230030', stations: [{ saleOrder: '1' }] } }],
      },
    },
  })
  const xml = await run('ministry daily', { date: '2020-05-20', xml: true })
  expect(xml?.ok && xml.value.text).toBe(ministry.kept.find(({ rptDate }) => rptDate === '2020-05-20')?.xml)
  expect(await run('ministry daily', { date: 'May' })).toMatchObject({ ok: false, reason: { code: 'wrong-use' } })
  expect(await run('ministry daily', { date: '2020-05-01', xml: true })).toMatchObject({
    ok: false,
    reason: { code: 'report-not-buildable' },
  })
  const form = { type: 'monthly-logistics', period: '2020-04', county }
  expect(await run('ministry form', form)).toMatchObject({ ok: false, reason: { code: 'report-not-buildable' } })
  const row = {
    township_coverage: '100',
    village_coverage: '50',
    county_to_township_carriers: '4',
    township_to_village_carriers: '2',
    parcels_received: '9',
    parcels_sent: '8',
  }
  expect(
    (await office.send('POST', `/api/reporting/${county}/forms/monthly-logistics/2020-04`, { id: uuid(), rows: [row], seenVersion: 0 }))
      .status,
  ).toBe(200)
  expect(await run('ministry form', form)).toMatchObject({
    ok: true,
    value: { json: { table: 'logisticsbuild', version: 1, rows: [{ townCover: '100', sendNum: '8' }] } },
  })
  const csv = await office.get(`${base}/forms/monthly-logistics/2020-04?format=csv`)
  expect(csv.bytes.toString()).toContain('townCover,villageCover,countyToVillage,villageToHamlet,receiveNum,sendNum')
  expect(await run('ministry send', {})).toMatchObject({ ok: true, value: { json: { rounds: [{ county, stoppedBy: null }] } } })
})
