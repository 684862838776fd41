import { expect, test } from 'vitest'
import { spentOnContract } from './index.ts'
import type { PaymentRequest, PaymentState } from './index.ts'
import { request } from './testing/ground.ts'

const standing = (change: Partial<PaymentRequest>, state: PaymentState = 'submitted') => ({ request: request(change), state })
const one = { contractId: 'c', milestoneId: 'm', kind: 'milestone' as const, amountFen: '100' }
const reward = { mode: 'reward-in-lieu' as const, measured: 1, investmentFen: '1' }
const all = [
  standing({ ...one, id: '1' }),
  standing({ ...one, id: '2', amountFen: '20', milestoneId: 'other' }),
  standing({ ...one, id: '3', amountFen: '3', contractId: 'other' }),
  standing({ ...one, id: '4', amountFen: '4000', milestoneId: null, kind: 'advance' }, 'paid'),
  standing({ ...one, id: '5', amountFen: '50000', milestoneId: null, basis: reward }, 'approved'),
  standing({ ...one, id: '6' }, 'returned'),
  standing({ ...one, id: '7' }, 'bounced'),
]

test.each([
  ['a new request', { id: '', milestoneId: 'm', basis: null }, [4000n, 100n, 0n]],
  ['one of them, itself left out', { id: '1', milestoneId: 'm', basis: null }, [4000n, 0n, 0n]],
  ['one of no milestone', { id: '', milestoneId: null, basis: reward }, [4000n, 0n, 50_000n]],
  ['one of another support mode', { id: '', milestoneId: 'other', basis: { mode: 'loan-interest-subsidy' as const } }, [4000n, 20n, 0n]],
])('%s: what its contract was asked before', (_, asked, [advance, milestone, supported]) => {
  expect(spentOnContract({ ...asked, contractId: 'c' }, all)).toEqual({ advance, milestone, supported })
})
