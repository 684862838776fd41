import type { RankedListState } from '@jincun/reviews'
import type { Finding } from '@jincun/policy'
import type { FinalListEntry, FinalListState, FinalListVerb, GovernmentLetter, PlanReview, QuotaApproval, RankedCounty } from '../index.ts'

/** Money arrives as a decimal text of 分. */
type FenText = string

export type SettlementLine = {
  approved: number
  incentive: number
  counties: number
  advance: FenText
  due: FenText
  makeUp: FenText
  giveBack: FenText
}

export type Advance = { id: string; amount: FenText; document: string; allottedOn: string }

/** An entry of the ledger that follows from the advance or the settlement; below zero what went back. */
type PostedMoney = { movement: string; kind: 'advance-allotment' | 'settlement'; amount: FenText; document: string; businessDate: string }

export type SettlementRow = {
  provinceCode: string
  provinceName: string
  listState: RankedListState
  listed: number
  provisional: number | null
  review: PlanReview | null
  settled: boolean
  published: boolean
  approval: QuotaApproval | null
  advances: Advance[]
  line: SettlementLine
  posted: PostedMoney[]
  mayDecide: boolean
}

export type SettlementView = {
  year: number
  asOf: string
  settledAt: string | null
  standard: FenText
  standardOrigin: 'notice' | 'house' | 'published'
  rows: SettlementRow[]
  /** Provinces whose settlement is not posted to the ledger yet; above zero what they have allotted on and must take back first. */
  toPost: { provinceCode: string; short: FenText }[]
  total: SettlementLine
}

export type FinalOverviewRow = {
  provinceCode: string
  provinceName: string
  approved: number | null
  state: FinalListState | null
  counties: number | null
  letter: GovernmentLetter | null
}
export type FinalOverview = { year: number; closes: string; asOf: string; rows: FinalOverviewRow[] }

export type FinalStep = {
  id: string
  verb: 'submit' | 'return' | 'publish'
  version: number
  at: string
  by: string
  reason: string | null
}

export type FinalView = {
  year: number
  provinceCode: string
  provinceName: string
  id: string | null
  version: number
  state: FinalListState
  entries: FinalListEntry[]
  letter: GovernmentLetter | null
  reasons: Record<string, string>
  approved: number | null
  ranked: RankedCounty[] | null
  incentive: FinalListEntry[]
  findings: Finding[]
  submittable: boolean
  closes: string
  extension: { until: string; ruling: string } | null
  packageHash: string | null
  steps: FinalStep[]
  verbs: FinalListVerb[]
  asOf: string
}

export type CountyAllotments = {
  asOf: string
  /** The list is published and the year settled. */
  ready: boolean
  mayAllot: boolean
  counties: {
    countyCode: string
    name: string
    due: FenText
    received: FenText
    remainder: FenText
    movements: { movement: string; amount: FenText; document: string; businessDate: string }[]
  }[]
}

export const finalPath = ({ year, provinceCode }: { year: number | string; provinceCode: string }): string =>
  `/api/final-lists/${year}/${provinceCode}`
