import type { Bilingual, Finding, PolicyListEntry } from '@jincun/policy'
import type { AssetCard, Contract, ContractChange, PlanLine, Project } from '../index.ts'

export type ContractList = { rows: Contract[]; mayWrite: boolean; asOf: string }
export type ContractView = {
  contract: Contract
  project: Project
  planLines: PlanLine[]
  findings: Finding[]
  /** Text of 分. */
  advanceCapFen: string
  milestoneFen: Record<string, string>
  requiredData: PolicyListEntry[]
  /** All kinds of data of the year, for what was agreed beyond what is required. */
  dataItems: PolicyListEntry[]
  categories: PolicyListEntry[]
  assets: AssetCard[]
  assetFindings: Finding[]
  changes: ContractChange[]
  changeFindings: Finding[]
  mayWrite: boolean
  mayDecide: boolean
  asOf: string
}

/** All a contract is written from. */
export type ContractForm = {
  projects: { id: string; name: string; planLineIds: string[]; data: { id: string; term: Bilingual }[] }[]
  planLines: PlanLine[]
  contractors: { id: string; name: string; creditCode: string }[]
  procurements: { id: string; title: string; projectId: string; winner: string; creditCode: string; amountFen: string }[]
  categories: PolicyListEntry[]
  advancePercentMaximum: number
}

type Content = Omit<Contract, 'id' | 'countyCode' | 'version' | 'state' | 'signedOn' | 'party'>

/** What a save sends: the contract without what the server itself decides. */
export function contractContent(contract: Contract): Content & { seenVersion: number } {
  const { id: _id, countyCode: _county, version, state: _state, signedOn: _signed, party: _party, ...content } = contract
  return { ...content, seenVersion: version }
}
