import { sql } from '@jincun/db'
import type { Transaction } from '@jincun/db'
import { accept } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import type { ReadingNote, RowFault } from '../index.ts'
import type { BatchCounts, BatchOrder } from './batch.ts'
import { transactionGround } from './import-ground.ts'
import type { ImportWork } from './import-ground.ts'
import { readFile } from './read-batch.ts'
import { beginning, RowReader } from './row-reader.ts'
import { fillStaging } from './staging.ts'

/** What would become of a file. */
export type Validated = BatchCounts & { errors: RowFault[]; errorsLeftOff: number; notes: ReadingNote[] }

/** Errors told in one answer; the counts tell how many there are. */
export const errorsMaximum = 50_000

/** Orders of the staged rows that nobody has reported yet, in this file or before. */
async function countFresh(tx: Transaction, order: BatchOrder): Promise<{ fresh: number; known: number }> {
  const row = await tx.row<{ seen: bigint; fresh: bigint }>(sql`with seen as (
      insert into transaction_seen select order_number from transaction_staging on conflict do nothing returning order_number)
    select count(*) as seen, count(*) filter (where not exists (select from transaction_key k
      where k.county_code = ${order.countyCode} and k.contractor = ${order.contractor} and k.order_number = seen.order_number)) as fresh
    from seen`)
  return { fresh: Number(row?.fresh ?? 0n), known: Number(row?.seen ?? 0n) - Number(row?.fresh ?? 0n) }
}

/**
 * Judges a file as an import would, and keeps nothing of it. A correction would change the orders that are known, a report add those that are
 * not; whether a correction changes anything shows when it is made.
 */
export function validateFile(work: ImportWork, order: BatchOrder, stream: AsyncIterable<Uint8Array>): Promise<Result<Validated>> {
  return work.database.transaction(work.scope, 'write', async tx => {
    await tx.run(
      sql`create temporary table if not exists transaction_seen (order_number text collate "C" primary key) on commit delete rows`,
    )
    const reader = new RowReader(transactionGround(work, order.countyCode), { ...beginning }, [])
    const answer: Validated = { rows: 0, accepted: 0, duplicates: 0, rejected: 0, errors: [], errorsLeftOff: 0, notes: [] }
    for await (const { read } of readFile(reader, stream, order.format, 0)) {
      if (!read.ok) return read
      const { rows, staged, bytes, faults, faultyRows, notes } = read.value
      await fillStaging(tx, bytes)
      const { fresh, known } = await countFresh(tx, order)
      const taken = order.kind === 'report' ? fresh : known
      const unknown = order.kind === 'report' ? 0 : fresh
      answer.rows += rows
      answer.accepted += taken
      answer.duplicates += staged - taken - unknown
      answer.rejected += faultyRows + unknown
      const room = errorsMaximum - answer.errors.length
      for (const fault of faults.slice(0, room)) answer.errors.push(fault)
      answer.errorsLeftOff += Math.max(0, faults.length - room)
      answer.notes = notes
    }
    const wouldRefuse = order.mode === 'atomic' && answer.rejected > 0
    return accept(wouldRefuse ? { ...answer, accepted: 0, duplicates: 0, rejected: answer.rows } : answer)
  })
}
