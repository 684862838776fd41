import { randomUUID } from 'node:crypto'
import type { Application, ApplicationAction, Difference } from '../index.ts'
import { idFrom } from '../demo-case.ts'

/** The address of a county's demonstration application. */
export const addressOf = (county: string): string => `/api/applications/${county}/${idFrom(`${county} application`)}`

export const freshId = (): string => randomUUID()

export type Problem = {
  code: string
  message: { zh: string; en: string }
  where?: string
  findings?: { code: string }[]
  details?: { version?: number; difference?: Difference[] }
}

export type View = {
  application: Application
  actions: ApplicationAction[]
  findings: { code: string; status: string; where?: string; rows: { kind: string }[] }[]
  entries: { action: string; from: string; to: string; at: string; reason: string | null; by: { name: string; office: string } }[]
  submissions: { id: string; hash: string; version: number }[]
  imports: {
    sheet: string
    fileName: string
    errors: { row: number; column: string; code: string; message: { zh: string } }[]
    version: number | null
  }[]
  facts: { id: string; value: string | null; source: string }[]
  summary: { stops: number }
}
