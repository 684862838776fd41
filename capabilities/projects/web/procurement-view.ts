import type { Finding } from '@jincun/policy'
import type { Procurement, Project, RedFlag } from '../index.ts'

export type ProcurementRow = { procurement: Procurement; flags: RedFlag[] }
export type ProcurementList = { rows: ProcurementRow[]; mayWrite: boolean; asOf: string }
export type ProcurementView = {
  procurement: Procurement
  project: Project | null
  findings: Finding[]
  flags: RedFlag[]
  /** Ids of the bids that stand first, or equal first. */
  top: string[]
  mayWrite: boolean
  asOf: string
}

/** What a save or a step sends: the record without what the server itself decides. */
export function contentOf(
  procurement: Procurement,
): Omit<Procurement, 'id' | 'countyCode' | 'version' | 'state'> & { seenVersion: number } {
  const { id: _id, countyCode: _county, version, state: _state, ...content } = procurement
  return { ...content, seenVersion: version }
}
