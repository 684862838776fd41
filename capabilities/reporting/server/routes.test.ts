import { writeWorkbook } from '@jincun/documents'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestProgram } from '../../../test/support/program.ts'
import type { Client, TestProgram } from '../../../test/support/program.ts'
import { transactionColumns } from '../index.ts'

let program: TestProgram
let contractor: Client
let government: Client
const county = '513431'
const path = `/api/reporting/${county}/transactions`

beforeAll(async () => {
  program = await startTestProgram()
  contractor = await program.as('zhaojue-contractor')
  government = await program.as('zhaojue-government')
})
afterAll(() => program.close())

const cells = (order: string, amount = '88.80') => [
  order,
  '2018-05-08 14:03:21',
  '',
  'up',
  '27',
  '2.5',
  amount,
  county,
  '310115',
  'livestream',
  `${county}0001`,
  '',
  '',
  '',
]
const csv = (...rows: string[][]): string => [transactionColumns, ...rows].map(row => row.join(',')).join('\n')

type Answer = {
  batch: string
  state: string
  rows: number
  accepted: number
  duplicates: number
  rejected: number
  code: string
  repeated: boolean
  errorsTotal: number
}
const send = (who: Client, body: string, query = '', headers: Record<string, string> = {}) =>
  who.ask<Answer>({ method: 'POST', url: `${path}${query}`, payload: body, headers: { 'content-type': 'text/csv', ...headers } })

const key = (text: string) => ({ 'idempotency-key': `key-${text}` })

test('a contractor reports its own orders; the same key again is the same batch; the county opens the figure down to the order', async () => {
  const first = await send(contractor, csv(cells('H1'), cells('H2'), cells('H2'), cells('H3', 'x')), '', key('first'))
  expect(first.body).toMatchObject({ state: 'stored', rows: 4, accepted: 2, duplicates: 1, rejected: 1, errorsTotal: 1, repeated: false })
  const again = await send(contractor, csv(cells('H9')), '', key('first'))
  expect(again.body).toMatchObject({ batch: first.body.batch, accepted: 2, repeated: true })
  const figures = await government.get<{ up: { orders: string; netFen: string }; down: null; coverage: { countiesWithData: number } }>(
    `/api/reporting/figures?place=${county}&from=2018-05&to=2018-06`,
  )
  expect(figures.body).toMatchObject({
    up: { orders: '2', netFen: '17760' },
    down: null,
    months: [{ month: '2018-05' }, { up: null, down: null }],
  })
  const rows = await government.get<{ total: number; rows: { orderNumber: string; contractor: string; batchId: string }[] }>(
    `/api/reporting/${county}/rows?from=2018-05&to=2018-05&direction=up&category=27`,
  )
  expect(rows.body.rows.map(({ orderNumber }) => orderNumber)).toEqual(['H1', 'H2'])
  const batch = await government.get<{ errors: { row: number; column: string; code: string }[] }>(
    `/api/reporting/${county}/batches/${first.body.batch}`,
  )
  expect(batch.body.errors).toMatchObject([{ row: 5, column: 'amount_yuan', code: 'number-malformed' }])
})

test('a correction leaves both versions to be seen', async () => {
  const sent = await send(
    contractor,
    csv(cells('H1', '90')),
    `?kind=correction&reason=${encodeURIComponent('金额录错')}`,
    key('correction'),
  )
  expect(sent.body).toMatchObject({ accepted: 1 })
  const [row] = (await government.get<{ rows: { contractor: string }[] }>(`/api/reporting/${county}/rows?from=2018-05&to=2018-05`)).body
    .rows
  const versions = await government.get<{ rows: { amountFen: string }[] }>(
    `/api/reporting/${county}/orders?contractor=${row?.contractor}&order=H1`,
  )
  expect(versions.body.rows.map(({ amountFen }) => amountFen)).toEqual(['8880', '9000'])
})

test('an Excel file is read like CSV, and the file can be had again byte for byte by whoever may see the batch', async () => {
  const columns = transactionColumns.map(title => ({ title, format: 'text' as const, width: 12 }))
  const bytes = await writeWorkbook(
    [{ name: '流水', columns, rows: [cells('E1'), cells('E2', 'x'), cells('E1')] }],
    new Date('2020-05-20T09:00:00+08:00'),
  )
  const sent = await contractor.ask<Answer>({
    method: 'POST',
    url: `${path}?fileName=${encodeURIComponent('五月流水.xlsx')}&channel=upload`,
    payload: Buffer.from(bytes),
    headers: { 'content-type': 'application/octet-stream', ...key('excel---') },
  })
  expect(sent.body).toMatchObject({ state: 'stored', rows: 3, accepted: 1, duplicates: 1, rejected: 1 })
  const at = `/api/reporting/${county}/batches/${sent.body.batch}`
  expect((await contractor.get<{ errors: unknown[] }>(at)).body.errors).toMatchObject([{ row: 3, column: 'amount_yuan' }])
  const file = await government.get(`${at}/file`)
  expect(file.bytes.equals(Buffer.from(bytes))).toBe(true)
  expect(String(file.headers['content-disposition'])).toContain(encodeURIComponent('五月流水.xlsx'))
  expect((await (await program.as('pingchang-contractor')).get(`${at}/file`)).status).toBe(403)
  expect((await program.anyone.get(`${at}/file`)).status).toBe(401)
})

test('validate-only keeps nothing', async () => {
  const before = await program.owner.query('select count(*) from report_batch')
  const judged = await send(contractor, csv(cells('V1'), cells('H1')), '?validate=1')
  expect(judged.body).toMatchObject({ rows: 2, accepted: 1, duplicates: 1, rejected: 0 })
  expect((await program.owner.query('select count(*) from report_batch')).rows).toEqual(before.rows)
})

test('NDJSON and JSON are read by the same rules as CSV', async () => {
  const object = Object.fromEntries(transactionColumns.map((name, index) => [name, cells('J1')[index] ?? '']))
  const lines = await send(contractor, `${JSON.stringify(object)}\n{"order":"J2"}\nnonsense\n`, '', {
    ...key('ndjson--'),
    'content-type': 'application/x-ndjson',
  })
  expect(lines.body).toMatchObject({ rows: 3, accepted: 1, rejected: 2 })
  const document = await send(contractor, JSON.stringify({ rows: [{ ...object, order: 'J3', amount_yuan: 12.5 }] }), '', {
    ...key('json----'),
    'content-type': 'application/json',
  })
  expect(document.body).toMatchObject({ rows: 1, accepted: 1 })
})

test.each([
  ['without a key', '', {}, 400, 'idempotency-key-needed'],
  ['for another firm', '?contractor=91511923MA6DEMA26R', key('other---'), 400, 'contractor-needed'],
  ['a correction without a reason', '?kind=correction', key('noreason'), 400, 'reason-needed'],
  ['of a type nobody reads', '', { ...key('type----'), 'content-type': 'image/png' }, 400, 'format-unknown'],
])('a submission %s is refused', async (_what, query, headers, status, code) => {
  const answer = await send(contractor, csv(cells('X1')), query, headers)
  expect([answer.status, answer.body.code]).toEqual([status, code])
})

test('strangers, other counties and those who only read cannot report', async () => {
  expect((await send(program.anyone, csv(cells('X1')), '', key('nobody--'))).status).toBe(401)
  expect((await send(await program.as('pingchang-contractor'), csv(cells('X1')), '', key('away----'))).status).toBe(403)
  expect((await send(government, csv(cells('X1')), '', key('reader--'))).status).toBe(403)
})

test('a header that is not the template is refused with what is missing', async () => {
  const answer = await send(contractor, 'a,b\n1,2\n', '', key('header--'))
  expect(answer.body).toMatchObject({ state: 'refused', refusal: { code: 'header-wrong' } })
})

type OwedView = { rows: { item: string; month: string; state: string; contractNumber: string }[]; summary: { present: number } }
type OwnView = { rows: { completeness: { present: number } }[] }

test('what a batch delivers counts at the gate of acceptance, and what is owed shows it as late', async () => {
  const asked = `/api/reporting/${county}/owed`
  const present = async () =>
    (await contractor.get<OwnView>(`/api/acceptance/${county}/own`)).body.rows.reduce((sum, row) => sum + row.completeness.present, 0)
  const before = (await government.get<OwedView>(asked)).body
  const missing = before.rows.find(({ state, item }) => state === 'missing' && item === 'daily-station-trade')
  expect(missing).toBeDefined()
  const counted = await present()
  const row = cells('G1').with(1, `${missing?.month}-10 09:00:00`)
  expect((await send(contractor, csv(row), '', key('gate----'))).body).toMatchObject({ accepted: 1 })
  const after = (await government.get<OwedView>(asked)).body
  expect(
    after.rows.find(each => each.month === missing?.month && each.item === missing?.item && each.contractNumber === missing?.contractNumber)
      ?.state,
  ).toBe('late')
  expect(await present()).toBeGreaterThan(counted)
})

test('the office of one county that is a contractor in another sees and reports there for its own firm only', async () => {
  await program.owner.query(`insert into role_grant (id, person_id, role, place_code, realm, granted_at)
    select gen_random_uuid(), p.id, g.role, g.place_code, 'demo', now() from person p,
      (values ('contractor', '511923'), ('county-programme-office', '513432')) as g (role, place_code)
    where p.username = 'zhaojue-contractor'`)
  const away = await contractor.get<{ rows: unknown[] }>('/api/reporting/511923/batches')
  expect([away.status, away.body.rows]).toEqual([200, []])
  const whole = await (await program.as('pingchang-office')).get<{ rows: { id: string }[] }>('/api/reporting/511923/batches')
  expect(whole.body.rows.length).toBeGreaterThan(0)
  expect((await contractor.get(`/api/reporting/511923/batches/${whole.body.rows[0]?.id}`)).status).toBe(404)
  expect((await contractor.get<OwedView>('/api/reporting/511923/owed')).body.rows).toEqual([])
  const sent = await send(contractor, csv(cells('X2')), '?contractor=91511923MA6DEMA26R', key('twohats-'))
  expect([sent.status, sent.body.code]).toEqual([400, 'contractor-needed'])
})

test('the keeper of a station is told what its firm reports next, by when, and why', async () => {
  const keeper = await program.as('zhaojue-station')
  const { tasks } = (await keeper.get<{ tasks: { id: string; due: string | null; clause: string; href: string }[] }>('/api/home')).body
  const own = tasks.filter(({ id }) => id.startsWith('report-'))
  expect(own).toHaveLength(1)
  expect(own).toMatchObject([{ clause: 'notice-2020/6.4d', href: '/reporting?county=513431' }])
  expect(own[0]?.due).toMatch(/T15:59:59/)
})
