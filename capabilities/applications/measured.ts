import type { Bilingual } from '@jincun/policy'

/** A share as the records have it, exact: part of whole in 分, how it is made, what of, and when it was read. */
export type MeasuredShare = {
  part: bigint
  whole: bigint
  formula: Bilingual
  /** Batches of demonstration counties whose money it was made of. */
  batchYears: readonly number[]
  /** The business day it was read on, YYYY-MM-DD. */
  asOf: string
}

/** What records of this system say beside the applicant's own words; null where they say nothing, which is not zero. */
export type Measured = { disbursement: MeasuredShare | null }

export const nothingMeasured: Measured = { disbursement: null }
