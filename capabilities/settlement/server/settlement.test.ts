import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from '@jincun/db'
import type { Client, TestProgram } from '../../../test/support/program.ts'
import { startTestProgram } from '../../../test/support/program.ts'
import { newTestId } from '../testing/factory.ts'
import { lockSettlement } from './settlement-store.ts'

type Row = {
  provinceCode: string
  listState: string
  listed: number
  provisional: number | null
  approval: { approved: number } | null
  line: { counties: number; due: string; advance: string; makeUp: string; giveBack: string }
}
type View = {
  rows: Row[]
  standard: string
  standardOrigin: string
  settledAt: string | null
  total: { due: string; advance: string; makeUp: string; giveBack: string }
}
type Problem = { code: string; where?: string }

let program: TestProgram
let centre: Client
let gansu: Client

const settlement = '/api/settlement/2020'
const view = async (client: Client) => (await client.get<View>(settlement)).body
const rowOf = async (client: Client, code: string) => (await view(client)).rows.find(row => row.provinceCode === code)
const score = (provinceCode: string, points: string) => ({ id: newTestId(), provinceCode, score: points, comment: '' })
const approval = (provinceCode: string, approved: number, reason = '') => ({ id: newTestId(), provinceCode, approved, reason })

const idUsed = { status: 409, body: { code: 'id-used-for-another-order' } }

beforeAll(async () => {
  program = await startTestProgram({ now: '2020-06-03T09:00:00+08:00' })
  ;[centre, gansu] = await Promise.all([program.as('centre'), program.as('gansu-commerce')])
})
afterAll(() => program.close())

describe('plan review and final number (notice-2020/5.4)', () => {
  test('the centre sees 31 provinces, a province only its own', async () => {
    expect((await view(centre)).rows).toHaveLength(31)
    expect((await view(gansu)).rows.map(row => row.provinceCode)).toEqual(['620000'])
    expect(await rowOf(centre, '620000')).toMatchObject({ listState: 'submitted', listed: 4, approval: null })
    expect(await rowOf(centre, '520000')).toMatchObject({ listState: 'forfeited', listed: 0 })
  })

  test('no number before the plan is scored, none for a province that forfeited', async () => {
    expect(await centre.send<Problem>('POST', `${settlement}/approvals`, approval('620000', 3, '理由'))).toMatchObject({
      status: 409,
      body: { code: 'plan-not-reviewed' },
    })
    expect(await centre.send<Problem>('POST', `${settlement}/plan-reviews`, score('520000', '80'))).toMatchObject({
      status: 409,
      body: { code: 'list-not-submitted' },
    })
    expect(await centre.send<Problem>('POST', `${settlement}/approvals`, approval('520000', 1, '理由'))).toMatchObject({
      status: 409,
      body: { code: 'list-not-submitted' },
    })
  })

  test.each(['100.5', '-1', 'A', '88.555'])('a score of %s is refused', async points => {
    expect((await centre.send('POST', `${settlement}/plan-reviews`, score('620000', points))).status).toBe(400)
  })

  test('scored and approved: at most as many as are listed, with a reason where it differs from the provisional number; twice is once', async () => {
    const scored = score('620000', '88.5')
    for (const _ of [1, 2]) expect((await centre.send('POST', `${settlement}/plan-reviews`, scored)).status).toBe(200)
    for (const other of [{ score: '88' }, { comment: '改' }])
      expect(await centre.send<Problem>('POST', `${settlement}/plan-reviews`, { ...scored, ...other })).toMatchObject(idUsed)
    const row = await rowOf(centre, '620000')
    expect(await centre.send<Problem>('POST', `${settlement}/approvals`, approval('620000', 5, '理由'))).toMatchObject({
      status: 400,
      body: { code: 'more-than-listed' },
    })
    expect(row?.provisional).not.toBe(3)
    expect(await centre.send<Problem>('POST', `${settlement}/approvals`, approval('620000', 3))).toMatchObject({
      status: 400,
      body: { code: 'approval-without-reason' },
    })
    const order = approval('620000', 3, '方案得分88.5')
    for (const _ of [1, 2])
      expect(await centre.send('POST', `${settlement}/approvals`, order)).toMatchObject({ status: 200, body: { approved: 3 } })
    for (const other of [{ approved: 2 }, { reason: '另一个理由' }])
      expect(await centre.send<Problem>('POST', `${settlement}/approvals`, { ...order, ...other })).toMatchObject(idUsed)
    expect((await program.owner.query('select 1 from quota_approval')).rowCount).toBe(1)
    expect(await rowOf(gansu, '620000')).toMatchObject({ approval: { approved: 3 } })
  })

  test.each<[string, () => Promise<{ status: number }>]>([
    ['approve', () => gansu.send('POST', `${settlement}/approvals`, approval('620000', 4, '理由'))],
    ['score', () => gansu.send('POST', `${settlement}/plan-reviews`, score('620000', '99'))],
    ['settle', () => gansu.send('POST', `${settlement}/settlements`, { id: newTestId(), acceptsAssumedStandard: true })],
  ])('a province cannot %s', async (_name, ask) => {
    expect((await ask()).status).toBe(403)
  })
})

describe('advances', () => {
  const advance = (amountYuan: string, provinceCode = '110000') => ({
    id: newTestId(),
    provinceCode,
    amountYuan,
    document: '（测试）1号',
    allottedOn: '2019-11-20',
  })

  test.each([
    ['1.001', 'amount-unreadable'],
    ['一百', 'amount-unreadable'],
    ['0', 'amount-unreadable'],
    ['-1', 'advance-below-zero'],
  ])('%s yuan is refused', async (amount, code) => {
    expect(await centre.send<Problem>('POST', `${settlement}/advances`, advance(amount))).toMatchObject({
      status: 400,
      body: { code, where: 'amountYuan' },
    })
  })

  test('are added to the fen, once each, and corrected by a further entry', async () => {
    const order = advance('15,000,000.01')
    for (const _ of [1, 2]) expect((await centre.send('POST', `${settlement}/advances`, order)).status).toBe(200)
    expect((await rowOf(centre, '110000'))?.line.advance).toBe('1500000001')
    expect((await centre.send('POST', `${settlement}/advances`, advance('-0.01'))).status).toBe(200)
    expect((await rowOf(centre, '110000'))?.line).toMatchObject({ advance: '1500000000', due: '0', giveBack: '1500000000' })
  })

  test.each([
    ['2018-12-31', 400, 'date-too-early'],
    ['2019-01-01', 200, undefined],
    ['2020-06-03', 200, undefined],
    ['2020-06-04', 400, 'date-in-future'],
  ])('allotted on %s: %i', async (allottedOn, status, code) => {
    const answer = await centre.send<Problem & { clause?: string }>('POST', `${settlement}/advances`, { ...advance('1'), allottedOn })
    expect([answer.status, answer.body.code]).toEqual([status, code])
    expect(answer.body.clause).toBe(status === 200 ? undefined : 'notice-2020/5.1')
  })

  test('2017 knows no advance: nothing is posted in its name, and the file that lacks the clause is named', async () => {
    const order = { ...advance('1'), allottedOn: '2016-11-20' }
    const answer = await centre.send<Problem & { detail: string }>('POST', '/api/settlement/2017/advances', order)
    expect([answer.status, answer.body.code]).toEqual([422, 'policy-missing'])
    expect(answer.body.detail).toContain('policy/lists/money-moves.yaml')
    const entries = await program.owner.query('select 1 from ledger_transfer where movement = $1', [order.id])
    expect(entries.rows).toEqual([])
  })

  test('a province that does not exist is refused', async () => {
    expect((await centre.send('POST', `${settlement}/advances`, advance('1', '990000'))).status).toBe(404)
  })
})

describe('settlement, 多退少补 (notice-2020/5.4)', () => {
  test('not while a province may still submit its list, and not while a submitted one has no number', async () => {
    const order = () => ({ id: newTestId(), acceptsAssumedStandard: true })
    program.setNow('2020-05-29T23:59:59+08:00')
    expect(await centre.send<Problem>('POST', `${settlement}/settlements`, order())).toMatchObject({
      status: 409,
      body: { code: 'lists-open' },
    })
    program.setNow('2020-05-28T09:00:00+08:00')
    const guizhou = await program.as('guizhou-commerce')
    const { body: list } = await guizhou.get<{ basis: object; plan: object; version: number }>('/api/ranked-lists/2020/520000')
    const entries = [{ rank: 1, countyCode: '520526', type: 'first', score: '90' }]
    const save = {
      listId: newTestId(),
      changeId: newTestId(),
      seenVersion: list.version,
      entries,
      basis: list.basis,
      reasons: {},
      plan: list.plan,
    }
    expect((await guizhou.send('PUT', '/api/ranked-lists/2020/520000', save)).status).toBe(200)
    expect(
      (await guizhou.send('POST', '/api/ranked-lists/2020/520000/submission', { id: newTestId(), seenVersion: list.version + 1 })).status,
    ).toBe(200)
    program.setNow('2020-06-03T09:00:00+08:00')
    expect(await centre.send<Problem>('POST', `${settlement}/settlements`, order())).toMatchObject({
      status: 409,
      body: { code: 'approvals-missing' },
    })
    expect((await centre.send('POST', `${settlement}/plan-reviews`, score('520000', '70'))).status).toBe(200)
    expect((await centre.send('POST', `${settlement}/approvals`, approval('520000', 0, '方案不合格'))).status).toBe(200)
  })

  test('an assumed standard is used only when that is said expressly', async () => {
    expect((await view(centre)).standardOrigin).toBe('house')
    expect(
      await centre.send<Problem>('POST', `${settlement}/settlements`, { id: newTestId(), acceptsAssumedStandard: false }),
    ).toMatchObject({ status: 409, body: { code: 'standard-assumed' } })
  })

  const order = { id: newTestId(), acceptsAssumedStandard: true }

  test('what is decided while the money is being settled waits, and finds it settled', async () => {
    const waiting = async () =>
      (
        await program.owner.query(
          "select 1 from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())",
        )
      ).rowCount
    const decisions = await program.program.database.transaction(
      { personId: null, realm: 'demo', jurisdictions: ['*'] },
      'write',
      async tx => {
        await lockSettlement(tx, 2020)
        const sent = []
        for (const [path, body] of [
          ['settlements', order],
          ['approvals', approval('620000', 2, '复核')],
          ['plan-reviews', score('620000', '60')],
          ['advances', { id: newTestId(), provinceCode: '620000', amountYuan: '1', document: '（测试）1号', allottedOn: '2019-11-20' }],
        ] as const) {
          sent.push(centre.send<Problem>('POST', `${settlement}/${path}`, body))
          await expect.poll(waiting, { timeout: 10_000 }).toBe(sent.length)
        }
        return { sent }
      },
    )
    const [settled, ...late] = await Promise.all(decisions.sent)
    expect(settled?.status).toBe(200)
    expect(late.map(({ status, body }) => [status, body.code])).toEqual(late.map(() => [409, 'round-settled']))
  })

  test('all provinces at once, adding up to the fen; twice is once; then nothing changes any more', async () => {
    for (const _ of [1, 2]) expect((await centre.send('POST', `${settlement}/settlements`, order)).status).toBe(200)
    const { rows, total, standard } = await view(centre)
    const sum = (key: 'due' | 'advance' | 'makeUp' | 'giveBack') => rows.reduce((all, row) => all + BigInt(row.line[key]), 0n)
    for (const key of ['due', 'advance', 'makeUp', 'giveBack'] as const) expect(sum(key)).toBe(BigInt(total[key]))
    expect(sum('advance') + sum('makeUp') - sum('giveBack')).toBe(sum('due'))
    expect(rows.find(row => row.provinceCode === '620000')?.line).toMatchObject({
      counties: 3,
      due: String(3n * BigInt(standard)),
      advance: '4500000000',
      makeUp: '0',
      giveBack: '0',
    })
    expect(rows.find(row => row.provinceCode === '520000')?.line).toMatchObject({ counties: 0, giveBack: '12000000000' })
    expect(await centre.send<Problem>('POST', `${settlement}/approvals`, approval('620000', 4, '理由'))).toMatchObject({
      status: 409,
      body: { code: 'round-settled' },
    })
    expect(await centre.send<Problem>('POST', `${settlement}/settlements`, { ...order, id: newTestId() })).toMatchObject({
      status: 409,
      body: { code: 'round-settled' },
    })
  })

  test('is published with every line, and stands in the audit log', async () => {
    const row = (await program.owner.query<{ content: string }>("select content from publication where kind = 'settlement'")).rows[0]
    expect(JSON.parse(row?.content ?? '{}')).toMatchObject({ lines: { length: 31 }, unit: 'fen' })
    const actions = await program.owner.query("select distinct record_kind from audit_event where action = 'settlement.decide'")
    expect(actions.rows.map(each => each.record_kind).sort()).toEqual(['advance-allotment', 'plan-review', 'quota-approval', 'settlement'])
  })

  test('the database itself refuses a line that does not add up, and any change', async () => {
    const scope = { personId: null, realm: 'demo', jurisdictions: ['*'] }
    const write = (statement: Parameters<Parameters<Parameters<typeof program.program.database.transaction>[2]>[0]['run']>[0]) =>
      program.program.database.transaction(scope, 'write', tx => tx.run(statement))
    await expect(
      write(sql`insert into settlement_line values ('990000', 'demo', 2020, gen_random_uuid(), 1, 0, 1, 100, 0, 100, 99, 0, now())`),
    ).rejects.toThrow('check constraint')
    await expect(write(sql`update settlement_line set due = 0`)).rejects.toThrow('permission denied')
    await expect(write(sql`delete from quota_approval`)).rejects.toThrow('permission denied')
  })

  test('row-level security keeps a province to its own lines', async () => {
    const seen = await program.program.database.transaction({ personId: null, realm: 'demo', jurisdictions: ['62'] }, 'read', tx =>
      tx.rows<{ county_code: string }>(sql`select county_code from settlement_line`),
    )
    expect(seen).toEqual([{ county_code: '620000' }])
  })
})

test('the home of the centre says what is to be approved', async () => {
  const { tasks } = (await centre.get<{ tasks: { id: string; state: string }[] }>('/api/home')).body
  expect(tasks).toContainEqual(expect.objectContaining({ id: 'settlement-2020', state: 'done' }))
})
