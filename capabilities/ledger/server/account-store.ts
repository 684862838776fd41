import { join, sql } from '@jincun/db'
import type { Fragment, Transaction } from '@jincun/db'
import { availableOf, balanceOf } from '../index.ts'
import type { AccountKind, Balance, MoneySource } from '../index.ts'

/** An account with what it holds. */
export type AccountWithBalance = {
  id: string
  countyCode: string
  kind: AccountKind
  source: MoneySource
  budgetYear: number
  batchYear: number
  subject: string
  title: string
  parentId: string | null
  entries: bigint
  /** What it holds, and what of it is not reserved, in 分. */
  held: bigint
  available: bigint
} & Balance

type Row = {
  id: string
  county_code: string
  kind: AccountKind
  source: MoneySource
  budget_year: number
  batch_year: number
  subject: string
  title: string
  parent_id: string | null
  entries: bigint
  debits_posted: bigint
  credits_posted: bigint
  debits_pending: bigint
  credits_pending: bigint
}

const accountOf = (row: Row): AccountWithBalance => {
  const balance = {
    debitsPosted: row.debits_posted,
    creditsPosted: row.credits_posted,
    debitsPending: row.debits_pending,
    creditsPending: row.credits_pending,
  }
  const { id, kind, source, subject, title, entries } = row
  const key = { id, kind, source, subject, title, entries, countyCode: row.county_code, parentId: row.parent_id }
  const years = { budgetYear: row.budget_year, batchYear: row.batch_year }
  return { ...key, ...years, ...balance, held: balanceOf(kind, balance), available: availableOf(kind, balance) }
}

export type AccountFilter = {
  countyCode?: string
  /** The first digits of the places' codes: two for a province and its counties. */
  prefix?: string
  kinds?: readonly AccountKind[]
  source?: MoneySource
  budgetYear?: number
  batchYear?: number
  ids?: readonly string[]
  /** With what was posted on or before this day only. */
  on?: string
}

/** The conditions of a filter on ledger_account as `a`. */
export const conditionsOf = ({ countyCode, prefix, kinds, source, budgetYear, batchYear, ids }: AccountFilter): Fragment => {
  const conditions = [
    sql`true`,
    ...(countyCode ? [sql`a.county_code = ${countyCode}`] : []),
    ...(prefix ? [sql`a.county_code like ${`${prefix}%`}`] : []),
    ...(kinds ? [sql`a.kind = any(${[...kinds]}::text[])`] : []),
    ...(source ? [sql`a.source = ${source}`] : []),
    ...(budgetYear ? [sql`a.budget_year = ${budgetYear}`] : []),
    ...(batchYear ? [sql`a.batch_year = ${batchYear}`] : []),
    ...(ids ? [sql`a.id = any(${[...ids]}::uuid[])`] : []),
  ]
  return join(conditions, sql` and `)
}

const columns = sql`a.id, a.county_code, a.kind, a.source, a.budget_year, a.batch_year, a.subject, a.title, a.parent_id`
const order = sql`order by a.county_code, a.budget_year, a.batch_year, a.source, a.kind, a.title, a.id`

/**
 * Balances of the accounts in scope; one query. Without `on` as they stand now, reservations included; with `on` from carried balances.
 */
export async function balancesOf(tx: Transaction, filter: AccountFilter): Promise<AccountWithBalance[]> {
  const where = conditionsOf(filter)
  const now = sql`select ${columns}, b.entries, b.debits_posted, b.credits_posted, b.debits_pending, b.credits_pending
    from ledger_account a join ledger_balance b on b.county_code = a.county_code and b.account_id = a.id where ${where} ${order}`
  const then = sql`select ${columns}, coalesce(sum(k.entries), 0)::bigint as entries, coalesce(sum(k.debits), 0)::bigint as debits_posted,
      coalesce(sum(k.credits), 0)::bigint as credits_posted, 0::bigint as debits_pending, 0::bigint as credits_pending
    from ledger_account a left join ledger_carry k on k.county_code = a.county_code and k.account_id = a.id and k.day <= ${filter.on ?? null}
    where ${where} group by ${columns} ${order}`
  return (await tx.rows<Row>(filter.on ? then : now)).map(accountOf)
}
