import { join, sql } from '@jincun/db'
import type { Fragment, Transaction } from '@jincun/db'
import type { Entry, MoneySource, MoveKind, Phase } from '../index.ts'
import { conditionsOf } from './account-store.ts'
import type { AccountFilter } from './account-store.ts'

type Row = {
  id: string
  county_code: string
  seq: bigint
  debit_account: string
  credit_account: string
  amount: bigint
  phase: Phase
  kind: MoveKind
  reserves: string | null
  corrects: string | null
  movement: string
  business_date: string
  reason: string
  clause: string
  document: string
  record_kind: string
  record_id: string
  content_hash: Buffer
  at_text: string
  by_person: string | null
}

const columns = sql`t.id, t.county_code, t.seq, t.debit_account, t.credit_account, t.amount, t.phase, t.kind, t.reserves, t.corrects,
  t.movement, t.business_date, t.reason, t.clause, t.document, t.record_kind, t.record_id, t.content_hash,
  to_char(t.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') as at_text, t.by_person`

const entryOf = (row: Row): Entry => ({
  id: row.id,
  countyCode: row.county_code,
  seq: Number(row.seq),
  debit: row.debit_account,
  credit: row.credit_account,
  amount: row.amount,
  phase: row.phase,
  kind: row.kind,
  reserves: row.reserves,
  corrects: row.corrects,
  movement: row.movement,
  businessDate: row.business_date,
  reason: row.reason,
  clause: row.clause,
  document: row.document,
  recordKind: row.record_kind,
  recordId: row.record_id,
  contentHash: row.content_hash.toString('hex'),
  at: row.at_text,
  by: row.by_person,
})

const select = async (tx: Transaction, rest: Fragment): Promise<Entry[]> =>
  (await tx.rows<Row>(sql`select ${columns} from ledger_transfer t ${rest}`)).map(entryOf)

/** All legs of a movement in scope, over books. */
export const entriesOfMovement = (tx: Transaction, movement: string): Promise<Entry[]> =>
  select(tx, sql`where t.movement = ${movement} order by t.county_code, t.seq`)

/** Entries that some record (a payment request, an allotment) gave rise to, oldest first. */
export const entriesOfRecord = (tx: Transaction, countyCode: string, recordId: string): Promise<Entry[]> =>
  select(tx, sql`where t.county_code = ${countyCode} and t.record_id = ${recordId} order by t.seq`)

/** Entries that some records gave rise to in the books of some places, oldest first; one query whatever the number of both. */
export const entriesOfRecords = (tx: Transaction, places: readonly string[], recordIds: readonly string[]): Promise<Entry[]> =>
  select(
    tx,
    sql`where t.county_code = any(${[...places]}::text[]) and t.record_id = any(${[...recordIds]}::text[])
      and t.phase in ('direct', 'post') order by t.county_code, t.seq`,
  )

/** A stretch of a place's book in the order of its numbers; at most `limit` entries after `seq`. */
export const entriesAfter = (tx: Transaction, countyCode: string, realm: string, seq: number, limit: number): Promise<Entry[]> =>
  select(tx, sql`where t.county_code = ${countyCode} and t.realm = ${realm} and t.seq > ${seq} order by t.seq limit ${limit}`)

/** An entry with the years and the source of the money it moved. */
export type DatedEntry = Entry & { source: MoneySource; budgetYear: number; batchYear: number }

/** Entries of some kinds by which money came to places or left them, newest first, a page of them, and how many there are. */
export async function entriesOfKinds(
  tx: Transaction,
  kinds: readonly MoveKind[],
  filter: Pick<AccountFilter, 'prefix' | 'budgetYear' | 'batchYear'>,
  page: { skip: number; size: number },
): Promise<{ rows: DatedEntry[]; total: number }> {
  const found = sql`from ledger_transfer t join ledger_account a on a.county_code = t.county_code and a.id = t.debit_account
    where t.kind = any(${[...kinds]}::text[]) and t.phase in ('direct', 'post') and ${conditionsOf(filter)}`
  const count = await tx.row<{ total: bigint }>(sql`select count(*) as total ${found}`)
  const rows = await tx.rows<Row & { source: MoneySource; budget_year: number; batch_year: number }>(
    sql`select ${columns}, a.source, a.budget_year, a.batch_year ${found}
      order by t.business_date desc, t.county_code, t.seq desc limit ${page.size} offset ${page.skip}`,
  )
  const dated = rows.map(row => ({ ...entryOf(row), source: row.source, budgetYear: row.budget_year, batchYear: row.batch_year }))
  return { rows: dated, total: Number(count?.total ?? 0n) }
}

/** The first entries of an account from a place in its order (business date, number) on: both sides, merged by their indexes. */
export function entriesFrom(
  tx: Transaction,
  account: { countyCode: string; id: string },
  from: { day: string; seq: number },
  until: string,
  count: number,
): Promise<Entry[]> {
  const side = (
    column: Fragment,
  ) => sql`(select * from ledger_transfer where county_code = ${account.countyCode} and ${column} = ${account.id}
    and phase in ('direct', 'post') and (business_date, seq) >= (${from.day}::date, ${from.seq}::bigint) and business_date <= ${until}
    order by business_date, seq limit ${count})`
  const both = join([side(sql`debit_account`), side(sql`credit_account`)], sql` union all `)
  return tx
    .rows<Row>(sql`select ${columns} from (${both}) t order by t.business_date, t.seq limit ${count}`)
    .then(rows => rows.map(entryOf))
}
