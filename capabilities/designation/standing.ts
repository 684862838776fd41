import { z } from 'zod'
import { PlaceCode } from '@jincun/places'

/** How sure a published fact is: `high` from an official list or page, `medium` one secondary source, `low` inferred. */
export const Certainty = z.enum(['high', 'medium', 'low'])
export type Certainty = z.infer<typeof Certainty>

/** What was noted while compiling a list; both texts are empty where there was nothing to note. */
export const Note = z.strictObject({ zh: z.string(), en: z.string() })
export type Note = z.infer<typeof Note>

/** One published statement that a county was a demonstration county. `earliest`/`latest` bound the year when it is only known as a range. */
export const SupportRecord = z.strictObject({
  countyCode: PlaceCode,
  /** As the source gives it: '2017', '2015-2018', '2015 or 2016', 'unknown'. */
  yearText: z.string().min(1),
  earliest: z.number().int(),
  latest: z.number().int().nullable(),
  certainty: Certainty,
  note: Note,
  source: z.string().min(1),
})
export type SupportRecord = z.infer<typeof SupportRecord>

/** 三区三州: which of the two groups, and which part of it. */
export const DeepPovertyArea = z.strictObject({ group: z.enum(['three-areas', 'three-prefectures']), part: z.string().min(1) })
export type DeepPovertyArea = z.infer<typeof DeepPovertyArea>

/** A typical incentive county of a year (4.7); only part of each year's list was ever published in a form we hold. */
export const IncentiveRecord = z.strictObject({
  countyCode: PlaceCode,
  year: z.number().int(),
  certainty: Certainty,
  source: z.string().min(1),
})
export type IncentiveRecord = z.infer<typeof IncentiveRecord>

/**
 * Where a county stands before a round: what the public lists say of it, and what they leave open.
 * Facts are asked for a round's year: `supportedBefore` and `countyNotYetOutOfPoverty` change from round to round.
 */
export const CountyStanding = z.strictObject({
  countyCode: PlaceCode,
  name: z.string(),
  provinceCode: PlaceCode,
  year: z.number().int(),
  /** 国贫县: one of the 832. */
  nationalPovertyCounty: z.boolean(),
  /** Year in which it was delisted; null when it was never on the list. */
  delistYear: z.number().int().nullable(),
  /** 未脱贫县 at the time of the round: delisted in the round's year or later (2020: one of the 52). */
  countyNotYetOutOfPoverty: z.boolean(),
  deepPovertyArea: DeepPovertyArea.nullable(),
  /** 革命老区县: null = unknown, because no coded list is public. */
  oldRevolutionaryBaseCounty: z.boolean().nullable(),
  /** Every published statement of support, whatever its year. */
  supported: z.array(SupportRecord),
  /** Support in an earlier year. A county absent from a list that is known only in part is `unknown`, never `no`. */
  supportedBefore: z.enum(['yes', 'no', 'unknown']),
  /** Latest year in which it is known as an incentive county; null = not on the part of the lists that is known. */
  incentiveYear: z.number().int().nullable(),
  incentive: z.array(IncentiveRecord),
})
export type CountyStanding = z.infer<typeof CountyStanding>
