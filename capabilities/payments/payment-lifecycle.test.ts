import { expect, test } from 'vitest'
import { loadPolicy } from '@jincun/policy/load'
import { hasApproved, leaderThreshold, paymentCan, stateAfter } from './index.ts'

test.each([
  ['office-approve', false, 'office-approved'],
  ['finance-approve', false, 'approved'],
  ['finance-approve', true, 'leader-needed'],
  ['leader-approve', true, 'approved'],
  ['pay', true, 'paid'],
  ['bounce', false, 'bounced'],
  ['return', true, 'returned'],
] as const)('after %s (above the threshold: %s) it is %s', (step, above, state) => {
  expect(stateAfter(step, above)).toBe(state)
})

test('the threshold is that of the contract’s year; another year’s does not stand in', () => {
  const pack = loadPolicy()
  expect(leaderThreshold(pack, 2020)).toBe(50_000_000n)
  expect(() => leaderThreshold(pack, 2019)).toThrow('policy/parameters/leader-approval-threshold.yaml')
})

test('the treasury is not asked before the leader agreed, and nothing follows a return', () => {
  expect(paymentCan('pay', 'leader-needed')).toBe(false)
  expect(paymentCan('pay', 'approved')).toBe(true)
  expect(paymentCan('office-approve', 'returned')).toBe(false)
})

test.each([
  ['one’s own', 'office-approve', 'a', [{ step: 'submit', by: 'a' }], true],
  [
    'twice',
    'leader-approve',
    'b',
    [
      { step: 'submit', by: 'a' },
      { step: 'finance-approve', by: 'b' },
    ],
    true,
  ],
  [
    'a third hand',
    'leader-approve',
    'c',
    [
      { step: 'submit', by: 'a' },
      { step: 'finance-approve', by: 'b' },
    ],
    false,
  ],
  ['the voucher by who held the money', 'pay', 'b', [{ step: 'finance-approve', by: 'b' }], false],
] as const)('%s', (_what, step, person, earlier, stopped) => {
  expect(hasApproved(step, person, earlier)).toBe(stopped)
})
