import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { interestOf, loanInterestSubsidy, rewardInLieu, serviceSteps, supportedFen, supportSteps } from './index.ts'
import type { SupportBasis, SupportTerms } from './index.ts'
import { contract, otherCode } from './testing/ground.ts'

const money = fc.bigInt({ min: 0n, max: 10n ** 13n })
const points = fc.integer({ min: 0, max: 10_000 })
const days = fc.integer({ min: 1, max: 3660 })
const day = (after: number): string => new Date(Date.UTC(2018, 0, 1) + after * 86_400_000).toISOString().slice(0, 10)
const loan = (
  principal: bigint,
  rateBasisPoints: number,
  from: string,
  until: string,
): SupportBasis & { mode: 'loan-interest-subsidy' } => ({
  mode: 'loan-interest-subsidy',
  loanNumber: '1',
  lender: { name: '行', creditCode: otherCode },
  principalFen: String(principal),
  rateBasisPoints,
  from,
  until,
})
const terms = (subsidisedBasisPoints: number, cap: bigint): SupportTerms => ({
  mode: 'loan-interest-subsidy',
  subsidisedBasisPoints,
  capFen: String(cap),
})

describe('laws of the loan-interest subsidy', () => {
  test('never above the interest, the cap or its share; more of anything never gives less', () => {
    fc.assert(
      fc.property(money, points, days, points, money, (principal, rateBasisPoints, length, subsidisedBasisPoints, cap) => {
        const one = { principal, rateBasisPoints, days: length, subsidisedBasisPoints, cap }
        const { interest, subsidy } = loanInterestSubsidy(one)
        expect(subsidy <= interest && subsidy <= cap).toBe(true)
        expect(subsidy * 10_000n <= principal * BigInt(rateBasisPoints) * BigInt(length)).toBe(true)
        for (const more of [
          { principal: principal + 1n },
          { rateBasisPoints: rateBasisPoints + 1 },
          { days: length + 1 },
          { subsidisedBasisPoints: subsidisedBasisPoints + 1 },
          { cap: cap + 1n },
        ])
          expect(loanInterestSubsidy({ ...one, ...more }).subsidy >= subsidy).toBe(true)
        if (subsidisedBasisPoints === 10_000) expect([interest, cap]).toContain(subsidy)
      }),
    )
  })

  test('rounded down at most once: within a fen of the exact figure', () => {
    fc.assert(
      fc.property(money, points, days, points, (principal, rateBasisPoints, length, share) => {
        const cap = 10n ** 40n
        const { interest, subsidy } = loanInterestSubsidy({ principal, rateBasisPoints, days: length, subsidisedBasisPoints: share, cap })
        const exact = principal * BigInt(rateBasisPoints) * BigInt(length)
        expect(interest * 3_600_000n <= exact && exact < (interest + 1n) * 3_600_000n).toBe(true)
        const wanted = exact * BigInt(share)
        expect(subsidy * 36_000_000_000n <= wanted && wanted < (subsidy + 1n) * 36_000_000_000n).toBe(true)
      }),
    )
  })

  test('a period cut in two gives at most two fen less than the whole, and never more', () => {
    fc.assert(
      fc.property(money, points, fc.integer({ min: 0, max: 500 }), days, days, (principal, rate, start, first, second) => {
        const [from, cut, until] = [day(start), day(start + first), day(start + first + second)]
        const whole = interestOf(loan(principal, rate, from, until))
        const parts = interestOf(loan(principal, rate, from, cut)) + interestOf(loan(principal, rate, cut, until))
        expect(parts <= whole && whole - parts <= 2n).toBe(true)
      }),
    )
  })

  test('paid in instalments, a contract never gets more than its cap', () => {
    const periods = fc.array(fc.tuple(money, days), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(periods, points, fc.integer({ min: 1, max: 10_000 }), money, (list, rate, share, cap) => {
        let paid = 0n
        for (const [principal, length] of list)
          paid += supportedFen(loan(principal, rate, day(0), day(length)), terms(share, cap), paid) ?? 0n
        expect(paid <= cap).toBe(true)
      }),
    )
  })

  test('a period that ends before it begins bears no interest', () => {
    expect(interestOf(loan(10n ** 10n, 435, '2020-05-20', '2020-05-19'))).toBe(0n)
  })
})

test('a reward is at most its result, the share of the investment and the cap, and the sum shown ends with it', () => {
  fc.assert(
    fc.property(money, fc.nat(10_000), money, points, money, money, (standard, measured, investment, ratio, cap, before) => {
      const left = cap > before ? cap - before : 0n
      const { reward } = rewardInLieu({ standard, measured, investment, ratioBasisPoints: ratio, cap: left })
      expect(reward <= standard * BigInt(measured) && reward * 10_000n <= investment * BigInt(ratio) && reward <= left).toBe(true)
      const basis: SupportBasis = { mode: 'reward-in-lieu', measured, investmentFen: String(investment) }
      const agreed: SupportTerms = {
        mode: 'reward-in-lieu',
        result: '站点',
        unit: '个',
        standardFen: String(standard),
        ratioBasisPoints: ratio,
        capFen: String(cap),
      }
      expect(supportSteps(basis, agreed, before)?.at(-1)?.result).toBe(reward)
    }),
  )
})

test('facts of one mode are never reckoned by the terms of another', () => {
  const reward: SupportBasis = { mode: 'reward-in-lieu', measured: 1, investmentFen: '1' }
  expect(supportedFen(reward, terms(5_000, 100n), 0n)).toBeNull()
})

test.each([
  ['a milestone', { kind: 'milestone', milestoneId: 'first' }, { advance: 0n, milestone: 0n }, [12_000n, 12_000n]],
  ['what is left of it', { kind: 'milestone', milestoneId: 'first' }, { advance: 0n, milestone: 12_000n }, [12_000n, 0n]],
  ['more was paid than its share', { kind: 'milestone', milestoneId: 'first' }, { advance: 0n, milestone: 12_001n }, [12_000n, 0n]],
  ['the advance', { kind: 'advance', milestoneId: null }, { advance: 2_000n, milestone: 0n }, [12_000n, 10_000n]],
  ['a milestone of no contract', { kind: 'milestone', milestoneId: 'none' }, { advance: 0n, milestone: 0n }, []],
] as const)('service purchase, step by step: %s', (_what, asked, spent, results) => {
  expect(serviceSteps(asked, contract(), spent).map(({ result }) => result)).toEqual(results)
})
