import type { Transaction } from '@jincun/db'
import type { Fen } from '@jincun/kernel'
import type { PaidParts } from '@jincun/projects/server'
import type { PaymentState } from '../index.ts'
import { paymentsOfContracts } from './payment-store.ts'

/** States in which the ledger holds the money for the payee or has paid it. */
const holding: readonly PaymentState[] = ['leader-needed', 'approved', 'paid']

/** For what the money of a contract was paid or is held: as advance, by milestone, by contract line. */
export async function paidParts(tx: Transaction, countyCode: string, contractId: string): Promise<PaidParts> {
  const all = (await paymentsOfContracts(tx, countyCode, [contractId])).filter(({ state }) => holding.includes(state))
  const [milestones, lines] = [new Map<string, Fen>(), new Map<string, Fen>()]
  let advanceFen = 0n
  for (const { request } of all) {
    const amount = BigInt(request.amountFen)
    if (request.kind === 'advance') advanceFen += amount
    if (request.milestoneId !== null) milestones.set(request.milestoneId, (milestones.get(request.milestoneId) ?? 0n) + amount)
    lines.set(request.contractLineId, (lines.get(request.contractLineId) ?? 0n) + amount)
  }
  return { advanceFen, milestones, lines }
}
