import type { Bilingual } from '@jincun/policy'
import { PlaceCode } from '@jincun/places'
import { z } from 'zod'

const Day = z.iso.date('应为日期，如 2020-12-31 / a date such as 2020-12-31')

/** One item of a checklist as someone found it. `value` is the measured number; yes-no items have 1 or 0. Null: not looked at, which is not met. */
export const CheckedItem = z.strictObject({
  itemId: z.string().regex(/^[a-z0-9-]+$/),
  value: z.number().int().min(0).max(10_000_000).nullable(),
  note: z.string().trim().max(500),
  evidenceFileIds: z.array(z.uuid()).max(10),
})
export type CheckedItem = z.infer<typeof CheckedItem>

/** Who looks: the county at every site, city and province at a drawn sample (6.2). */
export const InspectionLevel = z.enum(['county', 'city', 'province'])
export type InspectionLevel = z.infer<typeof InspectionLevel>

/**
 * A visit to one site as it stood on the register then: one that is corrected since is visited again. Visits are never changed; a later one of
 * the same level replaces what it says.
 */
export const Inspection = z.strictObject({
  id: z.uuid(),
  countyCode: PlaceCode,
  requestId: z.uuid(),
  siteId: z.uuid(),
  /** Absent in visits of the time before sites could be corrected. */
  siteVersion: z.number().int().min(1).optional(),
  level: InspectionLevel,
  visitedOn: Day,
  items: z.array(CheckedItem).min(1).max(60),
  inspector: z.string(),
})
export type Inspection = z.infer<typeof Inspection>

/** 验收: `requested` by the contractor → `checked` by the county → `sampled` → `accepted`, or `defective` and checked again. */
export const AcceptanceState = z.enum(['requested', 'checked', 'sampled', 'defective', 'accepted'])
export type AcceptanceState = z.infer<typeof AcceptanceState>

export const acceptanceStateLabels: Record<AcceptanceState, Bilingual> = {
  requested: { zh: '已申请，待县级自验', en: 'Requested, county to check' },
  checked: { zh: '县级自验合格，待抽样', en: 'Checked by the county, sample to draw' },
  sampled: { zh: '已抽样，待复核', en: 'Sample drawn, to be visited' },
  defective: { zh: '有缺陷，待整改复验', en: 'Defects to be mended' },
  accepted: { zh: '验收合格', en: 'Accepted' },
}

/** Sites that have to be in the next draw whatever the dice say: drawn before a correction, or found with a defect. */
const Carried = z.strictObject({ city: z.array(z.uuid()), province: z.array(z.uuid()) }).default({ city: [], province: [] })

/**
 * A published draw: what its seed was made of and the sites it gave, so that anyone can draw again and get the same. `number` counts the draws of
 * the request from 1; `nonce` was drawn by the server after the sites were fixed, so that nobody chooses who is visited.
 */
export const Sample = z.strictObject({
  number: z.number().int().min(1),
  nonce: z.uuid(),
  seed: z.string().regex(/^[0-9a-f]{64}$/),
  drawnAt: z.iso.datetime(),
  city: z.array(z.uuid()),
  province: z.array(z.uuid()),
  /** Those among them that stood before the draw. */
  carried: Carried,
})
export type Sample = z.infer<typeof Sample>

export const Defect = z.strictObject({
  siteId: z.uuid(),
  level: InspectionLevel,
  itemId: z.string(),
  found: z.string(),
})
export type Defect = z.infer<typeof Defect>

export const Acceptance = z.strictObject({
  id: z.uuid(),
  countyCode: PlaceCode,
  projectId: z.uuid(),
  contractId: z.uuid(),
  year: z.number().int(),
  version: z.number().int().min(1),
  state: AcceptanceState,
  statement: z.string().trim().max(4_000),
  requestedOn: Day,
  /** How often the sample was drawn; every draw is published with its number. */
  draws: z.number().int().min(0),
  sample: Sample.nullable(),
  carried: Carried,
  defects: z.array(Defect),
  acceptedOn: Day.nullable(),
  acceptedBy: z.string().nullable(),
})
export type Acceptance = z.infer<typeof Acceptance>

/** Data a contractor handed in for a period, with its file (6.4d): until reporting lands, what is on file is what counts. */
export const DataDelivery = z.strictObject({
  id: z.uuid(),
  countyCode: PlaceCode,
  contractId: z.uuid(),
  item: z.string().regex(/^[a-z0-9-]+$/),
  /** Month the data are of. */
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, '应为月份，如 2020-05 / a month such as 2020-05'),
  rows: z.number().int().min(1, '空的数据不算交付 / an empty delivery is none').max(100_000_000),
  fileId: z.uuid(),
  deliveredOn: Day,
})
export type DataDelivery = z.infer<typeof DataDelivery>

/** 运营回访 after acceptance (6.3): what was seen at a site 3, 6 or 12 months on. */
export const OperationCheck = z.strictObject({
  id: z.uuid(),
  countyCode: PlaceCode,
  acceptanceId: z.uuid(),
  siteId: z.uuid(),
  checkedOn: Day,
  state: z.enum(['operating', 'closed', 'other-business', 'not-reached']),
  /** Day of the last activity seen in the site's own books; null when it showed none. */
  lastActivityOn: Day.nullable(),
  note: z.string().trim().max(1_000),
  photoFileId: z.uuid().nullable(),
})
export type OperationCheck = z.infer<typeof OperationCheck>
