import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestProgram } from '../../../test/support/program.ts'
import { startTestProgram } from '../../../test/support/program.ts'
import { newTestId } from '../testing/factory.ts'
import { openHands, unmet } from '../testing/requests.ts'
import type { Hands, Problem } from '../testing/requests.ts'

let program: TestProgram
let hands: Hands
const lender = { name: '（测试）农信社', creditCode: '91350100M000100Y43' }

/** The plan line of the demonstration's equipment contract under another support mode. */
const setMode = (mode: string) =>
  program.owner.query(
    `update plan_version set content = jsonb_set(content, '{lines}', (select jsonb_agg(case when line->>'id' = 'logistics-equipment'
       then jsonb_set(line, '{supportMode}', to_jsonb($1::text)) else line end) from jsonb_array_elements(content->'lines') line))
     where county_code = '513431'`,
    [mode],
  )
const setTerms = (terms: object, change: object = {}) =>
  hands.office.send<Problem & { number: number }>('POST', '/api/payments/terms/513431', {
    id: newTestId(),
    contractId: hands.contract.id,
    terms,
    document: '（测试）补充协议',
    ...change,
  })

beforeAll(async () => {
  program = await startTestProgram()
  hands = await openHands(program.as)
})
afterAll(() => program.close())

test('a loan-interest subsidy follows the agreed terms, shows its sum, and pays no day of interest twice', async () => {
  await setMode('loan-interest-subsidy')
  const { asked, submit, paper, finance } = hands
  const evidence = await Promise.all(['invoice', 'loan-contract', 'loan-payout', 'interest-receipt'].map(paper))
  const basis = {
    mode: 'loan-interest-subsidy',
    loanNumber: '借-2020-1',
    lender,
    principalFen: '10000000',
    rateBasisPoints: 435,
    from: '2019-11-01',
    until: '2020-04-29',
  }
  // 100,000.00 × 4.35 % × 180 ÷ 360 = 2,175.00, half of it 1,087.50.
  const body = (amountFen: string, change: object = {}) => {
    const made = asked(amountFen)
    return { ...made, evidence, basis, invoice: { ...made.invoice, amountFen: '217500', sellerCreditCode: lender.creditCode }, ...change }
  }
  expect(unmet(await submit(body('108750')))).toEqual(['amount-by-support-mode'])
  const terms = { mode: 'loan-interest-subsidy', subsidisedBasisPoints: 5000, capFen: '200000' }
  expect(await setTerms({ ...terms, capFen: '28000001' })).toMatchObject({ status: 400, body: { code: 'cap-above-contract' } })
  expect(
    await setTerms({ ...terms, mode: 'reward-in-lieu', result: '站', unit: '个', standardFen: '1', ratioBasisPoints: 1 }),
  ).toMatchObject({
    status: 400,
  })
  expect(await setTerms({ ...terms, subsidisedBasisPoints: 3000 })).toMatchObject({ status: 200, body: { number: 1 } })
  const id = newTestId()
  for (const _ of [1, 2]) expect(await setTerms(terms, { id })).toMatchObject({ status: 200, body: { number: 2 } })
  expect(await setTerms({ ...terms, capFen: '1' }, { id })).toMatchObject({ status: 409 })
  expect(unmet(await submit(body('108751')))).toContain('amount-by-support-mode')
  const good = body('108750')
  expect(await submit(good)).toMatchObject({ status: 200 })
  type View = { arithmetic: { formula: string; result: string }[]; evidence: { name: string; sha256: string }[] }
  const view = (await finance.get<View>(`/api/payments/${good.id}`)).body
  expect(view.arithmetic.map(({ result }) => result)).toEqual(['217500', '108750', '108750'])
  expect(view.evidence).toHaveLength(4)
  expect(unmet(await submit(body('1', { basis: { ...basis, from: '2020-04-28', until: '2020-05-18' } })))).toContain('interest-period-once')
  type Own = { contracts: { id: string; terms: unknown; papersOfMode: Record<string, { id: string }[]> }[] }
  const own = (await hands.contractor.get<Own>('/api/payments/own')).body.contracts.find(each => each.id === hands.contract.id)
  expect(own?.terms).toEqual(terms)
  expect(own?.papersOfMode['loan-interest-subsidy']?.map(each => each.id)).toContain('interest-receipt')
})

test('a reward in lieu is reckoned by the measured result; a paper that was exchanged is refused, one of the request opens', async () => {
  await setMode('reward-in-lieu')
  const { asked, submit, paper, office, finance } = hands
  const terms = { mode: 'reward-in-lieu', result: '站点', unit: '个', standardFen: '50000', ratioBasisPoints: 8000, capFen: '1000000' }
  expect((await setTerms(terms)).status).toBe(200)
  const evidence = await Promise.all(['invoice', 'measured-result', 'investment-proof'].map(paper))
  const body = { ...asked('100000'), evidence, basis: { mode: 'reward-in-lieu', measured: 2, investmentFen: '125000' } }
  expect(unmet(await submit({ ...body, basis: { ...body.basis, measured: 1 } }))).toEqual(['amount-by-support-mode'])
  const exchanged = { ...body, evidence: evidence.map((each, index) => (index === 0 ? { ...each, sha256: 'b'.repeat(64) } : each)) }
  expect(await submit(exchanged)).toMatchObject({ status: 400, body: { code: 'evidence-not-on-file' } })
  expect(await submit(body)).toMatchObject({ status: 200 })
  const opened = await office.get(`/api/payments/${body.id}/files/${evidence[0]?.fileId}`)
  expect([opened.status, opened.headers['content-type']]).toEqual([200, 'image/png'])
  expect((await finance.get(`/api/payments/${body.id}/files/${newTestId()}`)).status).toBe(404)
  expect((await (await program.as('pingchang-office')).get(`/api/payments/${body.id}/files/${evidence[0]?.fileId}`)).status).toBe(404)
})

/** The site of the demonstration's equipment contract as the register has it; a change goes straight in, as one made between two steps would. */
const setSite = (change: object) =>
  program.owner.query<{ content: { centralFen: string } }>(
    `update project_site set content = content || $2::jsonb
     where project_id = (select project_id from contract where id = $1) and content->>'kind' = 'distribution-centre' returning content`,
    [hands.contract.id, JSON.stringify(change)],
  )

test('of payments racing for the last of a site’s support one is taken; the province’s cap and share are asked in the posting (notice-2020/6.2)', async () => {
  await setMode('service-purchase')
  const { asked, submit, step, office, finance, batch } = hands
  const before = (await setSite({})).rows[0]?.content
  const sum = await program.owner.query<{ taken: string }>(
    `select sum((content->>'amountFen')::bigint) as taken from payment_request
     where contract_id = $1 and state not in ('returned', 'bounced')`,
    [hands.contract.id],
  )
  const room = (fen: bigint) => setSite({ ...before, centralFen: String(BigInt(sum.rows[0]?.taken ?? 0) + fen) })
  await room(10_000n)
  const rivals = Array.from({ length: 4 }, () => asked('10000'))
  const answers = await Promise.all(rivals.map(submit))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 422, 422, 422])
  for (const answer of answers.filter(({ status }) => status === 422)) expect(unmet(answer)).toEqual(['payment-within-site-support'])
  const first = rivals[answers.findIndex(({ status }) => status === 200)]?.id ?? ''

  // Two that both fitted when they were asked for, and only one fits when they are to be held.
  await room(20_000n)
  const second = asked('10000')
  expect((await submit(second)).status).toBe(200)
  for (const id of [first, second.id]) expect((await step(office, id, 'office-approval')).status).toBe(200)
  const hold = (id: string) => step(finance, id, 'finance-approval', batch)
  const refused = async (ids: string[], code: string) => {
    for (const answer of await Promise.all(ids.map(hold))) {
      expect([answer.status, unmet(answer)]).toEqual([422, [code]])
      expect(answer.body.findings?.every(({ clause }) => clause.startsWith('notice-2020/'))).toBe(true)
    }
  }
  const held = async () => {
    const found = await program.owner.query('select record_id from ledger_transfer where record_id = any($1)', [[first, second.id]])
    return [...new Set(found.rows.map(({ record_id: id }) => id))]
  }
  await room(10_000n)
  await refused([first, second.id, first, second.id], 'payment-within-site-support')
  await setSite({ premises: 'new', centralFen: '200000001', investmentFen: '9000000000' })
  await refused([first], 'hub-new-amount')
  await setSite({ premises: 'new', centralFen: '200000000', investmentFen: '999999999' })
  await refused([first], 'hub-new-share')
  expect(await held()).toEqual([])
  await room(10_000n)
  expect((await step(finance, second.id, 'finance-return', { reason: '（测试）支持上限不足' })).status).toBe(200)
  expect(await hold(first)).toMatchObject({ status: 200, body: { state: 'approved' } })
  expect(await held()).toEqual([first])
  await setSite({ ...before })
})

test('a site entered since the contract was signed counts at the payment: a second supported station stops it', async () => {
  await setMode('service-purchase')
  const body = hands.asked('100')
  expect(await hands.submit(body)).toMatchObject({ status: 200 })
  // Straight into the register, as a record of before the standard came would be.
  await program.owner.query(
    `insert into project_site (county_code, id, realm, project_id, version, content, recorded_at, recorded_by)
     select county_code, g.id, realm, project_id, version, content || jsonb_build_object('id', g.id, 'kind', 'village-station',
       'placeCode', '513431100201', 'centralFen', '100', 'investmentFen', '1000'), recorded_at, recorded_by
     from project_site, (select gen_random_uuid() as id from generate_series(1, 2)) g
     where project_id = (select project_id from contract where id = $1) limit 2`,
    [hands.contract.id],
  )
  const answer = await hands.step(hands.office, body.id, 'office-approval')
  expect(answer).toMatchObject({ status: 422, body: { code: 'payment-rules-not-met' } })
  expect(unmet(answer)).toEqual(['one-station-per-village', 'one-station-per-village'])
})
