import { z } from 'zod'
import { PlaceCode } from '@jincun/places'

const Line = (maximum: number) => z.string().trim().min(1).max(maximum)

/** What an expert declares of a bond to a county or an organisation: kinship, former post, adviser, shareholding, … */
export const DeclaredRelation = z.strictObject({
  /** A county unit or an organisation; at least one of the two. */
  countyCode: PlaceCode.nullable(),
  organisationName: Line(200).nullable(),
  kind: z.enum(['kin', 'former-post', 'adviser', 'shareholding', 'other']),
  text: Line(500),
})
export type DeclaredRelation = z.infer<typeof DeclaredRelation>

/** Paid work of the expert, or of the expert's organisation, for a county. */
export const PastContract = z.strictObject({
  countyCode: PlaceCode,
  organisationName: Line(200),
  subject: Line(500),
  /** The last calendar year in which the contract ran. */
  endYear: z.number().int().min(2000).max(2100),
})
export type PastContract = z.infer<typeof PastContract>

/** 评审专家, one of a province's pool. Telephone and identity number are not kept here. */
export const Expert = z.strictObject({
  id: z.uuid(),
  /** The province whose pool it is, six digits. */
  provinceCode: PlaceCode,
  name: Line(50),
  /** The account the expert signs in with; null until there is one. */
  personId: z.string().nullable(),
  organisationName: Line(200),
  title: Line(100),
  homeCountyCode: PlaceCode,
  /** Fields of expertise: ids of the year's support areas, so that they can be matched with plans. */
  fields: z
    .array(z.string().regex(/^[a-z0-9-]+$/))
    .min(1)
    .max(20),
  declaredRelations: z.array(DeclaredRelation).max(100),
  pastContracts: z.array(PastContract).max(200),
  /** Out of the pool without a trace being lost. */
  active: z.boolean(),
})
export type Expert = z.infer<typeof Expert>

/** An application as far as choosing its reviewers needs it. */
export const ReviewedApplication = z.strictObject({
  applicationId: z.uuid(),
  countyCode: PlaceCode,
  countyName: z.string(),
  /** Who applies and who is named in the plan: the county's bodies, enterprises meant to carry it out. */
  organisationNames: z.array(z.string()),
  /** Support areas of the plan's projects. */
  fields: z.array(z.string()),
})
export type ReviewedApplication = z.infer<typeof ReviewedApplication>
