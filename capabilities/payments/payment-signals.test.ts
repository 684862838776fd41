import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { paymentSignals } from './index.ts'
import type { PaymentRequest } from './index.ts'
import { contract, otherCode, paper, request } from './testing/ground.ts'

const threshold = 50_000n
type Standing = { request: PaymentRequest; state: string }
let made = 0
/** A request of its own account and papers. */
const asked = (change: Partial<PaymentRequest> = {}, state = 'submitted'): Standing => {
  made += 1
  const id = `01900000-0000-7000-8000-${String(made).padStart(12, '0')}`
  const evidence = [{ ...paper('invoice'), sha256: String(made).padStart(64, '0') }]
  const payee = { ...request().payee, account: String(60_000_000 + made) }
  return { request: request({ id, evidence, payee, ...change }), state }
}
const codes = (all: readonly Standing[], contracts = [contract({ amountFen: '200000' })]): string[] =>
  paymentSignals(all, contracts, () => ({ threshold, near: 5n })).map(({ code }) => code)
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
  test('a threshold is that of the contract’s year', () => {
    const years: number[] = []
    paymentSignals([asked()], [contract({ year: 2017 }), contract({ year: 2020 })], ({ year }) => {
      years.push(year)
      return { threshold, near: 5n }
    })
    expect(years).toEqual([2017, 2020])
  })
})

test('the order of requests changes nothing', () => {
  const some = fc.record({ amountFen: fc.constantFrom('47500', '50000', '100'), own: fc.boolean(), account: fc.nat(2), hash: fc.nat(3) })
  const said = (all: readonly Standing[]) =>
    paymentSignals(all, [contract({ amountFen: '200000' })], () => ({ threshold, near: 5n }))
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
