import { demoMark } from '@jincun/applications'
import { canonicalJson } from '@jincun/kernel'
import type { JsonValue } from '@jincun/kernel'
import { workPlanFor } from '@jincun/policy'
import type { Finding, PolicyPack } from '@jincun/policy'
import { sha256Hex } from '@jincun/proof'
import { z } from 'zod'
import { ProvincialPlan } from './provincial-plan.ts'
import { ListedCounty, SelectionBasis } from './ranked-list.ts'
import type { RankedList } from './ranked-list.ts'

/** One line as it was handed in, with the facts it was judged by, so that it reads the same years later. */
const PackagedEntry = ListedCounty.pick({ rank: true, countyCode: true, writtenCode: true, type: true, score: true, name: true }).extend({
  nationalPovertyCounty: z.boolean().nullable(),
})

/**
 * 排序名单、评选依据、省级工作方案 (5.3) as one frozen whole: the words of the questions, the answers, the findings shown at that moment and
 * the reasons recorded. Its hash is what the receipt carries.
 */
export const SubmissionPackage = z.strictObject({
  kind: z.literal('ranked-list-package'),
  mark: z.literal(demoMark).optional(),
  year: z.number().int(),
  provinceCode: z.string(),
  provinceName: z.string(),
  version: z.number().int(),
  quota: z.number().int().nullable(),
  entries: z.array(PackagedEntry),
  basis: SelectionBasis,
  plan: z.strictObject({
    title: z.string(),
    sections: z.array(z.strictObject({ id: z.string(), title: z.string(), hint: z.string(), text: z.string() })),
    goals: ProvincialPlan.shape.goals,
  }),
  findings: z.array(
    z.strictObject({ code: z.string(), status: z.string(), clause: z.string(), measured: z.string().nullable(), required: z.string() }),
  ),
  reasons: z.record(z.string(), z.string()),
})
export type SubmissionPackage = z.infer<typeof SubmissionPackage>

type Contents = {
  /** 'live' or 'demo'; a demonstration's package says so in itself, under its hash. */
  realm: string
  list: RankedList
  provinceName: string
  counties: readonly ListedCounty[]
  plan: ProvincialPlan
  findings: readonly Finding[]
}

/** Freezes a list and plan with everything shown beside them. */
export function submissionPackage(pack: PolicyPack, { realm, list, provinceName, counties, plan, findings }: Contents): SubmissionPackage {
  const structure = workPlanFor(pack, list.year, 'province')
  return SubmissionPackage.parse({
    kind: 'ranked-list-package',
    ...(realm === 'demo' ? { mark: demoMark } : {}),
    year: list.year,
    provinceCode: list.provinceCode,
    provinceName,
    version: list.version,
    quota: list.quota,
    entries: counties.map(({ rank, countyCode, writtenCode, type, score, name, standing }) => ({
      rank,
      countyCode,
      writtenCode,
      type,
      score,
      name,
      nationalPovertyCounty: standing?.nationalPovertyCounty ?? null,
    })),
    basis: list.basis,
    plan: {
      title: structure.title.zh,
      sections: structure.sections
        .filter(section => section.kind !== 'goals')
        .map(section => ({ id: section.id, title: section.title.zh, hint: section.hint.zh, text: plan.sections[section.id] ?? '' })),
      goals: plan.goals,
    },
    findings: findings.map(({ code, status, clause, measured, required }) => ({ code, status, clause, measured, required })),
    reasons: list.reasons,
  })
}

/** SHA-256 over the canonical JSON: the same content gives the same hash whoever computes it. */
export const packageHash = (contents: SubmissionPackage): string => sha256Hex(canonicalJson(contents as unknown as JsonValue))
