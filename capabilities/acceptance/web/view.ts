import type { Finding } from '@jincun/policy'
import type { Contract, ProjectStage, Site, SiteCorrection } from '@jincun/projects'
import type { Acceptance, ChecklistItem, Completeness, DueCheck, Inspection, OperationCheck } from '../index.ts'

export type RequestRow = Acceptance & { contract: Pick<Contract, 'number' | 'title' | 'party'> | null }
export type RequestList = { rows: RequestRow[]; asOf: string }

export type RequestView = {
  acceptance: Acceptance
  contract: Contract
  gate: Finding[]
  sites: { site: Site; checklist: ChecklistItem[] }[]
  inspections: Inspection[]
  corrections: SiteCorrection[]
  mayCorrect: boolean
  verbs: string[]
  mayCheck: boolean
  mayVisit: boolean
  mayDecide: boolean
  asOf: string
}

export type OwnRow = {
  stage: ProjectStage | null
  contract: Pick<Contract, 'id' | 'number' | 'title' | 'state' | 'start' | 'end'>
  completeness: Completeness
  acceptance: Acceptance | null
}
export type OwnView = { rows: OwnRow[]; asOf: string }

export type OperationView = {
  due: DueCheck[]
  dormant: { siteId: string; because: 'closed' | 'other-business' | 'no-activity' }[]
  checks: OperationCheck[]
  mayCheck: boolean
  asOf: string
}
