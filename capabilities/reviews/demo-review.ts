import type { Scorecard } from '@jincun/policy'
import { derivedId, sha256Hex } from '@jincun/proof'
import { z } from 'zod'
import type { Expert } from './expert.ts'
import { ScoreBasis } from './review-round.ts'
import type { ItemScore } from './score-sheet.ts'

const Place = z.string().regex(/^\d{6}$/)

const DemoExpert = z.strictObject({
  organisation: z.string(),
  title: z.string(),
  home: Place,
  fields: z.array(z.string()),
  contract: z.strictObject({ county: Place, year: z.number(), subject: z.string() }).optional(),
  relation: z.strictObject({ county: Place, text: z.string() }).optional(),
})

/** One province's demonstration review, from cases/demo-review.yaml. */
export const DemoReview = z.strictObject({
  province: Place,
  key: z.string(),
  until: z.enum(['scoring', 'closed', 'published']),
  reviewersPerApplication: z.number().int(),
  basis: ScoreBasis,
  seed: z.tuple([z.string(), z.string()]),
  experts: z.array(DemoExpert),
  qualities: z.record(Place, z.number()),
  leniency: z.array(z.number()),
})
export type DemoReview = z.infer<typeof DemoReview>

/** An id that is the same for the same thing in every run. */
export const demoReviewId = (key: string): string => derivedId(`jincun review ${key}`)

const numerals = '一二三四五六七八九'

/** The n-th expert (from 0) of a demonstration pool; `personId` is given for those who can sign in. */
export function demoExpert(review: DemoReview, index: number, provinceName: string, personId: string | null): Expert {
  const { organisation, title, home, fields, contract, relation } = DemoExpert.parse(review.experts[index])
  return {
    id: demoReviewId(`${review.key} expert ${index + 1}`),
    provinceCode: review.province,
    name: `${provinceName}专家${numerals.charAt(index)}`,
    personId,
    organisationName: organisation,
    title,
    homeCountyCode: home,
    fields,
    declaredRelations: relation ? [{ countyCode: relation.county, organisationName: null, kind: 'kin', text: relation.text }] : [],
    pastContracts: contract
      ? [{ countyCode: contract.county, organisationName: organisation, subject: contract.subject, endYear: contract.year }]
      : [],
    active: true,
  }
}

/** A whole number from −size to size that is always the same for a key. */
const wobble = (key: string, size: number): number => (Number.parseInt(sha256Hex(key).slice(0, 8), 16) % (2 * size + 1)) - size

/** A made-up sheet: near the quality of the application, moved by the reviewer's leniency, in half points within each item's range. */
export function demoSheet(review: DemoReview, reviewer: number, countyCode: string, scorecard: Scorecard): ItemScore[] {
  const level = (review.qualities[countyCode] ?? 70) + (review.leniency[reviewer] ?? 0)
  return scorecard.items.map(item => {
    const percent = level + wobble(`${review.key} ${reviewer} ${countyCode} ${item.id}`, 8)
    const halfPoints = Math.max(0, Math.min(item.maxPoints * 2, Math.round((item.maxPoints * 2 * percent) / 100)))
    return { itemId: item.id, halfPoints, reason: `（演示）${item.title.zh}：依据申报材料与附件，按评分说明给分。` }
  })
}
