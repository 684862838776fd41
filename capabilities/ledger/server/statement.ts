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

type Frame = {
  debits_before: bigint
  credits_before: bigint
  debits: bigint
  credits: bigint
  entries: bigint
  /** The part that the page's first line lies in, and what lies in the parts of the range before it; null where the range has none. */
  day: string | null
  first_seq: bigint
  part_entries: bigint
  part_debits: bigint
  part_credits: bigint
}

/** What the carried balances say before the range, within it, and where the page begins; one pass over them, and one row is sent. */
const frameOf = (tx: Transaction, account: Account, range: Range, skip: number) =>
  tx.row<Frame>(sql`with carried as (
      select day, part, first_seq, entries, debits, credits from ledger_carry
      where county_code = ${account.countyCode} and account_id = ${account.id} and day <= ${range.to}
    ), sums as (
      select coalesce(sum(debits) filter (where day < ${range.from}), 0)::bigint as debits_before,
        coalesce(sum(credits) filter (where day < ${range.from}), 0)::bigint as credits_before,
        coalesce(sum(debits) filter (where day >= ${range.from}), 0)::bigint as debits,
        coalesce(sum(credits) filter (where day >= ${range.from}), 0)::bigint as credits,
        coalesce(sum(entries) filter (where day >= ${range.from}), 0)::bigint as entries
      from carried
    ), part as (
      select day, first_seq, part_entries, part_debits, part_credits
      from (
        select day, part, first_seq, (sum(entries) over w - entries)::bigint as part_entries,
          (sum(debits) over w - debits)::bigint as part_debits, (sum(credits) over w - credits)::bigint as part_credits
        from carried where day >= ${range.from}
        window w as (order by day, part)
      ) p where part_entries <= ${skip} order by day desc, part desc limit 1
    )
    select sums.*, part.* from sums left join part on true`)

/**
 * A page of an account's statement, in two queries. Carried balances say what it held before any day and in which part a page begins, so
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
  const found = await frameOf(tx, account, range, page.skip)
  if (!found) throw new Error('Sums without a group are one row')
  const { debits_before, credits_before, debits, credits, entries, ...start } = found
  const [opening, total] = [net(debits_before, credits_before), Number(entries)]
  const frame = { opening, closing: opening + net(debits, credits), debits, credits, total }
  if (page.skip >= total || start.day === null) return { ...frame, lines: [] }
  // Everything from the start of the part is read, so that the balance of its first line is known; skipped lines are not answered.
  const skipped = page.skip - Number(start.part_entries)
  const read = await entriesFrom(tx, account, { day: start.day, seq: Number(start.first_seq) }, range.to, skipped + page.size)
  let balance = opening + net(start.part_debits, start.part_credits)
  const lines = read.map(entry => {
    const [debited, credited] = entry.debit === account.id ? [entry.amount, 0n] : [0n, entry.amount]
    balance += net(debited, credited)
    return { ...entry, debited, credited, balance }
  })
  return { ...frame, lines: lines.slice(skipped) }
}
