import { sql } from '@jincun/db'
import { refuse, accept } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import type { Contract, ContractGround } from '../index.ts'
import { findContractor, findProject, gateRulingsOf, planInForce, signedContracts } from './front-door.ts'
import { procurements, sites } from './kinds.ts'
import { committedBy } from './plan-store.ts'
import { findRecord, listRecords } from './records.ts'
import { notFound, today } from './work.ts'
import type { Work } from './work.ts'

/** What a contract is measured against now. The plan is held, so that two contracts signed at once cannot both use its last 分. */
export async function contractGround(
  work: Pick<Work, 'tx' | 'policy' | 'now'>,
  contract: Contract,
  hold = false,
): Promise<Result<ContractGround>> {
  const { tx, policy: pack } = work
  const { countyCode, year } = contract
  if (hold) await tx.rows(sql`select 1 from plan_version where county_code = ${countyCode} and year = ${year} for update`)
  const project = await findProject(tx, countyCode, contract.projectId)
  const contractor = await findContractor(tx, countyCode, contract.contractorId)
  if (!project || !contractor) return refuse(notFound)
  const placed = await listRecords(tx, sites, sql`county_code = ${countyCode} and project_id = ${contract.projectId}`)
  return accept({
    pack,
    project,
    contractor,
    plan: await planInForce(tx, countyCode, year),
    committed: committedBy(await signedContracts(tx, countyCode), year, contract.id),
    procurement: contract.procurementId ? ((await findRecord(tx, procurements, countyCode, contract.procurementId)) ?? null) : null,
    rulings: await gateRulingsOf(tx, countyCode, year),
    nodeKinds: [...new Set(placed.map(({ kind }) => kind))],
    on: today(work),
  })
}
