import type { Result } from '@jincun/kernel'
import type { Batch, BatchOrder } from './batch.ts'
import type { ImportWork } from './import-ground.ts'
import { processBatch } from './process-batch.ts'
import { receiveFile } from './receive-file.ts'

/** Takes a file in and stores it; called again with the same idempotency key after a stop, it goes on to the same end. */
export async function importOnce(work: ImportWork, order: BatchOrder, open: () => AsyncIterable<Uint8Array>): Promise<Result<Batch>> {
  const received = await receiveFile(work, order, open())
  return received.ok ? processBatch(work, received.value.batch) : received
}
