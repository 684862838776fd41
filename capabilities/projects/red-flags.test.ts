import { isSocialCreditCode } from '@jincun/identity'
import { loadPolicy } from '@jincun/policy/load'
import type { PolicyPack } from '@jincun/policy'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { numberIn, redFlagsOf } from './index.ts'
import type { Procurement, RedFlagCode } from './index.ts'
import { bid, procurement } from './testing/procurements.ts'

let pack: PolicyPack
beforeAll(async () => {
  pack = await loadPolicy()
})
const number = (id: string): bigint => BigInt(Number(numberIn(pack, id, { countyCode: '513431', year: 2020 }).value))
const codesOf = (all: readonly Procurement[], which = all[0]): RedFlagCode[] =>
  which ? redFlagsOf(which, all, pack).map(({ code }) => code) : []
const awarded = (estimateFen: bigint, awardFen: bigint, change: Partial<Procurement> = {}) =>
  procurement(1, {
    state: 'awarded',
    estimateFen: String(estimateFen),
    bids: [bid(1, String(awardFen)), bid(2, String(estimateFen * 2n)), bid(3, String(estimateFen * 7n))],
    award: { bidId: 'bid-1', awardedOn: '2020-02-14', reason: '', byPreference: false },
    ...change,
  })
/** Prices that rise by the given steps of a fen. */
const ladder = (...steps: number[]) => {
  let price = 7_000_000
  const prices = [price, ...steps.map(step => (price += step))]
  return procurement(1, { bids: prices.map((each, index) => bid(index, String(each))) })
}

test('a quiet procurement raises no flag, and the firms of the fixtures have codes that pass', () => {
  expect(codesOf([procurement(1)])).toEqual([])
  expect(procurement(1).bids.every(({ bidder }) => isSocialCreditCode(bidder.creditCode))).toBe(true)
})

describe('each flag on both sides of its bound (rows 24–26)', () => {
  test.each<[string, () => Procurement, RedFlagCode[]]>([
    ['one valid bid', () => procurement(1, { bids: [bid(1, '100'), bid(2, '200', { status: 'disqualified' })] }), ['single-bidder']],
    ['two valid bids', () => procurement(1, { bids: [bid(1, '100'), bid(2, '200')] }), []],
    ['one bid before the opening', () => procurement(1, { state: 'published', bids: [bid(1, '100')] }), []],
    ['one bid where only one was asked', () => procurement(1, { method: 'single-source', bids: [bid(1, '100')] }), []],
    ['an award of the estimate itself', () => awarded(10_000_000n, 10_000_000n), ['estimate-near-award']],
    [
      'an award at the bound',
      () => awarded(10_000_000n, 10_000_000n - 100_000n * number('estimate-near-award-percent')),
      ['estimate-near-award'],
    ],
    ['an award a fen beyond it', () => awarded(10_000_000n, 9_999_999n - 100_000n * number('estimate-near-award-percent')), []],
    ['an award above the estimate', () => awarded(10_000_000n, 10_000_001n), []],
    ['an award where only one was asked', () => awarded(10_000_000n, 10_000_000n, { method: 'single-source' }), []],
    ['prices in even steps', () => ladder(100_000, 100_000), ['price-ladder']],
    [
      'steps apart by the tolerance',
      () => ladder(100_000, 100_000 - 1_000 * Number(number('price-ladder-tolerance-percent'))),
      ['price-ladder'],
    ],
    ['steps a fen further apart', () => ladder(100_000, 99_999 - 1_000 * Number(number('price-ladder-tolerance-percent'))), []],
    ['two prices only', () => ladder(100_000), []],
    ['two prices alike among them', () => ladder(0, 100_000), []],
    [
      'even steps with one bid withdrawn',
      () => ({
        ...ladder(100_000, 100_000),
        bids: ladder(100_000, 100_000).bids.map((each, index) => (index === 1 ? { ...each, status: 'withdrawn' as const } : each)),
      }),
      [],
    ],
  ])('%s', (_what, make, expected) => {
    expect(codesOf([make()])).toEqual(expected)
  })

  test.each<[string, object, boolean]>([
    ['one address', { address: '2号路' }, true],
    ['one address written otherwise', { address: '（2 号-路）' }, true],
    ['one telephone', { phone: '08341000002' }, true],
    ['one representative', { legalRepresentative: '法人2' }, true],
    ['one credit code', { creditCode: bid(2, '1').bidder.creditCode }, true],
    ['nothing said on either side', { address: '' }, false],
    ['another house of the street', { address: '22号路' }, false],
  ])('bidders that share %s', (_what, change, flagged) => {
    const [first, second, third] = procurement(1).bids
    if (!first || !second || !third) throw new Error('three bids')
    const bids = [{ ...first, bidder: { ...first.bidder, ...change } }, second, third]
    expect(codesOf([procurement(1, { bids })])).toEqual(flagged ? ['shared-details'] : [])
  })
})

describe('splitting and bunching look at the other procurements of the buyer', () => {
  const limit = () => number('open-tender-goods-services-from')
  const small = () => number('procurement-goods-services-from')
  const day = (days: number) => new Date(Date.UTC(2020, 0, 20) + days * 86_400_000).toISOString().slice(0, 10)
  const at = (which: number, estimate: bigint, days = 0, change: Partial<Procurement> = {}) =>
    procurement(which, {
      estimateFen: String(estimate),
      notices: [{ id: 'notice', kind: 'tender', title: '公告', publishedOn: day(days), url: '' }],
      ...change,
    })
  const window = () => Number(number('splitting-window-days'))
  test.each<[string, () => Procurement[], RedFlagCode[]]>([
    ['two that reach the limit of open tender together', () => [at(1, limit() / 2n, 10), at(2, limit() / 2n)], ['splitting']],
    ['a fen less', () => [at(1, limit() / 2n - 1n, 10), at(2, limit() / 2n)], []],
    ['on the last day of the window', () => [at(1, limit() / 2n, window()), at(2, limit() / 2n)], ['splitting']],
    ['a day later', () => [at(1, limit() / 2n, window() + 1), at(2, limit() / 2n)], []],
    ['the first of them, before the second came', () => [at(1, limit() / 2n), at(2, limit() / 2n, 10)], []],
    ['another buyer', () => [at(1, limit() / 2n, 10), at(2, limit() / 2n, 0, { buyer: '别的局' })], []],
    ['another category', () => [at(1, limit() / 2n, 10), at(2, limit() / 2n, 0, { category: 'goods' })], []],
    ['one of them tendered openly', () => [at(1, limit() / 2n, 10), at(2, limit() / 2n, 0, { method: 'open-tender' })], []],
    ['one of them cancelled', () => [at(1, limit() / 2n, 10), at(2, limit() / 2n, 0, { state: 'cancelled' })], []],
    ['itself cancelled', () => [at(1, limit() / 2n, 10, { state: 'cancelled' }), at(2, limit() / 2n), at(3, limit() / 2n, 5)], []],
    ['two just below the limit for procurement', () => [at(1, small() - 1n), at(2, small() - 1n)], ['bunching']],
    [
      'at the edge of “just below”',
      () => [at(1, small() - (small() * number('bunching-below-percent')) / 100n), at(2, small() - 1n)],
      ['bunching'],
    ],
    ['a fen below the edge', () => [at(1, small() - (small() * number('bunching-below-percent')) / 100n - 1n), at(2, small() - 1n)], []],
    ['at the limit itself', () => [at(1, small()), at(2, small() - 1n)], []],
    ['alone', () => [at(1, small() - 1n)], []],
    ['the other cancelled', () => [at(1, small() - 1n), at(2, small() - 1n, 0, { state: 'cancelled' })], []],
    ['another buyer’s', () => [at(1, small() - 1n), at(2, small() - 1n, 0, { buyer: '别的局' })], []],
  ])('%s', (_what, make, expected) => {
    expect(codesOf(make())).toEqual(expected)
  })
})

test('flags do not depend on the order of bids or of procurements, and each carries its rows', () => {
  const prices = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 0, maxLength: 5 })
  const some = fc.tuple(prices, fc.integer({ min: 20, max: 30 }), fc.integer({ min: 0, max: 100 }))
  const made = fc.array(some, { minLength: 1, maxLength: 5 }).map(list =>
    list.map(([steps, estimate, days], index) =>
      procurement(index + 1, {
        estimateFen: String(BigInt(estimate) * 10_000_000n - 1n),
        bids: steps.map((step, which) => bid(which, String(step * 1_000_000), which % 2 ? { receivedOn: '2020-02-09' } : {})),
        notices: [{ id: 'notice', kind: 'tender', title: '公告', publishedOn: `2020-0${1 + (days % 9)}-10`, url: '' }],
      }),
    ),
  )
  const said = (which: Procurement | undefined, all: readonly Procurement[]) =>
    which
      ? redFlagsOf(which, all, pack)
          .map(({ code, message, rows }) => [code, message.zh, rows.map(({ key }) => key).sort()])
          .sort((a, b) => (String(a) < String(b) ? -1 : 1))
      : []
  fc.assert(
    fc.property(made, fc.infiniteStream(fc.nat()), (all, dice) => {
      const shuffled = <T>(items: readonly T[]): T[] =>
        items
          .map(item => [dice.next().value ?? 0, item] as const)
          .toSorted(([a], [b]) => a - b)
          .map(([, item]) => item)
      for (const each of all) {
        const turned = { ...each, bids: shuffled(each.bids) }
        const others = shuffled(all.map(other => (other.id === each.id ? turned : other)))
        expect(said(turned, others)).toEqual(said(each, all))
        for (const { rows } of redFlagsOf(each, all, pack)) expect(rows.length).toBeGreaterThan(0)
      }
    }),
    { numRuns: 60 },
  )
})
