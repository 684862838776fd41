import type { Goal } from '@jincun/applications'
import type { Bilingual, Finding } from '@jincun/policy'
import type { ProvincialPlan, RankedListEntry, RankedListEvent, RankedListState, RankedListVerb, SelectionBasis } from '../../index.ts'

export type CountyRow = RankedListEntry & {
  name: string | null
  nationalPovertyCounty: boolean | null
  notYetOutOfPoverty: boolean | null
  eligibility: Finding['status'] | null
}

/** A row as the server sends it: absent parts are null there. */
export type WireRow = Omit<CountyRow, 'writtenCode' | 'reviewId'> & { writtenCode: string | null; reviewId: string | null }

export type PlanSection = { id: string; title: Bilingual; hint: Bilingual; kind: string; minimumCharacters: number; clause: string }

export type Candidate = { countyCode: string; name: string; type: RankedListEntry['type']; state: string; applicationId: string }

export type ListView = {
  /** Whether the reader may see what is in it. */
  shown: boolean
  id: string | null
  provinceCode: string
  provinceName: string
  year: number
  version: number
  state: RankedListState
  closes: string
  extension: { until: string; ruling: string } | null
  quota: number | null
  counties: WireRow[]
  basis: SelectionBasis
  reasons: Record<string, string>
  plan: ProvincialPlan
  planStructure: PlanSection[]
  findings: Finding[]
  submittable: boolean
  events: RankedListEvent[]
  candidates: Candidate[]
  verbs: RankedListVerb[]
  asOf: string
}

export type Checked = { counties: WireRow[]; findings: Finding[]; submittable: boolean }

export type Content = { entries: RankedListEntry[]; basis: SelectionBasis; reasons: Record<string, string>; plan: ProvincialPlan }

export type Source = {
  kind: 'review' | 'earlier-list'
  reference: string
  title: string
  at: string
  hash: string
  entries: RankedListEntry[]
}

export type GoalRow = Goal

/** What may be handed back to the server of a row that came from it. */
export const entryOf = ({ rank, countyCode, writtenCode, type, score, reviewId }: WireRow): RankedListEntry => ({
  rank,
  countyCode,
  type,
  score,
  ...(writtenCode ? { writtenCode } : {}),
  ...(reviewId ? { reviewId } : {}),
})

export const contentOf = ({ counties, basis, reasons, plan }: ListView): Content => ({
  entries: counties.map(entryOf),
  basis,
  reasons,
  plan,
})

export const listPath = ({ year, provinceCode }: { year: number | string; provinceCode: string }): string =>
  `/api/ranked-lists/${year}/${provinceCode}`

/** Ranks 1, 2, 3, … in the order of the rows; rows that are not ranked keep none. */
export function renumber(entries: readonly RankedListEntry[]): RankedListEntry[] {
  let rank = 0
  return entries.map(entry => (entry.type === 'first' || entry.type === 'repeat' ? { ...entry, rank: ++rank } : entry))
}
