import { createHash } from 'node:crypto'
import { randomBytes } from 'node:crypto'
import { sql } from '@jincun/db'
import type { Database } from '@jincun/db'
import type { Command } from '@jincun/http'
import { accept, refuse, uuidV7 } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import { checkReason, formatOfName } from './batch.ts'
import type { Batch, BatchOrder } from './batch.ts'
import { listBatches, listFaults } from './batch-store.ts'
import { findReporter } from './find-reporter.ts'
import { faultView, noteView } from './import-answer.ts'
import type { ImportWork } from './import-ground.ts'
import { installationNow } from './installation-clock.ts'
import { processBatch } from './process-batch.ts'
import { receiveFile } from './receive-file.ts'
import { errorsMaximum, validateFile } from './validate-file.ts'

const wrongUse = (where: string, zh: string, en: string) =>
  refuse({ kind: 'invalid' as const, code: 'wrong-use', where, message: { zh, en } })

type Input = Parameters<Command['run']>[0]

const everywhere = { personId: null, jurisdictions: ['*'] }

async function orderOf(
  { values, positionals }: Input,
  database: Database,
  newId: () => string,
): Promise<Result<BatchOrder & { path: string }>> {
  const [what, path, ...more] = positionals
  const code = values.contractor
  if (what !== 'transactions' || !path || more.length > 0)
    return wrongUse('import', '用法：import transactions 文件 --contractor 代码。', 'Use: import transactions FILE --contractor CODE.')
  if (typeof code !== 'string')
    return wrongUse('--contractor', '请写明承办单位的统一社会信用代码。', 'Name the contractor by its social credit code.')
  const named = formatOfName(path)
  const format = named === null ? 'csv' : named
  if (!format) return wrongUse(path, '只收 .csv、.ndjson、.json、.xlsx 文件。', 'Only .csv, .ndjson, .json and .xlsx files are taken.')
  const reason = typeof values.reason === 'string' ? values.reason.trim() : ''
  const kind = values.correction ? ('correction' as const) : ('report' as const)
  const reasoned = checkReason(kind, reason, '--reason')
  if (!reasoned.ok) return reasoned
  const county = typeof values.county === 'string' ? values.county : undefined
  const reporter = await database.transaction({ ...everywhere, realm: '' }, 'read', tx => findReporter(tx, code, county))
  if (!reporter.ok) return reporter
  const id = newId()
  return accept({
    id,
    path,
    ...reporter.value,
    kind,
    reason,
    mode: values.atomic ? ('atomic' as const) : ('row-wise' as const),
    channel: 'command' as const,
    format,
    fileName: path.split(/[/\\]/).at(-1) ?? path,
    idempotencyKey: id,
    personId: null,
  })
}

async function hashOf(stream: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of stream) hash.update(chunk)
  return hash.digest('hex')
}

/** A batch of the very same file that an earlier run received but did not finish. */
async function unfinished(work: ImportWork, order: BatchOrder, sha256: string): Promise<Batch | undefined> {
  const [batch] = await work.database.transaction(work.scope, 'read', tx =>
    listBatches(
      tx,
      sql`county_code = ${order.countyCode} and contractor = ${order.contractor} and file_sha256 = ${sha256} and state = 'received'
        and mode = ${order.mode} and kind = ${order.kind} and channel = 'command'`,
      1,
    ),
  )
  return batch
}

async function importFile(
  work: ImportWork,
  order: BatchOrder & { path: string },
  readStream: Input['readStream'],
): Promise<Result<unknown>> {
  const sha256 = await hashOf(readStream(order.path))
  const earlier = await unfinished(work, order, sha256)
  const received = earlier ? accept({ batch: earlier, repeated: false }) : await receiveFile(work, order, readStream(order.path), sha256)
  if (!received.ok) return received
  const processed = await processBatch(work, received.value.batch)
  if (!processed.ok) return processed
  const { id, countyCode, rows, accepted, duplicates, rejected, refusal, notes, fileSha256 } = processed.value
  if (refusal && refusal.code !== 'batch-has-faults') return refuse(refusal)
  const faults = await work.database.transaction(work.scope, 'read', tx => listFaults(tx, countyCode, id, errorsMaximum))
  const state = { batch: id, county: countyCode, resumed: earlier !== undefined, atomic: order.mode === 'atomic', fileSha256 }
  return accept({ rows, accepted, duplicates, rejected, errors: faults.map(faultView), notes: notes.map(noteView), ...state })
}

async function validate(work: ImportWork, order: BatchOrder & { path: string }, readStream: Input['readStream']): Promise<Result<unknown>> {
  const validated = await validateFile(work, order, readStream(order.path))
  if (!validated.ok) return validated
  const { errors, notes, ...counts } = validated.value
  return accept({ ...counts, errors: errors.map(faultView), notes: notes.map(noteView), validateOnly: true })
}

type Told = { rows: number; accepted: number; duplicates: number; rejected: number } & Record<'errors' | 'notes', { message: string }[]>

function textOf(answer: Told): string {
  const { rows, accepted, duplicates, rejected, errors, notes } = answer
  const told = errors.slice(0, 20).map(error => `  ${Object.values(error).slice(0, 3).join('  ')}  ${error.message}`)
  return [
    `${rows} rows: ${accepted} accepted, ${duplicates} duplicates, ${rejected} rejected.`,
    ...told,
    ...(errors.length > told.length ? [`  … ${errors.length - told.length} more; --json tells them all.`] : []),
    ...notes.map(note => `  note: ${note.message}`),
  ].join('\n')
}

/** `jincun import transactions FILE --contractor CODE`: the same reader and the same store as uploads and the API. */
export const importCommand: Command = {
  name: 'import',
  summary: 'Imports a file of transactions (.csv, .ndjson, .json, .xlsx) of any size; run again after a stop, it goes on',
  usage:
    'import transactions FILE --contractor CREDIT-CODE [--county CODE] [--atomic] [--validate-only] [--correction --reason TEXT] [--json]',
  options: {
    contractor: { type: 'string' },
    county: { type: 'string' },
    atomic: { type: 'boolean' },
    'validate-only': { type: 'boolean' },
    correction: { type: 'boolean' },
    reason: { type: 'string' },
  },
  run: async input => {
    const opened = await input.openDatabase()
    if (!opened.ok) return opened
    const now = await installationNow(opened.value, input.now)
    const newId = () => uuidV7(now, randomBytes(10))
    const order = await orderOf(input, opened.value, newId)
    if (!order.ok) return order
    const scope = { ...everywhere, realm: order.value.realm }
    const work: ImportWork = { database: opened.value, scope, policy: input.policy, now, newId }
    const done = await (input.values['validate-only'] ? validate : importFile)(work, order.value, input.readStream)
    return done.ok ? accept({ json: done.value, text: textOf(done.value as Told) }) : done
  },
}
