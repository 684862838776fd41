import type { Finding } from '@jincun/policy'
import type { FinalListEntry, FinalListState, FinalListVerb, GovernmentLetter, RankedCounty } from '../index.ts'

export type FinalView = {
  year: number
  provinceCode: string
  id: string | null
  provinceName: string
  version: number
  state: FinalListState
  entries: readonly FinalListEntry[]
  letter: GovernmentLetter | null
  reasons: Readonly<Record<string, string>>
  approved: number | null
  ranked: readonly RankedCounty[] | null
  findings: readonly Finding[]
  submittable: boolean
  closes: string
  packageHash: string | null
  steps: readonly { verb: FinalListVerb; at: string; by?: string | null; reason: string | null }[]
  verbs: readonly FinalListVerb[]
  asOf: string
}
