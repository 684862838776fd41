import type { Finding, PolicyListEntry } from '@jincun/policy'
import type {
  Contract,
  Light,
  LightTone,
  MoneyBySource,
  PlanLine,
  Procurement,
  ProgressReport,
  Project,
  ProjectStage,
  SignPhoto,
  Site,
} from '../index.ts'

export type RegisterRow = {
  project: Project
  stage: ProjectStage
  lines: PlanLine[]
  money: MoneyBySource
  contractorNames: string[]
  percent: number | null
  reportedAsOf: string | null
  plannedPercent: number
  forecastEnd: string | null
  light: LightTone
  lights: Light[]
}
export type RegisterView = {
  countyCode: string
  year: number
  planVersion: number | null
  planLines: PlanLine[]
  supportAreas: PolicyListEntry[]
  supportModes: PolicyListEntry[]
  rows: RegisterRow[]
  mayWrite: boolean
  asOf: string
}
export type CardView = RegisterRow & {
  siteList: Site[]
  signs: SignPhoto[]
  siteFindings: Finding[]
  contracts: Contract[]
  procurements: Procurement[]
  progress: ProgressReport[]
  assets: number
  /** Names of the files behind photos and papers. */
  files: { id: string; name: string; mediaType: string }[]
  mayWrite: boolean
  asOf: string
}
