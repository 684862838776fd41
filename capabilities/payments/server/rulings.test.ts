import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoId } from '@jincun/identity'
import type { TestProgram } from '../../../test/support/program.ts'
import { startTestProgram } from '../../../test/support/program.ts'
import { newTestId } from '../testing/factory.ts'
import { openHands, unmet } from '../testing/requests.ts'
import type { Caller, Hands, Problem } from '../testing/requests.ts'

type Line = { id: string; money: Record<string, string> }
type Waiting = { door: string; recordId: string; lineId: string; name: string; finding: { clause: string } }

const at = '/api/projects/513431'
const thing = '其他费用'
let program: TestProgram
let hands: Hands
let office: Caller
let province: Caller

beforeAll(async () => {
  program = await startTestProgram()
  hands = await openHands(program.as)
  office = hands.office
  province = await program.as('sichuan-commerce')
})
afterAll(() => program.close())

const stopped = (answer: { status: number; body: Problem }) => [
  answer.status,
  (answer.body.findings ?? []).filter(({ status }) => status !== 'met').map(({ code, clause }) => `${code} ${clause}`),
]
const waiting = async (): Promise<Waiting[]> => (await province.get<{ waiting: Waiting[] }>(`${at}/rulings`)).body.waiting
const rule = (row: Waiting | undefined, change: object = {}) => {
  const { door, recordId, lineId, name } = row ?? {}
  const body = { id: newTestId(), door, recordId, lineId, name, decision: 'permitted', reason: '（测试）已核对', ...change }
  return province.send<Problem & { title: string }>('POST', `${at}/rulings`, body)
}

/** Proposes the plan in force with a part of one line moved to a line of this name. */
async function proposePlan(name: string): Promise<string> {
  const { body } = await office.get<{ versions: { lines: Line[] }[] }>(`${at}/plans?year=2020`)
  const lines = body.versions.at(-1)?.lines ?? []
  const given = lines.find(({ id }) => id === 'logistics-equipment')
  if (!given) throw new Error('the plan has the line')
  const part = 10_000_000n
  const left = { ...given, money: { ...given.money, centralFen: String(BigInt(given.money.centralFen ?? '0') - part) } }
  const added = { ...given, id: 'doubtful', name, facility: 'none', money: { centralFen: String(part), localFen: '0', enterpriseFen: '0' } }
  const changed = [...lines.map(line => (line.id === given.id ? left : line)), added]
  const id = newTestId()
  const sent = { id, year: 2020, lines: changed, reason: '（测试）调剂', reasons: {} }
  expect(await office.send('POST', `${at}/plans`, sent)).toMatchObject({ status: 200 })
  return id
}
const approvePlan = (id: string) =>
  province.send<Problem>('POST', `${at}/plans/${id}/decision`, { decision: 'approve', document: '（测试）1号', on: '2020-05-20' })
const assign = (id: string) =>
  hands.finance.send<Problem>('POST', '/api/payments/budget/513431/2020', {
    id,
    lineId: 'doubtful',
    source: 'central',
    budgetYear: 2020,
    amountYuan: '10000',
    document: '（测试）',
  })

/** A contract of the demonstration's contractor on the doubtful plan line. */
async function writeContract(name: string): Promise<string> {
  const projectId = demoId('zhaojue project logistics')
  const { body } = await office.get<{ project: { version: number; planLineIds: string[] } }>(`${at}/register/${projectId}`)
  const { version, id: _i, countyCode: _c, ...project } = body.project as Record<string, unknown> & typeof body.project
  const planLineIds = [...new Set([...project.planLineIds, 'doubtful'])]
  expect(await office.send('PUT', `${at}/register/${projectId}`, { ...project, planLineIds, seenVersion: version })).toMatchObject({
    status: 200,
  })
  const model = await office.get<{ contract: Record<string, unknown> & { lines: Record<string, unknown>[] } }>(
    `${at}/contracts/${hands.contract.id}`,
  )
  const { id: _id, countyCode: _county, version: _v, state: _s, signedOn: _d, party: _p, ...content } = model.body.contract
  const line = { ...content.lines[0], id: 'one', planLineId: 'doubtful', name, category: 'equipment-logistics', quantity: 1 }
  const money = { lines: [{ ...line, amountFen: '1000000', centralFen: '1000000' }], amountFen: '1000000', procurementId: null }
  const id = newTestId()
  const saved = await office.send('PUT', `${at}/contracts/${id}`, { ...content, number: `（测试）${id}`, ...money, seenVersion: 0 })
  expect(saved).toMatchObject({ status: 200 })
  return id
}
const sign = (id: string, seenVersion: number) =>
  office.send<Problem & { state: string }>('POST', `${at}/contracts/${id}/signature`, { seenVersion })
const pay = (contractId: string, itemName: string) => {
  const asked = hands.asked('1000', { contractId, contractLineId: 'one' })
  return { ...asked, invoice: { ...asked.invoice, issuedOn: '2020-05-20', itemName } }
}

test('a ruling on a line of the plan opens contract, payment and posting of the same thing; without it each door refuses (notice-2020/3.6)', async () => {
  const planId = await proposePlan(thing)
  expect(stopped(await approvePlan(planId))).toEqual([422, ['negative-list notice-2020/3.6']])
  const [row] = await waiting()
  expect(row).toMatchObject({
    door: 'plan-line',
    recordId: planId,
    lineId: 'doubtful',
    name: thing,
    finding: { clause: 'notice-2020/3.6' },
  })
  expect(await rule(row, { name: '另一名称' })).toMatchObject({ status: 409, body: { code: 'line-renamed' } })
  expect(await rule(row)).toMatchObject({ status: 200, body: { title: `equipment-logistics › ${thing}` } })
  expect(await waiting()).toEqual([])
  expect(await approvePlan(planId)).toMatchObject({ status: 200, body: { state: 'approved' } })

  expect(await assign(newTestId())).toMatchObject({ status: 200 })
  const contractId = await writeContract('其 他·费用')
  expect(await sign(contractId, 1)).toMatchObject({ status: 200, body: { state: 'signed' } })
  const request = pay(contractId, thing)
  expect(unmet(await hands.submit(request))).toEqual([])
  expect(await hands.approve(request.id)).toMatchObject({ status: 200, body: { state: 'approved' } })
  const voucher = { voucher: 'GK-9001', paidOn: '2020-05-20' }
  expect(await hands.step(hands.finance, request.id, 'voucher', voucher)).toMatchObject({ status: 200, body: { state: 'paid' } })

  const invoice = pay(contractId, '其他')
  expect(stopped(await hands.submit(invoice))).toEqual([422, ['negative-list notice-2020/3.6']])
  const ask = (who: Caller, name: string) =>
    who.send<Problem>('POST', `${at}/ruling-requests`, { id: newTestId(), contractId, lineId: 'one', name })
  expect(await ask(hands.contractor, '购买流量')).toMatchObject({
    status: 409,
    body: { code: 'name-not-doubtful', details: { clause: 'notice-2020/3.6' } },
  })
  expect((await ask(await program.as('pingchang-contractor'), '其他')).status).toBe(403)
  expect(await ask(hands.contractor, '其他')).toMatchObject({ status: 200 })
  const [asked] = await waiting()
  expect(asked).toMatchObject({ door: 'payment-request', name: '其他' })
  const outcome = async (who: Caller) => who.get<{ rows: object[] }>(`${at}/ruling-requests?contract=${contractId}`)
  expect((await outcome(hands.contractor)).body.rows).toMatchObject([{ request: { name: '其他' }, waits: true, ruling: null }])
  expect(await rule(asked)).toMatchObject({ status: 200 })
  const ruling = { decision: 'permitted', reason: '（测试）已核对', ruledBy: { office: expect.stringContaining('四川') } }
  expect((await outcome(hands.contractor)).body.rows).toMatchObject([{ waits: false, ruling }])
  expect((await outcome(await program.as('pingchang-contractor'))).status).toBe(403)
  expect(await hands.submit(invoice)).toMatchObject({ status: 200 })

  // What the rulings opened closes again without them, at each door by itself.
  await program.owner.query('delete from gate_ruling')
  const referred = await writeContract(thing)
  expect((await sign(referred, 1)).body).toMatchObject({ state: 'referred' })
  expect(unmet(await hands.submit(pay(contractId, thing)))).toEqual(['negative-list', 'negative-list'])
  expect(stopped(await assign(newTestId()))).toEqual([422, ['negative-list notice-2020/3.6']])
  const doors = (await waiting()).map(({ door }) => door)
  expect([...new Set(doors)].sort()).toEqual(['contract-line', 'payment-request', 'plan-line'])
})
