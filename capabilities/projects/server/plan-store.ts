import { sql } from '@jincun/db'
import type { Transaction } from '@jincun/db'
import type { Fen } from '@jincun/kernel'
import { fenOf } from '../index.ts'
import type { Contract, PlanVersion } from '../index.ts'
import { planVersions } from './kinds.ts'
import { listRecords } from './records.ts'

/** Every version of a county's plan of a year, oldest first. */
export const plansOf = (tx: Transaction, countyCode: string, year: number): Promise<PlanVersion[]> =>
  listRecords(tx, planVersions, sql`county_code = ${countyCode} and year = ${year}`, sql`version`)

/** Holds the plans of a county and year against a second writer: versions must not fork. */
export const lockPlans = (tx: Transaction, countyCode: string, year: number): Promise<unknown> =>
  tx.rows(sql`select 1 from plan_version where county_code = ${countyCode} and year = ${year} for update`)

/** Who proposed a version: its first saver. */
export async function proposerOf(tx: Transaction, countyCode: string, recordId: string): Promise<string | null> {
  const row = await tx.row<{ saved_by: string | null }>(sql`select saved_by from project_history
    where county_code = ${countyCode} and record_id = ${recordId} order by seq limit 1`)
  return row?.saved_by ?? null
}

/** Central money that signed contracts bind, by plan line; `except` leaves one contract out. */
export function committedBy(contracts: readonly Contract[], year: number, except?: string): Map<string, Fen> {
  const bound = new Map<string, Fen>()
  for (const contract of contracts) {
    if (contract.year !== year || contract.id === except || !['signed', 'completed'].includes(contract.state)) continue
    for (const line of contract.lines) bound.set(line.planLineId, (bound.get(line.planLineId) ?? 0n) + fenOf(line.centralFen))
  }
  return bound
}
