import { sql } from '@jincun/db'
import type { Transaction } from '@jincun/db'
import { limitsOf } from '../index.ts'
import type { AccountKind, Entry } from '../index.ts'
import { entriesFrom } from './entry-store.ts'

export type StatementLine = Entry & { debited: bigint; credited: bigint; balance: bigint }

/** An account between two days: what it held before, what was posted, what it held after; one page of the lines. */
export type Statement = { opening: bigint; closing: bigint; debits: bigint; credits: bigint; total: number; lines: StatementLine[] }

type Account = { countyCode: string; id: string; kind: AccountKind }
type Range = { from: string; to: string }

/** What the carried balances say before the range and within it; one row, however many days and parts there are. */
async function frameOf(tx: Transaction, account: Account, range: Range) {
  const row = await tx.row<{ debits_before: bigint; credits_before: bigint; debits: bigint; credits: bigint; entries: bigint }>(
    sql`select coalesce(sum(debits) filter (where day < ${range.from}), 0)::bigint as debits_before,
        coalesce(sum(credits) filter (where day < ${range.from}), 0)::bigint as credits_before,
        coalesce(sum(debits) filter (where day >= ${range.from}), 0)::bigint as debits,
        coalesce(sum(credits) filter (where day >= ${range.from}), 0)::bigint as credits,
        coalesce(sum(entries) filter (where day >= ${range.from}), 0)::bigint as entries
      from ledger_carry where county_code = ${account.countyCode} and account_id = ${account.id} and day <= ${range.to}`,
  )
  return row ?? { debits_before: 0n, credits_before: 0n, debits: 0n, credits: 0n, entries: 0n }
}

/** The part that the page's first line lies in, with what lies in the parts of the range before it; found in the database, not sent. */
const partAt = (tx: Transaction, account: Account, range: Range, skip: number) =>
  tx.row<{ day: string; first_seq: bigint; entries: bigint; debits: bigint; credits: bigint }>(
    sql`select day, first_seq, entries_before as entries, debits_before as debits, credits_before as credits
      from (
        select day, part, first_seq, (sum(entries) over w - entries)::bigint as entries_before,
          (sum(debits) over w - debits)::bigint as debits_before, (sum(credits) over w - credits)::bigint as credits_before
        from ledger_carry
        where county_code = ${account.countyCode} and account_id = ${account.id} and day between ${range.from} and ${range.to}
        window w as (order by day, part)
      ) p where entries_before <= ${skip} order by day desc, part desc limit 1`,
  )

/**
 * A page of an account's statement, in three queries. Carried balances say what it held before any day and in which part a page begins, so
 * that no more than about 500 entries are read besides the page itself, whatever the account has seen.
 */
export async function statementOf(
  tx: Transaction,
  account: Account,
  range: Range,
  page: { skip: number; size: number },
): Promise<Statement> {
  const sign = limitsOf(account.kind) === 'credit' ? 1n : -1n
  const net = (debits: bigint, credits: bigint) => sign * (credits - debits)
  const { debits_before, credits_before, debits, credits, entries } = await frameOf(tx, account, range)
  const [opening, total] = [net(debits_before, credits_before), Number(entries)]
  const frame = { opening, closing: opening + net(debits, credits), debits, credits, total }
  const start = page.skip < total ? await partAt(tx, account, range, page.skip) : undefined
  if (!start) return { ...frame, lines: [] }
  // Everything from the start of the part is read, so that the balance of its first line is known; skipped lines are not answered.
  const skipped = page.skip - Number(start.entries)
  const read = await entriesFrom(tx, account, { day: start.day, seq: Number(start.first_seq) }, range.to, skipped + page.size)
  let balance = opening + net(start.debits, start.credits)
  const lines = read.map(entry => {
    const [debited, credited] = entry.debit === account.id ? [entry.amount, 0n] : [0n, entry.amount]
    balance += net(debited, credited)
    return { ...entry, debited, credited, balance }
  })
  return { ...frame, lines: lines.slice(skipped) }
}
