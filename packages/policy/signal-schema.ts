import { z } from 'zod'
import { Bilingual, ClauseRef } from './finding.ts'

const Day = z.iso.date()

/** A rule that raises a signal, in one version: a reason to open the file, never a verdict. One threshold for all counties. */
export const SignalRule = z.strictObject({
  code: z.string().regex(/^[a-z0-9-]+$/),
  version: z.number().int().min(1),
  title: Bilingual,
  /** What it may be besides what is suspected. */
  mayBe: Bilingual,
  subject: z.enum(['station', 'contractor', 'county']),
  validFrom: Day,
  validTo: Day.nullable(),
  clause: ClauseRef,
  origin: z.enum(['house', 'published']),
  note: Bilingual,
  /** Fewest orders, or days for rules of days, to say anything. */
  atLeast: z.number().int().min(0),
  /** In thousandths of what is measured. */
  threshold: z.number().int().min(1),
  /** What its strength adds to the whole of a station, in hundredths; 0 stands alone. */
  weight: z.number().int().min(0).max(1000),
})
export type SignalRule = z.infer<typeof SignalRule>
