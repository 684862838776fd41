import { sql } from '@jincun/db'
import type { Transaction } from '@jincun/db'
import { BookCheck, pairFaults } from '../index.ts'
import type { Fault, KeptAccount, KeptSeal } from '../index.ts'
import { balancesOf } from './account-store.ts'
import { entriesAfter } from './entry-store.ts'

export type LedgerProof = {
  realm: string
  books: { countyCode: string; entries: number; debits: bigint; credits: bigint; hash: string }[]
  accounts: number
  entries: number
  debits: bigint
  credits: bigint
  faults: Fault[]
}

const stretch = 20_000

async function keptAccounts(tx: Transaction, countyCode: string): Promise<KeptAccount[]> {
  const carried = await tx.rows<{ account_id: string; debits: bigint; credits: bigint }>(
    sql`select account_id, sum(debits)::bigint as debits, sum(credits)::bigint as credits from ledger_carry
      where county_code = ${countyCode} group by account_id`,
  )
  const byId = new Map(carried.map(row => [row.account_id, row]))
  return (await balancesOf(tx, { countyCode })).map(account => ({
    ...account,
    balance: account,
    carriedDebits: byId.get(account.id)?.debits ?? 0n,
    carriedCredits: byId.get(account.id)?.credits ?? 0n,
  }))
}

async function keptSeals(tx: Transaction, countyCode: string, realm: string): Promise<KeptSeal[]> {
  const rows = await tx.rows<{ first_seq: bigint; last_seq: bigint; previous_hash: string; hash: string }>(
    sql`select first_seq, last_seq, previous_hash, hash from ledger_seal where county_code = ${countyCode} and realm = ${realm} order by last_seq`,
  )
  return rows.map(row => ({
    firstSeq: Number(row.first_seq),
    lastSeq: Number(row.last_seq),
    previousHash: row.previous_hash,
    hash: row.hash,
  }))
}

async function checkBook(tx: Transaction, realm: string, head: { county_code: string; seq: bigint; hash: string }) {
  const accounts = await keptAccounts(tx, head.county_code)
  const check = new BookCheck(head.county_code, accounts, await keptSeals(tx, head.county_code, realm))
  for (let seq = 0; ; ) {
    const entries = await entriesAfter(tx, head.county_code, realm, seq, stretch)
    for (const entry of entries) check.take(entry)
    const last = entries.at(-1)
    if (!last || entries.length < stretch) break
    seq = last.seq
  }
  check.finish(accounts, { seq: Number(head.seq), hash: head.hash })
  return { check, accounts }
}

/**
 * Recomputes every book in scope of the transaction from its entries: numbers without gaps, hashes and seals, balances and carried
 * balances, no account below zero at any seal, debits equal to credits, and each pair between governments. One snapshot must be read,
 * so the transaction has to be repeatable.
 */
export async function verifyLedger(tx: Transaction, realm: string): Promise<LedgerProof> {
  const heads = await tx.rows<{ county_code: string; seq: bigint; hash: string }>(
    sql`select county_code, seq, hash from ledger_book where realm = ${realm} order by county_code`,
  )
  const proof: LedgerProof = { realm, books: [], accounts: 0, entries: 0, debits: 0n, credits: 0n, faults: [] }
  const all: KeptAccount[] = []
  for (const head of heads) {
    const { check, accounts } = await checkBook(tx, realm, head)
    all.push(...accounts)
    const book = check.proof()
    proof.books.push(book)
    proof.faults.push(...check.faults)
    proof.entries += book.entries
    proof.debits += book.debits
    proof.credits += book.credits
  }
  proof.accounts = all.length
  proof.faults.push(...pairFaults(all))
  return proof
}
