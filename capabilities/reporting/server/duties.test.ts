import { createHash } from 'node:crypto'
import { demoId } from '@jincun/identity'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestProgram } from '../../../test/support/program.ts'
import type { Client, TestProgram } from '../../../test/support/program.ts'
import { handInEverything } from '../../../test/support/reports.ts'
import type { Duty } from '../index.ts'

type Duties = { rows: Duty[]; summary: { required: number; present: number; valid: number; onTime: number; late: number; missing: number } }
type View = {
  mayEnter: boolean
  draft: { rows: Record<string, string>[] } | null
  versions: { channel: string; reason: string; differences: object[] }[]
}
type Problem = { code: string; details?: { clause?: string } }

let program: TestProgram
let firm: Client
let keeper: Client
let office: Client
let stranger: Client
const base = '/api/reporting/513431'
const contractId = demoId('contract （演示）昭商合〔2020〕1号')
const siteId = demoId('zhaojue site centre')
const code = '5134310001'
const form = `${base}/contract-forms/${contractId}/monthly-public-services`
const uuid = (number: number): string => `0197c000-0000-7000-8000-${String(number).padStart(12, '0')}`
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
const dutiesOf = async (client: Client): Promise<Duties> => (await client.get<Duties>(`${base}/duties`)).body
const own = async (what: string, period: string): Promise<Duty | undefined> =>
  (await dutiesOf(firm)).rows.find(each => each.contractId === contractId && each.form === what && each.period === period)

beforeAll(async () => {
  program = await startTestProgram()
  ;[firm, keeper, office, stranger] = await Promise.all([
    program.as('zhaojue-contractor'),
    program.as('zhaojue-station'),
    program.as('zhaojue-office'),
    program.as('pingchang-contractor'),
  ])
})
afterAll(() => program.close())

/** The last version of a station, so that a test need not know what the demonstration registered. */
const register = async (startsOn: string): Promise<{ status: number; body: Problem }> => {
  const { rows } = (await office.get<{ rows: { stations: { code: string; version: number }[] }[] }>(`${base}/stations`)).body
  const standing = rows.flatMap(({ stations }) => stations).find(each => each.code === code)
  const body = { siteId, startsOn, endsOn: null, reason: '（演示）开始报送', seenVersion: standing?.version ?? 0 }
  return office.send<Problem>('PUT', `${base}/stations/${code}`, body)
}

test('a firm sees what it owes of every site and month; another firm sees nothing of it and the county everything', async () => {
  expect((await register('2020-05-07')).status).toBe(200)
  expect(await own('daily-station', '2020-05')).toMatchObject({ station: code, siteId })
  expect((await own('monthly-public-services', '2020-03'))?.faults).toEqual([
    expect.objectContaining({ period: '2020-03', kind: 'missing' }),
  ])
  expect((await stranger.get(`${base}/duties`)).status).toBe(403)
  expect((await stranger.get(`${form}/2020-03`)).status).toBe(403)
  expect((await dutiesOf(office)).rows.length).toBeGreaterThanOrEqual((await dutiesOf(firm)).rows.length)
  expect(
    (await office.send<Problem>('PUT', `${base}/stations/5119230001`, { siteId, startsOn: '2020-05-07', endsOn: null, seenVersion: 0 }))
      .body.code,
  ).toBe('station-of-another-county')
})

test('a form not of the contract, of no month of it, or of another firm is refused with its clause', async () => {
  const to = (path: string) => firm.send<Problem>('POST', path, { id: uuid(1), rows: [{}], seenVersion: 0 })
  for (const path of [`${form}/2020-12`, `${form}/2020-01`, form.replace('public-services', 'training/2020-03')])
    expect(await to(path)).toMatchObject({
      status: 400,
      body: { code: 'form-not-owed', details: { clause: 'notice-2020/6.4d' } },
    })
  expect(await to(form.replace(contractId, uuid(2)).concat('/2020-03'))).toMatchObject({ status: 404 })
  expect((await keeper.send('POST', `${form}/2020-03`, { id: uuid(1), rows: [], seenVersion: 0 })).status).toBe(403)
})

test('a form is handed in from paper, corrected with a reason, and stays late however it is corrected', async () => {
  const photo = uuid(10)
  expect((await firm.upload(`${base}/report-papers?id=${photo}&name=${encodeURIComponent('表.png')}`, png)).body).toMatchObject({
    sha256: createHash('sha256').update(png).digest('hex'),
  })
  expect(
    (await firm.upload<Problem>(`${base}/report-papers?id=${uuid(11)}&name=a.pdf`, new TextEncoder().encode('no paper'))).body.code,
  ).toBe('file-type-not-allowed')
  const [row = {}] = (await firm.get<View>(`${form}/2020-04`)).body.draft?.rows ?? []
  expect(row).toMatchObject({ station: code, contractor: '（演示）昭觉县电商服务有限公司', central_paid_wan: '0' })
  const filled = {
    ...row,
    functions: '（演示）',
    facilities: '（演示）',
    shares_distribution_centre: 'no',
    is_delivery_point: 'no',
    decision_file: photo,
    build_progress: '80',
    local_support_wan: row.local_support_wan || '0',
    enterprise_input_wan: row.enterprise_input_wan || '0',
    phone: '0834-1',
    head: '（演示）',
  }
  const order = { id: uuid(12), rows: [filled], seenVersion: 0, paperFileId: photo }
  expect(await firm.send('POST', `${form}/2020-04`, order)).toMatchObject({ status: 200, body: { next: 1 } })
  expect(await own('monthly-public-services', '2020-04')).toMatchObject({
    required: 1,
    present: 1,
    valid: 1,
    late: 1,
    onTime: 0,
    onPaper: 1,
    corrections: 0,
  })
  // What the firm says was paid and the books do not: present, and does not hold.
  const wrong = { id: uuid(13), rows: [{ ...filled, central_paid_wan: '1' }], seenVersion: 1, reason: '（演示）记错' }
  expect((await firm.send<Problem>('POST', `${form}/2020-04`, { ...wrong, reason: '' })).body.code).toBe('reason-needed')
  expect(await firm.send('POST', `${form}/2020-04`, wrong)).toMatchObject({ status: 200, body: { next: 2 } })
  expect(await own('monthly-public-services', '2020-04')).toMatchObject({
    present: 1,
    valid: 0,
    late: 1,
    corrections: 1,
    faults: [{ kind: 'invalid' }],
  })
  expect(
    await firm.send('POST', `${form}/2020-04`, { ...order, id: uuid(14), seenVersion: 2, reason: '（演示）改回', paperFileId: null }),
  ).toMatchObject({ status: 200 })
  expect(await own('monthly-public-services', '2020-04')).toMatchObject({ valid: 1, late: 1, corrections: 2, faults: [] })
  const { versions } = (await office.get<View>(`${form}/2020-04`)).body
  expect(versions.map(({ channel, reason, differences }) => [channel, reason, differences.length])).toEqual([
    ['paper', '', 0],
    ['page', '（演示）记错', 1],
    ['page', '（演示）改回', 1],
  ])
  expect((await office.get(`${base}/report-papers/${photo}`)).bytes).toEqual(png)
  const { rows } = await program.owner.query('select count(*)::int as n from data_delivery where contract_id = $1 and month = $2', [
    contractId,
    '2020-04',
  ])
  expect(rows[0]?.n).toBeGreaterThan(0)
})

const order = (number: string, change: object = {}) => ({
  number,
  time: '10:30',
  direction: 'down',
  category: '8',
  quantity: '2',
  amountYuan: '35.50',
  otherPlace: '330106',
  waybill: '',
  payment: '',
  ...change,
})
const sheet = (id: number, day: string, orders: object[], change: object = {}) => ({
  id: uuid(id),
  station: code,
  day,
  orders,
  writtenAt: `${day}T18:00:00+08:00`,
  paperFileId: null,
  ...change,
})
const send = (body: object, client = keeper) => client.send<Problem & { repeated: boolean }>('POST', `${base}/station-days`, body)
const kept = async () =>
  (
    await program.owner.query(
      "select (select count(*)::int from station_sheet) as sheets, (select count(*)::int from transaction_row where county_code = '513431') as rows",
    )
  ).rows[0]

test('a day of a station is taken once however often and by how many ways at once it is sent; other content under its id is refused', async () => {
  const before = await kept()
  const day = sheet(20, '2020-05-08', [order('K-1'), order('K-2', { direction: 'up', category: '28', amountYuan: '12' })])
  const answers = await Promise.all([1, 2, 3].map(() => send(day)))
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  expect(answers.filter(({ body }) => !body.repeated)).toHaveLength(1)
  expect((await send(day)).body).toMatchObject({ repeated: true })
  expect(await kept()).toEqual({ sheets: before.sheets + 1, rows: before.rows + 2 })
  expect(await send({ ...day, orders: [order('K-1')] })).toMatchObject({ status: 409 })
  expect(await send(sheet(21, '2020-05-08', [order('K-1')]))).toMatchObject({ status: 409, body: { code: 'orders-known' } })
  expect(await send(sheet(22, '2020-05-08', [order('K-3', { amountYuan: '1.234' }), order('K-4')]))).toMatchObject({
    status: 400,
    body: { code: 'sheet-has-faults' },
  })
  expect(await kept()).toEqual({ sheets: before.sheets + 1, rows: before.rows + 2 })
})

test('a day outside the term of the station, of a station of another firm or without one is refused', async () => {
  expect((await send(sheet(30, '2020-05-06', []))).body.code).toBe('day-outside')
  expect((await send(sheet(31, '2020-05-21', []))).body.code).toBe('day-outside')
  expect(await send(sheet(32, '2020-05-08', [], { station: '5134319999' }))).toMatchObject({
    status: 404,
    body: { code: 'station-unknown', details: { clause: 'notice-2020/6.4d' } },
  })
  expect((await send(sheet(33, '2020-05-08', []), stranger)).status).toBe(403)
})

test('no trade is said by an empty sheet; orders of that day contradict it, and a later sheet of orders lifts it', async () => {
  const daily = async () => (await own('daily-station', '2020-05')) ?? { present: 0, valid: 0, faults: [] }
  const before = await daily()
  expect((await send(sheet(40, '2020-05-09', []))).status).toBe(200)
  expect(await daily()).toMatchObject({ present: before.present + 1, valid: before.valid + 1 })
  expect((await send(sheet(41, '2020-05-09', [order('K-9')]))).status).toBe(200)
  expect(await daily()).toMatchObject({ valid: before.valid + 1 })
  expect((await send(sheet(42, '2020-05-09', []))).status).toBe(200)
  expect((await daily()).faults).toContainEqual(expect.objectContaining({ period: '2020-05-09', kind: 'invalid' }))
  expect((await send(sheet(43, '2020-05-09', [order('K-10')]))).status).toBe(200)
})

test('with everything handed in nothing is missing, and the one number says so', async () => {
  await handInEverything(firm, '513431', contractId)
  const { rows } = await dutiesOf(firm)
  const mine = rows.filter(each => each.contractId === contractId)
  expect(mine.flatMap(({ faults }) => faults)).toEqual([])
  expect(mine.every(({ required, valid }) => required === valid)).toBe(true)
})
