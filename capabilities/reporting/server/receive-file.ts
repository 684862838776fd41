import { createHash } from 'node:crypto'
import { sql } from '@jincun/db'
import { accept, refuse, shanghaiDate } from '@jincun/kernel'
import type { Refusal, Result } from '@jincun/kernel'
import { reportTypeFor } from '@jincun/policy'
import type { Batch, BatchOrder } from './batch.ts'
import { findBatch, insertBatch, insertPart, listBatches, partBytes } from './batch-store.ts'
import type { ImportWork } from './import-ground.ts'

/** Cuts a stream into parts of exactly the same size, the last one shorter. */
async function* cutParts(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let held: Uint8Array[] = []
  let length = 0
  for await (const chunk of stream) {
    held.push(chunk)
    length += chunk.length
    while (length >= partBytes) {
      const bytes = Buffer.concat(held)
      yield bytes.subarray(0, partBytes)
      held = [bytes.subarray(partBytes)]
      length = bytes.length - partBytes
    }
  }
  if (length > 0) yield Buffer.concat(held)
}

const empty: Refusal = {
  kind: 'invalid',
  code: 'file-empty',
  message: { zh: '文件是空的；请选择有内容的文件。', en: 'The file is empty; choose one with content.' },
}

const interrupted: Refusal = {
  kind: 'conflict',
  code: 'upload-interrupted',
  message: { zh: '上传中断，未收全；已由后来的上传代替。', en: 'The upload was cut off and replaced by a later one.' },
}

const atOnce: Refusal = {
  kind: 'conflict',
  code: 'upload-at-once',
  message: {
    zh: '同一编号的文件此刻正由另一次上传接收；请稍后用同一编号再查或再传。',
    en: 'Another upload under the same key is being received at this moment; ask or send again under that key a little later.',
  },
}

const withKey = (order: BatchOrder) =>
  sql`county_code = ${order.countyCode} and contractor = ${order.contractor} and idempotency_key = ${order.idempotencyKey}`

/** The batch an idempotency key stands for, if it was received whole; one cut off on the way makes room for another try. */
async function earlierOf(work: ImportWork, order: BatchOrder): Promise<Batch | undefined> {
  return work.database.transaction(work.scope, 'write', async tx => {
    const key = withKey(order)
    const [earlier] = await listBatches(tx, key, 1)
    if (earlier?.state !== 'receiving') return earlier
    await tx.run(sql`update report_batch set state = 'refused', refusal = ${JSON.stringify(interrupted)}::jsonb, finished_at = ${work.now},
      idempotency_key = left(idempotency_key, 60) || ' ' || id::text where ${key} and state = 'receiving'`)
    return undefined
  })
}

/** What whoever lost the race for a key gets: the batch that won it, once it is whole. */
async function afterLostRace(work: ImportWork, order: BatchOrder): Promise<Result<{ batch: Batch; repeated: boolean }>> {
  const [winner] = await work.database.transaction(work.scope, 'read', tx => listBatches(tx, withKey(order), 1))
  return winner && winner.state !== 'receiving' ? accept({ batch: winner, repeated: true }) : refuse(atOnce)
}

async function keepParts(
  work: ImportWork,
  order: BatchOrder,
  stream: AsyncIterable<Uint8Array>,
): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256')
  let [part, bytes] = [0, 0]
  for await (const piece of cutParts(stream)) {
    hash.update(piece)
    bytes += piece.length
    await work.database.transaction(work.scope, 'write', tx => insertPart(tx, order, part, piece))
    part++
  }
  return { bytes, sha256: hash.digest('hex') }
}

/**
 * Takes a file in as it comes and keeps it, in constant memory. Sending it again under the same idempotency key answers the batch of the first
 * time; an upload that was cut off can be sent again. Of two at once one is taken; the other gets its batch or is refused.
 */
export async function receiveFile(
  work: ImportWork,
  order: BatchOrder,
  stream: AsyncIterable<Uint8Array>,
  sha256: string | null = null,
): Promise<Result<{ batch: Batch; repeated: boolean }>> {
  const earlier = await earlierOf(work, order)
  if (earlier) return accept({ batch: earlier, repeated: true })
  const { version } = reportTypeFor(work.policy, 'transactions', shanghaiDate(work.now))
  const opened = await work.database.transaction(work.scope, 'write', tx => insertBatch(tx, order, version, sha256, work.now))
  if (!opened) return afterLostRace(work, order)
  const kept = await keepParts(work, order, stream)
  return work.database.transaction(work.scope, 'write', async tx => {
    const refused = kept.bytes === 0
    const changed = await tx.run(sql`update report_batch set state = ${refused ? 'refused' : 'received'}, file_bytes = ${kept.bytes},
        file_sha256 = ${kept.sha256}, refusal = ${refused ? JSON.stringify(empty) : null}::jsonb,
        finished_at = ${refused ? work.now : null}
      where county_code = ${order.countyCode} and id = ${order.id} and state = 'receiving'`)
    // A later upload under the same key may have taken this one's place while it was on its way.
    const batch = changed === 1 ? await findBatch(tx, order.countyCode, order.id) : undefined
    return batch ? accept({ batch, repeated: false }) : refuse(interrupted)
  })
}
