import { z } from 'zod'

/** 必须 / 原则上: an unmet `must` stops; an unmet `should` asks for a recorded reason. */
export const Force = z.enum(['must', 'should'])
export type Force = z.infer<typeof Force>

/** '<source>/<clause>', e.g. 'notice-2020/4.4'. */
export const ClauseRef = z.string().regex(/^[a-z0-9-]+\/[0-9A-Za-z.-]+$/)
export type ClauseRef = z.infer<typeof ClauseRef>

export const Bilingual = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })
export type Bilingual = z.infer<typeof Bilingual>

/** A row a finding rests on: what kind of row, its key, and what it is called; the key opens the row. */
export const RowRef = z.object({ kind: z.string(), key: z.string(), label: z.string() })
export type RowRef = z.infer<typeof RowRef>

/** Unknown is its own value: neither met nor failed. */
export const FindingStatus = z.enum(['met', 'unmet', 'unknown'])
export type FindingStatus = z.infer<typeof FindingStatus>

/** What a rule says of a record. `code` is permanent; `measured` null means nothing could be measured. */
export const Finding = z.object({
  code: z.string().regex(/^[a-z0-9-]+$/),
  status: FindingStatus,
  force: Force,
  clause: ClauseRef,
  measured: z.string().nullable(),
  required: z.string(),
  message: Bilingual,
  /** Where in the record, e.g. 'plan.goals[2].unit', so a form can point at it. */
  where: z.string().optional(),
  rows: z.array(RowRef),
})
export type Finding = z.infer<typeof Finding>

/** Reasons recorded for unmet `should` findings, by finding code. */
export type Reasons = Readonly<Record<string, string>>
