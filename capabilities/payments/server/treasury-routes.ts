import { createHash } from 'node:crypto'
import { usualLimits } from '@jincun/documents'
import { Download, route } from '@jincun/http'
import { accept } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import { refuseByClause as no } from '@jincun/ledger/server'
import { z } from 'zod'
import { importRows } from '../index.ts'
import type { Context } from './ground.ts'
import { postRows } from './post-treasury-rows.ts'
import { readTreasuryFile } from './read-treasury-file.ts'
import { stampOf } from './steps.ts'
import { findImport, importBytes, insertExplanation, insertImport, listImports, payablesOf } from './treasury-store.ts'
import { countsOf, importsNow, importView } from './treasury-view.ts'

const clause = 'notice-2020/6.2'
const action = 'payments.finance-approve'
const path = '/api/payments/treasury-imports'
const AtImport = z.strictObject({ county: z.string().regex(/^\d{6}$/), id: z.uuid() })
const place = ({ params }: { params: { county: string } }): string => params.county

const noImport = () => no('not-found', 'no-such-import', clause, '没有这次导入。', 'There is no such import.')

/** One import as it stands now; null where there is none. */
async function viewOf({ tx }: Pick<Context, 'tx'>, county: string, id: string) {
  const kept = await findImport(tx, county, { id })
  const [now] = kept ? await importsNow(tx, [kept]) : []
  return now ?? null
}

const keepImport = route({
  method: 'POST',
  path,
  action,
  summary:
    "Keep the treasury's payment file (Excel or CSV, GB18030 too) and compare it with the requests; the same file again is the same import",
  clauses: [clause],
  upload: { maximumBytes: usualLimits.maxBytes },
  query: z.strictObject({
    countyCode: z.string().regex(/^\d{6}$/),
    fileName: z.string().trim().min(1, '请带上文件名 / name the file').max(200),
  }),
  place: ({ query }) => query.countyCode,
  handle: async context => {
    const { tx, upload, query } = context
    const sha256 = createHash('sha256').update(upload).digest('hex')
    const known = await findImport(tx, query.countyCode, { sha256 })
    if (known) return accept({ id: known.id, countyCode: known.countyCode, isNew: false })
    const lines = readTreasuryFile(upload, query.fileName)
    if (!lines.ok) return lines
    const rows = importRows(lines.value, await payablesOf(tx, [query.countyCode]))
    const id = context.newId()
    await insertImport(tx, { id, ...query, sha256, bytes: upload }, rows, stampOf(context))
    await context.audit({
      countyCode: query.countyCode,
      action: 'payments.import-treasury-file',
      recordKind: 'treasury-import',
      recordId: id,
      before: null,
      after: { fileName: query.fileName, sha256, rows: rows.length },
    })
    return accept({ id, countyCode: query.countyCode, isNew: true })
  },
})

const list = route({
  method: 'GET',
  path,
  action: 'payments.read',
  summary: 'Kept payment files of the treasury, newest first, with how many differences are open',
  clauses: [clause],
  query: z.strictObject({}),
  handle: async ({ tx, now }) => {
    const imports = await importsNow(tx, await listImports(tx))
    return accept({ asOf: now.toISOString(), rows: imports.map(({ rows, ...each }) => ({ ...each, counts: countsOf({ ...each, rows }) })) })
  },
})

const read = route({
  method: 'GET',
  path: `${path}/:county/:id`,
  action: 'payments.read',
  summary: 'One kept file: each row as it was judged on the day, how it stands now, and why it was closed',
  clauses: [clause],
  params: AtImport,
  place,
  handle: async context => {
    const found = await viewOf(context, context.params.county, context.params.id)
    return found ? accept({ asOf: context.now.toISOString(), ...importView(found) }) : noImport()
  },
})

const file = route({
  method: 'GET',
  path: `${path}/:county/:id/file`,
  action: 'payments.read',
  summary: 'The file as it came in',
  clauses: [clause],
  params: AtImport,
  place,
  handle: async ({ tx, params }) => {
    const found = await importBytes(tx, params.county, params.id)
    return found ? accept(new Download(found.bytes, found.fileName, 'application/octet-stream')) : noImport()
  },
})

const post = route({
  method: 'POST',
  path: `${path}/:county/:id/posting`,
  action,
  summary: 'Enter the vouchers and bounces of the rows that match; a row that a rule stops is told and stays open, the others go on',
  clauses: [clause],
  params: AtImport,
  body: z.strictObject({}),
  place,
  handle: async (context): Promise<Result<unknown>> => {
    const found = await viewOf(context, context.params.county, context.params.id)
    return found ? accept(await postRows(context, found.countyCode, found.rows)) : noImport()
  },
})

const explain = route({
  method: 'POST',
  path: `${path}/:county/:id/explanations`,
  action,
  summary: 'Close a difference with a reason; once, by name',
  clauses: [clause],
  params: AtImport,
  body: z.strictObject({
    number: z.number().int().min(1),
    reason: z.string().trim().min(1, '请写明原因和处理结果 / say why, and what was done').max(2_000),
  }),
  place,
  handle: async (context): Promise<Result<unknown>> => {
    const { params, body } = context
    const found = await viewOf(context, params.county, params.id)
    const row = found?.rows.find(({ number }) => number === body.number)
    if (!row) return noImport()
    const asked = { countyCode: params.county, id: params.id }
    if (row.explanation?.reason === body.reason) return accept({ number: body.number })
    if (row.standing !== 'open' || !(await insertExplanation(context.tx, asked, body, stampOf(context))))
      return no(
        'wrong-state',
        'difference-not-open',
        clause,
        '这一行没有待处理的差异：已办结、待登记，或已有人说明。',
        'This row has no open difference: it is settled, to be posted, or explained already.',
        'number',
      )
    await context.audit({
      countyCode: params.county,
      action: 'payments.explain-difference',
      recordKind: 'treasury-import',
      recordId: params.id,
      before: { number: row.number, verdict: row.now },
      after: { number: row.number, standing: 'explained' },
      reason: body.reason,
    })
    return accept({ number: body.number })
  },
})

export const treasuryRoutes = [keepImport, list, read, file, post, explain]
