import { publicCaller } from '@jincun/http'
import { loadPolicy } from '@jincun/policy/load'
import { verifyLedger } from '@jincun/ledger/server'
import { planInForce } from '@jincun/projects/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Client, TestProgram } from '../../../test/support/program.ts'
import { startTestProgram } from '../../../test/support/program.ts'
import { newTestId } from '../testing/factory.ts'
import { recordPlansOf } from './approved-plans.ts'

type Row = {
  provinceCode: string
  line: { makeUp: string; giveBack: string }
  posted: { kind: string; amount: string; movement: string }[]
}
type View = { rows: Row[]; toPost: { provinceCode: string; short: string }[] }
type Money = { rows: { countyCode: string; source: string; budgetYear: number; batchYear: number; received: string }[] }
type Problem = { code: string; clause?: string; detail: string }
type Counties = { ready: boolean; mayAllot: boolean; counties: { countyCode: string; remainder: string; movements: object[] }[] }

let program: TestProgram
let centre: Client
let finance: Client
const at = '/api/settlement/2020'
const order = (more: object = {}) => ({ id: newTestId(), document: '（测试）财建〔2020〕9号', allottedOn: '2020-06-10', ...more })
const view = async () => (await centre.get<View>(at)).body
const receivedBy = async (code: string) => {
  const { rows } = (await centre.get<Money>('/api/ledger/money')).body
  return rows.find(row => row.countyCode === code && row.source === 'central' && row.budgetYear === 2020 && row.batchYear === 2020)
    ?.received
}
const entries = async () => (await program.owner.query<{ n: number }>('select count(*)::int as n from ledger_transfer')).rows[0]?.n ?? 0

/** Work whose traces nobody reads. */
const nobody = { caller: publicCaller('demo'), audit: async () => undefined, publish: async () => 0n }

beforeAll(async () => {
  program = await startTestProgram({ now: '2020-06-10T09:00:00+08:00' })
  ;[centre, finance] = await Promise.all([program.as('centre'), program.as('gansu-finance')])
})
afterAll(() => program.close())

test('every province with a provisional number and no advance is advanced by it, once; the amount must be money', async () => {
  const refused = await centre.send<Problem>('POST', `${at}/provisional-advances`, order({ perCountyYuan: '0' }))
  expect(refused).toMatchObject({ status: 400, body: { code: 'amount-unreadable' } })
  const future = await centre.send<Problem>('POST', `${at}/provisional-advances`, order({ perCountyYuan: '1', allottedOn: '2020-06-11' }))
  expect(future).toMatchObject({ status: 400, body: { code: 'date-in-future' } })
  const early = await centre.send<Problem>('POST', `${at}/provisional-advances`, order({ perCountyYuan: '1', allottedOn: '2018-12-31' }))
  expect(early).toMatchObject({ status: 400, body: { code: 'date-too-early' } })
  const sent = order({ perCountyYuan: '100000.01', allottedOn: '2019-11-25', document: '（测试）提前下达' })
  const first = await centre.send<{ posted: string[] }>('POST', `${at}/provisional-advances`, sent)
  expect(first.status).toBe(200)
  expect(first.body.posted).not.toContain('620000')
  const before = await entries()
  expect((await centre.send<{ posted: string[] }>('POST', `${at}/provisional-advances`, sent)).body.posted).toEqual([])
  expect(await entries()).toBe(before)
  const rows = (await centre.get<{ rows: { provinceCode: string; provisional: number; line: { advance: string } }[] }>(at)).body.rows
  const henan = rows.find(row => row.provinceCode === '410000')
  expect(henan?.line.advance).toBe(String(BigInt(henan?.provisional ?? 0) * 10_000_001n))
  expect(await receivedBy('410000')).toBe(henan?.line.advance)
})

test('before the settlement nothing follows from it', async () => {
  const answer = await centre.send<Problem>('POST', `${at}/final-allotments`, order())
  expect(answer).toMatchObject({ status: 409, body: { code: 'not-settled' } })
  expect(answer.body.clause).toBe('notice-2020/5.4')
})

test('the settlement reaches the ledger by one document: made up, given back, each province once, to the fen', async () => {
  const plan = { id: newTestId(), provinceCode: '620000', score: '90', comment: '' }
  expect((await centre.send('POST', `${at}/plan-reviews`, plan)).status).toBe(200)
  const approval = { id: newTestId(), provinceCode: '620000', approved: 4, reason: '（测试）' }
  expect((await centre.send('POST', `${at}/approvals`, approval)).status).toBe(200)
  expect((await centre.send('POST', `${at}/settlements`, { id: newTestId(), acceptsAssumedStandard: true })).status).toBe(200)
  const due = await view()
  const ready = due.toPost.filter(({ short }) => short === '0').map(({ provinceCode }) => provinceCode)
  expect(ready).toEqual(expect.arrayContaining(['520000', '620000']))
  const sent = order()
  const [one, two] = await Promise.all([
    centre.send<{ posted: string[] }>('POST', `${at}/final-allotments`, sent),
    centre.send('POST', `${at}/final-allotments`, sent),
  ])
  expect([one.status, two.status]).toEqual([200, 200])
  const posted = await view()
  expect(posted.toPost).toEqual([{ provinceCode: '510000', short: '800000000' }])
  const gansu = posted.rows.find(row => row.provinceCode === '620000')
  expect(gansu?.posted.map(({ kind, amount }) => [kind, amount])).toEqual([
    ['advance-allotment', '4500000000'],
    ['settlement', gansu?.line.makeUp],
  ])
  expect(await receivedBy('620000')).toBe('6000000000')
  expect(await receivedBy('520000')).toBe('0')
})

test('with the final list published, provincial finance brings each county to the standard, once; nobody else may', async () => {
  const path = '/api/final-lists/2020/620000'
  expect((await finance.get<Counties>(`${path}/allotments`)).body).toMatchObject({ ready: false, mayAllot: true, counties: [] })
  expect(await finance.send<Problem>('POST', `${path}/allotments`, order())).toMatchObject({
    status: 409,
    body: { code: 'final-list-not-published' },
  })
  const commerce = await program.as('gansu-commerce')
  const proposed = (await commerce.get<{ entries: { countyCode: string; type: string }[] }>(path)).body
  const content = {
    listId: newTestId(),
    changeId: newTestId(),
    seenVersion: 0,
    entries: proposed.entries.map(({ countyCode, type }) => ({ countyCode, type })),
    letter: { number: '（测试）甘政函〔2020〕1号', date: '2020-06-08', signedBy: '（测试）甘肃省人民政府' },
    reasons: {},
  }
  expect((await commerce.send('PUT', path, content)).status).toBe(200)
  expect((await commerce.send('POST', `${path}/submission`, { id: newTestId(), seenVersion: 1 })).status).toBe(200)
  expect((await centre.send('POST', `${path}/publication`, { id: newTestId() })).status).toBe(200)
  const { tasks } = (await finance.get<{ tasks: { id: string; state: string }[] }>('/api/home')).body
  expect(tasks).toContainEqual(expect.objectContaining({ id: 'final-list-to-ledger-2020-620000', state: 'do' }))
  expect((await commerce.send('POST', `${path}/allotments`, order())).status).toBe(403)
  const sent = order()
  for (const _ of [1, 2]) expect((await finance.send('POST', `${path}/allotments`, sent)).status).toBe(200)
  const { counties } = (await finance.get<Counties>(`${path}/allotments`)).body
  expect(counties).toHaveLength(4)
  for (const county of counties) {
    expect(county).toMatchObject({ remainder: '0', movements: [{ amount: '1500000000' }] })
    expect(await receivedBy(county.countyCode)).toBe('1500000000')
  }
})

test('what was allotted on is taken back from the county first: the refusal names the province and the clause', async () => {
  const before = await entries()
  const refused = await centre.send<Problem>('POST', `${at}/final-allotments`, order())
  expect(refused).toMatchObject({ status: 409, body: { code: 'give-back-short' } })
  expect(refused.body.detail).toContain('四川省')
  expect(refused.body.clause).toBe('notice-2020/5.4')
  expect(await entries()).toBe(before)
  const sichuan = await program.as('sichuan-finance')
  const back = {
    id: newTestId(),
    amountYuan: '8000000',
    budgetYear: 2020,
    batchYear: 2020,
    document: '（测试）川财建〔2020〕8号',
    businessDate: '2020-06-10',
    reason: '（测试）',
    direction: 'give-back',
  }
  const answer = await sichuan.send<Problem>('POST', '/api/ledger/counties/513431/allotments', back)
  expect(answer).toMatchObject({ status: 409, body: { code: 'money-short' } })
  expect(await receivedBy('513431')).toBe('800000000')
})

test('after all of it the ledger proves itself', async () => {
  const everything = { personId: null, realm: 'demo', jurisdictions: ['*'] }
  const proof = await program.program.database.transaction(everything, 'snapshot', tx => verifyLedger(tx, 'demo'))
  expect(proof.faults).toEqual([])
  expect(proof.debits).toBe(proof.credits)
})

test('the plan of a county that enters with its whole region becomes its approved plan too (notice-2020/4.6)', async () => {
  const county = '540124'
  await program.owner.query(
    `with a as (insert into application select '${county}', gen_random_uuid(), realm, year, 'regionWide', state, version, content, summary,
        extended_to, created_at, updated_at from application where county_code = '510824' returning id)
      insert into application_submission select '${county}', gen_random_uuid(), a.id, s.realm, s.version,
        replace(s.content, '"countyCode":"510824"', '"countyCode":"${county}"'), s.hash, s.submitted_at
        from a, application_submission s where s.county_code = '510824'`,
  )
  const entry = { countyCode: county, name: '（测试）', type: 'regionWide' as const, rank: null, planHash: 'h' }
  const letter = { number: '（测试）藏政函〔2020〕1号', date: '2020-06-20', signedBy: '（测试）' }
  const list = { provinceCode: '540000', year: 2020, version: 1, entries: [entry], letter, reasons: {} }
  const filed = await program.program.database.transaction({ personId: null, realm: 'demo', jurisdictions: ['*'] }, 'write', async tx => {
    const result = await recordPlansOf(
      { tx, now: new Date('2020-06-25T09:00:00+08:00'), newId: newTestId, policy: loadPolicy(), ...nobody },
      list,
    )
    return result.ok ? planInForce(tx, county, 2020) : null
  })
  expect(filed).toMatchObject({ countyCode: county, version: 1, state: 'approved', basis: 'final-list', document: letter.number })
  expect(filed?.lines.length).toBeGreaterThan(0)
})
