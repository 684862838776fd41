import { PlaceCode } from '@jincun/places'
import { z } from 'zod'
import { DayText, Reason } from './amounts.ts'
import { Site } from './project.ts'

/**
 * A site put right after a request for acceptance had fixed it (6.2): what stood, what stands now, who says so and why. Never changed; `before` is
 * null for a site that had been forgotten.
 */
export const SiteCorrection = z.strictObject({
  id: z.uuid(),
  countyCode: PlaceCode,
  projectId: z.uuid(),
  siteId: z.uuid(),
  before: Site.nullable(),
  after: Site,
  reason: Reason,
  by: z.string(),
  correctedOn: DayText,
})
export type SiteCorrection = z.infer<typeof SiteCorrection>
