import type { Bilingual, Finding } from '@jincun/policy'
import type { Contract } from '@jincun/projects'
import type { PaymentRequest, PaymentState, PaymentStep } from '../index.ts'

export type PaymentView = {
  request: PaymentRequest
  state: PaymentState
  stateTitle: Bilingual
  budgetYear: number | null
  batchYear: number | null
  voucher: string | null
  paidOn: string | null
  requestedAt: string
}

export type PaymentList = {
  asOf: string
  thresholds: { year: number; amountFen: string }[]
  rows: (PaymentView & { contractTitle: string })[]
  signals: { code: string; message: Bilingual; requestIds: string[] }[]
}

export type OwnPayments = { asOf: string; contracts: Contract[]; rows: PaymentView[] }

export type PaymentDetail = PaymentView & {
  asOf: string
  contract: { id: string; title: string; number: string; amountFen: string; year: number }
  project: { id: string; name: string }
  planLine: { id: string; name: string } | null
  steps: { step: string; byName: string; reason: string; document: string; at: string }[]
  findings: Finding[]
  may: PaymentStep[]
}
