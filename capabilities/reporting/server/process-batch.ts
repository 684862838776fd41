import { appendAudit, sql } from '@jincun/db'
import type { Transaction } from '@jincun/db'
import { accept, refuse } from '@jincun/kernel'
import type { Refusal, Result } from '@jincun/kernel'
import { NoteBook } from '../index.ts'
import type { Batch } from './batch.ts'
import { findBatch, insertFaults, readParts } from './batch-store.ts'
import { deliverMonths } from './deliver-months.ts'
import { transactionGround } from './import-ground.ts'
import type { EndingWork, ImportWork } from './import-ground.ts'
import { readFile } from './read-batch.ts'
import { RowReader } from './row-reader.ts'
import { BatchMoved, openMonths, storePiece } from './store-piece.ts'

const atWork: Refusal = {
  kind: 'conflict',
  code: 'batch-at-work',
  message: {
    zh: '这一批正在由另一个程序处理，请稍后查看结果。',
    en: 'This batch is being stored by another program; look at its result later.',
  },
}

/** Ends a batch in the caller's transaction: its state, what it delivers to the gate, and the entry in the audit log, once. */
export async function endBatch(
  tx: Transaction,
  work: EndingWork,
  batch: Batch,
  state: 'stored' | 'refused',
  refusal: Refusal | null,
): Promise<Batch> {
  const changed = await tx.run(sql`update report_batch set state = ${state}, refusal = ${refusal ? JSON.stringify(refusal) : null}::jsonb,
      finished_at = ${work.now} where county_code = ${batch.countyCode} and id = ${batch.id} and state = 'received'`)
  const done = (await findBatch(tx, batch.countyCode, batch.id)) ?? batch
  const { rows, accepted, duplicates, rejected, fileSha256 } = done
  if (changed === 1 && state === 'stored') await deliverMonths(tx, work, done)
  if (changed === 1)
    await appendAudit(tx, {
      countyCode: batch.countyCode,
      at: work.now,
      realm: batch.realm,
      personId: work.personId,
      action: 'reporting.import',
      recordKind: 'report-batch',
      recordId: batch.id,
      before: null,
      after: { state, rows, accepted, duplicates, rejected, fileSha256 },
      ...(batch.reason ? { reason: batch.reason } : {}),
    })
  return done
}

const finish = (work: ImportWork, batch: Batch, state: 'stored' | 'refused', refusal: Refusal | null): Promise<Batch> =>
  work.database.transaction(work.scope, 'write', tx => endBatch(tx, { ...work, personId: work.scope.personId }, batch, state, refusal))

const tries = 4
const mayTryAgain = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === '40P01' || error.code === '40001')

/** A deadlock with another import undoes a piece; it is simply stored again. */
async function persistently<T>(act: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await act()
    } catch (error) {
      if (attempt === tries || !mayTryAgain(error)) throw error
    }
  }
}

const readerOf = (work: ImportWork, batch: Batch): RowReader =>
  new RowReader(transactionGround(work, batch.countyCode), batch.reading, batch.notes)

type Store = (act: (tx: Transaction) => Promise<void>) => Promise<void>

/** Reads the rest of a batch and hands each piece to `store`; while the database stores one piece, the next is read. */
async function storeRest(work: ImportWork, batch: Batch, store: Store): Promise<Result<null>> {
  const notes = new NoteBook(batch.notes.filter(({ code }) => code === 'duplicate-differs'))
  const opened = new Set<string>()
  let fromByte = batch.nextByte
  let storing: Promise<void> = Promise.resolve()
  const stream = readParts(work.database, work.scope, batch, fromByte)
  for await (const { read, endByte } of readFile(readerOf(work, batch), stream, batch.format, fromByte)) {
    await storing
    if (!read.ok) return read
    const months = read.value.months.filter(month => !opened.has(month))
    if (months.length > 0) await work.database.transaction(work.scope, 'write', tx => openMonths(tx, months))
    for (const month of months) opened.add(month)
    const order = { batch, read: read.value, fromByte, endByte, notes, now: work.now }
    storing = store(tx => storePiece(tx, order))
    // Awaited at the next turn; until then a failure must not count as unheard.
    storing.catch(() => undefined)
    fromByte = endByte
  }
  await storing
  return accept(null)
}

/** All or none: every row is judged first; only when none has a fault are they stored, in one transaction. */
async function storeWhole(work: ImportWork, batch: Batch): Promise<Result<null>> {
  let rows = 0
  let faulty = 0
  for await (const { read } of readFile(readerOf(work, batch), readParts(work.database, work.scope, batch, 0), batch.format, 0)) {
    if (!read.ok) return read
    const { faults, months } = read.value
    rows += read.value.rows
    faulty += read.value.faultyRows
    await work.database.transaction(work.scope, 'write', async tx => {
      await openMonths(tx, months)
      await insertFaults(tx, batch, faults)
    })
  }
  if (faulty === 0) return persistently(() => work.database.transaction(work.scope, 'write', tx => storeRest(work, batch, act => act(tx))))
  await work.database.transaction(work.scope, 'write', tx =>
    tx.run(sql`update report_batch set rows = ${rows}, rejected = ${rows}
      where county_code = ${batch.countyCode} and id = ${batch.id} and state = 'received'`),
  )
  return refuse({
    kind: 'invalid',
    code: 'batch-has-faults',
    message: {
      zh: `共${rows}行，其中${faulty}行有错；按“全部或不收”，一行也没有收。请改正后重报。`,
      en: `${faulty} of ${rows} rows have faults; all or none was asked for, so none was taken. Mend them and send the file again.`,
    },
  })
}

/**
 * Reads and stores a received batch, or goes on where it was left: after a stop, call it again. Answers the batch with its counts; a batch whose
 * file cannot be read, or that is atomic and has faults, ends as refused with the reason.
 */
export async function processBatch(work: ImportWork, batch: Batch): Promise<Result<Batch>> {
  if (batch.state !== 'received') return accept(batch)
  try {
    const stored =
      batch.mode === 'atomic'
        ? await storeWhole(work, batch)
        : await storeRest(work, batch, act => persistently(() => work.database.transaction(work.scope, 'write', act)))
    return accept(await finish(work, batch, stored.ok ? 'stored' : 'refused', stored.ok ? null : stored.reason))
  } catch (error) {
    if (error instanceof BatchMoved) return refuse(atWork)
    throw error
  }
}
