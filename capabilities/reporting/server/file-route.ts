import { FileStream, streamRoute } from '@jincun/http'
import { accept, refuse } from '@jincun/kernel'
import { AtRecord, notFound, place } from '@jincun/projects/server'
import { z } from 'zod'
import type { BatchFormat } from './batch.ts'
import { findBatch, readParts } from './batch-store.ts'
import { ifVisible } from './own-contractor.ts'

const typeOf: Record<BatchFormat, string> = {
  csv: 'text/csv',
  ndjson: 'application/x-ndjson',
  json: 'application/json',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** The file of a batch again, byte for byte as it came: its SHA-256 is the one on the batch. */
export const fileRoute = streamRoute({
  method: 'GET',
  path: '/api/reporting/:county/batches/:id/file',
  action: 'reporting.batches',
  summary: 'The file of a batch as it came, of any size; for whoever may see the batch',
  clauses: ['notice-2020/2.2', 'notice-2020/6.4d'],
  params: AtRecord,
  query: z.strictObject({}),
  maximumBytes: 0,
  place,
  handle: async ({ params, caller, may, database, scope }) => {
    const batch = await database.transaction(scope, 'read', async tx =>
      ifVisible({ tx, caller, may }, await findBatch(tx, params.county, params.id)),
    )
    if (!batch || batch.fileBytes === 0) return refuse(notFound)
    const fileName = batch.fileName.includes('.') ? batch.fileName : `${batch.fileName}.${batch.format}`
    return accept(new FileStream(readParts(database, scope, batch, 0), fileName, typeOf[batch.format]))
  },
})
