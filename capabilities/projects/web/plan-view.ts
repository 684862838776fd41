import type { Finding, PolicyListEntry } from '@jincun/policy'
import type { MatchingReceipt, PlanVersion } from '../index.ts'

export type PlanView = {
  countyCode: string
  year: number
  versions: PlanVersion[]
  inForce: number | null
  findings: Finding[]
  /** Central money bound by contracts, by plan line; text of 分. */
  committed: Record<string, string>
  receipts: MatchingReceipt[]
  supportAreas: PolicyListEntry[]
  supportModes: PolicyListEntry[]
  categories: PolicyListEntry[]
  mayPropose: boolean
  mayDecide: boolean
  asOf: string
}

export const standingOf = ({ versions, inForce }: PlanView): PlanVersion | null =>
  versions.find(({ version }) => version === inForce) ?? null

export const waitingOf = ({ versions }: PlanView): PlanVersion | null => versions.find(({ state }) => state === 'proposed') ?? null
