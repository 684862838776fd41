import { z } from 'zod'
import { Bilingual, ClauseRef } from './finding.ts'

const Id = z.string().regex(/^[a-z0-9-]+$/)
const Day = z.iso.date()
const Names = z.array(z.string().min(1)).min(1)

/** A form of ours under the names of the ministry's system, with the lengths its columns have. */
export const MinistryForm = z.strictObject({
  form: Id,
  /** Its name over there. */
  table: z.string().min(1),
  fields: z
    .array(
      z.strictObject({
        field: z.string().min(1),
        as: z.string().min(1),
        /** Longer texts would be cut over there: they are a fault here. */
        maximumLength: z.number().int().min(1).optional(),
        /** Our choices in its codes. */
        values: z.record(z.string(), z.string()).optional(),
      }),
    )
    .min(1),
})
export type MinistryForm = z.infer<typeof MinistryForm>

/**
 * One version of the ministry's system as a target of reports: names, codes and limits. Where two versions disagree each has its own file; a county
 * says which one it reports to. No address: that is set where the program runs.
 */
export const MinistrySystem = z.strictObject({
  id: Id,
  title: Bilingual,
  validFrom: Day,
  validTo: Day.nullable(),
  /** `reconstructed`: read off public programs; `official`: the authority's own document. */
  origin: z.enum(['reconstructed', 'official']),
  source: Bilingual,
  clause: ClauseRef,
  soap: z.strictObject({
    namespace: z.url(),
    action: z.string(),
    request: z.string().min(1),
    argument: z.string().min(1),
    /** The element of the answer that holds its text. */
    answer: z.string().min(1),
  }),
  /** 站点类型: our kinds of station in its codes. A kind that is not there cannot be reported to it. */
  stationTypes: z.partialRecord(z.enum(['county', 'township', 'village']), z.string().min(1)),
  goodsCategories: z.number().int(),
  codeMaximumLength: z.number().int().min(1),
  nameMaximumLength: z.number().int().min(1),
  /** Whether what was paid back is taken off the day of its order, or left to the figures. */
  refunds: z.enum(['deducted', 'ignored']),
  /** Hours after the end of a day until its report is made by itself: late rows are in by then. */
  buildAfterHours: z.number().int().min(0).max(240),
  /** Minutes until the next try after the first, second … failure; the last holds for all later ones. */
  retryMinutes: z.array(z.number().int().min(1)).min(1),
  timeoutSeconds: z.number().int().min(1).max(600),
  /** How an answer says yes and no. Anything else is neither. */
  answer: z.strictObject({ verdict: z.string().min(1), accepted: Names, refused: Names, receipt: Names, message: Names }),
  /** What is ours and not the ministry's in this file. */
  note: Bilingual,
  /** The system whose forms this one has too. */
  formsOf: Id.nullable(),
  forms: z.array(MinistryForm),
})
export type MinistrySystem = z.infer<typeof MinistrySystem>
