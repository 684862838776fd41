import { PlaceCode } from '@jincun/places'
import { z } from 'zod'

/** What a reviewer gives for one item of the score sheet; null is "not scored yet", which is not zero. */
export const ItemScore = z.strictObject({
  itemId: z.string().regex(/^[a-z0-9-]+$/),
  /** Half points: 35 is 17.5 分. */
  halfPoints: z.number().int().min(0).max(2_000).nullable(),
  reason: z.string().max(2_000),
})
export type ItemScore = z.infer<typeof ItemScore>

/**
 * One reviewer's sheet for one application. Once submitted a revision never changes; a reviewer who must correct it before the round
 * is closed submits the next revision with the reason, and the earlier one stays.
 */
export const ScoreSheet = z.strictObject({
  id: z.uuid(),
  roundId: z.uuid(),
  applicationId: z.uuid(),
  countyCode: PlaceCode,
  expertId: z.uuid(),
  revision: z.number().int().min(1),
  items: z.array(ItemScore).max(60),
  comment: z.string().max(5_000),
  submittedAt: z.iso.datetime().nullable(),
})
export type ScoreSheet = z.infer<typeof ScoreSheet>

/** One reviewer's total for one application, in half points: what all statistics and ranks are made from. */
export type TotalScore = { applicationId: string; expertId: string; halfPoints: number }

/** The sum of the items in half points; items not scored count nothing, so ask `checkScoreSheet` first. */
export const totalOf = (items: readonly ItemScore[]): number => items.reduce((sum, item) => sum + (item.halfPoints ?? 0), 0)
