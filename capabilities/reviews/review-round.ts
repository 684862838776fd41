import { PlaceCode } from '@jincun/places'
import { ClauseRef, countOf, parameterFor } from '@jincun/policy'
import type { PolicyPack } from '@jincun/policy'
import { z } from 'zod'

/** See review-lifecycle.ts for what may be done in each. */
export const ReviewRoundState = z.enum(['preparing', 'committed', 'inviting', 'scoring', 'closed', 'confirmed', 'cancelled'])
export type ReviewRoundState = z.infer<typeof ReviewRoundState>

/**
 * From which figure ranks are made; settled before anybody scores. `trimmed-mean` leaves out one highest and one lowest score,
 * `leniency-adjusted` takes off each reviewer's estimated leniency (leniency.ts).
 */
export const ScoreBasis = z.enum(['mean', 'trimmed-mean', 'leniency-adjusted'])
export type ScoreBasis = z.infer<typeof ScoreBasis>

/** When a reviewer must write down why: for every item, only near the ends of an item's range, or never. */
export const ReasonRule = z.strictObject({
  when: z.enum(['always', 'extremes', 'never']),
  /** With `extremes`: points at or below this part of an item's maximum, in percent … */
  lowPercent: z.number().int().min(0).max(100),
  /** … or at or above this part. */
  highPercent: z.number().int().min(0).max(100),
  minimumCharacters: z.number().int().min(1).max(500),
})
export type ReasonRule = z.infer<typeof ReasonRule>

/**
 * What a province settles before the draw. The year's parameters give the start; what the province changes is recorded with the round.
 * Points are whole points on a scale of a hundred.
 */
export const ReviewSettings = z.strictObject({
  reviewersPerApplication: z.number().int().min(1).max(15),
  /** Least and most applications of one reviewer. */
  loadMinimum: z.number().int().min(0).max(500),
  loadMaximum: z.number().int().min(1).max(500),
  /** What it costs to send a reviewer outside his fields, see assign-reviewers.ts. */
  fieldMismatchCost: z.number().int().min(0).max(1000),
  /** An expert in conflict with one county is left out of the whole panel, or only kept away from that county. */
  avoidance: z.enum(['whole-panel', 'own-applications']),
  /** Contracts that ended more than so many years before the round are no conflict. */
  contractYears: z.number().int().min(0).max(50),
  /** Most experts of one organisation on the panel; null = no limit. */
  organisationMaximum: z.number().int().min(1).nullable(),
  basis: ScoreBasis,
  reasonRule: ReasonRule,
  /** Fewer reviews than this of one reviewer: no estimate of leniency. */
  overlapMinimum: z.number().int().min(1),
  leniencyAlarm: z.number().int().min(1),
  spreadAlarm: z.number().int().min(1),
  /** Places on each side of the line that are looked at again. */
  nearLinePlaces: z.number().int().min(0),
  /** The clause all this carries out. */
  clause: ClauseRef,
})
export type ReviewSettings = z.infer<typeof ReviewSettings>

/** A year's settings from policy/parameters; throws a PolicyGap for a year whose notice knows no review (2017). */
export function reviewSettingsFor(pack: PolicyPack, year: number): ReviewSettings {
  const count = (id: string): number => countOf(parameterFor(pack, id, year))
  return {
    reviewersPerApplication: count('reviewers-per-application'),
    loadMinimum: 0,
    loadMaximum: count('reviewer-load-maximum'),
    fieldMismatchCost: count('reviewer-field-mismatch-cost'),
    avoidance: 'own-applications',
    contractYears: count('conflict-contract-years'),
    organisationMaximum: null,
    basis: 'mean',
    reasonRule: { when: 'always', lowPercent: 0, highPercent: 100, minimumCharacters: count('review-reason-characters-minimum') },
    overlapMinimum: count('reviewer-overlap-minimum'),
    leniencyAlarm: count('reviewer-leniency-alarm'),
    spreadAlarm: count('score-spread-alarm'),
    nearLinePlaces: count('near-line-places'),
    clause: parameterFor(pack, 'reviewers-per-application', year).clause,
  }
}

/** 评审轮次: one province's review of one year's applications. */
export const ReviewRound = z.strictObject({
  id: z.uuid(),
  provinceCode: PlaceCode,
  year: z.number().int(),
  title: z.string().min(1).max(100),
  state: ReviewRoundState,
  version: z.number().int().min(1),
  settings: ReviewSettings,
})
export type ReviewRound = z.infer<typeof ReviewRound>

/** An expert asked to review; `place` is the expert's place in the drawn order. */
export const Invitation = z.strictObject({
  id: z.uuid(),
  roundId: z.uuid(),
  expertId: z.uuid(),
  place: z.number().int().min(1),
  state: z.enum(['invited', 'accepted', 'declined', 'replaced']),
  /** Why it was declined or withdrawn. */
  reason: z.string().nullable(),
  answeredAt: z.iso.datetime().nullable(),
})
export type Invitation = z.infer<typeof Invitation>

/** 评审组: the experts of a round who accepted. */
export type Panel = { roundId: string; expertIds: readonly string[] }

/** One expert reviews one application. */
export const Assignment = z.strictObject({ roundId: z.uuid(), applicationId: z.uuid(), countyCode: PlaceCode, expertId: z.uuid() })
export type Assignment = z.infer<typeof Assignment>
