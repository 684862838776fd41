import type { Bilingual, SignalRule } from '@jincun/policy'
import type { MeasureTaken } from '../index.ts'

/** What the routes answer, as the pages read it. */
export type SignalLine = {
  id: string
  rule: string
  version: number
  clause: string
  subjectKind: 'station' | 'contractor'
  subjectCode: string
  from: string
  to: string
  count: number
  of: number
  threshold: number
  raisedAt: string
  outcome: 'confirmed' | 'cleared' | null
}

export type RunLine = {
  id: string
  from: string
  to: string
  orders: string
  stations: number
  raised: number
  wholes: { station: string; total: number }[]
  ranAt: string
  ranBy: string
}

export type SignalsView = { rows: SignalLine[]; total: number; size: number; runs: RunLine[]; mayRun: boolean; asOf: string }

export type RuleLine = SignalRule & { raised: number; confirmed: number; cleared: number }
export type RulesView = { rows: RuleLine[]; asOf: string }

export type OrderView = {
  orderNumber: string
  businessTime: string
  direction: 'up' | 'down'
  category: number
  amountFen: string
  sellerPlace: string
  buyerPlace: string
  waybill: string | null
  paymentReference: string | null
  refundOf: string | null
  batchId: string
  rowNumber: number
}

export type OutcomeView = {
  id: string
  outcome: 'confirmed' | 'cleared'
  measure: MeasureTaken | ''
  reason: string
  decidedAt: string
  decidedBy: string
}

export type SignalView = SignalLine & {
  orders: OrderView[]
  outcomes: OutcomeView[]
  definition: (SignalRule & { title: Bilingual }) | null
  mayDecide: boolean
  asOf: string
}
