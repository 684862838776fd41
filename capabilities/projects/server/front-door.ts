import { sql } from '@jincun/db'
import type { Transaction } from '@jincun/db'
import type { Contract, Contractor, GateRuling, PlanVersion, Project, ProgressReport } from '../index.ts'
import { contractors, contracts, gateRulings, planVersions, progressReports, projectRecords } from './kinds.ts'
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

/** A contract by its id: party, amount, milestones, advance cap, lines with kind of spending and plan line. `lock` before money moves on it. */
export const findContract = (tx: Transaction, countyCode: string, id: string, lock = false): Promise<Contract | undefined> =>
  findRecord(tx, contracts, countyCode, id, lock)

/** All contracts of a county that were signed: also those completed since. */
export const signedContracts = (tx: Transaction, countyCode: string): Promise<Contract[]> =>
  listRecords(tx, contracts, sql`county_code = ${countyCode} and state in ('signed', 'completed', 'terminated')`)

export const findContractor = (tx: Transaction, countyCode: string, id: string): Promise<Contractor | undefined> =>
  findRecord(tx, contractors, countyCode, id)

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

/** Progress of a project as reported, oldest first: evidence of delivery. */
export const progressOf = (tx: Transaction, countyCode: string, projectId: string): Promise<ProgressReport[]> =>
  listRecords(tx, progressReports, sql`county_code = ${countyCode} and project_id = ${projectId}`, sql`as_of, recorded_at, id`)
