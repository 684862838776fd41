import type { Transaction } from '@jincun/db'
import type { RouteContext } from '@jincun/http'
import { accept } from '@jincun/kernel'
import type { Fen, Result } from '@jincun/kernel'
import type { SpendingPath } from '@jincun/ledger'
import { refuseByClause as no } from '@jincun/ledger/server'
import { findContract, findProject, gateRulingsOf, planInForce } from '@jincun/projects/server'
import type { PaymentGround, PaymentRequest } from '../index.ts'
import { paymentsOfCounty } from './payment-store.ts'
import type { PaymentRecord } from './payment-store.ts'

export type Context = Pick<RouteContext<unknown, unknown, unknown>, 'tx' | 'now' | 'policy' | 'caller' | 'audit' | 'newId' | 'may'>

const dead = new Set(['returned', 'bounced'])

/** What other requests have taken, paid or on their way, by each limit. */
function spentBy(
  request: PaymentRequest,
  planLineId: string,
  lineOf: ReadonlyMap<string, string>,
  records: readonly PaymentRecord[],
): PaymentGround['spent'] {
  const others = records.filter(each => each.request.id !== request.id && !dead.has(each.state)).map(each => each.request)
  const sum = (fits: (each: PaymentRequest) => boolean): Fen =>
    others.filter(fits).reduce((total, each) => total + BigInt(each.amountFen), 0n)
  const same = (each: PaymentRequest) => each.contractId === request.contractId
  return {
    contract: sum(same),
    contractLine: sum(each => same(each) && each.contractLineId === request.contractLineId),
    planLine: sum(each => each.source === request.source && lineOf.get(`${each.contractId} ${each.contractLineId}`) === planLineId),
    advance: sum(each => same(each) && each.kind === 'advance'),
    milestone: sum(each => same(each) && request.milestoneId !== null && each.milestoneId === request.milestoneId),
  }
}

const lacking = (zh: string, en: string) => no('not-found', 'payment-basis-missing', 'notice-2020/6.2', zh, en)

/** The plan line that each paid contract line of the county belongs to. */
async function planLinesOf(tx: Transaction, countyCode: string, records: readonly PaymentRecord[]): Promise<Map<string, string>> {
  const lines = new Map<string, string>()
  for (const id of new Set(records.map(({ request }) => request.contractId)))
    for (const line of (await findContract(tx, countyCode, id))?.lines ?? []) lines.set(`${id} ${line.id}`, line.planLineId)
  return lines
}

/**
 * Everything a request is judged against. With `lock` the contract is held first, so that two payments on one contract are judged one after
 * the other and each sees what the other took.
 */
export async function groundOf(
  context: Pick<Context, 'tx'>,
  request: PaymentRequest,
  invoiceUsed: boolean,
  lock: boolean,
): Promise<Result<PaymentGround & { path: Omit<SpendingPath, 'batch'> }>> {
  const { tx } = context
  const contract = await findContract(tx, request.countyCode, request.contractId, lock)
  const line = contract?.lines.find(each => each.id === request.contractLineId)
  if (!contract || !line) return lacking('没有这份合同或合同明细。', 'There is no such contract or contract line.')
  const project = await findProject(tx, request.countyCode, contract.projectId)
  const plan = await planInForce(tx, request.countyCode, contract.year)
  if (!project || !plan) return lacking('没有批准的方案或项目，不能付款。', 'There is no approved plan or project to pay on.')
  const records = await paymentsOfCounty(tx, request.countyCode)
  const lineOf = await planLinesOf(tx, request.countyCode, records)
  const planLine = plan.lines.find(each => each.id === line.planLineId) ?? null
  return accept({
    contract,
    project,
    planLine,
    rulings: await gateRulingsOf(tx, request.countyCode, contract.year),
    spent: spentBy(request, line.planLineId, lineOf, records),
    invoiceUsed,
    path: {
      countyCode: request.countyCode,
      line: { id: line.planLineId, title: planLine ? `${planLine.projectName} ${planLine.name}` : line.planLineId },
      project: { id: project.id, title: project.name },
      contract: { id: contract.id, title: `${contract.party.name} ${contract.number}` },
    },
  })
}
