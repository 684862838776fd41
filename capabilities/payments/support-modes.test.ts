import fc from 'fast-check'
import { expect, test } from 'vitest'
import { milestoneAmounts } from '@jincun/projects'
import { loanInterestSubsidy, rewardInLieu } from './index.ts'

test.each([
  // principal 100万元, 4.35 %, 360 days: interest 43,500.00; half of it 21,750.00
  ['half of a year’s interest', 100_000_000n, 435, 360, 5000, 10n ** 12n, 4_350_000n, 2_175_000n],
  ['one day, rounded down', 100_000_000n, 435, 1, 10_000, 10n ** 12n, 12_083n, 12_083n],
  ['at the cap', 100_000_000n, 435, 360, 5000, 2_175_000n, 4_350_000n, 2_175_000n],
  ['a 分 above the cap', 100_000_000n, 435, 360, 5000, 2_174_999n, 4_350_000n, 2_174_999n],
])('loan-interest subsidy: %s', (_what, principal, rateBasisPoints, days, subsidisedBasisPoints, cap, interest, subsidy) => {
  expect(loanInterestSubsidy({ principal, rateBasisPoints, days, subsidisedBasisPoints, cap })).toEqual({ interest, subsidy })
})

test.each([
  ['by result', 500n, 10, 10_000n, 8000, 100_000n, { reward: 5000n, limitedBy: 'result' }],
  ['at the ratio', 800n, 10, 10_000n, 8000, 100_000n, { reward: 8000n, limitedBy: 'result' }],
  ['above the ratio', 801n, 10, 10_000n, 8000, 100_000n, { reward: 8000n, limitedBy: 'ratio' }],
  ['above the cap', 801n, 10, 10_000n, 8000, 7000n, { reward: 7000n, limitedBy: 'cap' }],
] as const)('reward in lieu: %s', (_what, standard, measured, investment, ratioBasisPoints, cap, expected) => {
  expect(rewardInLieu({ standard, measured, investment, ratioBasisPoints, cap })).toEqual(expected)
})

test('stages of a contract sum to its price, whatever price and shares', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 1n, max: 10n ** 13n }),
      fc.array(fc.integer({ min: 0, max: 2000 }), { minLength: 0, maxLength: 5 }),
      (price, shares) => {
        const rest = 10_000 - shares.reduce((sum, share) => sum + share, 0)
        const milestones = [...shares, rest].map((shareBasisPoints, index) => ({
          id: String(index),
          name: '',
          shareBasisPoints,
          due: '2020-09-30',
          deliverable: '',
        }))
        const stages = [...milestoneAmounts({ amountFen: String(price), milestones }).values()]
        expect(stages.reduce((sum, stage) => sum + stage, 0n)).toBe(price)
      },
    ),
  )
})
