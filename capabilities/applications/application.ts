import { z } from 'zod'
import { PlaceCode } from '@jincun/places'
import { ClauseRef } from '@jincun/policy'
import { DayText, FenText, ItemId, Prose } from './amounts.ts'
import { WorkPlan } from './work-plan.ts'

/** 首次申报, 二次申报 (4.4), 整区推进 (4.6), 直接纳入 (4.7). */
export const ApplicationType = z.enum(['first', 'repeat', 'regionWide', 'directDesignation'])
export type ApplicationType = z.infer<typeof ApplicationType>

/** See application-lifecycle.ts for what may be done in each. */
export const ApplicationState = z.enum(['draft', 'submitted', 'returned', 'withdrawn', 'forfeited', 'accepted-for-review'])
export type ApplicationState = z.infer<typeof ApplicationState>

const EvidenceIds = z.array(z.uuid()).max(20)

/** Something the county says and shows: a text and the attachments that bear it out. */
export const Statement = z.strictObject({ text: Prose(5_000), evidence: EvidenceIds })
export type Statement = z.infer<typeof Statement>

/** The base a county must already have (4.3). */
export const OperationBase = z.strictObject({ operation: Statement, industry: Statement, talent: Statement })
export type OperationBase = z.infer<typeof OperationBase>

/**
 * What a repeat applicant declares of its earlier support (4.4), shown everywhere as declared, with its evidence. Where the ledger has the
 * money of the earlier batches, its rate counts instead.
 */
export const RepeatDeclarations = z.strictObject({
  asOf: DayText.nullable(),
  /** Central funds received and disbursed to contractors, in 分. */
  receivedFen: FenText.nullable(),
  disbursedFen: FenText.nullable(),
  disbursementEvidence: EvidenceIds,
  acceptedProjects: z.number().int().min(0).max(100_000).nullable(),
  totalProjects: z.number().int().min(0).max(100_000).nullable(),
  acceptanceEvidence: EvidenceIds,
  results: Statement,
})
export type RepeatDeclarations = z.infer<typeof RepeatDeclarations>

/** What authors write; everything else on an application is recorded by the system. */
export const ApplicationContent = z.strictObject({
  type: ApplicationType,
  operationBase: OperationBase,
  /** Asked only of a county that applies again; kept, unread, when the type is changed. */
  declarations: RepeatDeclarations.nullable(),
  plan: WorkPlan,
  /** Reasons for unmet `should` findings, by finding code. */
  reasons: z.record(z.string().regex(/^[a-z0-9-]+$/), Prose(2_000)),
})
export type ApplicationContent = z.infer<typeof ApplicationContent>

/**
 * A recorded, public ruling of the provincial authority on a doubtful budget line (3.6). It holds for one line under one name:
 * a line that is renamed must be ruled on again.
 */
export const LineRuling = z.strictObject({
  id: z.uuid(),
  lineId: ItemId,
  lineName: z.string(),
  decision: z.enum(['permitted', 'prohibited']),
  reason: z.string().min(1).max(2_000),
  clause: ClauseRef,
  ruledBy: z.strictObject({ personId: z.string(), name: z.string().min(1), office: z.string().min(1) }),
  ruledAt: z.iso.datetime(),
})
export type LineRuling = z.infer<typeof LineRuling>

/**
 * An authority's word on a fact that the public lists leave unknown (confirm-fact.ts): the province on scope and earlier support,
 * the centre on incentive counties.
 */
export const FactConfirmation = z.strictObject({
  id: z.uuid(),
  rule: z.enum(['eligible-scope', 'not-supported-before', 'incentive-need-not-apply']),
  holds: z.boolean(),
  reason: z.string().min(1).max(2_000),
  confirmedBy: z.strictObject({ personId: z.string(), name: z.string().min(1), office: z.string().min(1) }),
  confirmedAt: z.iso.datetime(),
})
export type FactConfirmation = z.infer<typeof FactConfirmation>

/** A file that belongs to an application; the bytes are kept apart and found by their hash. */
export const Attachment = z.strictObject({
  id: z.uuid(),
  name: z.string().min(1).max(200),
  mediaType: z.string(),
  size: z.number().int().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  uploadedBy: z.string(),
  uploadedAt: z.iso.datetime(),
})
export type Attachment = z.infer<typeof Attachment>

/** One fact filled in from places and lists, never typed: what it is, its value, and where it stands. */
export const Fact = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  label: z.strictObject({ zh: z.string(), en: z.string() }),
  value: z.string().nullable(),
  source: z.string(),
})
export type Fact = z.infer<typeof Fact>

/** 县申报: a county's application in a year's round. `version` counts saves from 1; `extendedTo` is set by a ruling of the centre. */
export const Application = z.strictObject({
  id: z.uuid(),
  countyCode: PlaceCode,
  year: z.number().int(),
  state: ApplicationState,
  version: z.number().int().min(1),
  content: ApplicationContent,
  attachments: z.array(Attachment),
  rulings: z.array(LineRuling),
  confirmations: z.array(FactConfirmation),
  extendedTo: z.iso.datetime().nullable(),
})
export type Application = z.infer<typeof Application>

const noStatement = (): Statement => ({ text: '', evidence: [] })

export const emptyDeclarations = (): RepeatDeclarations => ({
  asOf: null,
  receivedFen: null,
  disbursedFen: null,
  disbursementEvidence: [],
  acceptedProjects: null,
  totalProjects: null,
  acceptanceEvidence: [],
  results: noStatement(),
})

/** An application with nothing written yet; a repeat one asks for its declarations. */
export const emptyContent = (type: ApplicationType): ApplicationContent => ({
  type,
  operationBase: { operation: noStatement(), industry: noStatement(), talent: noStatement() },
  declarations: type === 'repeat' ? emptyDeclarations() : null,
  plan: { sections: {}, goals: [], projects: [], commitments: { data: false, disclosure: false, sign: false, truthfulness: false } },
  reasons: {},
})
