import { sql } from '@jincun/db'
import type { Transaction } from '@jincun/db'
import type {
  AssetCard,
  Contract,
  Contractor,
  GateRuling,
  PlacedSite,
  PlanVersion,
  Project,
  ProgressReport,
  ProjectStage,
  SignPhoto,
  Site,
} from '../index.ts'
import {
  assetCards,
  contractChanges,
  contractors,
  contracts,
  gateRulings,
  planVersions,
  procurements,
  progressReports,
  projectRecords,
  signPhotos,
  siteCorrections,
  sites,
  stockTakes,
} from './kinds.ts'
import { findRecord, listRecords } from './records.ts'

/** The plan version of a county and year that money may be spent on now: the last approved one (6.2). Null while there is none. */
export async function planInForce(tx: Transaction, countyCode: string, year: number): Promise<PlanVersion | null> {
  const [last] = await listRecords(
    tx,
    planVersions,
    sql`county_code = ${countyCode} and year = ${year} and state = 'approved'`,
    sql`version desc limit 1`,
  )
  return last ?? null
}

/** The plans in force of several counties, of all years, in one query; for lists that name contracts of many. */
export async function plansInForce(tx: Transaction, countyCodes: readonly string[]): Promise<PlanVersion[]> {
  const all = await listRecords(
    tx,
    planVersions,
    sql`county_code = any(${[...new Set(countyCodes)]}::text[]) and state = 'approved'`,
    sql`version`,
  )
  return [...new Map(all.map(plan => [`${plan.countyCode} ${plan.year}`, plan])).values()]
}

/** A contract by its id: party, amount, milestones, advance cap, lines with kind of spending and plan line. `lock` before money moves on it. */
export const findContract = (tx: Transaction, countyCode: string, id: string, lock = false): Promise<Contract | undefined> =>
  findRecord(tx, contracts, countyCode, id, lock)

/** All contracts of a county that were signed: also those completed since. */
export const signedContracts = (tx: Transaction, countyCode: string): Promise<Contract[]> =>
  listRecords(tx, contracts, sql`county_code = ${countyCode} and state in ('signed', 'completed', 'terminated')`)

/** A signed contract as far as ties of interest need it. */
export type ContractParty = { countyCode: string; organisationName: string; subject: string; endYear: number }

/** With whom these counties contracted, for what, and the last calendar year in which each contract ran or is to run. */
export const contractPartiesOf = (tx: Transaction, countyCodes: readonly string[]): Promise<ContractParty[]> =>
  tx.rows<ContractParty>(sql`select county_code as "countyCode", content->'party'->>'name' as "organisationName",
      content->>'title' as subject, left(content->>'end', 4)::int as "endYear"
    from contract where county_code = any(${[...countyCodes]}::text[]) and state in ('signed', 'completed', 'terminated')
    order by county_code, id`)

/** Contracts by their ids, in one query, within the scope: for lists of things that name contracts. */
export const contractsByIds = (tx: Transaction, ids: readonly string[]): Promise<Contract[]> =>
  listRecords(tx, contracts, sql`id = any(${[...new Set(ids)]}::uuid[])`)

export const findContractor = (tx: Transaction, countyCode: string, id: string): Promise<Contractor | undefined> =>
  findRecord(tx, contractors, countyCode, id)

/** A firm's files by its credit code, one a county that works with it. */
export const contractorsByCode = (tx: Transaction, creditCode: string): Promise<Contractor[]> =>
  listRecords(tx, contractors, sql`credit_code = ${creditCode}`, sql`county_code`)

/** Contracts whose party is this body's: what a signed-in contractor may see and ask payment on. */
export const contractsOfOrganisation = (tx: Transaction, organisationId: string): Promise<Contract[]> =>
  listRecords(
    tx,
    contracts,
    sql`exists (select from contractor c where c.county_code = contract.county_code and c.id = contract.contractor_id
      and c.organisation_id = ${organisationId}) and state <> 'draft'`,
  )

/** Rulings of a county and year on doubtful spending (3.6), oldest first; for the gate at every door. */
export const gateRulingsOf = (tx: Transaction, countyCode: string, year: number): Promise<GateRuling[]> =>
  listRecords(tx, gateRulings, sql`county_code = ${countyCode} and year = ${year}`)

export const findProject = (tx: Transaction, countyCode: string, id: string): Promise<Project | undefined> =>
  findRecord(tx, projectRecords, countyCode, id)

/** Every project on a county's register, of all years: what the ministry's forms ask of them stands there once. */
export const projectsOfCounty = (tx: Transaction, countyCode: string): Promise<Project[]> =>
  listRecords(tx, projectRecords, sql`county_code = ${countyCode}`)

/** Progress of a project as reported, oldest first: evidence of delivery. */
export const progressOf = (tx: Transaction, countyCode: string, projectId: string): Promise<ProgressReport[]> =>
  listRecords(tx, progressReports, sql`county_code = ${countyCode} and project_id = ${projectId}`, sql`as_of, recorded_at, id`)

export const sitesOfProject = (tx: Transaction, countyCode: string, projectId: string): Promise<Site[]> =>
  listRecords(tx, sites, sql`county_code = ${countyCode} and project_id = ${projectId}`)

/** Every supported site of a county with the party that runs it, as `checkSite` wants them: caps and duplicate support. */
export async function placedSitesOf(tx: Transaction, countyCode: string, signed: readonly Contract[]): Promise<PlacedSite[]> {
  const party = new Map(signed.filter(({ state }) => state === 'signed').map(each => [each.projectId, each.party.creditCode]))
  const all = await listRecords(tx, sites, sql`county_code = ${countyCode}`)
  return all.map(site => ({ site, partyCode: party.get(site.projectId) ?? null }))
}

export const assetsOfContract = (tx: Transaction, countyCode: string, contractId: string): Promise<AssetCard[]> =>
  listRecords(tx, assetCards, sql`county_code = ${countyCode} and contract_id = ${contractId}`, sql`number`)

export const signsOfProject = (tx: Transaction, countyCode: string, projectId: string): Promise<SignPhoto[]> =>
  listRecords(
    tx,
    signPhotos,
    sql`county_code = ${countyCode} and site_id in (select id from project_site where county_code = ${countyCode} and project_id = ${projectId})`,
  )

/** Where a project stands; null when it is not on the register. */
export async function stageOf(tx: Transaction, countyCode: string, projectId: string): Promise<ProjectStage | null> {
  const row = await tx.row<{ stage: ProjectStage }>(sql`select stage from project where county_code = ${countyCode} and id = ${projectId}`)
  return row?.stage ?? null
}

/** Written by acceptance only, when every signed contract of the project has passed its gate (6.4d). */
export const markAccepted = (tx: Transaction, countyCode: string, projectId: string): Promise<number> =>
  tx.run(sql`update project set stage = 'accepted' where county_code = ${countyCode} and id = ${projectId} and stage = 'completed'`)

/** Everything on record of a project, for its evidence pack: each record in its latest state. */
export async function projectFileOf(tx: Transaction, countyCode: string, projectId: string) {
  const project = await findProject(tx, countyCode, projectId)
  if (!project) return null
  const here = sql`county_code = ${countyCode} and project_id = ${projectId}`
  const ofProject = await listRecords(tx, contracts, here)
  const contractIds = ofProject.map(({ id }) => id)
  const placed = await sitesOfProject(tx, countyCode, projectId)
  const cards = await listRecords(tx, assetCards, sql`county_code = ${countyCode} and contract_id = any(${contractIds}::uuid[])`)
  return {
    project,
    planVersions: await listRecords(tx, planVersions, sql`county_code = ${countyCode} and year = ${project.year}`, sql`version`),
    procurements: await listRecords(tx, procurements, here),
    contracts: ofProject,
    contractChanges: await listRecords(tx, contractChanges, sql`county_code = ${countyCode} and contract_id = any(${contractIds}::uuid[])`),
    contractors: await listRecords(
      tx,
      contractors,
      sql`county_code = ${countyCode} and id = any(${ofProject.map(each => each.contractorId)}::uuid[])`,
    ),
    sites: placed,
    siteCorrections: await listRecords(tx, siteCorrections, here),
    signPhotos: await signsOfProject(tx, countyCode, projectId),
    progress: await progressOf(tx, countyCode, projectId),
    assets: cards,
    stockTakes: await listRecords(
      tx,
      stockTakes,
      sql`county_code = ${countyCode} and asset_id = any(${cards.map(({ id }) => id)}::uuid[])`,
      sql`taken_on, recorded_at, id`,
    ),
    gateRulings: await gateRulingsOf(tx, countyCode, project.year),
  }
}
