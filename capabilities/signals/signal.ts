import type { ClauseRef } from '@jincun/policy'

/** A reason to open the file, never a verdict. */
export type Signal = {
  rule: string
  version: number
  clause: ClauseRef
  /** Station or contractor it is about. */
  subject: { kind: 'station' | 'contractor'; code: string }
  /** What was measured: `count` of `of`; the threshold in thousandths. */
  count: number
  of: number
  threshold: number
  /** Order numbers of the rows used, at most `rowsKept`. */
  rows: readonly string[]
}

/** Rows kept with a signal: enough to open the file, the rest is found by the rule again. */
export const rowsKept = 200

/** One row a signal used. */
export type RowUsed = { contractor: string; order: string }

/** What audit offices report as done (公开审计整改报告的用语). */
export const measures = {
  recovered: { zh: '追回、收缴', en: 'Money recovered' },
  'returned-to-source': { zh: '归还原资金渠道', en: 'Returned to the source' },
  'assets-booked': { zh: '补记资产', en: 'Assets booked' },
  'idle-put-to-use': { zh: '盘活存量', en: 'Idle money or goods put to use' },
  'accounts-adjusted': { zh: '调账', en: 'Accounts adjusted' },
  'rules-made': { zh: '建章立制', en: 'Rules made' },
  referred: { zh: '移送线索', en: 'Referred' },
  disciplined: { zh: '党纪政纪处分', en: 'Disciplined' },
  'figures-corrected': { zh: '更正数据', en: 'Figures corrected' },
} as const satisfies Record<string, { zh: string; en: string }>
export type MeasureTaken = keyof typeof measures

export type Outcome = {
  id: string
  outcome: 'confirmed' | 'cleared'
  measure: MeasureTaken | ''
  reason: string
  decidedAt: Date
  decidedBy: string
}

/** A signal as it is kept and listed. Months are YYYY-MM. */
export type SignalRecord = {
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
  raisedAt: Date
  outcome: 'confirmed' | 'cleared' | null
}
