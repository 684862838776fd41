import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestProgram } from '../../../test/support/program.ts'
import type { Client, TestProgram } from '../../../test/support/program.ts'
import { makeCounty } from '../../../bench/signals/make-county.ts'
import { transactionColumns } from '@jincun/reporting'
import type { OrderRow } from '../index.ts'

const county = '511923'
const at = `/api/signals/${county}`
const period = { from: '2020-01', to: '2020-03' }
const idOf = (last: number): string => `01900000-0000-7000-8000-${String(last).padStart(12, '0')}`

type Line = { id: string; rule: string; subjectCode: string; outcome: string | null; count: number; of: number }
type Listed = { rows: Line[]; total: number; runs: { orders: string; raised: number }[]; mayRun: boolean }
type Problem = { code: string; clause: string }

const timeOf = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ')
const yuan = (fen: number): string => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`

/** Made-up orders as a contractor's CSV file. */
const csvOf = (rows: readonly OrderRow[]): string =>
  [
    transactionColumns.join(','),
    ...rows.map(row =>
      [
        row.order,
        timeOf(row.at),
        timeOf(row.at),
        row.up ? 'up' : 'down',
        row.category,
        row.quantityThousandths / 1000,
        yuan(row.amountFen),
        row.sellerPlace,
        row.buyerPlace,
        row.channel,
        row.station,
        row.waybill,
        row.payment,
        row.refundOf,
      ].join(','),
    ),
  ].join('\n')

const made = makeCounty({ seed: 7, stations: 12, days: 75, fraudShare: 0.5, oddShare: 0, kinds: ['old-papers', 'refunded-later'] })
const planted = [...made.labels].filter(([, { fraud }]) => fraud).map(([station]) => station)

let program: TestProgram
let province: Client
beforeAll(async () => {
  program = await startTestProgram()
  province = await program.as('sichuan-commerce')
  const contractor = await program.as('pingchang-contractor')
  const sent = await contractor.ask<{ accepted: number; rows: number }>({
    method: 'POST',
    url: `/api/reporting/${county}/transactions?fileName=made.csv&channel=upload`,
    payload: Buffer.from(csvOf(made.rows.toSorted((a, b) => a.at - b.at))),
    headers: { 'content-type': 'text/csv', 'idempotency-key': 'made-up-orders' },
  })
  expect([sent.status, sent.body.accepted]).toEqual([200, made.rows.length])
})
afterAll(() => program.close())

const signals = async (query = ''): Promise<Listed> => (await province.get<Listed>(`${at}${query}`)).body

test('nobody looked: no signals and no look, which is not the same as nothing found', async () => {
  expect((await province.get<Listed>('/api/signals/513431')).body).toMatchObject({ rows: [], total: 0, runs: [], mayRun: true })
})

/** The demonstration's own orders, which the months hold too, have a station that uses few waybills again and again. */
const demonstrated = '5119230009'

test('a look finds the planted stations, keeps rule, measure and rows, and the same look twice is one', async () => {
  const before = await signals()
  expect(before.rows.map(({ rule, subjectCode }) => [rule, subjectCode])).toEqual([['waybill-used-again', demonstrated]])
  for (const _ of [1, 2]) expect((await province.send('POST', `${at}/runs`, { id: idOf(1), ...period })).status).toBe(200)
  const { rows, runs, total } = await signals()
  expect([runs.length, total]).toEqual([2, before.total + (runs[0]?.raised ?? 0)])
  expect(Number(runs[0]?.orders)).toBeGreaterThan(made.rows.length)
  const meant = ['waybill-used-again', 'refunded-after-report']
  const found = new Set(rows.filter(({ rule }) => meant.includes(rule)).map(({ subjectCode }) => subjectCode))
  expect([...found].sort()).toEqual([...new Set([...planted, demonstrated])].sort())
  const one = rows.find(({ rule, subjectCode }) => rule === 'waybill-used-again' && subjectCode !== demonstrated)
  const opened = await province.get<{ orders: { orderNumber: string; waybill: string }[]; definition: { clause: string } }>(
    `${at}/${one?.id}`,
  )
  expect(opened.body.definition.clause).toBe('notice-2020/6.3')
  expect(opened.body.orders.length).toBe(Math.min(200, one?.count ?? 0))
  expect(opened.body.orders.every(({ waybill }) => waybill !== '')).toBe(true)
})

test('another look at the same months finds the same signals and enters none twice', async () => {
  const before = await signals()
  expect((await province.send('POST', `${at}/runs`, { id: idOf(2), ...period })).status).toBe(200)
  const after = await signals()
  expect([after.total, after.runs.length]).toEqual([before.total, before.runs.length + 1])
})

test('an outcome needs a reason, and a measure when confirmed; the latest counts and feeds the precision of its rule', async () => {
  const [one, other] = (await signals('?page=1')).rows.filter(({ rule }) => rule === 'waybill-used-again')
  const decide = (id: string | undefined, body: object) => province.send<Problem>('POST', `${at}/${id}/outcomes`, body)
  const confirmed = { id: idOf(11), outcome: 'confirmed', measure: 'recovered', reason: '（测试）运单为上月旧单' }
  for (const bad of [{ reason: ' ' }, { measure: '' }, { outcome: 'cleared' }])
    expect((await decide(one?.id, { ...confirmed, ...bad })).status).toBe(400)
  for (const _ of [1, 2]) expect((await decide(one?.id, confirmed)).status).toBe(200)
  expect((await decide(one?.id, { ...confirmed, reason: '另一理由' })).body).toMatchObject({
    code: 'id-used-for-another',
    clause: 'notice-2020/6.3',
  })
  expect((await decide(other?.id, { id: idOf(12), outcome: 'cleared', measure: '', reason: '（测试）合并登记' })).status).toBe(200)
  expect((await signals('?outcome=confirmed')).rows.map(({ id }) => id)).toEqual([one?.id])
  expect((await signals('?outcome=open')).total).toBe((await signals()).total - 2)
  type Rules = { rows: { code: string; confirmed: number; cleared: number }[] }
  const { body } = await province.get<Rules>('/api/signals/rules')
  expect(body.rows.find(({ code }) => code === 'waybill-used-again')).toMatchObject({ confirmed: 1, cleared: 1 })
})

test.each([
  ['pingchang-contractor', 'GET', 403],
  ['sichuan-commerce', 'GET', 200],
  ['zhaojue-government', 'GET', 403],
] as const)('%s may see the signals of the county: %s %i', async (who, _method, status) => {
  expect((await (await program.as(who)).get(at)).status).toBe(status)
})

test('the office of the county looks, but does not judge itself', async () => {
  const office = await program.as('pingchang-office')
  const [one] = (await office.get<Listed>(at)).body.rows
  expect((await office.send('POST', `${at}/runs`, { id: idOf(3), ...period })).status).toBe(200)
  const own = { id: idOf(13), outcome: 'cleared', measure: '', reason: '（测试）没有问题' }
  expect((await office.send('POST', `${at}/${one?.id}/outcomes`, own)).status).toBe(403)
})

test('months the wrong way round are refused by field', async () => {
  const answer = await province.send<Problem & { where: string }>('POST', `${at}/runs`, { id: idOf(4), from: '2020-03', to: '2020-01' })
  expect([answer.status, answer.body.code, answer.body.where]).toEqual([400, 'period-backwards', 'to'])
})
