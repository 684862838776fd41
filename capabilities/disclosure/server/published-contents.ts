import type { FinalList } from '@jincun/settlement'
import type { SubmissionPackage } from '@jincun/reviews'

/** What the slices put into the log, as this slice reads it. */
export type PublishedRankedList = Omit<SubmissionPackage, 'plan'>
export type PublishedFinalList = FinalList & { provinceName: string; packageHash: string | null }
export type PublishedQuotas = { quotas: Readonly<Record<string, number>>; note?: string }

/** Money as decimal texts of 分. */
export type PublishedSettlementLine = {
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
export type PublishedSettlement = {
  year: number
  standard: string
  standardOrigin: 'notice' | 'house' | 'published'
  lines: readonly PublishedSettlementLine[]
  total: Omit<PublishedSettlementLine, 'provinceCode' | 'provinceName'>
}
