import type { Fen } from '@jincun/kernel'
import { fenOf, parameterFor } from '@jincun/policy'
import type { Bilingual, PolicyPack } from '@jincun/policy'

export const paymentStates = {
  submitted: { zh: '待项目办审核', en: 'With the programme office' },
  'office-approved': { zh: '待财政审核', en: 'With finance' },
  'leader-needed': { zh: '待县领导审批', en: 'With the county leader' },
  approved: { zh: '待国库支付', en: 'Waiting for the treasury' },
  paid: { zh: '已拨付', en: 'Paid' },
  returned: { zh: '已退回', en: 'Returned' },
  bounced: { zh: '已退票', en: 'Bounced' },
} as const satisfies Record<string, Bilingual>
export type PaymentState = keyof typeof paymentStates

/** What may be done in which state. One table for the server and the buttons. */
export const paymentSteps = {
  'office-approve': ['submitted'],
  'finance-approve': ['office-approved'],
  'leader-approve': ['leader-needed'],
  return: ['submitted', 'office-approved', 'leader-needed', 'approved'],
  pay: ['approved'],
  bounce: ['paid'],
} as const satisfies Record<string, readonly PaymentState[]>
export type PaymentStep = keyof typeof paymentSteps

export const stepTitles: Record<PaymentStep, Bilingual> = {
  'office-approve': { zh: '项目办审核通过', en: 'Approve as programme office' },
  'finance-approve': { zh: '财政审核通过并预留资金', en: 'Approve as finance and hold the money' },
  'leader-approve': { zh: '县领导批准', en: 'Approve as county leader' },
  return: { zh: '退回', en: 'Return' },
  pay: { zh: '登记国库支付凭证', en: 'Enter the treasury voucher' },
  bounce: { zh: '登记退票', en: 'Enter a bounced payment' },
}

/** Who holds a request in each state and so may take the next step or return it: nobody returns what lies on another's desk (6.2). */
export const holderOf = {
  submitted: 'payments.office-approve',
  'office-approved': 'payments.finance-approve',
  'leader-needed': 'payments.leader-approve',
  approved: 'payments.finance-approve',
  paid: 'payments.finance-approve',
  returned: 'payments.request',
  bounced: 'payments.request',
} as const satisfies Record<PaymentState, string>

/** What a step says of who took it, for the contractor who reads why a request came back. */
export const returnedFrom: Record<'submitted' | 'office-approved' | 'leader-needed' | 'approved', Bilingual> = {
  submitted: { zh: '项目办审核', en: 'Programme office' },
  'office-approved': { zh: '财政审核', en: 'Finance' },
  'leader-needed': { zh: '县领导审批', en: 'County leader' },
  approved: { zh: '国库支付', en: 'Treasury' },
}

export const paymentCan = (step: PaymentStep, state: PaymentState): boolean =>
  (paymentSteps[step] as readonly PaymentState[]).includes(state)

/** The amount above which a payment of a contract of `year` needs the county leader (6.2); no other year's stands in for it. */
export const leaderThreshold = (pack: PolicyPack, year: number): Fen => fenOf(parameterFor(pack, 'leader-approval-threshold', year))

/** The state after a step; above the threshold a leader must agree before the treasury is asked. */
export function stateAfter(step: PaymentStep, aboveThreshold: boolean): PaymentState {
  if (step === 'office-approve') return 'office-approved'
  if (step === 'finance-approve') return aboveThreshold ? 'leader-needed' : 'approved'
  if (step === 'leader-approve') return 'approved'
  if (step === 'pay') return 'paid'
  return step === 'bounce' ? 'bounced' : 'returned'
}

const approvals: readonly PaymentStep[] = ['office-approve', 'finance-approve', 'leader-approve']

/** Whether the person has had a hand in the request already: nobody approves twice, and nobody approves their own (6.2). */
export const hasApproved = (step: PaymentStep, personId: string | null, earlier: readonly { step: string; by: string | null }[]): boolean =>
  approvals.includes(step) &&
  earlier.some(each => each.by === personId && (each.step === 'submit' || approvals.includes(each.step as PaymentStep)))
