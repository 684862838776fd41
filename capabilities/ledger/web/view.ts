import type { Bilingual } from '@jincun/policy'

/** Amounts are decimal texts of 分. */
export type MoneyRow = {
  countyCode: string
  placeName: string
  source: 'central' | 'local' | 'enterprise'
  budgetYear: number
  batchYear: number
  received: string
  allottedOn: string
  unassigned: string
  onLines: string
  onProjects: string
  paid: string
  unspent: string
  pool: string
  idleDays: number | null
  carriedOver: { state: 'to-reclaim' | 'counting-down' | 'current'; reclaimableFrom: string; daysLeft: number; clause: string } | null
  timers: { step: string; title: Bilingual; days: number | null; limitDays: number; state: string; clause: string }[]
}

export type Rate = { numerator: string; denominator: string; percent: string | null; formula: Bilingual; clause: string }

export type MoneyView = {
  asOf: string
  rules: { year: number; missing: string[] }
  /** Years there is money of in scope, newest first. */
  budgetYears: number[]
  batchYears: number[]
  rows: MoneyRow[]
  ageing: { budgetYear: number; batchYear: number; received: string; paid: string; unspent: string; places: number }[]
  /** Null where the policy folder lacks rules of the year. */
  rate: Rate | null
  /** Local and private money that came for each yuan of central money, by county. */
  leverage: {
    countyCode: string
    placeName: string
    central: string
    local: string
    enterprise: string
    perYuan: string | null
    formula: Bilingual
    clause: string
  }[]
  rates: (Rate & { countyCode: string; placeName: string })[]
}

export type AccountView = {
  id: string
  countyCode: string
  placeName: string
  kindTitle: Bilingual
  sourceTitle: Bilingual
  subjectName: string
  budgetYear: number
  batchYear: number
  debitsPosted: string
  creditsPosted: string
  held: string
  available: string
}

export type EntryView = {
  id: string
  seq: number
  countyCode: string
  movement: string
  businessDate: string
  kindTitle: Bilingual
  amount: string
  document: string
  reason: string
  clause: string
}

export const sources: Record<MoneyRow['source'], Bilingual> = {
  central: { zh: '中央', en: 'Central' },
  local: { zh: '地方配套', en: 'Local match' },
  enterprise: { zh: '企业', en: 'Enterprise' },
}
