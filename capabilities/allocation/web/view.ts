import type { FactorSheet } from '@jincun/policy'
import type { AllocationSnapshot } from '../snapshot.ts'
import type { CellError, InputGrid } from '../read-input-grid.ts'

/** What GET /api/allocations/:year answers; instants are ISO texts. */
export type RunLine = {
  id: string
  sheetVersion: number
  title: string
  inputsHash: string
  total: number
  method: AllocationSnapshot['settings']['method']
  madeAt: string
  madeBy: string | null
}
export type PublishedLine = { issue: number; runId: string; inputsHash: string; publishedAt: string; reason: string | null }
export type Overview = {
  year: number
  sheet: FactorSheet
  provinces: { code: string; name: string }[]
  inputs: { version: number; grid: InputGrid; source: string; savedAt: string | null; savedBy: string | null }
  errors: CellError[]
  versions: { version: number; source: string; savedAt: string; savedBy: string | null }[]
  runs: RunLine[]
  published: PublishedLine | null
  asOf: string
}

export type RunDetail = RunLine & { year: number; snapshot: AllocationSnapshot }

/** What GET /api/allocations/:year/quotas answers: all provinces for the centre, its own for a province. */
export type QuotaAnswer = {
  year: number
  quotas: {
    provinceCode: string
    name: string
    quota: number
    issue: number
    inputsHash: string
    reason: string | null
    publishedAt: string
  }[]
  asOf: string
}
