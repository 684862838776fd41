import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadPolicy } from '@jincun/policy/load'
import type { PolicyPack } from '@jincun/policy'
import type { TestProgram } from '../../../test/support/program.ts'
import { startTestProgram } from '../../../test/support/program.ts'
import { newTestId } from '../testing/factory.ts'
import { openHands, unmet } from '../testing/requests.ts'
import type { Caller, DemoContract, Hands, Problem } from '../testing/requests.ts'

type View = { state: string; steps: { step: string }[]; may: string[] }

let program: TestProgram
let hands: Hands
let contractor: Caller
let office: Caller
let finance: Caller
let leader: Caller
let contract: DemoContract
const asked: Hands['asked'] = (...given) => hands.asked(...given)
const submit: Hands['submit'] = body => hands.submit(body)
const step: Hands['step'] = (...given) => hands.step(...given)
const approve: Hands['approve'] = id => hands.approve(id)
const batch = { budgetYear: 2020, batchYear: 2020 }

beforeAll(async () => {
  program = await startTestProgram()
  hands = await openHands(program.as)
  ;({ contractor, office, finance, leader, contract } = hands)
})
afterAll(() => program.close())

describe('from request to voucher', () => {
  test('the whole way: asked, looked at, held, paid, and the ledger opens to it', async () => {
    const body = asked('1000000')
    expect(await submit(body)).toMatchObject({ status: 200, body: { state: 'submitted' } })
    expect(await submit(body)).toMatchObject({ status: 200 })
    expect(await approve(body.id)).toMatchObject({ status: 200, body: { state: 'approved' } })
    const voucher = { voucher: 'GK-0001', paidOn: '2020-05-20' }
    for (const _ of [1, 2]) expect(await step(finance, body.id, 'voucher', voucher)).toMatchObject({ status: 200, body: { state: 'paid' } })
    const view = await finance.get<View>(`/api/payments/${body.id}`)
    expect(view.body.steps.map(each => each.step)).toEqual(['submit', 'office-approve', 'finance-approve', 'pay'])
    const entries = await program.owner.query(
      "select phase, document from ledger_transfer where record_id = $1 and kind = 'disburse' order by seq",
      [body.id],
    )
    expect(entries.rows).toEqual([
      { phase: 'reserve', document: '' },
      { phase: 'post', document: 'GK-0001' },
    ])
    const { rows } = await program.owner.query("select content->>'projectId' as id from contract where id = $1", [body.contractId])
    const pack = unzipSync(new Uint8Array((await office.get(`/api/acceptance/513431/evidence/${rows[0].id}`)).bytes))
    const held = (name: string) => new TextDecoder().decode(pack[`${name}.json`])
    expect(held('18-拨付申请与审批')).toContain('GK-0001')
    expect(held('19-资金台账分录')).toContain('GK-0001')
  })

  test('a contract change leaves standing what was paid and what is held (notice-2020/6.2)', async () => {
    const held = asked('500000')
    await submit(held)
    await approve(held.id)
    const government = await program.as('zhaojue-government')
    const at = '/api/projects/513431'
    type Read = { contract: { amountFen: string; milestones: { id: string }[]; lines: { id: string }[] } }
    const { body } = await office.get<Read>(`${at}/contracts/${contract.id}`)
    const standing = body.contract
    const refusedBy = async (kind: string, change: object): Promise<string[]> => {
      const id = newTestId()
      const proposal = { id, kind, reason: '（演示）调整', after: { ...standing, ...change } }
      expect((await office.send('POST', `${at}/contracts/${contract.id}/changes`, proposal)).status).toBe(200)
      const decision = `${at}/contract-changes/${id}/decision`
      const answer = await government.send<Problem>('POST', decision, { approve: true, reason: '同意' })
      expect([answer.status, (await government.send('POST', decision, { approve: false, reason: '不同意' })).status]).toEqual([422, 200])
      return unmet(answer).filter(code => code.startsWith('paid-'))
    }
    const [milestones, lines] = [
      standing.milestones.map(each => (each.id === held.milestoneId ? { ...each, id: 'renamed' } : each)),
      standing.lines.map(each => (each.id === held.contractLineId ? { ...each, id: 'renamed' } : each)),
    ]
    expect(await refusedBy('milestones', { milestones })).toEqual(['paid-milestone-kept'])
    expect(await refusedBy('scope', { lines })).toEqual(['paid-line-kept'])
    // One 分 below what the ledger has as paid and held; the held part alone makes the difference.
    const { rows } = await program.owner.query<{ paid: string; held: string }>(
      `select sum(credits_posted - debits_posted)::text as paid, sum(credits_pending)::text as held from ledger_balance b
        join ledger_account a on a.county_code = b.county_code and a.id = b.account_id where a.kind = 'payee' and a.subject like '%' || $1`,
      [contract.id],
    )
    const [paid, pending] = [BigInt(rows[0]?.paid ?? 0), BigInt(rows[0]?.held ?? 0)]
    expect([paid > 0n, pending > 0n]).toEqual([true, true])
    expect(await refusedBy('amount', { amountFen: String(paid + pending - 1n) })).toContain('paid-within-price')
    expect(await refusedBy('amount', { amountFen: String(paid + pending) })).not.toContain('paid-within-price')
    await step(finance, held.id, 'finance-return', { reason: '改期' })
  })

  test('a bounced payment is reversed and the money is back on its line', async () => {
    const lineHeld = async () =>
      (
        await program.owner.query(
          "select credits_posted - debits_posted as held from ledger_balance b join ledger_account a on a.county_code = b.county_code and a.id = b.account_id where a.county_code = '513431' and a.kind = 'line' and a.subject = 'logistics-equipment'",
        )
      ).rows[0]
    const before = await lineHeld()
    const body = asked('2000000')
    await submit(body)
    await approve(body.id)
    await step(finance, body.id, 'voucher', { voucher: 'GK-0002', paidOn: '2020-05-20' })
    expect(await step(finance, body.id, 'bounce')).toMatchObject({ status: 400, body: { code: 'reason-missing' } })
    expect(await step(finance, body.id, 'bounce', { reason: '账号有误' })).toMatchObject({ status: 200, body: { state: 'bounced' } })
    expect(await lineHeld()).toEqual(before)
    expect(await submit({ ...asked('2000000'), invoice: body.invoice })).toMatchObject({ status: 200 })
  })

  test('a return lets the money and the invoice go', async () => {
    const body = asked('1500000')
    await submit(body)
    await approve(body.id)
    for (const [who, way] of [
      [office, 'office-return'],
      [leader, 'leader-return'],
    ] as const)
      expect(await step(who, body.id, way, { reason: '改期' })).toMatchObject({ status: 403, body: { code: 'not-on-your-desk' } })
    expect(await step(finance, body.id, 'finance-return', { reason: '改期' })).toMatchObject({ status: 200, body: { state: 'returned' } })
    type Own = { rows: { request: { id: string }; back: { fromState: string; reason: string; step: string } | null }[] }
    const own = await contractor.get<Own>('/api/payments/own')
    expect(own.body.rows.find(({ request }) => request.id === body.id)?.back).toMatchObject({
      step: 'return',
      fromState: 'approved',
      reason: '改期',
    })
    expect(await submit({ ...asked('1500000'), invoice: body.invoice })).toMatchObject({ status: 200 })
  })
})

describe('no', () => {
  test.each<[string, () => ReturnType<typeof asked>, string]>([
    ['more than the contract', () => asked('99999999999'), 'payment-within-contract'],
    [
      'another payee',
      () => asked('100', { payee: { name: '别的公司', creditCode: contract.party.creditCode, bank: '行', account: '62284800' } }),
      'payee-is-party',
    ],
    [
      'an invoice below the amount',
      () => {
        const body = asked('200')
        return { ...body, invoice: { ...body.invoice, amountFen: '199' } }
      },
      'invoice-covers-amount',
    ],
    ['no delivery', () => asked('100', { delivery: null }), 'delivery-recorded'],
    ['a milestone of no contract', () => asked('100', { milestoneId: 'none' }), 'milestone-of-contract'],
    [
      'traffic on the invoice',
      () => {
        const body = asked('100')
        return { ...body, invoice: { ...body.invoice, itemName: '购买流量' } }
      },
      'negative-list',
    ],
  ])('%s: every rule answers, each with its clause', async (_what, make, code) => {
    const answer = await submit(make())
    expect(answer.status).toBe(422)
    expect(unmet(answer)).toContain(code)
    expect(answer.body.findings?.every(each => /^notice-2020\//.test(each.clause))).toBe(true)
  })

  test('the same invoice twice', async () => {
    const first = asked('100')
    expect((await submit(first)).status).toBe(200)
    const again = { ...asked('100'), invoice: first.invoice }
    expect(unmet(await submit(again))).toEqual(['invoice-not-used'])
  })

  test('out of turn, by the wrong hand, twice by one hand', async () => {
    const body = asked('100')
    await submit(body)
    expect(await step(finance, body.id, 'finance-approval', batch)).toMatchObject({
      status: 409,
      body: { code: 'payment-wrong-state', details: { clause: 'notice-2020/6.2' } },
    })
    expect((await step(office, body.id, 'finance-approval', batch)).status).toBe(403)
    expect((await step(contractor, body.id, 'office-approval')).status).toBe(403)
    await program.owner.query(
      "update payment_step set by_person = (select id::text from person where username = 'zhaojue-office') where request_id = $1",
      [body.id],
    )
    expect(await step(office, body.id, 'office-approval')).toMatchObject({ status: 403, body: { code: 'approves-twice' } })
  })

  test('money of a batch whose year has no threshold, as 2017 has none, is not held: the answer names the file to fill', async () => {
    expect(loadPolicy().parameters.get('leader-approval-threshold')?.values[2017]).toBeUndefined()
    const without = (shipped: PolicyPack): PolicyPack => ({
      ...shipped,
      parameters: new Map(
        [...shipped.parameters].map(([name, each]) => [name, name === 'leader-approval-threshold' ? { ...each, values: {} } : each]),
      ),
    })
    const other = await startTestProgram({ policy: without })
    const hands = await openHands(other.as)
    const body = hands.asked('100')
    await hands.submit(body)
    expect(await hands.approve(body.id)).toMatchObject({
      status: 422,
      body: { code: 'policy-missing', file: 'policy/parameters/leader-approval-threshold.yaml' },
    })
    await other.close()
  })

  test('above the threshold the treasury waits for the leader, and only the leader can agree', async () => {
    const body = asked('100')
    await submit(body)
    await approve(body.id)
    // The demonstration's contracts stay below the threshold; which amount leads here is shown beside the lifecycle.
    await program.owner.query("update payment_request set state = 'leader-needed' where id = $1", [body.id])
    const voucher = { voucher: 'GK-0200', paidOn: '2020-05-20' }
    expect(await step(finance, body.id, 'voucher', voucher)).toMatchObject({ status: 409, body: { code: 'payment-wrong-state' } })
    for (const who of [office, finance, contractor]) expect((await step(who, body.id, 'leader-approval')).status).toBe(403)
    expect(await step(leader, body.id, 'leader-approval')).toMatchObject({ status: 200, body: { state: 'approved' } })
    // The office and finance agreed yesterday: what counts is the last approval.
    await program.owner.query("update payment_step set at = at - interval '1 day' where request_id = $1 and step <> 'leader-approve'", [
      body.id,
    ])
    for (const [paidOn, code] of [
      ['2020-05-19', 'paid-before-approval'],
      ['2020-05-21', 'date-in-future'],
    ])
      expect(await step(finance, body.id, 'voucher', { ...voucher, paidOn })).toMatchObject({ status: 400, body: { code } })
    expect(await step(finance, body.id, 'voucher', voucher)).toMatchObject({ status: 200, body: { state: 'paid' } })
  })

  test('two payments at once cannot take more than the line holds', async () => {
    const line = (
      await program.owner.query(
        "select (credits_posted - debits_posted)::bigint as held from ledger_balance b join ledger_account a on a.county_code = b.county_code and a.id = b.account_id where a.county_code = '513431' and a.kind = 'line' and a.subject = 'logistics-equipment'",
      )
    ).rows[0] as { held: string }
    expect(BigInt(line.held)).toBeGreaterThan(0n)
    const outcomes = await Promise.all(
      ['10000', '10000'].map(async amount => {
        const body = asked(amount)
        await submit(body)
        await step(office, body.id, 'office-approval')
        return step(finance, body.id, 'finance-approval', { budgetYear: 2019, batchYear: 2020 })
      }),
    )
    expect(outcomes.map(({ body }) => body.code)).toEqual(['money-short', 'money-short'])
  })
})

test('budget: at most what the approved plan gives a line', async () => {
  const assign = (lineId: string, amountYuan: string) =>
    finance.send<Problem>('POST', '/api/payments/budget/513431/2020', {
      id: newTestId(),
      lineId,
      source: 'central',
      budgetYear: 2020,
      amountYuan,
      document: '（测试）1号',
    })
  expect(await assign('training-service', '800000.01')).toMatchObject({ status: 409, body: { code: 'over-plan-line' } })
  expect(await assign('training-service', '800000')).toMatchObject({ status: 200 })
  expect(await assign('none', '1')).toMatchObject({ status: 404, body: { code: 'no-such-plan-line' } })
  expect((await leader.get('/api/payments/budget/513431/2020')).status).toBe(200)
})
