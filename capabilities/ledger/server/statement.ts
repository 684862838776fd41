import { sql } from '@jincun/db'
import type { Transaction } from '@jincun/db'
import { limitsOf } from '../index.ts'
import type { AccountKind, Entry } from '../index.ts'
import { entriesFrom } from './entry-store.ts'

type Carry = { day: string; first_seq: bigint; entries: number; debits: bigint; credits: bigint }

export type StatementLine = Entry & { debited: bigint; credited: bigint; balance: bigint }

/** An account between two days: what it held before, what was posted, what it held after; one page of the lines. */
export type Statement = { opening: bigint; closing: bigint; debits: bigint; credits: bigint; total: number; lines: StatementLine[] }

const sumOf = (rows: readonly Carry[], pick: (row: Carry) => bigint) => rows.reduce((sum, row) => sum + pick(row), 0n)

/** The part that the page's first line lies in, and how many lines before it belong to parts before. */
function locate(parts: readonly Carry[], skip: number): { index: number; before: number } {
  let before = 0
  let index = 0
  while (index < parts.length - 1 && before + (parts[index]?.entries ?? 0) <= skip) {
    before += parts[index]?.entries ?? 0
    index++
  }
  return { index, before }
}

/**
 * A page of an account's statement. Carried balances say what it held before any day and in which part a page begins, so that no more
 * than about 500 entries are read besides the page itself, whatever the account has seen.
 */
export async function statementOf(
  tx: Transaction,
  account: { countyCode: string; id: string; kind: AccountKind },
  range: { from: string; to: string },
  page: { skip: number; size: number },
): Promise<Statement> {
  const sign = limitsOf(account.kind) === 'credit' ? 1n : -1n
  const net = (debits: bigint, credits: bigint) => sign * (credits - debits)
  const before = await tx.row<{ debits: bigint; credits: bigint }>(
    sql`select coalesce(sum(debits), 0)::bigint as debits, coalesce(sum(credits), 0)::bigint as credits from ledger_carry
      where county_code = ${account.countyCode} and account_id = ${account.id} and day < ${range.from}`,
  )
  const parts = await tx.rows<Carry>(sql`select day, first_seq, entries, debits, credits from ledger_carry
    where county_code = ${account.countyCode} and account_id = ${account.id} and day between ${range.from} and ${range.to} order by day, part`)
  const opening = net(before?.debits ?? 0n, before?.credits ?? 0n)
  const [debits, credits] = [sumOf(parts, part => part.debits), sumOf(parts, part => part.credits)]
  const total = parts.reduce((sum, part) => sum + part.entries, 0)
  const frame = { opening, closing: opening + net(debits, credits), debits, credits, total }
  const { index, before: counted } = locate(parts, page.skip)
  const start = parts[index]
  if (!start || page.skip >= total) return { ...frame, lines: [] }
  // Everything from the start of the part is read, so that the balance of its first line is known; skipped lines are not answered.
  const skipped = page.skip - counted
  const entries = await entriesFrom(tx, account, { day: start.day, seq: Number(start.first_seq) }, range.to, {
    skip: 0,
    size: skipped + page.size,
  })
  const earlier = parts.slice(0, index)
  let balance =
    opening +
    net(
      sumOf(earlier, part => part.debits),
      sumOf(earlier, part => part.credits),
    )
  const lines = entries.map(entry => {
    const [debited, credited] = entry.debit === account.id ? [entry.amount, 0n] : [0n, entry.amount]
    balance += net(debited, credited)
    return { ...entry, debited, credited, balance }
  })
  return { ...frame, lines: lines.slice(skipped) }
}
