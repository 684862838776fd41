import { sql } from '@jincun/db'
import { route } from '@jincun/http'
import { accept, refuse } from '@jincun/kernel'
import { AtCounty, AtRecord, notFound, place } from '@jincun/projects/server'
import { z } from 'zod'
import { batchLine, batchView } from './batch-view.ts'
import { findBatch, listBatches } from './batch-store.ts'
import { ifVisible, visibleContractor } from './own-contractor.ts'

const list = route({
  method: 'GET',
  path: '/api/reporting/:county/batches',
  action: 'reporting.batches',
  summary: 'Batches of a county, newest first; a contractor sees its own',
  clauses: ['notice-2020/6.4d'],
  params: AtCounty,
  place,
  handle: async context => {
    const { tx, params, now } = context
    const whose = await visibleContractor(context, params.county)
    const ofWhom = whose === 'all' ? sql`` : sql` and contractor = ${whose.code}`
    const batches = await listBatches(tx, sql`county_code = ${params.county}${ofWhom}`)
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
    const batch = await ifVisible(context, await findBatch(tx, params.county, params.id))
    return batch ? accept(await batchView(tx, batch, 1000, (query.page - 1) * 1000)) : refuse(notFound)
  },
})

export const batchRoutes = [list, read]
