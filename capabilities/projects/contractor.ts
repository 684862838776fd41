import { isSocialCreditCode } from '@jincun/identity'
import { PlaceCode } from '@jincun/places'
import { z } from 'zod'
import { DayText, ItemId, Line, Named, Prose } from './amounts.ts'

export const CreditCode = z
  .string()
  .refine(isSocialCreditCode, '统一社会信用代码校验不符（GB 32100） / the credit code fails its check (GB 32100)')

/** A paper that lets a firm do the work, with the day it ends; null never ends. */
export const Licence = z.strictObject({
  id: ItemId,
  name: Named(100),
  number: Line(60),
  issuer: Line(100),
  expiresOn: DayText.nullable(),
  fileId: z.uuid().nullable(),
})
export type Licence = z.infer<typeof Licence>

/** What shows that a firm can do it: earlier work, staff, vehicles, premises. */
export const Capability = z.strictObject({
  id: ItemId,
  kind: z.enum(['earlier-work', 'staff', 'equipment', 'premises', 'finance', 'other']),
  text: Prose(1_000).min(1, '请填写 / fill this in'),
  fileId: z.uuid().nullable(),
})
export type Capability = z.infer<typeof Capability>

/** A tie between the firm and someone of the county's programme, declared or found. */
export const ContractorConflict = z.strictObject({ id: ItemId, person: Named(50), relation: Named(200), declared: z.boolean() })
export type ContractorConflict = z.infer<typeof ContractorConflict>

/** 承办单位 as a county's file has it (6.3). The same firm has one file in each county that works with it. */
export const Contractor = z.strictObject({
  id: z.uuid(),
  countyCode: PlaceCode,
  version: z.number().int().min(1),
  creditCode: CreditCode,
  name: Named(100),
  legalRepresentative: Named(50),
  address: Line(200),
  phone: Line(30),
  /** Whose accounts may see and report on its contracts; null until it has any. */
  organisationId: z.uuid().nullable(),
  bankAccountName: Line(100),
  licences: z.array(Licence).max(50),
  capabilities: z.array(Capability).max(50),
  conflicts: z.array(ContractorConflict).max(50),
  /** Outstanding epidemic supply work (3.0): what and who attests it; '' when not claimed. Counts only other things equal. */
  epidemicSupply: Prose(1_000),
})
export type Contractor = z.infer<typeof Contractor>
