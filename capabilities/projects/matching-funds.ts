import { PlaceCode } from '@jincun/places'
import { z } from 'zod'
import { DayText, FenText, Named } from './amounts.ts'

/** Matching money that really came in (row 34): promised money stands in the plan, received money here, with its paper. */
export const MatchingReceipt = z.strictObject({
  id: z.uuid(),
  countyCode: PlaceCode,
  year: z.number().int(),
  source: z.enum(['local', 'enterprise']),
  projectId: z.uuid().nullable(),
  amountFen: FenText,
  receivedOn: DayText,
  /** Voucher or bank receipt by its number. */
  voucher: Named(100),
  fileId: z.uuid().nullable(),
})
export type MatchingReceipt = z.infer<typeof MatchingReceipt>
