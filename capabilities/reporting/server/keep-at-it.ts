import { accept } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import { sql } from '@jincun/db'
import type { SeedContext } from '@jincun/http'
import type { Batch } from './batch.ts'
import { findBatch, listBatches } from './batch-store.ts'
import type { ImportWork } from './import-ground.ts'
import { processBatch } from './process-batch.ts'

/** Stores a batch; what is not done after so many milliseconds goes on by itself and the answer is the batch as it stands. */
export async function keepAtIt(work: ImportWork, batch: Batch, milliseconds: number): Promise<Result<Batch>> {
  const processing = processBatch(work, batch)
  // Whoever waits hears of a failure; whoever does not finds the batch where it stopped, and the next start goes on.
  processing.catch(() => undefined)
  const { promise: late, resolve } = Promise.withResolvers<null>()
  const timer = setTimeout(() => resolve(null), milliseconds)
  const done = await Promise.race([processing, late]).finally(() => clearTimeout(timer))
  if (done !== null) return done
  const standing = await work.database.transaction(work.scope, 'read', tx => findBatch(tx, batch.countyCode, batch.id))
  return accept(standing ?? batch)
}

/** Goes on with every batch that was received but not stored when the program stopped, one after the other. */
export async function resumeBatches({ database, policy, now, newId }: SeedContext): Promise<void> {
  const realm = (await database.pool.query<{ realm: string }>('select realm from installation')).rows[0]?.realm
  if (realm === undefined) return
  const scope = { personId: null, realm, jurisdictions: ['*'] }
  const waiting = await database.transaction(scope, 'read', tx => listBatches(tx, sql`state = 'received'`))
  for (const batch of waiting.reverse()) await processBatch({ database, scope, policy, now, newId }, batch).catch(() => undefined)
}
