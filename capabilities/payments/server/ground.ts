import { sql } from '@jincun/db'
import type { Transaction } from '@jincun/db'
import type { RouteContext } from '@jincun/http'
import { accept, shanghaiDate } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import type { SpendingPath } from '@jincun/ledger'
import { refuseByClause as no } from '@jincun/ledger/server'
import { findContract } from '@jincun/projects/server'
import { loanPeriodsOf, spentBefore } from '../index.ts'
import type { PaymentGround, PaymentRequest } from '../index.ts'
import { countyGround } from './county-ground.ts'
import type { CountyGround } from './county-ground.ts'

export type Context = Pick<RouteContext<unknown, unknown, unknown>, 'tx' | 'now' | 'policy' | 'caller' | 'audit' | 'newId' | 'may'>

const lacking = (zh: string, en: string) => no('not-found', 'payment-basis-missing', 'notice-2020/6.2', zh, en)

/**
 * One payment of a county after the other: limits of plan line, facility and contract go over several contracts, so each must see what the
 * others took. Held to the end of the transaction.
 */
export const holdCounty = (tx: Transaction, countyCode: string): Promise<number> =>
  tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${`payments of ${countyCode}`}, 0))`)

/**
 * Everything a request is judged against, in a fixed number of queries.
 * @param lock with it the contract is held; the county's payments are held by the caller before.
 * @param county what was read for other requests of the county in this transaction.
 */
export async function groundOf(
  context: Pick<Context, 'tx' | 'now'>,
  request: PaymentRequest,
  invoiceUsed: boolean,
  lock: boolean,
  county: CountyGround = countyGround(context.tx, request.countyCode),
): Promise<Result<PaymentGround & { path: Omit<SpendingPath, 'batch'> }>> {
  const { countyCode } = request
  const contract = await findContract(context.tx, countyCode, request.contractId, lock)
  const line = contract?.lines.find(each => each.id === request.contractLineId)
  if (!contract || !line) return lacking('没有这份合同或合同明细。', 'There is no such contract or contract line.')
  const project = await county.project(contract.projectId)
  const plan = await county.plan(contract.year)
  if (!project || !plan) return lacking('没有批准的方案或项目，不能付款。', 'There is no approved plan or project to pay on.')
  const records = await county.records()
  const planLine = plan.lines.find(each => each.id === line.planLineId) ?? null
  return accept({
    contract,
    project,
    planLine,
    planLines: plan.lines,
    rulings: await county.rulings(contract.year),
    accepted: (await county.stage(project.id)) === 'accepted',
    spent: spentBefore(request, records, await county.signed(), plan.lines),
    terms: await county.terms(contract.id),
    loanPeriods: loanPeriodsOf(request, records),
    sites: await county.sites(),
    payeeCheck: (await county.checks()).find(({ creditCode }) => creditCode === contract.party.creditCode) ?? null,
    invoiceUsed,
    today: shanghaiDate(context.now),
    path: {
      countyCode,
      line: { id: line.planLineId, title: planLine ? `${planLine.projectName} ${planLine.name}` : line.planLineId },
      project: { id: project.id, title: project.name },
      contract: { id: contract.id, title: `${contract.party.name} ${contract.number}` },
    },
  })
}
