import { sql } from '@jincun/db'
import { route } from '@jincun/http'
import type { RouteContext } from '@jincun/http'
import { accept, refuse } from '@jincun/kernel'
import { AtCounty, AtRecord, notFound, place } from '@jincun/projects/server'
import { z } from 'zod'
import { batchLine, batchView } from './batch-view.ts'
import { findBatch, listBatches } from './batch-store.ts'
import type { Batch } from './batch.ts'
import { ownCode, seesOwnOnly } from './own-contractor.ts'

type Asking = Pick<RouteContext<undefined, undefined, undefined>, 'tx' | 'caller'>

/** A firm sees its own batches, supervising bodies all of the county. */
async function mayBeSeen({ tx, caller }: Asking, batch: Batch | undefined): Promise<Batch | undefined> {
  if (!batch || !seesOwnOnly(caller)) return batch
  return (await ownCode(tx, caller)) === batch.contractor ? batch : undefined
}

const list = route({
  method: 'GET',
  path: '/api/reporting/:county/batches',
  action: 'reporting.batches',
  summary: 'Batches of a county, newest first; a contractor sees its own',
  clauses: ['notice-2020/6.4d'],
  params: AtCounty,
  place,
  handle: async ({ tx, params, caller, now }) => {
    const own = seesOwnOnly(caller) ? await ownCode(tx, caller) : null
    const batches = await listBatches(
      tx,
      own === null && !seesOwnOnly(caller)
        ? sql`county_code = ${params.county}`
        : sql`county_code = ${params.county} and contractor = ${own}`,
    )
    const names = await tx.rows<{ code: string; name: string }>(
      sql`select social_credit_code as code, name from organisation where kind = 'contractor' and social_credit_code is not null`,
    )
    return accept({ rows: batches.map(batchLine), contractors: names, asOf: now.toISOString() })
  },
})

const read = route({
  method: 'GET',
  path: '/api/reporting/:county/batches/:id',
  action: 'reporting.batches',
  summary: 'One batch: counts, what was cleaned, faults by row and column',
  clauses: ['notice-2020/6.4d'],
  params: AtRecord,
  query: z.strictObject({ page: z.coerce.number().int().min(1).default(1) }),
  place,
  handle: async context => {
    const { tx, params, query } = context
    const batch = await mayBeSeen(context, await findBatch(tx, params.county, params.id))
    return batch ? accept(await batchView(tx, batch, 1000, (query.page - 1) * 1000)) : refuse(notFound)
  },
})

export const batchRoutes = [list, read]
