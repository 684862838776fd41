import { sql } from '@jincun/db'
import type { Transaction } from '@jincun/db'
import type { Batch } from './batch.ts'
import { listFaults } from './batch-store.ts'
import { faultView, noteView } from './import-answer.ts'

/** A batch as lists show it. */
export const batchLine = (batch: Batch) => ({
  id: batch.id,
  countyCode: batch.countyCode,
  contractor: batch.contractor,
  kind: batch.kind,
  reason: batch.reason,
  mode: batch.mode,
  channel: batch.channel,
  format: batch.format,
  fileName: batch.fileName,
  state: batch.state,
  rows: batch.rows,
  accepted: batch.accepted,
  duplicates: batch.duplicates,
  rejected: batch.rejected,
  fileBytes: batch.fileBytes,
  readBytes: batch.nextByte,
  fileSha256: batch.fileSha256,
  receivedAt: batch.receivedAt,
  finishedAt: batch.finishedAt,
  refusal: batch.refusal,
})

/** A batch with what was cleaned and with its first faults. */
export async function batchView(tx: Transaction, batch: Batch, limit: number, offset = 0) {
  const faults = await listFaults(tx, batch.countyCode, batch.id, limit, offset)
  const total = await tx.row<{ n: bigint }>(
    sql`select count(*) as n from report_row_fault where county_code = ${batch.countyCode} and batch_id = ${batch.id}`,
  )
  const sender = await tx.row<{ name: string | null }>(sql`select person_name(${batch.personId ?? ''}) as name`)
  return {
    ...batchLine(batch),
    batch: batch.id,
    receivedBy: sender?.name ?? null,
    errors: faults.map(faultView),
    errorsTotal: Number(total?.n ?? 0n),
    notes: batch.notes.map(noteView),
  }
}
