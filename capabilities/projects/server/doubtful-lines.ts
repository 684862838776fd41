import { sql } from '@jincun/db'
import type { Finding } from '@jincun/policy'
import { fenOf, gateFinding, judgeAtGate, plannedSpending, spendingOf } from '../index.ts'
import type { Contract, Door, GatedSpending, PlanVersion, RulingRequest } from '../index.ts'
import { contractChanges, contracts, gateRulings, planVersions, rulingRequests } from './kinds.ts'
import { listRecords } from './records.ts'
import { registered } from './register.ts'
import type { Work } from './work.ts'

/** A spending that may be doubtful, at the door where it stands and in the record that holds it. */
type Candidate = {
  countyCode: string
  door: Door
  recordId: string
  /** The version of a plan, or the number of a contract. */
  record: string
  /** The contract it belongs to; null in a plan. */
  contractId: string | null
  year: number
  spending: GatedSpending
  where: string
}
export type DoubtfulLine = Candidate & { finding: Finding }

const inPlan = (plan: PlanVersion): Candidate[] =>
  plan.lines.map((line, index) => ({
    countyCode: plan.countyCode,
    door: 'plan-line',
    recordId: plan.id,
    record: String(plan.version),
    contractId: null,
    year: plan.year,
    spending: plannedSpending(line),
    where: `lines[${index}].name`,
  }))

const inContract = (recordId: string, contract: Contract, under: string): Candidate[] =>
  contract.lines.map((line, index) => ({
    countyCode: contract.countyCode,
    door: 'contract-line',
    recordId,
    record: contract.number,
    contractId: contract.id,
    year: contract.year,
    spending: spendingOf(line, { name: under }),
    where: `lines[${index}].name`,
  }))

/** The words of an invoice, on the contract line they are to be paid on; the line's whole price counts as central until it is asked for. */
export function inRequest(request: RulingRequest, contract: Contract, under: string): Candidate[] {
  const line = contract.lines.find(({ id }) => id === request.lineId)
  if (!line) return []
  const spending = { ...spendingOf(line, { name: under }), name: request.name, centralFen: fenOf(line.amountFen) }
  const { id: recordId, contractId, countyCode, year } = request
  return [{ door: 'payment-request', recordId, record: contract.number, contractId, countyCode, year, spending, where: 'invoice.itemName' }]
}

/** Plan versions that wait for the province, and those in force, on which budgets are posted. */
const plansThatCount = (versions: readonly PlanVersion[]): PlanVersion[] => {
  const inForce = new Map(versions.filter(({ state }) => state === 'approved').map(plan => [plan.year, plan.id]))
  return versions.filter(plan => plan.state === 'proposed' || inForce.get(plan.year) === plan.id)
}

/** What of a county's records the gate looks at, at the doors of plan, contract and payment. */
async function candidates({ tx }: Pick<Work, 'tx'>, countyCode: string): Promise<Candidate[]> {
  const here = sql`county_code = ${countyCode}`
  const names = new Map((await registered(tx, countyCode, null)).map(({ project }) => [project.id, project.name]))
  const plans = plansThatCount(await listRecords(tx, planVersions, here, sql`year, version`))
  const standing = await listRecords(tx, contracts, sql`${here} and state in ('referred', 'signed')`)
  const changes = await listRecords(tx, contractChanges, sql`${here} and state = 'proposed'`)
  const byId = new Map(standing.map(contract => [contract.id, contract]))
  const under = (contract: Contract): string => names.get(contract.projectId) ?? ''
  return [
    ...plans.flatMap(inPlan),
    ...standing.flatMap(contract => inContract(contract.id, contract, under(contract))),
    ...changes.flatMap(({ id, after }) => inContract(id, after, under(after))),
    ...(await listRecords(tx, rulingRequests, here)).flatMap(request => {
      const contract = byId.get(request.contractId)
      return contract ? inRequest(request, contract, under(contract)) : []
    }),
  ]
}

/** The candidates that are in doubt and not ruled on: each waits for a named official (3.6). */
export async function doubtsAmong({ tx, policy }: Pick<Work, 'tx' | 'policy'>, countyCode: string, all: readonly Candidate[]) {
  const rulings = await listRecords(tx, gateRulings, sql`county_code = ${countyCode}`)
  return all.flatMap((each): DoubtfulLine[] => {
    const verdict = judgeAtGate(each.spending, rulings, policy, each.year)
    if (verdict.because !== 'doubtful') return []
    return [{ ...each, finding: gateFinding(each.spending, verdict, policy, each.year, each.where) }]
  })
}

/** Everything of a county that waits for a ruling, at every door. */
export const doubtfulLines = async (work: Pick<Work, 'tx' | 'policy'>, countyCode: string): Promise<DoubtfulLine[]> =>
  doubtsAmong(work, countyCode, await candidates(work, countyCode))

/** One line of a record as the gate looks at it, in doubt or not; undefined where there is none such. */
export const candidateAt = async (
  work: Pick<Work, 'tx'>,
  countyCode: string,
  at: { door: Door; recordId: string; lineId: string },
): Promise<Candidate | undefined> =>
  (await candidates(work, countyCode)).findLast(
    each => each.door === at.door && each.recordId === at.recordId && each.spending.lineId === at.lineId,
  )
