import type { Transaction } from '@jincun/db'
import type { Fen } from '@jincun/kernel'
import { balancesOf } from '@jincun/ledger/server'
import type { PaidOnContract } from '../index.ts'

/** What payments know of a contract that the ledger does not: for what its money was paid or is held. */
export type PaidParts = Omit<PaidOnContract, 'totalFen'>
type Teller = (tx: Transaction, countyCode: string, contractId: string) => Promise<PaidParts>

const tellers: Teller[] = []

/** Payments stand after projects, so they say for what money was paid when the program is put together. */
export const tellPaidBy = (teller: Teller): number => tellers.push(teller)

/** Paid and held on a contract over all sources and plan lines, as the ledger has it: its payee accounts. */
async function paidAndHeld(tx: Transaction, countyCode: string, contractId: string): Promise<Fen> {
  const accounts = await balancesOf(tx, { countyCode, kinds: ['payee'] })
  return accounts
    .filter(({ subject }) => subject.split('/').at(-1) === contractId)
    .reduce((sum, { creditsPosted, debitsPosted, creditsPending }) => sum + creditsPosted - debitsPosted + creditsPending, 0n)
}

/** What a change of a contract has to leave standing. Hold the contract first: payments hold it too before they hold money. */
export async function paidOnContract(tx: Transaction, countyCode: string, contractId: string): Promise<PaidOnContract> {
  const [teller] = tellers
  if (!teller) throw new Error('Nobody says what was paid on contracts: a program with projects has payments')
  return { totalFen: await paidAndHeld(tx, countyCode, contractId), ...(await teller(tx, countyCode, contractId)) }
}
