import type { Finding, WorkPlanStructure } from '@jincun/policy'
import type { ActionEntry, Application, ApplicationAction, ApplicationState, ApplicationType, Fact } from '../index.ts'

type Bilingual = { zh: string; en: string }

/** What the server shows of one application. */
export type View = {
  application: Application
  countyName: string
  facts: readonly Fact[]
  findings: readonly Finding[]
  actions: readonly ApplicationAction[]
  closing: string
  entries: readonly ActionEntry[]
  submissions: readonly { id: string; version: number; hash: string; submittedAt: string }[]
  imports: readonly { id: string; sheet: string; fileName: string; errors: readonly CellFault[]; importedBy: string; importedAt: string }[]
  asOf: string
}

export type CellFault = { sheet?: string; row?: number; column?: string; value?: string; message: Bilingual }

/** What the form of a year asks. */
export type Form = {
  year: number
  sections: WorkPlanStructure['sections']
  lists: Record<'supportAreas' | 'supportModes' | 'negativeList', readonly { id: string; term: Bilingual; clause: string }[]>
  closing: string
}

export type Row = {
  id: string
  countyCode: string
  countyName: string
  provinceName: string
  type: ApplicationType
  state: ApplicationState
  nationalPovertyCounty: boolean | null
  summary: { totals: { centralFen: string; localFen: string; enterpriseFen: string }; projects: number; stops: number }
  updatedAt: string
}
