import type { Fen } from '@jincun/kernel'
import type { Bilingual } from '@jincun/policy'
import { PlaceCode } from '@jincun/places'
import { z } from 'zod'
import { DayText, FenText, fenOf, ItemId, Line, Named, Prose, Reason, sumFen } from './amounts.ts'
import { CreditCode } from './contractor.ts'

/** One thing bought: on which plan line, in which confirmed category of the spending tree, for how much. */
export const ContractLine = z.strictObject({
  id: ItemId,
  planLineId: ItemId,
  name: Named(200),
  /** Id of the list spending-categories, confirmed by a person. */
  category: z.string().min(1).max(60),
  quantity: z.number().int().min(1).max(1_000_000),
  unit: Line(20),
  amountFen: FenText,
  /** Of which central money. */
  centralFen: FenText,
  /** Buildings and fitting out (3.2): 'reuses' existing premises, 'new' with a reason, 'not-building'. */
  premises: z.enum(['reuses', 'new', 'not-building']),
  premisesReason: Line(500),
  /** Whether each piece becomes an asset with a card. */
  asset: z.boolean(),
})
export type ContractLine = z.infer<typeof ContractLine>

/** A deliverable and its share of the price in hundredths of a per cent; together 10,000. */
export const Milestone = z.strictObject({
  id: ItemId,
  name: Named(200),
  shareBasisPoints: z.number().int().min(0).max(10_000),
  due: DayText,
  deliverable: Line(300),
})
export type Milestone = z.infer<typeof Milestone>

/** 履约担保: its expiry is watched. */
export const Guarantee = z.strictObject({
  kind: z.enum(['bank-guarantee', 'deposit', 'insurance']),
  number: Line(60),
  issuer: Line(100),
  amountFen: FenText,
  expiresOn: DayText,
})
export type Guarantee = z.infer<typeof Guarantee>

/** 数据协议 (6.4d): what the contractor must hand over, that it is protected by law, and the signed paper. */
export const DataAgreement = z.strictObject({
  signedOn: DayText,
  /** Ids of the list activity-data of the year. */
  items: z
    .array(z.string().regex(/^[a-z0-9-]+$/))
    .min(1)
    .max(50),
  /** How the firm's information is kept safe, in the words of the agreement. */
  protection: Prose(2_000).min(1, '请填写信息保护条款 / state how the information is protected'),
  fileId: z.uuid().nullable(),
})
export type DataAgreement = z.infer<typeof DataAgreement>

/** A schedule that a contract change replaced, and the day until which it stood: months due under it by then stay due (6.4d). */
export const EarlierSchedule = z.strictObject({ start: DayText, end: DayText, until: DayText })
export type EarlierSchedule = z.infer<typeof EarlierSchedule>

/** `draft` may be written; `referred` waits for rulings on doubtful lines; only `signed` contracts can be paid on. */
export const ContractState = z.enum(['draft', 'referred', 'signed', 'completed', 'terminated'])
export type ContractState = z.infer<typeof ContractState>

export const contractStateLabels: Record<ContractState, Bilingual> = {
  draft: { zh: '草稿', en: 'Draft' },
  referred: { zh: '待裁定', en: 'Referred for ruling' },
  signed: { zh: '已签订', en: 'Signed' },
  completed: { zh: '已履行完', en: 'Completed' },
  terminated: { zh: '已解除', en: 'Terminated' },
}

/** 合同. `contractorId` names the party; payee of every payment is this party and nobody else. */
export const Contract = z.strictObject({
  id: z.uuid(),
  countyCode: PlaceCode,
  projectId: z.uuid(),
  procurementId: z.uuid().nullable(),
  contractorId: z.uuid(),
  party: z.strictObject({ name: Named(100), creditCode: CreditCode }),
  year: z.number().int(),
  version: z.number().int().min(1),
  state: ContractState,
  number: Named(60),
  title: Named(200),
  signedOn: DayText.nullable(),
  start: DayText,
  end: DayText,
  /** Written by approved changes of the schedule only; absent when there was none. */
  earlierSchedules: z.array(EarlierSchedule).max(500).optional(),
  amountFen: FenText,
  lines: z.array(ContractLine).min(1).max(500),
  milestones: z.array(Milestone).min(1).max(50),
  /** Advance on the price, hundredths of a per cent. */
  advanceBasisPoints: z.number().int().min(0).max(10_000),
  guarantee: Guarantee.nullable(),
  dataAgreement: DataAgreement.nullable(),
  fileId: z.uuid().nullable(),
  reasons: z.record(z.string().regex(/^[a-z0-9-]+$/), z.string().max(2_000)),
})
export type Contract = z.infer<typeof Contract>

/** Greatest advance that may be paid on the contract: its amount × its advance, rounded down to the 分. */
export const advanceCapFen = (contract: Pick<Contract, 'amountFen' | 'advanceBasisPoints'>): Fen =>
  (fenOf(contract.amountFen) * BigInt(contract.advanceBasisPoints)) / 10_000n

/** Price of a milestone, rounded down; the last one takes what rounding left, so that all sum to the price. */
export function milestoneAmounts(contract: Pick<Contract, 'amountFen' | 'milestones'>): Map<string, Fen> {
  const price = fenOf(contract.amountFen)
  const shares = contract.milestones.map(({ shareBasisPoints }) => (price * BigInt(shareBasisPoints)) / 10_000n)
  const rest = price - shares.reduce((sum, share) => sum + share, 0n)
  const whole = contract.milestones.reduce((sum, { shareBasisPoints }) => sum + shareBasisPoints, 0) === 10_000
  return new Map(
    contract.milestones.map(({ id }, index) => [
      id,
      (shares[index] ?? 0n) + (whole && index === contract.milestones.length - 1 ? rest : 0n),
    ]),
  )
}

export const centralOf = (contract: Pick<Contract, 'lines'>): Fen => sumFen(contract.lines, line => line.centralFen)

/** Why a contract is changed. */
export const ChangeKind = z.enum(['amount', 'schedule', 'scope', 'milestones', 'party-details', 'guarantee', 'termination'])
export type ChangeKind = z.infer<typeof ChangeKind>

export const changeKindLabels: Record<ChangeKind, Bilingual> = {
  amount: { zh: '金额变更', en: 'Amount' },
  schedule: { zh: '工期变更', en: 'Schedule' },
  scope: { zh: '内容变更', en: 'Scope' },
  milestones: { zh: '付款节点变更', en: 'Milestones' },
  'party-details': { zh: '当事人信息变更', en: 'Details of the party' },
  guarantee: { zh: '担保变更', en: 'Guarantee' },
  termination: { zh: '解除合同', en: 'Termination' },
}

/** 合同变更: a typed reason, and someone else's approval; until then the contract stands as signed. */
export const ContractChange = z.strictObject({
  id: z.uuid(),
  countyCode: PlaceCode,
  contractId: z.uuid(),
  kind: ChangeKind,
  reason: Reason,
  /** The contract as it shall be; same id, party and number. */
  after: Contract,
  state: z.enum(['proposed', 'approved', 'refused']),
  proposedBy: z.string(),
  decidedBy: z.string().nullable(),
  decisionReason: z.string().max(2_000),
})
export type ContractChange = z.infer<typeof ContractChange>
