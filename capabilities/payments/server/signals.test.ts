import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestProgram } from '../../../test/support/program.ts'
import { startTestProgram } from '../../../test/support/program.ts'
import { newTestId } from '../testing/factory.ts'
import { openHands, png, unmet } from '../testing/requests.ts'
import type { Hands, Problem } from '../testing/requests.ts'

type View = {
  missing: string[]
  rules: { code: string; clause: string; year: number; numbers: { id: string; value: string | null }[] }[]
  signals: { code: string; countyCode: string; requestIds: string[]; rows: { kind: string; key: string }[] }[]
  payees: { party: { creditCode: string }; check: { status: string } | null; mayCheck: boolean }[]
}

let program: TestProgram
let hands: Hands
let paidId = ''
beforeAll(async () => {
  program = await startTestProgram()
  hands = await openHands(program.as)
  const body = hands.asked('200000')
  expect((await hands.submit(body)).status).toBe(200)
  expect((await hands.approve(body.id)).status).toBe(200)
  expect((await hands.step(hands.finance, body.id, 'voucher', { voucher: 'GK-S1', paidOn: '2020-05-20' })).status).toBe(200)
  paidId = body.id
})
afterAll(() => program.close())

const view = async (query = '', who = hands.office): Promise<View> => (await who.get<View>(`/api/payments/signals${query}`)).body
const codesOf = ({ signals }: View, requestId = paidId) =>
  signals.filter(({ requestIds }) => requestIds.includes(requestId)).map(({ code }) => code)
const check = (change: object = {}, who = hands.office) =>
  who.send<Problem>('POST', '/api/payments/payee-checks/513431', {
    id: newTestId(),
    creditCode: hands.contract.party.creditCode,
    status: 'operating',
    source: '国家企业信用信息公示系统',
    checkedOn: '2020-05-20',
    activeOn: null,
    ...change,
  })

test('every signal names its rule, which has a clause and numbers of its year, and rows that open', async () => {
  program.setNow('2020-05-31T09:00:00+08:00')
  const { rules, signals, missing } = await view()
  expect(missing).toEqual([])
  expect(signals.length).toBeGreaterThan(3)
  for (const { code, rows } of signals) {
    const rule = rules.find(each => each.code === code)
    expect(rule?.clause).toMatch(/^notice-2020\//)
    expect(rule?.numbers.every(({ value }) => value !== null)).toBe(true)
    expect(rows.length).toBeGreaterThan(0)
  }
  // The demonstration's county: late steps, and matching money that did not come for the plan of 2020.
  expect(new Set(signals.map(({ code }) => code))).toContain('step-late')
})

test('what was paid waits for its payee to confirm it, once and on a day that can be', async () => {
  const confirm = (body: object, who = hands.contractor, id = paidId) => who.send<Problem>('POST', `/api/payments/${id}/receipt`, body)
  const receipt = { receivedOn: '2020-05-21', bankReference: '回单1号' }
  program.setNow('2020-05-30T09:00:00+08:00')
  expect(codesOf(await view())).not.toContain('receipt-unconfirmed')
  program.setNow('2020-05-31T09:00:00+08:00')
  expect(codesOf(await view())).toContain('receipt-unconfirmed')
  expect((await confirm(receipt, hands.office)).status).toBe(403)
  expect((await confirm(receipt, await program.as('pingchang-contractor'))).status).toBe(404)
  for (const receivedOn of ['2020-05-19', '2020-06-01'])
    expect(await confirm({ ...receipt, receivedOn })).toMatchObject({ status: 400, body: { code: 'received-out-of-time' } })
  for (const _ of [1, 2]) expect((await confirm(receipt)).status).toBe(200)
  expect(await confirm({ ...receipt, receivedOn: '2020-05-22' })).toMatchObject({ status: 409, body: { code: 'receipt-confirmed' } })
  expect(codesOf(await view())).not.toContain('receipt-unconfirmed')
  const own = await hands.contractor.get<{ rows: { request: { id: string }; received: boolean; state: string }[] }>('/api/payments/own')
  expect(own.body.rows.find(({ request }) => request.id === paidId)).toMatchObject({ received: true, state: 'paid' })
  const waiting = hands.asked('100')
  program.setNow('2020-05-20T09:00:00+08:00')
  await hands.submit(waiting)
  expect(await confirm(receipt, hands.contractor, waiting.id)).toMatchObject({ status: 409, body: { code: 'payment-wrong-state' } })
})

test('a payee is looked up by the office; a deregistered one is paid nothing, until a new check says that it trades', async () => {
  program.setNow('2020-05-20T09:00:00+08:00')
  expect(codesOf(await view('?countyCode=513431'))).toContain('payee-dormant')
  expect((await check({}, hands.contractor)).status).toBe(403)
  expect(await check({ checkedOn: '2020-05-21' })).toMatchObject({ status: 400, body: { code: 'date-in-future' } })
  expect(await check({ activeOn: '2020-05-21' })).toMatchObject({ status: 400, body: { code: 'activity-after-check' } })
  const id = newTestId()
  for (const _ of [1, 2]) expect((await check({ id, status: 'deregistered' })).status).toBe(200)
  expect(await check({ id, status: 'operating' })).toMatchObject({ status: 409, body: { code: 'id-used-for-another-check' } })
  expect(unmet(await hands.submit(hands.asked('100')))).toEqual(['payee-in-operation'])
  expect((await check({ activeOn: '2020-05-10' })).status).toBe(200)
  expect((await hands.submit(hands.asked('100'))).status).toBe(200)
  const { payees, ...now } = await view('?countyCode=513431')
  expect(codesOf({ payees, ...now })).not.toContain('payee-dormant')
  expect(payees).toMatchObject([{ check: { status: 'operating' }, mayCheck: true }])
  expect((await (await program.as('pingchang-office')).get<View>('/api/payments/signals')).body.payees).toEqual([])
})

/** Another county with the same project, contract and machines under ids of its own. */
const copyCounty = async (to: string): Promise<void> => {
  const own = (text: string): string => text.replace(/^.{8}/, '51192300')
  for (const [table, keys] of [
    ['contractor', []],
    ['project', []],
    ['contract', ['contractor_id', 'project_id']],
    ['asset_card', ['contract_id']],
  ] as const) {
    const { rows } = await program.owner.query(`select * from ${table} where county_code = '513431'`)
    for (const row of rows) {
      const copy = { ...row, county_code: to, id: own(row.id), ...Object.fromEntries(keys.map(key => [key, own(row[key])])) }
      if ('procurement_id' in copy) copy.procurement_id = null
      const columns = Object.keys(copy)
      await program.owner.query(
        `insert into ${table} (${columns.join()}) values (${columns.map((_, index) => `$${index + 1}`).join()})`,
        columns.map(column => (column === 'content' ? JSON.stringify({ ...copy.content, countyCode: to, id: copy.id }) : copy[column])),
      )
    }
  }
}

test('a serial number of another project or county, and a photo shown twice, are signals with both rows to whoever sees both', async () => {
  program.setNow('2020-05-20T09:00:00+08:00')
  const { contract, office } = hands
  const again = async (code: string, who = office) => (await view('', who)).signals.filter(signal => signal.code === code)
  expect(await again('serial-used-again')).toEqual([])
  const card = {
    contractId: contract.id,
    contractLineId: contract.lines[0]?.id,
    number: '513431-ZC-0900',
    name: '（测试）货架',
    model: '',
    serial: ' demo-1',
    valueFen: '100',
    acquiredOn: '2020-04-20',
    siteId: null,
    place: '',
    keeper: '',
    photoFileId: null,
    state: 'in-use',
    seenVersion: 0,
  }
  expect((await office.send('PUT', `/api/projects/513431/assets/${newTestId()}`, card)).status).toBe(200)
  const [one, ...others] = await again('serial-used-again')
  expect([others, one?.rows.length, one?.countyCode]).toEqual([[], 2, '513431'])
  await copyCounty('511923')
  const province = await program.as('sichuan-commerce')
  // DEMO-1 stands on three cards, DEMO-2 to 4 on two each; each county is told of its own.
  expect((await again('serial-used-again', province)).map(({ countyCode }) => countyCode).toSorted()).toEqual([
    ...Array(4).fill('511923'),
    ...Array(4).fill('513431'),
  ])
  expect((await again('serial-used-again')).length).toBe(1)
  const { body } = await office.get<{ rows: { project: { id: string } }[] }>('/api/projects/513431/register?year=2020')
  for (const [asOf, percent] of [
    ['2020-05-18', 20],
    ['2020-05-19', 30],
  ] as const) {
    const fileId = newTestId()
    expect((await office.upload(`/api/projects/513431/files?id=${fileId}&name=work.png`, png)).status).toBe(200)
    const photos = [{ fileId, takenOn: asOf, caption: '（测试）' }]
    const report = { id: newTestId(), asOf, percent, stepsDone: [], note: '', photos }
    expect((await office.send('POST', `/api/projects/513431/register/${body.rows[1]?.project.id}/progress`, report)).status).toBe(200)
  }
  expect((await again('photo-used-again')).map(({ rows }) => rows.map(({ kind }) => kind))).toEqual([['project', 'project']])
})
