import { sql } from '@jincun/db'
import type { Transaction } from '@jincun/db'
import { accept, refuse } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import { citing, clausesOf, stageAfterTermination } from '../index.ts'
import type { Bare, Contract, ContractChange } from '../index.ts'
import { holdProject } from './fixed-sites.ts'
import { contracts, procurements } from './kinds.ts'
import { listRecords } from './records.ts'
import { setStage } from './register.ts'
import { auditRecord } from './work.ts'
import type { Work } from './work.ts'

type Teller = (tx: Transaction, countyCode: string, projectId: string) => Promise<ReadonlySet<string>>

const tellers: Teller[] = []

/** Acceptance stands after projects, so it says which contracts of a project are accepted when the program is put together. */
export const tellAcceptedBy = (teller: Teller): number => tellers.push(teller)

async function acceptedContracts(tx: Transaction, { countyCode, projectId }: Contract): Promise<ReadonlySet<string>> {
  const [teller] = tellers
  if (!teller) throw new Error('Nobody says which contracts are accepted: a program with projects has acceptance')
  return teller(tx, countyCode, projectId)
}

const accepted: Bare = {
  kind: 'wrong-state',
  code: 'contract-accepted',
  message: {
    zh: '合同已验收合格，不能再解除；有争议的，按合同约定和验收后的运营回访处理。',
    en: 'The contract is accepted and is not terminated any more; settle disputes by the contract and the checks of operation.',
  },
}

/** Refuses to terminate a contract whose acceptance was concluded. Hold the contract first: a conclusion holds it too. */
export async function mayTerminate(tx: Transaction, { kind }: ContractChange, contract: Contract): Promise<Result<true>> {
  if (kind !== 'termination' || !(await acceptedContracts(tx, contract)).has(contract.id)) return accept(true)
  return refuse(citing(accepted, clausesOf(contract.year).register))
}

/** After a termination: the stage of the project follows the contracts it still has (6.2). */
export async function followContracts(work: Work, contract: Contract, action: string): Promise<void> {
  const { tx } = work
  const { countyCode, projectId } = contract
  const held = await holdProject(tx, countyCode, projectId)
  if (!held) return
  const here = sql`county_code = ${countyCode} and project_id = ${projectId}`
  const stage = stageAfterTermination(held.stage, {
    contracts: await listRecords(tx, contracts, here),
    accepted: await acceptedContracts(tx, contract),
    procured: (await listRecords(tx, procurements, here)).some(({ state }) => state !== 'draft' && state !== 'cancelled'),
  })
  if (stage === held.stage) return
  await setStage(tx, { countyCode, id: projectId }, stage)
  const [before, after] = [{ stage: held.stage }, { stage }]
  await auditRecord(work, { countyCode, action, recordKind: 'project', recordId: projectId, before, after, reason: contract.number })
}
