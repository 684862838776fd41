import { PlaceCode } from '@jincun/places'
import { z } from 'zod'
import { DayText, ItemId, Line, Named, Reason } from './amounts.ts'
import { MoneyBySource } from './support-money.ts'

/**
 * One line of an approved plan: support area × support mode × money by source (3.0, 6.2). Every contract line and every payment names the
 * line it is spent on. `projectKey` is the plan's project the line belongs to.
 */
export const PlanLine = z.strictObject({
  id: ItemId,
  projectKey: ItemId,
  projectName: Named(200),
  name: Named(200),
  /** Id of the spending-categories list, confirmed by a person; '' while only the county's own words are known. */
  category: z.string().max(60),
  /** The county's own words for the kind of spending. */
  categoryText: Line(100),
  /** Ids of the year's lists support-areas and support-modes. */
  supportArea: z.string().min(1).max(60),
  supportMode: z.string().min(1).max(60),
  money: MoneyBySource,
  /** What limits by share look at (e.g. the service centre's share): service-centre, service-station, distribution-centre, none. */
  facility: z.string().max(60),
  /** Asked of buildings and equipment (3.2); null where it does not apply. */
  reusesExistingPremises: z.boolean().nullable(),
})
export type PlanLine = z.infer<typeof PlanLine>

/** Where a plan version comes from: the plan that went with the final list (5.5), or an approved change of it. */
export const PlanBasis = z.enum(['final-list', 'change', 'entered'])
export type PlanBasis = z.infer<typeof PlanBasis>

/** `proposed` waits for the province; `returned` was given back; only `approved` versions can be spent on. */
export const PlanState = z.enum(['proposed', 'approved', 'returned'])
export type PlanState = z.infer<typeof PlanState>

/** A version of a county's plan of a programme year. Versions count from 1 and are never changed; the last approved one is in force. */
export const PlanVersion = z.strictObject({
  id: z.uuid(),
  countyCode: PlaceCode,
  year: z.number().int(),
  version: z.number().int().min(1),
  state: PlanState,
  basis: PlanBasis,
  lines: z.array(PlanLine).min(1).max(2_000),
  /** 文号 of the approval; '' while proposed. */
  document: Line(100),
  approvedOn: DayText.nullable(),
  /** Why the plan is changed; of version 1, where it comes from. */
  reason: Reason,
  /** Reasons for unmet `should` findings, by finding code. */
  reasons: z.record(z.string().regex(/^[a-z0-9-]+$/), z.string().max(2_000)),
  proposedBy: z.string(),
  decidedBy: z.string().nullable(),
  /** Why it was returned; null otherwise. */
  returnedBecause: z.string().nullable(),
})
export type PlanVersion = z.infer<typeof PlanVersion>

/** Key of a plan line as other records name it; the line keeps its id over all versions. */
export const planLineOf = (plan: Pick<PlanVersion, 'lines'>, lineId: string): PlanLine | undefined =>
  plan.lines.find(line => line.id === lineId)
