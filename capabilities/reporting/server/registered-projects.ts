import type { Transaction } from '@jincun/db'
import { addDays } from '@jincun/kernel'
import { paymentsOfCounty } from '@jincun/payments/server'
import type { PlanLine } from '@jincun/projects'
import { plansInForce, progressOf, projectsOfCounty, signedContracts } from '@jincun/projects/server'
import type { RegisteredProject } from '../index.ts'

const sum = (amounts: readonly string[]): bigint => amounts.reduce((total, amount) => total + BigInt(amount), 0n)

function moneyOf(lines: readonly PlanLine[]) {
  const of = (source: 'centralFen' | 'localFen' | 'enterpriseFen') => sum(lines.map(({ money }) => money[source]))
  return { centralFen: of('centralFen'), localFen: of('localFen'), enterpriseFen: of('enterpriseFen') }
}

/** Projects of a county with money, party and progress as they stand before a month: what its monthly forms ask. */
export async function registeredProjects(tx: Transaction, countyCode: string, period: string): Promise<RegisteredProject[]> {
  const projects = await projectsOfCounty(tx, countyCode)
  if (projects.length === 0) return []
  const lastDay = addDays(period.length === 4 ? `${period}-01-01` : `${period}-01`, -1)
  const plans = await plansInForce(tx, [countyCode])
  const contracts = await signedContracts(tx, countyCode)
  const paid = (await paymentsOfCounty(tx, countyCode)).filter(
    ({ state, paidOn, request }) => state === 'paid' && paidOn !== null && paidOn <= lastDay && request.source === 'central',
  )
  const registered: RegisteredProject[] = []
  for (const project of projects) {
    const own = contracts.filter(({ projectId }) => projectId === project.id)
    const ids = new Set(own.map(({ id }) => id))
    const lines = plans.find(({ year }) => year === project.year)?.lines ?? []
    const progress = await progressOf(tx, countyCode, project.id)
    registered.push({
      project,
      contractors: [...new Set(own.map(({ party }) => party.name))],
      ...moneyOf(lines.filter(({ id }) => project.planLineIds.includes(id))),
      centralPaidFen: sum(paid.filter(({ request }) => ids.has(request.contractId)).map(({ request }) => request.amountFen)),
      percent: progress.filter(({ asOf }) => asOf <= lastDay).at(-1)?.percent ?? null,
    })
  }
  return registered
}
