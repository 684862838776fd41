import { accept, refuse } from '@jincun/kernel'
import type { Refusal, Result } from '@jincun/kernel'
import { PlaceCode } from '@jincun/places'
import type { RankedListState } from '@jincun/reviews'
import { z } from 'zod'

/** 方案评审 (5.4): what the three authorities say of a provincial plan. The score is a decimal text out of 100. */
export const PlanReview = z.strictObject({
  provinceCode: PlaceCode,
  year: z.number().int(),
  score: z
    .string()
    .regex(/^(100(\.0{1,2})?|\d{1,2}(\.\d{1,2})?)$/, '得分应为 0–100，最多两位小数 / a score from 0 to 100, at most two decimals'),
  comment: z.string().max(4_000),
  reviewedBy: z.string(),
  reviewedAt: z.iso.datetime(),
})
export type PlanReview = z.infer<typeof PlanReview>

/** 核定 (5.4): the final number of demonstration counties of a province. A later approval of the same year replaces an earlier one and names why. */
export const QuotaApproval = z.strictObject({
  id: z.uuid(),
  provinceCode: PlaceCode,
  year: z.number().int(),
  approved: z.number().int().min(0).max(3_000),
  provisional: z.number().int().nullable(),
  planScore: z.string(),
  reason: z.string().max(4_000),
  approvedBy: z.string(),
  approvedAt: z.iso.datetime(),
})
export type QuotaApproval = z.infer<typeof QuotaApproval>

/** What an approval rests on: the province's list as it stands, the review of its plan, and its provisional number. */
export type ApprovalGround = {
  listState: RankedListState
  /** Counties on the submitted list that enter by application or with their region. */
  listed: number
  provisional: number | null
  review: PlanReview | null
  /** Whether the money of the year has been settled already. */
  settled: boolean
  /** Whether the final list of the province is public: its counties are designated, so its number is used. */
  published: boolean
}

const no = (kind: Refusal['kind'], code: string, zh: string, en: string) => refuse<Refusal>({ kind, code, message: { zh, en } })

/**
 * Sets a province's final number. Refused while its list is not submitted (a forfeited province gets none), before its plan was scored, for
 * more counties than its list holds, after settlement or publication of the final list, and without a reason where the number differs from the provisional one.
 */
export function approveQuota(ground: ApprovalGround, order: Omit<QuotaApproval, 'provisional' | 'planScore'>): Result<QuotaApproval> {
  if (ground.settled)
    return no(
      'wrong-state',
      'round-settled',
      '本年度资金已结算，最终数量不能再改。',
      'The money of the year is settled; the number stands.',
    )
  if (ground.published)
    return no(
      'wrong-state',
      'final-list-published',
      '该省最终名单已公布，示范县已确定，核定数量不能再改。',
      'The final list of the province is published and its counties are designated; the number stands.',
    )
  if (ground.listState !== 'submitted')
    return no(
      'wrong-state',
      'list-not-submitted',
      '该省没有按规定报送排序名单，不能核定数量；如应重新开放，请先作出裁定。',
      'The province has no submitted list, so it gets no number; reopen it by a ruling first if it should.',
    )
  if (!ground.review)
    return no('wrong-state', 'plan-not-reviewed', '请先评审该省工作方案并打分。', 'Review and score the plan of the province first.')
  if (order.approved > ground.listed)
    return no(
      'invalid',
      'more-than-listed',
      `核定${order.approved}个超过该省名单上的${ground.listed}个县，请改为不超过${ground.listed}。`,
      `${order.approved} is more than the ${ground.listed} counties on the list; approve at most ${ground.listed}.`,
    )
  if (order.approved !== ground.provisional && order.reason.trim() === '')
    return no(
      'invalid',
      'approval-without-reason',
      `核定数量与预下达数量${ground.provisional ?? '（未知）'}不同，请写明理由。`,
      `The number differs from the provisional ${ground.provisional ?? '(unknown)'}; record the reason.`,
    )
  return accept({ ...order, provisional: ground.provisional, planScore: ground.review.score })
}
