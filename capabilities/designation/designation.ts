import { ClauseRef, parameterFor } from '@jincun/policy'
import type { PolicyPack } from '@jincun/policy'
import { PlaceCode } from '@jincun/places'
import { z } from 'zod'

/** How a county became a demonstration county: ranked and approved, entered as an incentive county (4.7), or with its whole region (4.6). */
export const DesignationWay = z.enum(['application', 'incentive', 'region-wide'])
export type DesignationWay = z.infer<typeof DesignationWay>

/** A county is a demonstration county of a year from a day on, by a published document. Never changed once made. */
export const Designation = z.strictObject({
  id: z.uuid(),
  /** Last code of the county's line, so that one county has one key whatever code a document prints. */
  countyCode: PlaceCode,
  /** Code and name in force on the first day. */
  printedCode: PlaceCode,
  countyName: z.string().min(1),
  year: z.number().int(),
  /** First day of being a demonstration county (Asia/Shanghai). */
  from: z.iso.date(),
  way: DesignationWay,
  clause: ClauseRef,
  /** Number or title of the letter or list that says so. */
  document: z.string().trim().min(1),
  decidedAt: z.iso.datetime(),
})
export type Designation = z.infer<typeof Designation>

/** The parameter whose clause each way rests on (2020: 5.5, 4.7, 4.6). */
const parameterOfWay = {
  application: 'final-list-deadline',
  incentive: 'incentive-counties',
  'region-wide': 'region-wide-provinces',
} as const satisfies Record<DesignationWay, string>

/** The clause of a year's notice by which a county is designated; a year that knows no such way throws a PolicyGap. */
export const clauseOfWay = (pack: PolicyPack, way: DesignationWay, year: number): ClauseRef =>
  parameterFor(pack, parameterOfWay[way], year).clause
