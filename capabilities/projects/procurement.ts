import type { Bilingual } from '@jincun/policy'
import { PlaceCode } from '@jincun/places'
import { z } from 'zod'
import { DayText, FenText, ItemId, Line, Named, Prose } from './amounts.ts'
import { CreditCode } from './contractor.ts'

/** 公开招标, 竞争性谈判, 竞争性磋商, 询价, 单一来源 (6.3: lawful competitive selection). */
export const ProcurementMethod = z.enum(['open-tender', 'negotiation', 'consultation', 'inquiry', 'single-source'])
export type ProcurementMethod = z.infer<typeof ProcurementMethod>

export const procurementMethodLabels: Record<ProcurementMethod, Bilingual> = {
  'open-tender': { zh: '公开招标', en: 'Open tender' },
  negotiation: { zh: '竞争性谈判', en: 'Competitive negotiation' },
  consultation: { zh: '竞争性磋商', en: 'Competitive consultation' },
  inquiry: { zh: '询价', en: 'Inquiry' },
  'single-source': { zh: '单一来源', en: 'Single source' },
}

export const ProcurementCategory = z.enum(['goods', 'services', 'works'])
export type ProcurementCategory = z.infer<typeof ProcurementCategory>

export const Notice = z.strictObject({
  id: ItemId,
  kind: z.enum(['tender', 'clarification', 'award', 'cancellation', 'single-source-notice']),
  title: Named(200),
  publishedOn: DayText,
  url: z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(500)]),
})
export type Notice = z.infer<typeof Notice>

/** Points of one item of the award criteria; hundredths, so that sums are exact. */
export const BidScore = z.strictObject({
  item: Named(100),
  maximumHundredths: z.number().int().min(1).max(10_000),
  hundredths: z.number().int().min(0).max(10_000),
})
export type BidScore = z.infer<typeof BidScore>

/** A bid, of the winner and of the losers alike: without the losers no collusion shows. */
export const Bid = z.strictObject({
  id: ItemId,
  bidder: z.strictObject({
    name: Named(100),
    creditCode: CreditCode,
    legalRepresentative: Line(50),
    address: Line(200),
    phone: Line(30),
  }),
  amountFen: FenText,
  receivedOn: DayText,
  status: z.enum(['valid', 'disqualified', 'withdrawn']),
  /** Why it was disqualified or withdrawn. */
  statusReason: Line(300),
  scores: z.array(BidScore).max(30),
  /** Claimed and attested outstanding epidemic supply work (3.0). */
  epidemicSupply: z.boolean(),
})
export type Bid = z.infer<typeof Bid>

export const Award = z.strictObject({
  bidId: ItemId,
  awardedOn: DayText,
  reason: Prose(2_000),
  /** Whether the epidemic-supply preference (3.0) decided between equals. */
  byPreference: z.boolean(),
})
export type Award = z.infer<typeof Award>

export const ProcurementState = z.enum(['draft', 'published', 'opened', 'awarded', 'cancelled'])
export type ProcurementState = z.infer<typeof ProcurementState>

/** 采购: one lawful procedure for one project, from notice to award. */
export const Procurement = z.strictObject({
  id: z.uuid(),
  countyCode: PlaceCode,
  projectId: z.uuid(),
  year: z.number().int(),
  version: z.number().int().min(1),
  state: ProcurementState,
  number: Line(60),
  title: Named(200),
  category: ProcurementCategory,
  method: ProcurementMethod,
  /** Why this method, where the amount would ask for another or nobody else can do it. */
  methodReason: Prose(2_000),
  buyer: Named(100),
  /** 预算/最高限价 in 分. */
  estimateFen: FenText,
  notices: z.array(Notice).max(30),
  /** Day by which bids are handed in. */
  bidsDueOn: DayText.nullable(),
  openedOn: DayText.nullable(),
  bids: z.array(Bid).max(200),
  award: Award.nullable(),
  /** Reasons for unmet `should` findings, by finding code. */
  reasons: z.record(z.string().regex(/^[a-z0-9-]+$/), z.string().max(2_000)),
})
export type Procurement = z.infer<typeof Procurement>

/** Points of a bid in hundredths; null when it was not scored. */
export const pointsOf = (bid: Bid): number | null =>
  bid.scores.length === 0 ? null : bid.scores.reduce((sum, score) => sum + score.hundredths, 0)
