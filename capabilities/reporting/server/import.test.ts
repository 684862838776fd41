import fc from 'fast-check'
import type { Scope } from '@jincun/db'
import { uuidV7 } from '@jincun/kernel'
import { loadPolicy } from '@jincun/policy/load'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestProgram } from '../../../test/support/program.ts'
import type { TestProgram } from '../../../test/support/program.ts'
import { transactionColumns } from '../index.ts'
import { dice, transactionFile } from '../testing/factory.ts'
import type { Batch, BatchOrder } from './batch.ts'
import { listFaults } from './batch-store.ts'
import { figureCells } from './figures-store.ts'
import type { ImportWork } from './import-ground.ts'
import { installationNow } from './installation-clock.ts'
import { processBatch } from './process-batch.ts'
import { receiveFile } from './receive-file.ts'
import { recountRollups } from './recount.ts'
import { validateFile } from './validate-file.ts'

let program: TestProgram
let work: ImportWork
const county = '513431'
const roll = dice(1)
const policy = loadPolicy()
const scope: Scope = { personId: null, realm: 'demo', jurisdictions: [county] }

beforeAll(async () => {
  program = await startTestProgram()
  const now = new Date('2020-05-20T09:00:00+08:00')
  const newId = () =>
    uuidV7(
      now,
      Uint8Array.from({ length: 10 }, () => Math.floor(roll() * 256)),
    )
  work = { database: program.program.database, scope, policy, now, newId }
})
afterAll(() => program.close())

const orderFor = (contractor: string, more: Partial<BatchOrder> = {}): BatchOrder => {
  const id = work.newId()
  return {
    id,
    countyCode: county,
    realm: 'demo',
    contractor,
    kind: 'report',
    reason: '',
    mode: 'row-wise',
    channel: 'api',
    format: 'csv',
    fileName: 'orders.csv',
    idempotencyKey: id,
    personId: null,
    ...more,
  }
}

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

type Row = Partial<Record<(typeof transactionColumns)[number], string>>
const usual: Row = {
  business_time: '2020-03-08 14:03:21',
  direction: 'up',
  category: '27',
  quantity: '1',
  amount_yuan: '10.00',
  seller_place: county,
  buyer_place: '310115',
  channel: 'platform',
}
const csv = (rows: readonly Row[]): Buffer =>
  Buffer.from(
    [transactionColumns, ...rows.map(row => transactionColumns.map(name => ({ ...usual, ...row })[name] ?? ''))]
      .map(cells => cells.join(','))
      .join('\n'),
  )

async function send(order: BatchOrder, bytes: Uint8Array): Promise<Batch> {
  const received = await receiveFile(work, order, pieces(bytes))
  if (!received.ok) throw new Error(received.reason.code)
  const processed = await processBatch(work, received.value.batch)
  if (!processed.ok) throw new Error(processed.reason.code)
  return processed.value
}

const counts = ({ rows, accepted, duplicates, rejected }: Pick<Batch, 'rows' | 'accepted' | 'duplicates' | 'rejected'>) => [
  rows,
  accepted,
  duplicates,
  rejected,
]

const cells = () => work.database.transaction(scope, 'read', tx => figureCells(tx, county, '2014-01', '2020-05'))
const recount = () => work.database.transaction(scope, 'read', tx => recountRollups(tx, county))
const sums = async () => (await cells()).reduce((sum, cell) => sum + cell.amountFen - cell.refundedFen, 0n)

test('a file of a thousand rows: counts, faults by row and column, the same file again is all duplicates, roll-ups equal a recount', async () => {
  const parts = []
  for await (const part of transactionFile({
    rows: 1000,
    seed: 3,
    countyCode: county,
    month: '2020-01',
    months: 4,
    faulty: 0.02,
    refunds: 0.05,
  }))
    parts.push(part)
  const bytes = Buffer.concat(parts)
  const firm = '91513431MA6DEMA18G'
  const validated = await validateFile(work, orderFor(firm), pieces(bytes))
  const first = await send(orderFor(firm), bytes)
  expect(first.rows).toBe(1000)
  expect(first.rejected).toBeGreaterThan(5)
  expect(first.accepted).toBe(1000 - first.rejected)
  expect(validated.ok && counts(validated.value)).toEqual(counts(first))
  const faults = await work.database.transaction(scope, 'read', tx => listFaults(tx, county, first.id, 100))
  expect(faults).toEqual(validated.ok ? validated.value.errors : null)
  expect(new Set(faults.map(({ row }) => row)).size).toBe(first.rejected)
  const again = await send(orderFor(firm), bytes)
  expect(counts(again)).toEqual([1000, 0, 1000 - first.rejected, first.rejected])
  expect(await recount()).toMatchObject({ faults: [] })
})

test('an idempotency key answers the batch of the first time', async () => {
  const order = orderFor('91513431MA6DEMA18G', { idempotencyKey: 'once' })
  const first = await send(order, csv([{ order: 'I1' }]))
  const second = await send({ ...order, id: work.newId() }, csv([{ order: 'I2' }]))
  expect(second.id).toBe(first.id)
})

test('all or none: one fault, and nothing is taken; without it, everything', async () => {
  const firm = '91513431MA6DEMA26X'
  const good = Array.from({ length: 20 }, (_, index): Row => ({ order: `A${index}` }))
  const before = await sums()
  const refused = await send(orderFor(firm, { mode: 'atomic' }), csv([...good, { order: 'A20', amount_yuan: '-1' }]))
  expect([refused.state, refused.refusal?.code, ...counts(refused)]).toEqual(['refused', 'batch-has-faults', 21, 0, 0, 21])
  expect(await sums()).toBe(before)
  const taken = await send(orderFor(firm, { mode: 'atomic' }), csv(good))
  expect([taken.state, ...counts(taken)]).toEqual(['stored', 20, 20, 0, 0])
  expect(await sums()).toBe(before + 20_000n)
})

test('a refund lowers the month of its order, whichever of the two comes first', async () => {
  const order: Row = { order: 'R1', business_time: '2019-11-11 11:11:11', amount_yuan: '100' }
  const refund: Row = { order: 'R1-back', business_time: '2020-02-01 08:00:00', amount_yuan: '40.5', refund_of: 'R1' }
  for (const [firm, batches] of [
    ['91513431MA6DEMA341', [order, refund]],
    ['91513431MA6DEMA342', [refund, order]],
  ] as const) {
    for (const row of batches) await send(orderFor(firm), csv([row]))
  }
  const november = (await cells()).filter(({ month }) => month === '2019-11')
  expect(november.map(({ orders, amountFen, refundedOrders, refundedFen }) => [orders, amountFen, refundedOrders, refundedFen])).toEqual([
    [2n, 20_000n, 2n, 8_100n],
  ])
})

test('a correction replaces an order in force, keeps the old row, and asks for an order that was reported', async () => {
  const firm = '91513431MA6DEMA343'
  await send(orderFor(firm), csv([{ order: 'C1' }, { order: 'C2' }]))
  const before = await sums()
  const corrected = await send(
    orderFor(firm, { kind: 'correction', reason: '金额录错' }),
    csv([{ order: 'C1', amount_yuan: '12.00', business_time: '2020-04-01 00:00:01' }, { order: 'C2' }, { order: 'C9' }]),
  )
  expect(counts(corrected)).toEqual([3, 1, 1, 1])
  expect(await sums()).toBe(before + 200n)
  const rows = await program.owner.query("select sign from transaction_row where order_number = 'C1' order by sign")
  expect(rows.rows).toEqual([{ sign: -1 }, { sign: 1 }, { sign: 1 }])
})

const waitsForKey = async (): Promise<boolean> => {
  const waiting = await program.owner.query('select 1 from pg_locks where not granted and pg_backend_pid() = any (pg_blocking_pids(pid))')
  return waiting.rows.length > 0
}

test.each([
  ['whole by then', 'stored', { ok: true, value: { repeated: true } }],
  ['still on its way', 'receiving', { ok: false, reason: { kind: 'conflict', code: 'upload-at-once' } }],
])('who loses the race for a key to an upload that is %s keeps nothing of its own', async (_what, state, outcome) => {
  const order = orderFor('91513431MA6DEMA344')
  const winner = work.newId()
  await program.owner.query('begin')
  await program.owner.query(
    `insert into report_batch (county_code, id, realm, contractor, report_type, type_version, kind, reason, mode, channel, format, file_name,
      idempotency_key, state, received_at)
    values ($1, $2, 'demo', $3, 'transactions', 1, 'report', '', 'row-wise', 'api', 'csv', 'first.csv', $4, $5, now())`,
    [county, winner, order.contractor, order.idempotencyKey, state],
  )
  const losing = receiveFile(work, order, pieces(csv([{ order: 'L1' }])))
  await expect.poll(waitsForKey, { timeout: 10_000 }).toBe(true)
  await program.owner.query('commit')
  const lost = await losing
  expect(lost).toMatchObject(outcome)
  if (lost.ok) expect(lost.value.batch.id).toBe(winner)
  const kept = await program.owner.query('select id from report_batch where contractor = $1 and idempotency_key = $2', [
    order.contractor,
    order.idempotencyKey,
  ])
  expect(kept.rows).toEqual([{ id: winner }])
})

test('a command works at the time of the demonstration, and at real time where the system is live', async () => {
  const [before] = (await program.owner.query<{ offset: string }>('select clock_offset_seconds as offset from installation')).rows
  const real = new Date('2026-01-01T00:00:00Z')
  await program.owner.query('update installation set clock_offset_seconds = -3600')
  expect((await installationNow(program.program.database, real)).toISOString()).toBe('2025-12-31T23:00:00.000Z')
  await program.owner.query("update installation set realm = 'live', clock_offset_seconds = 0")
  expect(await installationNow(program.program.database, real)).toEqual(real)
  await program.owner.query("update installation set realm = 'demo', clock_offset_seconds = $1", [before?.offset])
})

test('an upload that was cut off makes room for the next under its key', async () => {
  const cutOff = orderFor('91513431MA6DEMA346')
  const half = async function* (): AsyncGenerator<Uint8Array> {
    yield csv([{ order: 'N1' }])
    throw new Error('the line went dead')
  }
  await expect(receiveFile(work, cutOff, half())).rejects.toThrow(/dead/)
  const next = await receiveFile(work, { ...cutOff, id: work.newId() }, pieces(csv([{ order: 'N1' }])))
  expect(next).toMatchObject({ ok: true, value: { repeated: false, batch: { state: 'received' } } })
  const states = await program.owner.query('select state from report_batch where contractor = $1 order by state', [cutOff.contractor])
  expect(states.rows).toEqual([{ state: 'received' }, { state: 'refused' }])
})

test('an upload whose place a later one took while it was on its way is refused, and the later one stands', async () => {
  const slow = orderFor('91513431MA6DEMA347')
  const { promise: taken, resolve: goOn } = Promise.withResolvers<void>()
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>()
  const halting = async function* (): AsyncGenerator<Uint8Array> {
    begin()
    await taken
    yield csv([{ order: 'P1' }])
  }
  const first = receiveFile(work, slow, halting())
  await begun
  const later = await receiveFile(work, { ...slow, id: work.newId() }, pieces(csv([{ order: 'P1' }])))
  goOn()
  expect(later).toMatchObject({ ok: true, value: { repeated: false, batch: { state: 'received' } } })
  expect(await first).toMatchObject({ ok: false, reason: { code: 'upload-interrupted' } })
})

test('of many uploads at once under one key one batch comes, and nobody meets an error', async () => {
  const first = orderFor('91513431MA6DEMA345')
  const orders = [first, ...Array.from({ length: 4 }, () => ({ ...first, id: work.newId() }))]
  const answers = await Promise.all(orders.map(order => receiveFile(work, order, pieces(csv([{ order: 'M1' }])))))
  const taken = new Set(answers.flatMap(answer => (answer.ok ? [answer.value.batch.id] : [])))
  expect(taken.size).toBe(1)
  for (const answer of answers) if (!answer.ok) expect(['upload-at-once', 'upload-interrupted']).toContain(answer.reason.code)
})

const action = fc.record({
  order: fc.integer({ min: 1, max: 12 }),
  kind: fc.constantFrom('report', 'report', 'refund', 'correction', 'refund-correction'),
  target: fc.integer({ min: 1, max: 12 }),
  month: fc.integer({ min: 1, max: 4 }),
  amount: fc.integer({ min: 1, max: 9999 }),
  category: fc.constantFrom('27', '30', '46'),
})

let firms = 0
test('whatever is reported, refunded and corrected in whatever order, every roll-up equals a recount from the rows', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(action, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 4 }), async batches => {
      const firm = `91513431MA6DEM${String(1000 + firms++)}`
      for (const batch of batches) {
        const rows = batch.map(({ order, kind, target, month, amount, category }): Row => {
          const refund = kind.startsWith('refund')
          return {
            order: refund ? `B${order}` : `O${order}`,
            business_time: `2020-0${month}-11 10:00:00`,
            amount_yuan: `${amount}.0${amount % 10}`,
            category,
            ...(refund ? { refund_of: `O${target}` } : {}),
          }
        })
        const correction = batch[0]?.kind.endsWith('correction') ?? false
        await send(orderFor(firm, correction ? { kind: 'correction', reason: '更正' } : {}), csv(rows))
      }
      expect((await recount()).faults).toEqual([])
    }),
    { numRuns: 8 },
  )
})
