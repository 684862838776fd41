import { streamRoute } from '@jincun/http'
import type { StreamContext } from '@jincun/http'
import { accept, refuse } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import { AtCounty, place } from '@jincun/projects/server'
import { z } from 'zod'
import { batchView } from './batch-view.ts'
import { checkReason, formatOfName } from './batch.ts'
import type { BatchFormat, BatchOrder } from './batch.ts'
import { faultView, noteView } from './import-answer.ts'
import type { ImportWork } from './import-ground.ts'
import { keepAtIt } from './keep-at-it.ts'
import { reporterFor } from './own-contractor.ts'
import { receiveFile } from './receive-file.ts'
import { validateFile } from './validate-file.ts'

const Query = z.strictObject({
  contractor: z.string().length(18).optional(),
  mode: z.enum(['row-wise', 'atomic']).default('row-wise'),
  kind: z.enum(['report', 'correction']).default('report'),
  reason: z.string().trim().max(500).default(''),
  validate: z.enum(['0', '1']).default('0'),
  fileName: z.string().trim().max(200).default(''),
  /** Seconds to wait for the result; after that the answer says how far it is, and the batch can be asked. */
  wait: z.coerce.number().int().min(0).max(600).default(30),
  channel: z.enum(['api', 'upload', 'form', 'paper']).default('api'),
  /** The idempotency key, for senders that cannot set a header. */
  key: z.string().max(100).default(''),
})
type Params = z.output<typeof AtCounty>
type Context = StreamContext<Params, z.output<typeof Query>>

const byType: Record<string, BatchFormat> = {
  'text/csv': 'csv',
  'application/x-ndjson': 'ndjson',
  'application/json': 'json',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
}
const invalid = (code: string, where: string, zh: string, en: string) =>
  refuse({ kind: 'invalid' as const, code, where, message: { zh, en } })

function formatOf({ headers, query }: Context): BatchFormat | undefined {
  const type = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? ''
  return byType[type] ?? formatOfName(query.fileName) ?? undefined
}

async function orderOf(context: Context): Promise<Result<BatchOrder>> {
  const { params, query, headers, caller, database, scope, newId, may } = context
  const format = formatOf(context)
  if (!format)
    return invalid(
      'format-unknown',
      'content-type',
      '内容类型应为 text/csv、application/x-ndjson、application/json，或用 fileName 说明。',
      'Send text/csv, application/x-ndjson or application/json, or say by fileName what it is.',
    )
  const key = headers.get('idempotency-key')?.trim() ?? query.key
  if (query.validate === '0' && !/^[\x21-\x7e]{8,100}$/.test(key))
    return invalid(
      'idempotency-key-needed',
      'idempotency-key',
      '请用请求头 Idempotency-Key 给这次报送一个编号（8至100个字符），重发时用同一个。',
      'Give this submission a key in the header Idempotency-Key (8 to 100 characters); the same one when you send it again.',
    )
  const reasoned = checkReason(query.kind, query.reason, 'query.reason')
  if (!reasoned.ok) return reasoned
  const reporter = await database.transaction(scope, 'read', tx => reporterFor({ tx, caller, may }, params.county, query.contractor))
  if (!reporter.ok) return reporter
  const { kind, reason, mode, channel } = query
  return accept({
    id: newId(),
    countyCode: params.county,
    realm: caller.realm,
    contractor: reporter.value.contractor,
    kind,
    reason,
    mode,
    channel,
    format,
    fileName: query.fileName || `${format} ${context.now.toISOString().slice(0, 10)}`,
    idempotencyKey: key,
    personId: caller.personId,
  })
}

async function validated(work: ImportWork, order: BatchOrder, bytes: AsyncIterable<Uint8Array>): Promise<Result<unknown>> {
  const answer = await validateFile(work, order, bytes)
  if (!answer.ok) return answer
  const { errors, notes, ...counts } = answer.value
  return accept({ validateOnly: true, ...counts, errors: errors.slice(0, 1000).map(faultView), notes: notes.map(noteView) })
}

/** Reports transactions: API, upload and form are this one route, and the command line runs the same code. */
export const submitRoute = streamRoute({
  method: 'POST',
  path: '/api/reporting/:county/transactions',
  action: 'reporting.submit',
  summary: 'Report transactions as CSV, NDJSON, JSON or Excel, of any size; validate=1 judges and keeps nothing',
  clauses: ['notice-2020/6.4c', 'notice-2020/6.4d'],
  params: AtCounty,
  query: Query,
  maximumBytes: 20_000_000_000,
  place,
  handle: async context => {
    const order = await orderOf(context)
    if (!order.ok) return order
    const { database, scope, policy, now, newId, query, bytes } = context
    const work: ImportWork = { database, scope, policy, now, newId }
    if (query.validate === '1') return validated(work, order.value, bytes)
    const received = await receiveFile(work, order.value, bytes)
    if (!received.ok) return received
    const batch = await keepAtIt(work, received.value.batch, query.wait * 1000)
    if (!batch.ok) return batch
    const view = await database.transaction(scope, 'read', tx => batchView(tx, batch.value, 1000))
    return accept({ ...view, repeated: received.value.repeated })
  },
})
