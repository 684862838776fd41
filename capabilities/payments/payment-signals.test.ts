import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadPolicy } from '@jincun/policy/load'
import type { PolicyPack } from '@jincun/policy'
import type { Contract } from '@jincun/projects'
import { leaderThreshold, paymentSignals, placeSignals, waitingSignals } from './index.ts'
import type { PayeeCheck, PaymentRequest, PaymentState } from './index.ts'
import type { PlaceMoney } from './place-signals.ts'
import { contract, firm, otherCode, paper, planLine, request } from './testing/ground.ts'

const shipped = loadPolicy()
/** A threshold of 500.00 yuan, so that the contract of 400.00 of the tests can pass it. */
const pack: PolicyPack = {
  ...shipped,
  parameters: new Map(
    [...shipped.parameters].map(([id, each]) => {
      const own = each.values[2020]
      return [id, id === 'leader-approval-threshold' && own ? { ...each, values: { 2020: { ...own, value: 50_000 } } } : each]
    }),
  ),
}
const today = '2020-05-20'
const operating: PayeeCheck = {
  id: '01900000-0000-7000-8000-00000000c0de',
  creditCode: firm.creditCode,
  status: 'operating',
  source: '国家企业信用信息公示系统',
  checkedOn: '2020-05-01',
  activeOn: '2020-05-01',
}
type Standing = { request: PaymentRequest; state: PaymentState }
let made = 0
/** A request of its own account and papers. */
const asked = (change: Partial<PaymentRequest> = {}, state: PaymentState = 'submitted'): Standing => {
  made += 1
  const id = `01900000-0000-7000-8000-${String(made).padStart(12, '0')}`
  const evidence = [{ ...paper('invoice'), sha256: String(made).padStart(64, '0') }]
  const payee = { ...request().payee, account: String(60_000_000 + made) }
  return { request: request({ id, evidence, payee, ...change }), state }
}
type World = { contract?: Contract; done?: { accepted?: boolean; percent?: number | null }; check?: PayeeCheck | null }
const signalsOf = (
  all: readonly Standing[],
  { contract: own = contract({ amountFen: '200000' }), done = {}, check = operating }: World = {},
) =>
  paymentSignals(all, [own], {
    pack,
    today,
    workOf: () => ({ accepted: false, percent: 0, reportedOn: null, ...done }),
    checkOf: () => check,
  })
const codes = (all: readonly Standing[], world: World = {}): string[] => signalsOf(all, world).map(({ code }) => code)
const payee = (creditCode: string, account = '62284800') => ({ payee: { ...request().payee, creditCode, account } })
const advance = (amountFen: string): Partial<PaymentRequest> => ({ kind: 'advance', milestoneId: null, delivery: null, amountFen })

describe('each signal on both sides of its bound', () => {
  // Just below is at most the threshold and within 5 % of it: 475.00 to 500.00 yuan. Half of the advance cap of 30 % is 300.00 yuan.
  test.each<[string, () => Standing[], string[]]>([
    ['two ordinary requests', () => [asked(), asked()], []],
    [
      'one account of two payees',
      () => [asked(payee(otherCode)), asked(payee(request().payee.creditCode))],
      ['one-account-several-payees'],
    ],
    ['one account twice of the same payee', () => [asked(payee(otherCode)), asked(payee(otherCode))], []],
    [
      'one account of two payees, one of them returned',
      () => [asked(payee(otherCode), 'returned'), asked(payee(request().payee.creditCode))],
      [],
    ],
    [
      'one paper behind two',
      () => [asked({ evidence: [paper('invoice')] }), asked({ evidence: [paper('delivery-note', 2)] })],
      ['one-paper-several-requests'],
    ],
    ['one paper twice in one', () => [asked({ evidence: [paper('invoice'), paper('delivery-note', 2)] })], []],
    [
      'one paper again after its payment bounced',
      () => [asked({ evidence: [paper('invoice')] }, 'bounced'), asked({ evidence: [paper('invoice')] })],
      [],
    ],
    ['two at the threshold', () => [asked({ amountFen: '50000' }), asked({ amountFen: '50000' })], ['just-below-threshold']],
    ['two a fen above it', () => [asked({ amountFen: '50001' }), asked({ amountFen: '50001' })], []],
    ['two at 5 % below', () => [asked({ amountFen: '47500' }), asked({ amountFen: '47500' })], ['just-below-threshold']],
    ['one of them a fen less', () => [asked({ amountFen: '47499' }), asked({ amountFen: '47500' })], []],
    ['one alone', () => [asked({ amountFen: '50000' })], []],
    ['an advance of half the cap and nothing delivered', () => [asked(advance('30000'))], ['advance-ahead-of-work']],
    ['a fen less', () => [asked(advance('29999'))], []],
    ['with a delivery on record', () => [asked(advance('30000')), asked()], []],
    ['returned', () => [asked(advance('30000'), 'returned')], []],
  ])('%s', (_what, make, expected) => {
    expect(codes(make())).toEqual(expected)
  })
  test('each names its county and keeps the rows it used', () => {
    const both = [asked(advance('30000')), asked(advance('1'))]
    const [signal] = signalsOf(both)
    expect(signal).toMatchObject({ code: 'advance-ahead-of-work', countyCode: '513431' })
    expect(signal?.rows.map(({ kind }) => kind)).toEqual(['contract', 'payment-request', 'payment-request'])
    expect(signal?.requestIds).toEqual(both.map(each => each.request.id))
  })
  test('a year that has no threshold does not ask for what lies below it, and no other year stands in', () => {
    const close = [asked({ amountFen: '47500' }), asked({ amountFen: '50000' })]
    const [before, after] = [2017, 2020].map(year => codes(close, { contract: contract({ year, amountFen: '200000' }) }))
    expect([before, after]).toEqual([[], ['just-below-threshold']])
    expect(() => leaderThreshold(shipped, 2017)).toThrow('Fill policy/parameters/leader-approval-threshold.yaml')
    expect(() => codes(close, { contract: contract({ year: 2018 }) })).toThrow('Fill policy/lists/money-signals.yaml')
  })
})

const letter = (expiresOn: string) => ({ kind: 'bank-guarantee' as const, number: '1', issuer: '行', amountFen: '1', expiresOn })

describe('a contract, its work and its payee (rows 15 and 20)', () => {
  // 400.00 yuan; 30 points above the work done is a signal.
  const paid = (amountFen: string) => [asked({ amountFen }, 'paid')]
  const own = contract()
  test.each<[string, Standing[], World, string[]]>([
    ['30 points ahead of nothing reported', paid('12000'), { contract: own, done: { percent: null } }, ['paid-ahead-of-work']],
    ['a fen less', paid('11999'), { contract: own }, []],
    ['30 points ahead of 10 %', paid('16000'), { contract: own, done: { percent: 10 } }, ['paid-ahead-of-work']],
    ['a fen less', paid('15999'), { contract: own, done: { percent: 10 } }, []],
    ['all of it, accepted', paid('40000'), { contract: own, done: { accepted: true, percent: 60 } }, []],
    ['only what was paid counts', [asked({ amountFen: '40000' }, 'approved')], { contract: own }, []],
    ['a guarantee that ends in 30 days', [asked()], { contract: contract({ guarantee: letter('2020-06-19') }) }, ['guarantee-ending']],
    ['in 31 days', [asked()], { contract: contract({ guarantee: letter('2020-06-20') }) }, []],
    ['one that ended', [asked()], { contract: contract({ guarantee: letter('2020-05-19') }) }, ['guarantee-ending']],
    [
      'one that ended, after acceptance',
      [asked()],
      { contract: contract({ guarantee: letter('2020-05-19') }), done: { accepted: true } },
      [],
    ],
    ['a payee nobody looked up', paid('1'), { contract: own, check: null }, ['payee-dormant']],
    ['not paid yet', [asked({ amountFen: '1' })], { contract: own, check: null }, []],
    ['listed as abnormal', paid('1'), { contract: own, check: { ...operating, status: 'abnormal' } }, ['payee-dormant']],
    ['looked up 180 days ago', paid('1'), { contract: own, check: { ...operating, checkedOn: '2019-11-22' } }, []],
    ['181 days ago', paid('1'), { contract: own, check: { ...operating, checkedOn: '2019-11-21' } }, ['payee-dormant']],
  ])('%s', (_what, all, world, expected) => {
    expect(codes(all, world)).toEqual(expected)
  })
  test('activity: the last invoice, delivery or what the check saw, 60 days and no more', () => {
    const old = { ...request(), invoice: { ...request().invoice, issuedOn: '2020-03-20' }, delivery: null, kind: 'advance' as const }
    const last = (activeOn: string | null, issuedOn = '2020-03-20') =>
      codes(
        [asked({ ...old, id: '01900000-0000-7000-8000-0000000000aa', invoice: { ...old.invoice, issuedOn }, amountFen: '1' }, 'paid')],
        {
          contract: own,
          check: { ...operating, activeOn },
        },
      )
    expect(last(null, '2020-03-21')).toEqual([])
    expect(last(null)).toEqual(['payee-dormant'])
    expect(last('2020-03-21')).toEqual([])
  })
})

describe('what waits (row 22)', () => {
  const at = (state: PaymentState, since: string, receivedOn: string | null = null) => ({ ...asked({}, state), since, receivedOn })
  test.each([
    ['ten days at one desk', at('submitted', '2020-05-10'), []],
    ['eleven', at('submitted', '2020-05-09'), ['request-waiting']],
    ['eleven with the treasury', at('approved', '2020-05-09'), ['request-waiting']],
    ['returned', at('returned', '2020-01-01'), []],
    ['paid ten days ago, not confirmed', at('paid', '2020-05-10'), []],
    ['eleven days ago', at('paid', '2020-05-09'), ['receipt-unconfirmed']],
    ['eleven days ago, confirmed', at('paid', '2020-05-09', '2020-05-12'), []],
  ])('%s', (_what, timed, expected) => {
    expect(waitingSignals([timed], pack, today).map(({ code }) => code)).toEqual(expected)
  })
})

describe('the money of a place (rows 14, 19, 22 and 34)', () => {
  const row = (change: Partial<PlaceMoney>): PlaceMoney => ({
    countyCode: '513431',
    placeName: '昭觉县',
    source: 'central',
    budgetYear: 2020,
    batchYear: 2020,
    received: 50_000n,
    allottedOn: 0n,
    unassigned: 0n,
    onLines: 0n,
    onProjects: 0n,
    paid: 0n,
    reserved: 0n,
    unspent: 0n,
    pool: 0n,
    lastMoved: null,
    idleDays: null,
    timers: [],
    ...change,
  })
  const plan = {
    id: '01900000-0000-7000-8000-0000000000b1',
    countyCode: '513431',
    year: 2020,
    version: 1,
    state: 'approved' as const,
    basis: 'entered' as const,
    lines: [planLine()],
    document: '',
    approvedOn: null,
    reason: '首次',
    reasons: {},
    proposedBy: '',
    decidedBy: null,
    returnedBecause: null,
  }
  const timer = (state: 'late' | 'running') => ({
    step: 'first-payment' as const,
    title: { zh: '到县→首笔拨付', en: 'County to first payment' },
    since: '2020-04-20',
    done: null,
    days: 30,
    limitDays: 30,
    state,
    clause: 'notice-2020/5.6',
  })
  // The plan promises 500.00 central and 200.00 local.
  const matched = (paid: bigint, received: bigint) => [row({ paid }), row({ source: 'local', received })]
  test.each<[string, PlaceMoney[], string[]]>([
    ['180 days without a move', [row({ unspent: 1n, idleDays: 180 })], []],
    ['181', [row({ unspent: 1n, idleDays: 181 })], ['idle-balance']],
    ['181, nothing left', [row({ idleDays: 181 })], []],
    ['a clock that runs', [row({ timers: [timer('running')] })], []],
    ['a clock that is late', [row({ timers: [timer('late')] })], ['step-late']],
    ['30 % of the central money paid, nothing matched', matched(15_000n, 0n), ['matching-behind']],
    ['a fen less', matched(14_999n, 0n), []],
    ['60 % paid, 30 % matched', matched(30_000n, 6_000n), ['matching-behind']],
    ['60 % paid, a fen more matched', matched(30_000n, 6_001n), []],
    ['all paid, all matched', matched(50_000n, 20_000n), []],
  ])('%s', (_what, rows, expected) => {
    expect(placeSignals(rows, [plan], pack, 2020).map(({ code }) => code)).toEqual(expected)
  })
})

test('every rule is data with its clause and numbers that are on file, and no code speaks without one', () => {
  const list = shipped.lists.get('money-signals')?.values
  expect(list?.[2020]?.length).toBeGreaterThan(10)
  for (const [year, rules] of Object.entries(list ?? {}))
    for (const { clause, keywords } of rules) {
      expect(clause).toMatch(new RegExp(`^notice-${year}/`))
      for (const name of keywords ?? []) expect(shipped.parameters.get(name)?.values[Number(year)], name).toBeDefined()
    }
  const page = readFileSync(new URL('../../docs/how-to/negative-list-and-red-flags.md', import.meta.url), 'utf8')
  expect((list?.[2020] ?? []).filter(({ id, term }) => !page.includes(`| ${term.zh} |`) || !page.includes(`\`${id}\``))).toEqual([])
})

test('the order of requests changes nothing', () => {
  const some = fc.record({ amountFen: fc.constantFrom('47500', '50000', '100'), own: fc.boolean(), account: fc.nat(2), hash: fc.nat(3) })
  const said = (all: readonly Standing[]) =>
    signalsOf(all)
      .map(({ code, requestIds }) => [code, requestIds.toSorted()])
      .toSorted((a, b) => (String(a) < String(b) ? -1 : 1))
  fc.assert(
    fc.property(fc.array(some, { maxLength: 6 }), list => {
      const all = list.map(({ amountFen, own, account, hash }) =>
        asked({
          amountFen,
          ...payee(own ? otherCode : request().payee.creditCode, String(62_284_800 + account)),
          evidence: [{ ...paper('invoice'), sha256: String(hash).padStart(64, 'a') }],
        }),
      )
      expect(said(all.toReversed())).toEqual(said(all))
    }),
    { numRuns: 60 },
  )
})
