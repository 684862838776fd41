import { ClauseRef } from '@jincun/policy'
import { PlaceCode } from '@jincun/places'
import { z } from 'zod'
import { Reason } from './amounts.ts'

/** The four doors at which the negative list is asked (3.6). */
export const Door = z.enum(['plan-line', 'contract-line', 'payment-request', 'posting'])
export type Door = z.infer<typeof Door>

export const NamedOfficial = z.strictObject({ personId: z.string(), name: z.string().min(1), office: z.string().min(1) })
export type NamedOfficial = z.infer<typeof NamedOfficial>

/**
 * A ruling on a doubtful spending (3.6): by a named official, with a reason, on the title it was made on, public. It holds for that title in
 * that county and year at every door, so that a contract line need not be ruled on again when its invoice comes.
 */
export const GateRuling = z.strictObject({
  id: z.uuid(),
  countyCode: PlaceCode,
  year: z.number().int(),
  door: Door,
  /** The id of the line it was made on, and its title: project › category › name. */
  lineId: z.string().min(1).max(100),
  title: z.string().min(1).max(600),
  decision: z.enum(['permitted', 'prohibited']),
  reason: Reason,
  clause: ClauseRef,
  ruledBy: NamedOfficial,
  ruledAt: z.iso.datetime(),
})
export type GateRuling = z.infer<typeof GateRuling>
