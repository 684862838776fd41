import { sql } from '@jincun/db'
import type { Transaction } from '@jincun/db'
import type { NoteBook, RowFault } from '../index.ts'
import type { Batch } from './batch.ts'
import { insertFaults } from './batch-store.ts'
import type { ReadRows } from './row-reader.ts'
import { fillStaging } from './staging.ts'

/** Another program is reading the same batch: it has gone on from where this one stands. */
export class BatchMoved extends Error {}

type Verdict = { row_number: bigint; verdict: 'unknown' | 'same' | 'differs'; own: boolean }

/** What became of the rows of a piece. */
type Stored = { accepted: number; duplicates: number; faults: RowFault[] }

const compare = (tx: Transaction, batch: Batch): Promise<Verdict[]> =>
  tx.rows<Verdict>(
    sql`select * from compare_transactions(${batch.countyCode}, ${batch.realm}, ${batch.id}, ${batch.contractor},
      ${batch.kind === 'correction'}) order by row_number`,
  )

async function storeReport(tx: Transaction, batch: Batch, staged: number, notes: NoteBook, now: Date): Promise<Stored> {
  const stored = await tx.row<{ accepted: bigint }>(
    sql`select store_transactions(${batch.countyCode}, ${batch.realm}, ${batch.id}, ${batch.contractor}, ${now}) as accepted`,
  )
  const accepted = Number(stored?.accepted ?? 0n)
  if (accepted < staged)
    for (const { row_number, verdict } of await compare(tx, batch))
      if (verdict === 'differs') notes.add('duplicate-differs', 'order', Number(row_number))
  return { accepted, duplicates: staged - accepted, faults: [] }
}

async function storeCorrection(tx: Transaction, batch: Batch, staged: number, now: Date): Promise<Stored> {
  const verdicts = await compare(tx, batch)
  const orders = await tx.rows<{ row_number: bigint; order_number: string; first: boolean }>(
    sql`select row_number, order_number, row_number = min(row_number) over (partition by order_number) as first from transaction_staging`,
  )
  const known = new Map(orders.map(each => [each.row_number, each]))
  const unknown = verdicts.filter(({ verdict }) => verdict === 'unknown')
  const changed = verdicts.filter(({ verdict, own, row_number }) => verdict === 'differs' && !own && known.get(row_number)?.first)
  if (changed.length > 0)
    await tx.run(sql`select correct_transactions(${batch.countyCode}, ${batch.realm}, ${batch.id}, ${batch.contractor},
      ${changed.map(({ row_number }) => row_number)}::bigint[], ${now})`)
  const faults = unknown.map(
    ({ row_number }): RowFault => ({
      row: Number(row_number),
      column: 'order',
      code: 'order-not-reported',
      value: known.get(row_number)?.order_number ?? '',
    }),
  )
  return { accepted: changed.length, duplicates: staged - changed.length - faults.length, faults }
}

type Standing = { next_byte: bigint; state: string; months: Record<string, number> }

/** Accepted rows of a report's piece by month, added to those of the pieces before it. */
async function addMonths(tx: Transaction, months: Record<string, number>): Promise<Record<string, number>> {
  const found = await tx.rows<{ month: string; n: bigint }>(
    sql`select to_char(business_date, 'YYYY-MM') as month, count(*) as n from transaction_staging where fresh group by 1`,
  )
  return { ...months, ...Object.fromEntries(found.map(({ month, n }) => [month, (months[month] ?? 0) + Number(n)])) }
}

/** Makes the month partitions rows go to, in a transaction of its own: readers and writers of other months do not wait. */
export async function openMonths(tx: Transaction, months: readonly string[]): Promise<void> {
  if (months.length > 0) await tx.run(sql`select open_transaction_months(${months.map(month => `${month}-01`)}::date[])`)
}

export type PieceOrder = { batch: Batch; read: ReadRows; fromByte: number; endByte: number; notes: NoteBook; now: Date }

/**
 * Stores what a piece of a batch holds and moves the batch on, in the caller's transaction: after a stop either all of it is there or none, and
 * reading begins again where the batch says. Throws `BatchMoved` when the batch does not stand at `fromByte`.
 */
export async function storePiece(tx: Transaction, { batch, read, fromByte, endByte, notes, now }: PieceOrder): Promise<void> {
  const here = sql`county_code = ${batch.countyCode} and id = ${batch.id}`
  const standing = await tx.row<Standing>(sql`select next_byte, state, months from report_batch where ${here} for update`)
  if (standing?.state !== 'received' || Number(standing.next_byte) !== fromByte) throw new BatchMoved(batch.id)
  await fillStaging(tx, read.bytes)
  const stored =
    batch.kind === 'report' ? await storeReport(tx, batch, read.staged, notes, now) : await storeCorrection(tx, batch, read.staged, now)
  const months = batch.kind === 'report' ? await addMonths(tx, standing.months) : standing.months
  await insertFaults(tx, batch, [...read.faults, ...stored.faults])
  const all = [...read.notes.filter(({ code }) => code !== 'duplicate-differs'), ...notes.list()]
  await tx.run(sql`update report_batch set next_byte = ${endByte}, next_row = ${read.state.nextRow},
      reading = ${JSON.stringify(read.state)}::jsonb, notes = ${JSON.stringify(all)}::jsonb, months = ${JSON.stringify(months)}::jsonb, rows = rows + ${read.rows},
      accepted = accepted + ${stored.accepted}, duplicates = duplicates + ${stored.duplicates},
      rejected = rejected + ${read.faultyRows + stored.faults.length}
    where ${here}`)
}
