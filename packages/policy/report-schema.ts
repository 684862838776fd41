import { z } from 'zod'
import { Bilingual, ClauseRef } from './finding.ts'

const Id = z.string().regex(/^[a-z0-9-]+$/)
const Day = z.iso.date()

/** One field of a report. `kind` says how a cell is read; money is named by its unit. */
export const ReportField = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_]*$/),
  title: Bilingual,
  kind: z.enum([
    'text',
    'code',
    'category',
    'choice',
    'integer',
    'decimal',
    'yuan',
    'wan-yuan',
    'percent',
    'date',
    'month',
    'instant',
    'place',
    'phone',
    'link',
    'file',
  ]),
  required: z.boolean(),
  maximumLength: z.number().int().min(1).max(10_000).optional(),
  minimum: z.number().int().optional(),
  maximum: z.number().int().optional(),
  decimals: z.number().int().min(0).max(6).optional(),
  choices: z
    .array(z.strictObject({ value: Id, title: Bilingual }))
    .min(2)
    .optional(),
  /** The field whose value this one may not exceed: what was paid is part of what was granted. */
  notAbove: z
    .string()
    .regex(/^[a-z][a-z0-9_]*$/)
    .optional(),
  /** Of a person: shown masked, kept no longer than needed. */
  personal: z.boolean().default(false),
  hint: Bilingual.optional(),
})
export type ReportField = z.infer<typeof ReportField>

/** A form that is reported, in one version. A later version supersedes it; reports already handed in stay valid under theirs. */
export const ReportType = z.strictObject({
  id: Id,
  version: z.number().int().min(1),
  title: Bilingual,
  period: z.enum(['stream', 'day', 'month', 'year']),
  subject: z.enum(['transaction', 'station', 'project', 'county']),
  /** Roles that owe it. */
  filledBy: z.array(Id).min(1),
  validFrom: Day,
  validTo: Day.nullable(),
  /** Days after the end of its period until it is due. */
  dueDays: z.number().int().min(0).max(366),
  /** Entries of the list activity-data that it delivers. */
  dataItems: z.array(Id),
  /** `reconstructed`: read off public programs; `house`: set by this system; `official`: the authority's own document. */
  origin: z.enum(['reconstructed', 'house', 'official']),
  source: Bilingual,
  clause: ClauseRef,
  /** The fields that tell one row of a period from another; none where a period has one row only. */
  key: z.array(z.string()).default([]),
  /** Projects of which support areas it is about, so that the register can fill in what it knows. */
  supportAreas: z.array(Id).default([]),
  fields: z.array(ReportField).min(1),
})
export type ReportType = z.infer<typeof ReportType>

/** Goods categories with the ministry's codes: one code when bought on behalf (down), another when sold on behalf (up). */
export const GoodsCategories = z.strictObject({
  edition: z.coerce.number().int().min(2014).max(2100),
  title: Bilingual,
  validFrom: Day,
  validTo: Day.nullable(),
  source: Bilingual,
  clause: ClauseRef,
  groups: z.array(z.strictObject({ id: Id, title: Bilingual })).min(1),
  categories: z
    .array(
      z.strictObject({
        id: Id,
        group: Id,
        title: Bilingual,
        buyCode: z.number().int().min(1).max(999),
        sellCode: z.number().int().min(1).max(999),
      }),
    )
    .min(1),
})
export type GoodsCategories = z.infer<typeof GoodsCategories>
