import { sql } from '@jincun/db'
import type { Transaction } from '@jincun/db'
import type { RouteContext } from '@jincun/http'
import { accept, shanghaiDate } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import type { SpendingPath } from '@jincun/ledger'
import { refuseByClause as no } from '@jincun/ledger/server'
import { findContract, findProject, gateRulingsOf, placedSitesOf, planInForce, signedContracts } from '@jincun/projects/server'
import { loanPeriodsOf, spentBefore } from '../index.ts'
import type { PaymentGround, PaymentRequest } from '../index.ts'
import { paymentsOfCounty } from './payment-store.ts'
import { termsOfContracts } from './terms-store.ts'

export type Context = Pick<RouteContext<unknown, unknown, unknown>, 'tx' | 'now' | 'policy' | 'caller' | 'audit' | 'newId' | 'may'>

const lacking = (zh: string, en: string) => no('not-found', 'payment-basis-missing', 'notice-2020/6.2', zh, en)

/**
 * One payment of a county after the other: limits of plan line, facility and contract go over several contracts, so each must see what the
 * others took. Held to the end of the transaction.
 */
export const holdCounty = (tx: Transaction, countyCode: string): Promise<number> =>
  tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${`payments of ${countyCode}`}, 0))`)

/** Everything a request is judged against, in a fixed number of queries. With `lock` the county's payments are held first. */
export async function groundOf(
  context: Pick<Context, 'tx' | 'now'>,
  request: PaymentRequest,
  invoiceUsed: boolean,
  lock: boolean,
): Promise<Result<PaymentGround & { path: Omit<SpendingPath, 'batch'> }>> {
  const { tx } = context
  const { countyCode } = request
  if (lock) await holdCounty(tx, countyCode)
  const contract = await findContract(tx, countyCode, request.contractId, lock)
  const line = contract?.lines.find(each => each.id === request.contractLineId)
  if (!contract || !line) return lacking('没有这份合同或合同明细。', 'There is no such contract or contract line.')
  const project = await findProject(tx, countyCode, contract.projectId)
  const plan = await planInForce(tx, countyCode, contract.year)
  if (!project || !plan) return lacking('没有批准的方案或项目，不能付款。', 'There is no approved plan or project to pay on.')
  const records = await paymentsOfCounty(tx, countyCode)
  const signed = await signedContracts(tx, countyCode)
  const planLine = plan.lines.find(each => each.id === line.planLineId) ?? null
  return accept({
    contract,
    project,
    planLine,
    planLines: plan.lines,
    rulings: await gateRulingsOf(tx, countyCode, contract.year),
    spent: spentBefore(request, records, signed, plan.lines),
    terms: (await termsOfContracts(tx, [contract.id])).at(-1)?.terms ?? null,
    loanPeriods: loanPeriodsOf(request, records),
    sites: await placedSitesOf(tx, countyCode, signed),
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
