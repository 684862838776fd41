import { promisify } from 'node:util'
import { constants, zstdCompress, zstdDecompress } from 'node:zlib'
import { sql } from '@jincun/db'
import type { Database, Fragment, Scope, Transaction } from '@jincun/db'
import type { RowFault } from '../index.ts'
import type { Batch, BatchOrder } from './batch.ts'
import { beginning } from './row-reader.ts'

const [compress, decompress] = [promisify(zstdCompress), promisify(zstdDecompress)]

/** Bytes of a file kept in one row. */
export const partBytes = 1_048_576

type BatchRow = Record<string, unknown> & {
  id: string
  reading: Partial<Batch['reading']>
  notes: Batch['notes']
  months: Batch['months']
  refusal: Batch['refusal']
  received_at: Date
  finished_at: Date | null
}

const batchOf = (row: BatchRow): Batch => ({
  id: row.id,
  countyCode: String(row.county_code),
  realm: String(row.realm),
  contractor: String(row.contractor),
  kind: row.kind as Batch['kind'],
  reason: String(row.reason),
  mode: row.mode as Batch['mode'],
  channel: row.channel as Batch['channel'],
  format: row.format as Batch['format'],
  fileName: String(row.file_name),
  idempotencyKey: String(row.idempotency_key),
  personId: row.received_by === null ? null : String(row.received_by),
  typeVersion: Number(row.type_version),
  state: row.state as Batch['state'],
  fileBytes: Number(row.file_bytes),
  fileSha256: row.file_sha256 === null ? null : String(row.file_sha256),
  nextByte: Number(row.next_byte),
  reading: { ...beginning, ...row.reading },
  notes: row.notes,
  months: row.months,
  refusal: row.refusal,
  rows: Number(row.rows),
  accepted: Number(row.accepted),
  duplicates: Number(row.duplicates),
  rejected: Number(row.rejected),
  receivedAt: row.received_at,
  finishedAt: row.finished_at,
})

export async function listBatches(tx: Transaction, where: Fragment, limit = 200): Promise<Batch[]> {
  return (await tx.rows<BatchRow>(sql`select * from report_batch where ${where} order by received_at desc, id desc limit ${limit}`)).map(
    batchOf,
  )
}

export async function findBatch(tx: Transaction, countyCode: string, id: string): Promise<Batch | undefined> {
  const [batch] = await listBatches(tx, sql`county_code = ${countyCode} and id = ${id}`, 1)
  return batch
}

/** Opens a batch; false when one with this idempotency key is there already. */
export async function insertBatch(
  tx: Transaction,
  order: BatchOrder,
  typeVersion: number,
  sha256: string | null,
  now: Date,
): Promise<boolean> {
  const { id, countyCode, realm, contractor, kind, reason, mode, channel, format, fileName, idempotencyKey, personId } = order
  const inserted =
    await tx.run(sql`insert into report_batch (county_code, id, realm, contractor, report_type, type_version, kind, reason, mode,
      channel, format, file_name, idempotency_key, state, file_sha256, received_at, received_by)
    values (${countyCode}, ${id}, ${realm}, ${contractor}, 'transactions', ${typeVersion}, ${kind}, ${reason}, ${mode}, ${channel}, ${format},
      ${fileName}, ${idempotencyKey}, 'receiving', ${sha256}, ${now}, ${personId})
    on conflict (county_code, contractor, idempotency_key) do nothing`)
  return inserted === 1
}

/** Keeps one part of the file as it came. */
export async function insertPart(tx: Transaction, order: BatchOrder, part: number, bytes: Buffer): Promise<void> {
  const packed = await compress(bytes, { params: { [constants.ZSTD_c_compressionLevel]: 1 } })
  await tx.run(sql`insert into report_file_part (county_code, batch_id, part, realm, first_byte, bytes)
    values (${order.countyCode}, ${order.id}, ${part}, ${order.realm}, ${part * partBytes}, ${packed})`)
}

/** The file of a batch from a byte on, as it came, a part at a time. */
export async function* readParts(database: Database, scope: Scope, batch: Batch, from: number): AsyncGenerator<Buffer> {
  const first = Math.floor(from / partBytes)
  const parts = Math.ceil(batch.fileBytes / partBytes)
  for (let part = first; part < parts; part++) {
    const row = await database.transaction(scope, 'read', tx =>
      tx.row<{ bytes: Buffer }>(
        sql`select bytes from report_file_part where county_code = ${batch.countyCode} and batch_id = ${batch.id} and part = ${part}`,
      ),
    )
    if (!row) throw new Error(`Part ${part} of batch ${batch.id} is not there`)
    const bytes = await decompress(row.bytes)
    yield part === first ? bytes.subarray(from - first * partBytes) : bytes
  }
}

/** Keeps faults of rows; a restart that finds them again keeps them once. */
export async function insertFaults(tx: Transaction, batch: Batch, faults: readonly RowFault[]): Promise<void> {
  if (faults.length === 0) return
  const pick = <T>(of: (fault: RowFault) => T): T[] => faults.map(of)
  await tx.run(sql`insert into report_row_fault (county_code, batch_id, row_number, column_id, realm, code, value)
    select ${batch.countyCode}, ${batch.id}, f.row_number, f.column_id, ${batch.realm}, f.code, f.value
    from unnest(${pick(({ row }) => row)}::bigint[], ${pick(({ column }) => column)}::text[], ${pick(({ code }) => code)}::text[],
      ${pick(({ value }) => value.replaceAll('\u0000', '').toWellFormed())}::text[]) as f (row_number, column_id, code, value)
    on conflict do nothing`)
}

/** Faults of a batch by row, at most so many. */
export async function listFaults(tx: Transaction, countyCode: string, batchId: string, limit: number, offset = 0): Promise<RowFault[]> {
  const rows = await tx.rows<{ row: bigint; column: string; code: RowFault['code']; value: string }>(
    sql`select row_number as row, column_id as column, code, value from report_row_fault
      where county_code = ${countyCode} and batch_id = ${batchId} order by row_number, column_id limit ${limit} offset ${offset}`,
  )
  return rows.map(fault => ({ ...fault, row: Number(fault.row) }))
}
