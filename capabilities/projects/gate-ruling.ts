import { ClauseRef } from '@jincun/policy'
import { PlaceCode } from '@jincun/places'
import { z } from 'zod'
import { ItemId, Named, Reason } from './amounts.ts'

/** The four doors at which the negative list is asked (3.6). */
export const Door = z.enum(['plan-line', 'contract-line', 'payment-request', 'posting'])
export type Door = z.infer<typeof Door>

export const NamedOfficial = z.strictObject({ personId: z.string(), name: z.string().min(1), office: z.string().min(1) })
export type NamedOfficial = z.infer<typeof NamedOfficial>

/**
 * A ruling on a doubtful spending (3.6): by a named official, with a reason, on what is bought, public. It holds for that kind of spending and
 * name in that county and year at every door, so that what was ruled on in the plan need not be ruled on again at the contract or the invoice.
 */
export const GateRuling = z.strictObject({
  id: z.uuid(),
  countyCode: PlaceCode,
  year: z.number().int(),
  door: Door,
  /** The id of the line it was made on, and what is bought: kind of spending › name. */
  lineId: z.string().min(1).max(100),
  title: z.string().min(1).max(600),
  /** The words that raised the doubt. A doubt of other words, as of another project's name, was not ruled on. */
  doubts: z.array(z.string().max(100)).max(200).default([]),
  decision: z.enum(['permitted', 'prohibited']),
  reason: Reason,
  clause: ClauseRef,
  ruledBy: NamedOfficial,
  ruledAt: z.iso.datetime(),
})
export type GateRuling = z.infer<typeof GateRuling>

/**
 * Asks for a ruling on the words of an invoice before payment is asked (3.6): a payment request with a doubtful name is refused whole, so the
 * words themselves are what waits. Kind and project are those of the contract line.
 */
export const RulingRequest = z.strictObject({
  id: z.uuid(),
  countyCode: PlaceCode,
  year: z.number().int(),
  contractId: z.uuid(),
  lineId: ItemId,
  name: Named(200),
  askedBy: z.string(),
})
export type RulingRequest = z.infer<typeof RulingRequest>
