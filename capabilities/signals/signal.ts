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
