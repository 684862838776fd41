import type { ApplicationType } from '@jincun/applications'
import type { Bilingual } from '@jincun/policy'
import type { OutcomeDocument } from '@jincun/reviews'
import type { HistoryRow, HistoryYear } from '../demonstration-history.ts'
import type { AuditHead, Inclusion, LogEntry } from '../log-entry.ts'
import type { Stage } from '../round-stages.ts'

/** What the routes of this slice answer, as JSON. */
export type Origin = LogEntry & { leaf: number }

export type Round = {
  year: number
  years: readonly number[]
  realm: string
  asOf: string
  provinces: number
  stages: readonly Stage[]
  figures: {
    quota: number | null
    rankedCounties: number | null
    finalCounties: number | null
    earlierCounties: number
    earlierAnnounced: number
  }
  latest: readonly Origin[]
}

export type ProvinceListRow = {
  code: string
  name: string
  quota: number | null
  counties: number | null
  publishedAt: string | null
  publicationId: string | null
  reviewed: boolean
}

type Finding = { code: string; status: 'met' | 'unmet' | 'unknown'; clause: string; measured: string | null; required: string }
export type ListEntry = {
  rank: number | null
  countyCode: string
  type: ApplicationType
  score: string | null
  name: string | null
  nationalPovertyCounty: boolean | null
}
export type RankedListAnswer = {
  year: number
  provinceCode: string
  provinceName: string
  list: {
    origin: Origin
    quota: number | null
    entries: readonly ListEntry[]
    basis: { kind: 'review' | 'earlier-list'; reference: string | null; text: string }
    findings: readonly Finding[]
    reasons: Readonly<Record<string, string>>
  } | null
  outcome: ({ origin: Origin } & OutcomeDocument) | null
  ruleTitles: Readonly<Record<string, Bilingual>>
}

export type FinalRow = {
  provinceCode: string
  provinceName: string
  countyCode: string
  countyName: string
  type: ApplicationType
  rank: number | null
  letterNumber: string | null
  letterDate: string | null
  nationalPovertyCounty: boolean
  point: { longitude: number; latitude: number } | null
  publicationId: string
}
export type FinalListsAnswer = {
  year: number
  asOf: string
  provinces: number
  lists: readonly (Origin & { provinceCode: string; provinceName: string; counties: number })[]
  rows: readonly FinalRow[]
}

/** Money in 分 as decimal texts. */
export type SettlementLine = {
  provinceCode: string
  provinceName: string
  approved: number
  incentive: number
  counties: number
  advance: string
  due: string
  balance: string
  makeUp: string
  giveBack: string
}
export type SettlementAnswer = {
  origin: Origin
  year: number
  standard: string
  standardOrigin: 'notice' | 'house' | 'published'
  lines: readonly SettlementLine[]
  total: Omit<SettlementLine, 'provinceCode' | 'provinceName'>
}

export type HistoryAnswer = {
  rows: readonly HistoryRow[]
  years: readonly HistoryYear[]
  source: { title: Bilingual; asOf: string; source: string; gap: Bilingual | null } | null
}

export type RegisterAnswer = { rows: readonly Origin[]; total: number; asOf: string }
export type PublicationAnswer = {
  entry: LogEntry
  entryText: string
  content: string
  inclusion: Inclusion
  auditHeads: readonly AuditHead[]
}
