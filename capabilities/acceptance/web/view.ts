import type { Finding } from '@jincun/policy'
import type { Contract, Site } from '@jincun/projects'
import type { Acceptance, ChecklistItem, Inspection } from '../index.ts'

export type RequestView = {
  acceptance: Acceptance
  contract: Contract
  gate: Finding[]
  sites: { site: Site; checklist: ChecklistItem[] }[]
  inspections: Inspection[]
  verbs: string[]
  mayCheck: boolean
  mayVisit: boolean
  mayDecide: boolean
  asOf: string
}
