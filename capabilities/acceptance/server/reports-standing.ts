import type { Transaction } from '@jincun/db'
import type { PolicyPack } from '@jincun/policy'
import type { Contract } from '@jincun/projects'
import type { ReportStanding } from '../index.ts'

type Work = { tx: Transaction; policy: PolicyPack; now: Date }
type Teller = (work: Work, countyCode: string, contracts: readonly Contract[]) => Promise<ReadonlyMap<string, ReportStanding>>

const tellers: Teller[] = []

/** Reporting stands after acceptance, so it says which reports a contract owes and has when the program is put together. */
export const tellReportsBy = (teller: Teller): number => tellers.push(teller)

/** The reports of contracts of a county by contract. A program in which nobody says is a mistake: the gate would stand open. */
export async function reportsOf(
  work: Work,
  countyCode: string,
  contracts: readonly Contract[],
): Promise<(contractId: string) => ReportStanding> {
  const [teller] = tellers
  if (!teller) throw new Error('Nobody says which reports are complete: a program with acceptance has reporting')
  const standing = await teller(work, countyCode, contracts)
  return contractId => {
    const own = standing.get(contractId)
    if (!own) throw new Error(`Reporting does not say what contract ${contractId} owes`)
    return own
  }
}
