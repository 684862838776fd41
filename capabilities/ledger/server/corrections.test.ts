import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase } from '@jincun/db'
import type { Database, Transaction } from '@jincun/db'
import { startTestProgram } from '../../../test/support/program.ts'
import type { TestProgram } from '../../../test/support/program.ts'
import {
  allot,
  budgetLine,
  contribute,
  correctorsOf,
  fundOf,
  giveBack,
  leg,
  lineAccount,
  moveKinds,
  reassign,
  reclaim,
  reservePayment,
} from '../index.ts'
import type { AccountSpec, Movement, MoveKind } from '../index.ts'
import { newTestId, testPaper } from '../testing/factory.ts'
import { balancesOf } from './account-store.ts'
import { postMovement } from './post-transfers.ts'
import { verifyLedger } from './verify-ledger.ts'

const [province, county] = ['510000', '513431']
const batch = { source: 'central', budgetYear: 2016, batchYear: 2016 } as const
const path = {
  countyCode: county,
  batch,
  line: { id: 'line-0', title: '（测试）明细' },
  project: { id: 'project-0', title: '（测试）项目' },
  contract: { id: 'contract-0', title: '（测试）合同' },
}
const stamp = { realm: 'demo', personId: 'p', now: new Date('2020-05-20T09:00:00+08:00') }
const scope = { personId: 'p', realm: 'demo', jurisdictions: ['*'] }
let program: TestProgram
let database: Database
const write = <T>(work: (tx: Transaction) => Promise<T>) => database.transaction(scope, 'write', work)
const faults = async () => (await database.transaction(scope, 'snapshot', tx => verifyLedger(tx, 'demo'))).faults

async function heldOfCounty(): Promise<(AccountSpec & { balance: Parameters<typeof reclaim>[3][number]['balance'] })[]> {
  const held = await write(tx =>
    balancesOf(tx, { countyCode: county, kinds: ['fund', 'line', 'project'], source: 'central', budgetYear: 2016 }),
  )
  return held.map(account => ({ ...account, parent: null, balance: account }))
}
/** What each government can still move of the batch. */
const available = async () =>
  (await write(tx => balancesOf(tx, { prefix: '51', budgetYear: 2016 })))
    .filter(({ available: rest }) => rest > 0n)
    .map(({ countyCode, kind, source, available: rest }) => `${countyCode} ${kind} ${source} ${rest}`)
    .sort()

async function posted(movement: Movement | null): Promise<string> {
  if (!movement) throw new Error('nothing to move')
  const done = await write(tx => postMovement(tx, stamp, movement))
  expect(done).toMatchObject({ ok: true })
  return movement.transfers[0]?.movement ?? ''
}
const paper = () => testPaper(newTestId())
const released = (): Movement => {
  const [fund, line] = [fundOf(county, batch), lineAccount(county, batch, path.line.id, path.line.title)]
  return { accounts: [fund, line], transfers: [leg(paper(), 'release-line', line, fund, 1n)] }
}

beforeAll(async () => {
  program = await startTestProgram()
  database = openDatabase(program.url, { connections: 2 })
  await posted(allot(paper(), province, batch, 1_000_000n))
  await posted(allot(paper(), county, batch, 100_000n))
  await posted(budgetLine(paper(), path, 10_000n))
})
afterAll(async () => {
  await database.close()
  await program.close()
})

/** Reclaimed money in the province's pool, put to use anew. */
async function reassigned(): Promise<Movement> {
  await posted(reclaim(paper(), county, batch, await heldOfCounty()))
  return reassign(paper(), province, batch, { ...batch, budgetYear: 2017 }, 5n)
}

test('an order to take money back is sent twice as one; its id with anything else is a conflict', async () => {
  const finance = await program.as('sichuan-finance')
  const order = { id: newTestId(), budgetYear: 2016, batchYear: 2016, document: '（测试）2号', businessDate: '2020-05-20', reason: '' }
  const send = (change: object, at = county) =>
    finance.send<Problem>('POST', `/api/ledger/counties/${at}/reclaims`, { ...order, ...change })
  expect(await send({})).toMatchObject({ status: 200, body: { repeated: 0 } })
  expect(await send({})).toMatchObject({ status: 200, body: { posted: 0 } })
  const others = [
    { document: '（测试）3号' },
    { businessDate: '2020-05-19' },
    { reason: '（测试）' },
    { budgetYear: 2018, batchYear: 2018 },
  ]
  const answers = [...(await Promise.all(others.map(change => send(change)))), await send({}, '511923')]
  const another = { ...order, id: await posted(allot(paper(), county, batch, 90_000n)) }
  expect([...answers, await send({ id: another.id })].map(({ status, body }) => [status, body.code])).toEqual(
    Array.from({ length: 6 }, () => [409, 'id-used-for-another-transfer']),
  )
  await posted(budgetLine(paper(), path, 10_000n))
})

test('what the province itself holds of an old batch goes to its pool, once, cites 3.7, and can be reassigned', async () => {
  const order = { id: newTestId(), budgetYear: 2018, batchYear: 2018, document: '（测试）5号', businessDate: '2020-05-20', reason: '' }
  const send = async (change: object = {}, who = 'sichuan-finance') =>
    (await program.as(who)).send<Problem>('POST', `/api/ledger/provinces/${province}/reclaims`, { ...order, ...change })
  expect((await send({}, 'zhaojue-finance')).status).toBe(403)
  expect(await send({ budgetYear: 2019, batchYear: 2019 })).toMatchObject({ status: 409, body: { code: 'not-yet-carried-over' } })
  expect(await send()).toMatchObject({ status: 200, body: { posted: 1 } })
  expect(await send()).toMatchObject({ status: 200, body: { posted: 0 } })
  expect(await send({ document: '（测试）6号' })).toMatchObject({ status: 409, body: { code: 'id-used-for-another-transfer' } })
  expect(await send({ id: newTestId() })).toMatchObject({ status: 409, body: { code: 'nothing-to-reclaim' } })
  const { rows } = await program.owner.query('select amount, clause from ledger_transfer where movement = $1', [order.id])
  // 4,000 万元 came in 2018, 2,000 went on to 平昌县.
  expect(rows).toEqual([{ amount: '2000000000', clause: 'notice-2020/3.7' }])
  const own = { source: 'central', budgetYear: 2018, batchYear: 2018 } as const
  await posted(reassign(paper(), province, own, { ...own, budgetYear: 2020, batchYear: 2020 }, 2_000_000_000n))
  expect(await faults()).toEqual([])
})

type Problem = { code?: string }
type Case = { what: string; make: () => Movement | null | Promise<Movement | null>; by: string | null }
const everyone = ['zhaojue-finance', 'pingchang-finance', 'sichuan-finance', 'guizhou-finance', 'centre']
const made: Case[] = [
  { what: 'an allotment of the centre', make: () => allot(paper(), province, batch, 7n), by: 'centre' },
  { what: 'money given back by the province', make: () => giveBack(paper(), province, batch, 7n), by: 'centre' },
  { what: 'an allotment of the province', make: () => allot(paper(), county, batch, 7n), by: 'sichuan-finance' },
  { what: 'money given back by the county', make: () => giveBack(paper(), county, batch, 7n), by: 'sichuan-finance' },
  { what: 'local match', make: () => contribute(paper(), county, { ...batch, source: 'local' }, 7n), by: 'zhaojue-finance' },
  { what: 'enterprise money', make: () => contribute(paper(), county, { ...batch, source: 'enterprise' }, 7n), by: 'zhaojue-finance' },
  { what: 'money set aside for a line', make: () => budgetLine(paper(), path, 7n), by: 'zhaojue-finance' },
  { what: 'money let go by a line', make: released, by: 'zhaojue-finance' },
  { what: 'a payment on its way', make: () => reservePayment(paper(), path, 7n), by: null },
  { what: 'money reclaimed', make: async () => reclaim(paper(), county, batch, await heldOfCounty()), by: 'sichuan-finance' },
  { what: 'reclaimed money reassigned', make: reassigned, by: 'sichuan-finance' },
]

describe('who corrects what', () => {
  const levels: Record<MoveKind, [own: string, ofProvince: string, ofCentre: string]> = {
    appropriate: [county, province, '000000'],
    allot: [county, province, '000000'],
    receive: [province, '000000', '000000'],
    match: [county, province, '000000'],
    invest: [county, province, '000000'],
    budget: [county, province, '000000'],
    'release-line': [county, province, '000000'],
    assign: ['payment', 'payment', 'payment'],
    'release-project': ['payment', 'payment', 'payment'],
    disburse: ['payment', 'payment', 'payment'],
    bounce: ['payment', 'payment', 'payment'],
    'give-back': [province, '000000', '000000'],
    'take-back': [county, province, '000000'],
    reclaim: [province, province, '000000'],
    reassign: [county, province, '000000'],
    correction: ['correction', 'correction', 'correction'],
  }
  test.each(Object.keys(moveKinds) as MoveKind[])('an entry of kind %s in the book of a county, a province, the centre', kind => {
    const said = [county, province, '000000'].map(countyCode => [correctorsOf([{ kind, countyCode }])].flat().join())
    expect(said).toEqual(levels[kind])
  })

  test.each([
    ['2020-05-19', 400, 'date-too-early'],
    ['2020-05-20', 200, undefined],
  ])('on %s of a move of the 20th: %i', async (businessDate, status, code) => {
    const id = await posted(allot(paper(), county, batch, 3n))
    const order = { id: newTestId(), businessDate, document: '', reason: '（测试）记错' }
    const answer = await (await program.as('sichuan-finance')).send<{ code?: string }>(
      'POST',
      `/api/ledger/movements/${id}/corrections`,
      order,
    )
    expect([answer.status, answer.body.code]).toEqual([status, code])
  })

  test.each(['advance-allotment', 'settlement', 'final-list'])(
    'what follows from a decision (%s) is put right by its own order',
    async recordKind => {
      const [id, before] = [newTestId(), await available()]
      await posted(allot({ ...testPaper(id), recordKind, recordId: newTestId() }, county, batch, 1n))
      const order = { id: newTestId(), businessDate: '2020-05-20', document: '', reason: '（测试）记错' }
      for (const name of everyone) {
        const { status, body } = await (await program.as(name)).send<Problem>('POST', `/api/ledger/movements/${id}/corrections`, order)
        expect([404, 409]).toContain(status)
        if (status === 409) expect(body).toMatchObject({ code: 'correct-by-own-order', clause: 'notice-2020/5.6' })
      }
      const back = { ...testPaper(newTestId()), recordKind: 'allotment', recordId: newTestId() }
      await posted(giveBack(back, county, batch, 1n))
      expect(await available()).toEqual(before)
    },
  )

  test('a number that two governments used asks for both', () => {
    expect(
      correctorsOf([
        { kind: 'match', countyCode: county },
        { kind: 'receive', countyCode: county },
      ]),
    ).toEqual([province, county])
  })

  test.each(made)('$what: reversed whole by the level that made it, by nobody else', async ({ make, by }) => {
    const movement = await make()
    const before = await available()
    const id = await posted(movement)
    const legs = (await program.owner.query('select 1 from ledger_transfer where movement = $1', [id])).rowCount
    const correct = async (name: string) =>
      (await program.as(name)).send<{ posted?: number; code?: string }>('POST', `/api/ledger/movements/${id}/corrections`, {
        id: newTestId(),
        businessDate: '2020-05-20',
        document: '',
        reason: '（测试）记错',
      })
    for (const name of everyone.filter(each => each !== by)) {
      const answer = await correct(name)
      expect([name, [403, 404, 409].includes(answer.status)]).toEqual([name, true])
    }
    if (by) {
      expect(await correct(by)).toMatchObject({ status: 200, body: { posted: legs } })
      expect(await available()).toEqual(before)
    }
    expect(await faults()).toEqual([])
  })
})
