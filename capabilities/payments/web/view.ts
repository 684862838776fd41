import type { Bilingual, Finding } from '@jincun/policy'
import type { Contract } from '@jincun/projects'
import type { Evidence, PaymentRequest, PaymentState, PaymentStep, SupportTerms } from '../index.ts'

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
  /** How many there are in all; `rows` is a page of them. */
  total: number
  thresholds: { year: number; amountFen: string | null }[]
  rows: (PaymentView & { contractTitle: string })[]
  signals: Signal[]
}

export type Signal = {
  code: string
  countyCode: string
  message: Bilingual
  requestIds: string[]
  rows: { kind: string; key: string; label: string }[]
}

/** A rule of the list money-signals in a year, with the numbers it compares with. */
export type SignalRule = {
  code: string
  title: Bilingual
  clause: string
  year: number
  numbers: { id: string; title: Bilingual; unit: string; value: string | null }[]
}

export type CheckedPayee = {
  countyCode: string
  party: { name: string; creditCode: string }
  check: { status: string; source: string; checkedOn: string; activeOn: string | null } | null
  mayCheck: boolean
}

export type SignalView = {
  asOf: string
  today: string
  missing: string[]
  rules: SignalRule[]
  signals: Signal[]
  statuses: Record<string, Bilingual>
  payees: CheckedPayee[]
}

/** Why and where a request came back. */
export type Back = { step: string; fromState: PaymentState | null; by: string; reason: string; at: string }

export type Paper = { id: string; term: Bilingual }

/** A contract with what has to be known to ask money on it. */
export type AskedContract = Contract & {
  modeOfLine: Record<string, string>
  papersOfMode: Record<string, Paper[]>
  papersOfAdvance: Paper[]
  terms: SupportTerms | null
}

export type OwnPayment = PaymentView & { back: Back | null; received: boolean }
export type OwnPayments = { asOf: string; contracts: AskedContract[]; rows: OwnPayment[] }

export type PaymentDetail = PaymentView & {
  asOf: string
  contract: { id: string; title: string; number: string; amountFen: string; year: number }
  project: { id: string; name: string }
  planLine: { id: string; name: string } | null
  steps: { step: string; byName: string; reason: string; document: string; fromState: PaymentState | null; at: string }[]
  arithmetic: { what: Bilingual; formula: string; result: string }[]
  evidence: (Evidence & { title: Bilingual; name: string })[]
  findings: Finding[]
  may: PaymentStep[]
  /** The caller had a hand in it before, so the step that waits is somebody else's. */
  handled: boolean
}
