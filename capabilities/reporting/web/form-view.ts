import type { ReportType } from '@jincun/policy'
import type { FormDifference, FormDue, FormRow } from '../index.ts'

/** What the routes of forms answer, as the pages read it: instants come as text. */
export type FormsView = { rows: (Omit<FormDue, 'enteredAt'> & { enteredAt: string | null })[]; asOf: string }

export type FormVersionView = {
  version: number
  typeVersion: number
  enteredAt: string
  enteredBy: string | null
  channel: 'page' | 'file' | 'paper'
  paperFileId: string | null
  reason: string
  rows: FormRow[]
  differences: FormDifference[]
}

export type FormView = {
  type: ReportType
  period: string
  countyCode: string
  dueOn: string
  /** Of a contractor's form: whose it is. */
  contract?: { number: string; title: string; contractor: string }
  mayEnter: boolean
  draft: { origin: 'standing' | 'previous' | 'register' | 'empty'; rows: FormRow[] } | null
  files: Record<string, string>
  versions: FormVersionView[]
  asOf: string
}

export type TakenView = { next: number; unchanged: boolean; rows: number; validateOnly: boolean }
