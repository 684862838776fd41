import { sql } from '@jincun/db'
import { accept, refuse } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import {
  assetsOfContract,
  findContract,
  findRecord,
  listRecords,
  notFound,
  signsOfProject,
  sitesOfProject,
  today,
} from '@jincun/projects/server'
import type { Work } from '@jincun/projects/server'
import type { Acceptance, AcceptanceGround } from '../index.ts'
import { acceptances, deliveries, inspections } from './kinds.ts'
import { reportsOf } from './reports-standing.ts'

export type Loaded = { acceptance: Acceptance; ground: AcceptanceGround }

/**
 * A request with all it rests on. With `lock` the request and its contract are held until the transaction ends, so that no contract change
 * and no second conclusion slips in between the gate and the result; deliveries only ever grow.
 */
export async function loadAcceptance(
  work: Pick<Work, 'tx' | 'policy' | 'now'>,
  countyCode: string,
  id: string,
  lock = false,
): Promise<Result<Loaded>> {
  const { tx, policy: pack } = work
  const acceptance = await findRecord(tx, acceptances, countyCode, id, lock)
  const contract = acceptance && (await findContract(tx, countyCode, acceptance.contractId, lock))
  if (!acceptance || !contract) return refuse(notFound)
  const ground: AcceptanceGround = {
    pack,
    contract,
    sites: await sitesOfProject(tx, countyCode, contract.projectId),
    assets: await assetsOfContract(tx, countyCode, contract.id),
    signs: await signsOfProject(tx, countyCode, contract.projectId),
    inspections: await listRecords(tx, inspections, sql`county_code = ${countyCode} and request_id = ${id}`),
    deliveries: await listRecords(tx, deliveries, sql`county_code = ${countyCode} and contract_id = ${contract.id}`),
    reports: (await reportsOf(work, countyCode, [contract]))(contract.id),
    today: today(work),
  }
  return accept({ acceptance, ground })
}
