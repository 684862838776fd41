import { ApplicationType } from '@jincun/applications'
import { CountyStanding } from '@jincun/designation'
import { PlaceCode } from '@jincun/places'
import { Finding } from '@jincun/policy'
import { z } from 'zod'

/** A score is a decimal text ('86.5'), so that no floating-point number ever decides a rank. */
export const scorePattern = /^\d{1,6}(\.\d{1,12})?$/

/**
 * One line of the ranked list. Counties that compete (first, repeat) have a rank and a score; a region that goes forward as a whole
 * and incentive counties are not ranked against anybody and may have neither.
 */
export const RankedListEntry = z.strictObject({
  rank: z.number().int().min(1).nullable(),
  countyCode: PlaceCode,
  /** The code as it was handed in, when it is an older code of the county. */
  writtenCode: PlaceCode.optional(),
  type: ApplicationType,
  /** Decimal text, e.g. '86.5'. */
  score: z.string().regex(scorePattern).nullable(),
  /** The review the score comes from; scores of different reviews are not compared (5.2: an earlier list may be extended). */
  reviewId: z.string().optional(),
})
export type RankedListEntry = z.infer<typeof RankedListEntry>

/** 评选依据 (5.3): how the counties were chosen, in words, and the record it rests on. */
export const SelectionBasis = z.strictObject({
  kind: z.enum(['review', 'earlier-list']),
  /** The closed review round or the earlier list; null while none is named. */
  reference: z.string().nullable(),
  text: z.string().max(20_000),
})
export type SelectionBasis = z.infer<typeof SelectionBasis>

/** A province's list as it stands in one version. The rest of the submission (plan) is in `submission-package.ts`. */
export const RankedList = z.strictObject({
  provinceCode: PlaceCode,
  year: z.number().int(),
  version: z.number().int().min(1),
  /** 预下达数量 of the province; null where the year has none or it was not announced. */
  quota: z.number().int().min(0).nullable(),
  entries: z.array(RankedListEntry).max(3_000),
  basis: SelectionBasis,
  /** Reasons for unmet `should` findings, by finding code. */
  reasons: z.record(z.string(), z.string().max(4_000)),
})
export type RankedList = z.infer<typeof RankedList>

/** An entry with what the records say of its county; null and absent mean that nothing is known. */
export const ListedCounty = RankedListEntry.extend({
  name: z.string().nullable(),
  standing: CountyStanding.nullable(),
  /** Findings on the county's application; null when only the list itself and the public records are at hand. */
  eligibility: z.array(Finding).nullable(),
})
export type ListedCounty = z.infer<typeof ListedCounty>

/** Counties of the 2017 scope that had not been supported when the round began. */
export type UnsupportedCounties = { poverty: number; oldBase: number }

/** Everything the list rules judge: the list, what is known of its counties and province, and when it is (to be) handed in. */
export type ListSubject = {
  year: number
  provinceCode: string
  quota: number | null
  counties: readonly ListedCounty[]
  /** 有脱贫攻坚任务; null = unknown. */
  povertyTask: boolean | null
  unsupported: UnsupportedCounties | null
  at: Date
  /** A recorded ruling of the centre that reopened the list until an instant (5.3). */
  extension: { until: Date; ruling: string } | null
}
