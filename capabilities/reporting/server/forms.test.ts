import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestProgram } from '../../../test/support/program.ts'
import type { Client, TestProgram } from '../../../test/support/program.ts'
import { dailyReportOf, transactionColumns } from '../index.ts'
import { dayCells } from './daily-store.ts'

type View = {
  mayEnter: boolean
  draft: { origin: string; rows: Record<string, string>[] } | null
  versions: { version: number; reason: string; rows: Record<string, string>[]; differences: object[] }[]
}
type Problem = { code: string; errors: { row: number; column: string; code: string; where: string }[] }
type Taken = { next: number; unchanged: boolean }

let program: TestProgram
let office: Client
let government: Client
const base = '/api/reporting/513431/forms'
const uuid = (number: number): string => `0197a000-0000-7000-8000-${String(number).padStart(12, '0')}`
const row = {
  township_coverage: '100',
  village_coverage: '56.25',
  county_to_township_carriers: '4',
  township_to_village_carriers: '2',
  parcels_received: '81234',
  parcels_sent: '20311',
}

beforeAll(async () => {
  program = await startTestProgram()
  ;[office, government] = await Promise.all([program.as('zhaojue-office'), program.as('zhaojue-government')])
})
afterAll(() => program.close())

test('a form is handed in once, corrected with a reason, and both versions stay to be seen; nobody else hands in', async () => {
  const path = `${base}/monthly-logistics/2020-04`
  const order = { id: uuid(1), rows: [row], seenVersion: 0 }
  expect((await government.send('POST', path, order)).status).toBe(403)
  const checked = await office.send<Problem>('POST', path, { ...order, rows: [{ ...row, parcels_sent: '两万', stray: '1' }] })
  expect(checked).toMatchObject({ status: 400, body: { code: 'form-has-faults' } })
  expect(checked.body.errors.map(({ row: at, column, code }) => [at, column, code])).toEqual([
    [1, 'parcels_sent', 'number-malformed'],
    [1, 'stray', 'field-unknown'],
  ])
  expect((await office.send<Taken>('POST', path, order)).body).toMatchObject({ next: 1, unchanged: false })
  expect((await office.send<Taken>('POST', path, order)).body).toMatchObject({ next: 1, unchanged: true })
  const correction = { id: uuid(2), rows: [{ ...row, parcels_sent: '20312' }], seenVersion: 1 }
  expect((await office.send<Problem>('POST', path, correction)).body.code).toBe('reason-needed')
  expect((await office.send<Problem>('POST', path, { ...correction, seenVersion: 0, reason: '漏计' })).status).toBe(409)
  expect((await office.send<Taken>('POST', path, { ...correction, reason: '漏计一件' })).body).toMatchObject({ next: 2 })
  const { versions, mayEnter, draft } = (await government.get<View>(path)).body
  expect({ mayEnter, draft }).toEqual({ mayEnter: false, draft: null })
  expect(versions.map(each => [each.version, each.rows[0]?.parcels_sent, each.reason])).toEqual([
    [1, '20311', ''],
    [2, '20312', '漏计一件'],
  ])
  expect(versions[1]?.differences).toMatchObject([{ field: 'parcels_sent', before: '20311', after: '20312' }])
  const { rows } = (await government.get<{ rows: { form: string; period: string; corrections: number; state: string }[] }>(base)).body
  expect(rows.find(each => each.form === 'monthly-logistics' && each.period === '2020-04')).toMatchObject({ corrections: 1, state: 'late' })
})

test('the database itself lets nobody change or take away what was handed in', async () => {
  const changes = ["update form_version set rows = '[]'", 'delete from form_version']
  for (const change of changes) await expect(program.program.database.pool.query(change)).rejects.toMatchObject({ code: '42501' })
})

test('a file is checked without keeping anything, told cell by cell, and taken when it is right', async () => {
  const path = `${base}/monthly-logistics/2020-03/file?fileName=logistics.csv&seenVersion=0`
  const header = Object.keys(row).join(',')
  const csv = (sent: string) => new TextEncoder().encode(`${header}\n100,56.25,4,2,81234,${sent}\n`)
  const wrong = await office.upload<Problem>(`${path}&id=${uuid(3)}&validate=1`, csv('x'))
  expect(wrong).toMatchObject({ status: 400, body: { code: 'form-has-faults', errors: [{ row: 2, value: 'x' }] } })
  expect((await office.upload(`${path}&id=${uuid(3)}&validate=1`, csv('20000'))).body).toMatchObject({ validateOnly: true, rows: 1 })
  expect((await office.get<View>(`${base}/monthly-logistics/2020-03`)).body.versions).toEqual([])
  expect((await office.upload<Taken>(`${path}&id=${uuid(3)}`, csv('20000'))).body).toMatchObject({ next: 1 })
})

test('a project form begins with what the register knows and comes back from Excel; persons are masked for who only reads', async () => {
  const path = `${base}/monthly-training/2020-05`
  const { draft } = (await office.get<View>(path)).body
  expect(draft).toMatchObject({ origin: 'register', rows: [{ month: '2020-05' }] })
  expect((await office.get(`${path}/workbook`)).bytes.subarray(0, 2).toString()).toBe('PK')
  const paper = new TextEncoder().encode('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')
  const kept = await office.upload(`/api/reporting/513431/form-files?id=${uuid(9)}&name=decision.pdf`, paper)
  expect(kept.status).toBe(200)
  const filled = {
    ...draft?.rows[0],
    contractor: '（测试）甲公司',
    contractor_head: '王小明',
    contractor_phone: '13800001234',
    decided_by: '（测试）县政府',
    decision_file: 'decision.pdf',
    attendance_file: uuid(9),
    enterprise_sellers: '3',
    new_enterprise_sellers: '1',
    individual_sellers: '20',
    new_individual_sellers: '2',
  }
  const sent = await office.send<Taken>('POST', path, { id: uuid(10), rows: [filled], seenVersion: 0 })
  expect(sent.body).toMatchObject({ next: 1 })
  const shown = (await government.get<View>(path)).body.versions[0]?.rows[0]
  expect(shown).toMatchObject({ contractor_head: '王**', contractor_phone: '138****1234', decision_file: uuid(9) })
})

const cells = (order: string, amount: string, more: { direction?: string; category?: string; station?: string; refund?: string } = {}) =>
  [order, '2018-05-08 14:03:21', '', more.direction ?? 'down', more.category ?? '8', '1', amount]
    .concat(more.direction === 'up' ? ['513431', '310115'] : ['310115', '513431'])
    .concat(['station', more.station ?? '5134310001', '', '', more.refund ?? ''])
    .join(',')
const csv = (...rows: string[]) => [transactionColumns.join(','), ...rows].join('\n')

test('the daily report follows from the rows: corrected orders once, refunds told, no station told, up and down apart', async () => {
  const firm = await program.as('zhaojue-contractor')
  const send = (body: string, query: string) =>
    firm.ask<{ accepted: number }>({
      method: 'POST',
      url: `/api/reporting/513431/transactions?${query}`,
      payload: body,
      headers: { 'content-type': 'text/csv' },
    })
  const first = csv(
    cells('D1', '0.10'),
    cells('D2', '0.20'),
    cells('D3', '88.80', { direction: 'up', category: '27' }),
    cells('D4', '5.00', { station: '' }),
    cells('D5', '30.00', { category: '10' }),
    cells('R5', '30.00', { category: '10', refund: 'D5' }),
  )
  expect((await send(first, 'key=daily-0001&wait=20')).body.accepted).toBe(6)
  expect(
    (await send(csv(cells('D2', '0.30', { station: '5134310002' })), 'key=daily-0002&wait=20&kind=correction&reason=x')).body.accepted,
  ).toBe(1)
  const scope = { personId: null, realm: 'demo', jurisdictions: ['*'] }
  const read = await program.program.database.transaction(scope, 'read', tx => dayCells(tx, '513431', '2018-05-08', '2018-05-08'))
  expect(dailyReportOf('2018-05-08', read)).toEqual({
    day: '2018-05-08',
    stations: [
      {
        station: '5134310001',
        buy: {
          orders: 2n,
          refundedOrders: 1n,
          categories: [
            { category: 8, amountFen: 10n, refundedFen: 0n },
            { category: 10, amountFen: 3000n, refundedFen: 3000n },
          ],
        },
        sell: { orders: 1n, refundedOrders: 0n, categories: [{ category: 27, amountFen: 8880n, refundedFen: 0n }] },
      },
      {
        station: '5134310002',
        buy: { orders: 1n, refundedOrders: 0n, categories: [{ category: 8, amountFen: 30n, refundedFen: 0n }] },
        sell: { orders: 0n, refundedOrders: 0n, categories: [] },
      },
    ],
    withoutStation: {
      buy: { orders: 1n, refundedOrders: 0n, categories: [{ category: 8, amountFen: 500n, refundedFen: 0n }] },
      sell: { orders: 0n, refundedOrders: 0n, categories: [] },
    },
  })
})
