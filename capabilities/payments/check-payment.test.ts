import { loadPolicy } from '@jincun/policy/load'
import type { PolicyPack } from '@jincun/policy'
import { beforeAll, describe, expect, test } from 'vitest'
import { checkPayment } from './index.ts'
import type { PaymentGround, PaymentRequest } from './index.ts'
import { contract, firm, ground, otherCode, paper, planLine, request, site } from './testing/ground.ts'

let pack: PolicyPack
beforeAll(async () => {
  pack = await loadPolicy()
})

const broken = (asked: PaymentRequest, on: PaymentGround): string[] =>
  checkPayment(asked, on, pack)
    .filter(({ status, force }) => force === 'must' && status !== 'met')
    .map(({ code }) => code)
const invoice = (change: Partial<PaymentRequest['invoice']>) => ({ invoice: { ...request().invoice, ...change } })
const delivery = (deliveredOn: string, valueFen = '10000') => ({ delivery: { deliveredOn, valueFen, description: '到货' } })

test('a request in order passes every rule, and each finding names its clause', () => {
  expect(broken(request(), ground())).toEqual([])
  for (const { clause } of checkPayment(request(), ground(), pack)) expect(clause).toMatch(/^notice-2020\/(3\.0|3\.6|6\.2)$/)
})

const advance = request({ kind: 'advance', milestoneId: null, delivery: null })
const guaranteed = (amountFen: string, expiresOn: string, spent: Parameters<typeof ground>[1] = {}): PaymentGround =>
  ground({ contract: contract({ guarantee: { kind: 'bank-guarantee', number: '1', issuer: '行', amountFen, expiresOn } }) }, spent)

const looked = (status: 'operating' | 'abnormal' | 'revoked' | 'deregistered') => ({
  id: '01900000-0000-7000-8000-00000000c0de',
  creditCode: firm.creditCode,
  status,
  source: '国家企业信用信息公示系统',
  checkedOn: '2020-05-01',
  activeOn: null,
})

/** What is asked, on which ground, and the rule that stops it: for each bound the last that passes and the first that does not. */
const bounds: [string, PaymentRequest, PaymentGround, string[]][] = [
  ['contract: up to the fen', request(), ground({ accepted: true }, { contract: 30_000n }), []],
  ['contract: a fen over', request(), ground({ accepted: true }, { contract: 30_001n }), ['payment-within-contract']],
  // 95 % of 400.00 is 380.00: what is above waits for acceptance or for a guarantee in force (row 15).
  ['95 % before acceptance: up to the fen', request(), ground({}, { contract: 28_000n }), []],
  ['95 % before acceptance: a fen over', request(), ground({}, { contract: 28_001n }), ['last-share-guaranteed']],
  ['the last 5 % against a letter of that sum', request(), guaranteed('2000', '2020-05-20', { contract: 30_000n }), []],
  ['a letter a fen too small', request(), guaranteed('1999', '2020-05-20', { contract: 30_000n }), ['last-share-guaranteed']],
  ['a letter that ended yesterday', request(), guaranteed('2000', '2020-05-19', { contract: 30_000n }), ['last-share-guaranteed']],
  ['an advance on the last day of its guarantee', advance, guaranteed('1', '2020-05-20'), []],
  ['an advance on the day after', advance, guaranteed('1', '2020-05-19'), ['advance-guarantee-in-force']],
  ['contract line: up to the fen', request(), ground({}, { contractLine: 20_000n }), []],
  ['contract line: a fen over', request(), ground({}, { contractLine: 20_001n }), ['payment-within-contract-line']],
  ['plan line: up to the fen', request(), ground({}, { planLine: 40_000n }), []],
  ['plan line: a fen over', request(), ground({}, { planLine: 40_001n }), ['payment-within-plan-line']],
  [
    'plan line: local money has its own limit',
    request({ source: 'local' }),
    ground({}, { planLine: 10_001n }),
    ['payment-within-plan-line'],
  ],
  ['milestone of 30 %: up to the fen', request(), ground({}, { milestone: 2_000n }), []],
  ['milestone of 30 %: a fen over', request(), ground({}, { milestone: 2_001n }), ['payment-within-milestone']],
  ['advance of 30 %: up to the fen', advance, ground({}, { advance: 2_000n }), []],
  ['advance of 30 %: a fen over', advance, ground({}, { advance: 2_001n }), ['advance-within-cap']],
  ['a contract that ran to its end is paid', request(), ground({ contract: contract({ state: 'completed' }) }), []],
  ['a payee in operation', request(), ground({ payeeCheck: looked('operating') }), []],
  ['a payee listed as abnormal: a signal, no stop', request(), ground({ payeeCheck: looked('abnormal') }), []],
  ['a payee whose licence was revoked', request(), ground({ payeeCheck: looked('revoked') }), ['payee-in-operation']],
  ['a payee that was deregistered', request(), ground({ payeeCheck: looked('deregistered') }), ['payee-in-operation']],
  ['a terminated contract is not', request(), ground({ contract: contract({ state: 'terminated' }) }), ['contract-signed']],
  ['a contract that waits for a ruling is not', request(), ground({ contract: contract({ state: 'referred' }) }), ['contract-signed']],
  ['another payee', request({ payee: { ...request().payee, creditCode: otherCode } }), ground(), ['payee-is-party']],
  ['the right code under another name', request({ payee: { ...request().payee, name: '乙公司' } }), ground(), ['payee-is-party']],
  ['an invoice of another seller', request(invoice({ sellerCreditCode: otherCode })), ground(), ['invoice-from-party']],
  ['an invoice a fen below the amount', request(invoice({ amountFen: '9999' })), ground(), ['invoice-covers-amount']],
  ['an invoice that another request has', request(), ground({ invoiceUsed: true }), ['invoice-not-used']],
  ['an invoice of the day of signing', request(invoice({ issuedOn: '2020-03-10' })), ground(), []],
  ['an invoice of the day before', request(invoice({ issuedOn: '2020-03-09' })), ground(), ['invoice-in-time']],
  ['an invoice of today', request(invoice({ issuedOn: '2020-05-20' })), ground(), []],
  ['an invoice of tomorrow', request(invoice({ issuedOn: '2020-05-21' })), ground(), ['invoice-in-time']],
  ['all invoices up to the contract', request(), ground({}, { invoiced: 30_000n }), []],
  ['all invoices a fen above it', request(), ground({}, { invoiced: 30_001n }), ['invoiced-within-contract']],
  ['no delivery', request({ delivery: null }), ground(), ['delivery-recorded', 'delivery-covers-amount']],
  ['delivered on the first day of the contract', request(delivery('2020-03-10')), ground(), []],
  ['delivered the day before', request(delivery('2020-03-09')), ground(), ['delivery-recorded']],
  ['delivered tomorrow', request(delivery('2020-05-21')), ground(), ['delivery-recorded']],
  ['delivered a fen less than asked', request(delivery('2020-05-08', '9999')), ground(), ['delivery-covers-amount']],
  ['all deliveries up to the line', request(), ground({}, { delivered: 20_000n }), []],
  ['all deliveries a fen above it', request(), ground({}, { delivered: 20_001n }), ['delivered-within-line']],
  ['a milestone of no contract', request({ milestoneId: 'none' }), ground(), ['payment-within-milestone', 'milestone-of-contract']],
  [
    'a line of no contract',
    request({ contractLineId: 'none' }),
    ground(),
    ['payment-within-contract-line', 'delivered-within-line', 'negative-list'],
  ],
  ['a line of no plan', request(), ground({ planLine: null }), ['payment-within-plan-line', 'evidence-complete']],
  ['a paper missing', request({ evidence: [paper('invoice')] }), ground(), ['evidence-complete']],
  [
    'an advance needs no proof of delivery',
    request({ kind: 'advance', milestoneId: null, delivery: null, evidence: [paper('invoice')] }),
    ground(),
    [],
  ],
]
test.each(bounds)('%s', (_what, asked, on, expected) => {
  expect(broken(asked, on)).toEqual(expected)
})

describe('loan-interest subsidy (3.0)', () => {
  const loanLine = planLine({ supportMode: 'loan-interest-subsidy' })
  const terms = { mode: 'loan-interest-subsidy', subsidisedBasisPoints: 5000, capFen: '12000' } as const
  const basis = {
    mode: 'loan-interest-subsidy',
    loanNumber: '借-1',
    lender: { name: '农信社', creditCode: otherCode },
    principalFen: '1000000',
    rateBasisPoints: 400,
    from: '2019-05-01',
    until: '2019-10-28',
  } as const
  // 10,000.00 × 4 % × 180 ÷ 360 = 200.00; half of it 100.00.
  const loan = (change: Partial<PaymentRequest> = {}) =>
    request({
      basis,
      ...invoice({ amountFen: '20000', sellerCreditCode: otherCode }),
      evidence: ['invoice', 'loan-contract', 'loan-payout', 'interest-receipt'].map(paper),
      ...change,
    })
  const on = (change: Partial<PaymentGround> = {}, before = 0n) =>
    ground({ planLine: loanLine, planLines: [loanLine], terms, ...change }, { supported: before })
  const rows: [string, PaymentRequest, PaymentGround, string[]][] = [
    ['half of the interest', loan(), on(), []],
    ['a fen more', loan({ amountFen: '10001', ...delivery('2020-05-08', '10001') }), on(), ['amount-by-support-mode']],
    ['up to the cap of the contract', loan(), on({}, 2_000n), []],
    ['a fen beyond the cap', loan(), on({}, 2_001n), ['amount-by-support-mode']],
    ['no terms on file', loan(), on({ terms: null }), ['amount-by-support-mode']],
    ['no facts', loan({ basis: null }), on(), ['invoice-from-party', 'basis-of-support-mode']],
    ['a receipt below the interest', loan(invoice({ amountFen: '19999', sellerCreditCode: otherCode })), on(), ['interest-was-paid']],
    ['a receipt of another bank', loan(invoice({ amountFen: '20000', sellerCreditCode: firm.creditCode })), on(), ['invoice-from-party']],
    ['days that follow those of another request', loan(), on({ loanPeriods: [{ from: '2019-01-01', until: '2019-05-01' }] }), []],
    [
      'a day that another request has',
      loan(),
      on({ loanPeriods: [{ from: '2019-01-01', until: '2019-05-02' }] }),
      ['interest-period-once'],
    ],
    ['interest until today', loan({ basis: { ...basis, from: '2019-11-22', until: '2020-05-20' } }), on(), []],
    ['interest until tomorrow', loan({ basis: { ...basis, from: '2019-11-23', until: '2020-05-21' } }), on(), ['interest-period-ended']],
    ['without its receipt', loan({ evidence: ['invoice', 'loan-contract', 'loan-payout'].map(paper) }), on(), ['evidence-complete']],
  ]
  test.each(rows)('%s', (_what, asked, where, expected) => {
    expect(broken(asked, where)).toEqual(expected)
  })
  test('facts of a loan on a line that is paid by the contract’s price', () => {
    expect(broken(loan({ evidence: request().evidence }), ground({ terms }))).toEqual(['basis-of-support-mode'])
  })
})

describe('reward in lieu (3.0)', () => {
  const rewardLine = planLine({ supportMode: 'reward-in-lieu' })
  const terms = {
    mode: 'reward-in-lieu',
    result: '站点',
    unit: '个',
    standardFen: '2500',
    ratioBasisPoints: 5000,
    capFen: '12000',
  } as const
  const reward = (measured: number, investmentFen: string) =>
    request({
      basis: { mode: 'reward-in-lieu', measured, investmentFen },
      evidence: ['invoice', 'measured-result', 'investment-proof'].map(paper),
    })
  test.each<[string, PaymentRequest, bigint, string[]]>([
    ['four stations', reward(4, '20000'), 0n, []],
    ['three stations', reward(3, '20000'), 0n, ['amount-by-support-mode']],
    ['half of an investment a fen too small', reward(4, '19999'), 0n, ['amount-by-support-mode']],
    ['a fen beyond the cap', reward(4, '20000'), 2_001n, ['amount-by-support-mode']],
  ])('%s', (_what, asked, before, expected) => {
    expect(broken(asked, ground({ planLine: rewardLine, planLines: [rewardLine], terms }, { supported: before }))).toEqual(expected)
  })
})

describe('the province’s caps are asked where the money moves (rows 17 and 18)', () => {
  const facility = planLine({ facility: 'distribution-centre' })
  const on = (sites: PaymentGround['sites'], spent: Parameters<typeof ground>[1] = {}) =>
    ground({ planLine: facility, planLines: [facility], sites }, spent)
  const village = (id: string, change = {}) =>
    site({ id, kind: 'village-station', placeCode: '513431100201', centralFen: '100', ...change })
  const route = (id: string, partyCode: string) => ({
    ...site({ id, kind: 'delivery-route', route: '一线', centralFen: '100' }),
    partyCode,
  })
  test.each<[string, PaymentGround, string[]]>([
    ['what the register gives the site, to the fen', on([site()], { facilityOfProject: 10_000n }), []],
    ['a fen more', on([site()], { facilityOfProject: 10_001n }), ['payment-within-site-support']],
    ['no site on the register', on([]), ['payment-within-site-support']],
    ['a new hub at 20 % of its investment', on([site({ premises: 'new', investmentFen: '100000' })]), []],
    ['a new hub a fen above 20 %', on([site({ premises: 'new', investmentFen: '99999' })]), ['hub-new-share']],
    ['a new hub above 200 万元', on([site({ premises: 'new', centralFen: '200000001', investmentFen: '9000000000' })]), ['hub-new-amount']],
    ['one supported station in the village', on([site(), village('01900000-0000-7000-8000-0000000000e2')]), []],
    [
      'a second one since the contract was signed',
      on([site(), village('01900000-0000-7000-8000-0000000000e2'), village('01900000-0000-7000-8000-0000000000e3')]),
      ['one-station-per-village', 'one-station-per-village'],
    ],
    [
      'one without central money beside it',
      on([site(), village('01900000-0000-7000-8000-0000000000e2'), village('01900000-0000-7000-8000-0000000000e3', { centralFen: '0' })]),
      [],
    ],
    [
      'two firms on one route',
      on([site(), route('01900000-0000-7000-8000-0000000000e2', 'a'), route('01900000-0000-7000-8000-0000000000e3', 'b')]),
      ['one-firm-per-route', 'one-firm-per-route'],
    ],
  ])('%s', (_what, where, expected) => {
    expect(broken(request(), where)).toEqual(expected)
  })
  test('money of the county itself is not capped by them', () => {
    expect(broken(request({ source: 'local' }), on([site()], { facilityOfProject: 10_001n }))).toEqual([])
  })
  test('the greatest share of one kind of facility, reckoned with this payment', () => {
    const share = { id: 'centre-share', facility: 'distribution-centre', maximumPercent: 30 }
    const standard = pack.standards.get('510000-2020')
    if (!standard) throw new Error('the standard of Sichuan is on file')
    const own: PolicyPack = { ...pack, standards: new Map([...pack.standards, ['510000-2020', { ...standard, facilityShares: [share] }]]) }
    const codes = (spent: bigint) =>
      checkPayment(request(), on([site()], { facilityOfPlan: spent }), own)
        .filter(({ status }) => status === 'unmet')
        .map(({ code }) => code)
    // 30 % of 500.00 is 150.00: 50.00 before and 100.00 now.
    expect(codes(5_000n)).toEqual([])
    expect(codes(5_001n)).toEqual(['centre-share'])
  })
})

describe('the negative list (3.6)', () => {
  const line = (change: object) => {
    const [first, ...rest] = contract().lines
    return ground({ contract: contract({ lines: first ? [{ ...first, ...change }, ...rest] : [] }) })
  }
  test.each<[string, PaymentRequest, PaymentGround, string[]]>([
    ['a prohibited kind on the contract line', request(), line({ category: 'prohibited-recurrent' }), ['negative-list']],
    ['no confirmed kind', request(), line({ category: '' }), ['negative-list']],
    ['a heading of the tree', request(), line({ category: 'premises' }), ['negative-list']],
    ['a prohibited word on the invoice', request(invoice({ itemName: '购买流量' })), ground(), ['negative-list']],
    ['a word that says nothing', request(invoice({ itemName: '其他费用' })), ground(), ['negative-list']],
    ['the same from local money', request({ source: 'local', ...invoice({ itemName: '购买流量' }) }), ground(), []],
  ])('%s', (_what, asked, on, expected) => {
    expect(broken(asked, on).filter(code => code === 'negative-list')).toEqual(expected)
  })
})
