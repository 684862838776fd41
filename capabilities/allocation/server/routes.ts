import { route } from '@jincun/http'
import { accept, refuse } from '@jincun/kernel'
import { factorSheetFor } from '@jincun/policy'
import { places } from '@jincun/places/server'
import { z } from 'zod'
import { AllocationSettings, InputGrid, readInputGrid, repeatSnapshot } from '../index.ts'
import { downloadOf, gridWorkbook } from './downloads.ts'
import { makeRun } from './make-run.ts'
import { publishRun } from './publish-run.ts'
import { readInputFile } from './read-input-file.ts'
import { ledgerRates } from './ledger-rates.ts'
import { inputContext, saveSheet } from './save-sheet.ts'
import { startingGrid } from './shipped-inputs.ts'
import { findRun, latestSheet, provisionalQuotas, publishedAllocation, runsOfYear, sheetVersions } from './store.ts'

const clauses = ['notice-2020/5.1'] as const
const Year = z.strictObject({ year: z.coerce.number().int().min(2014).max(2100) })
const RunPath = z.strictObject({ id: z.uuid() })
const Format = z.strictObject({ format: z.enum(['xlsx', 'csv', 'json']).default('xlsx') })
const Version = z.coerce.number().int().min(0).max(1_000_000)
const Source = z.string().trim().max(1_000)

const unknownRun = refuse({
  kind: 'not-found' as const,
  code: 'run-unknown',
  message: { zh: '没有这次测算。', en: 'There is no such run.' },
})
const nothingPublished = (year: number) =>
  refuse({
    kind: 'not-found' as const,
    code: 'nothing-published',
    message: { zh: `${year}年的预下达数量尚未发布。`, en: `The provisional quotas of ${year} are not published yet.` },
  })

const overview = route({
  method: 'GET',
  path: '/api/allocations/:year',
  action: 'allocation.read',
  summary: 'The input sheet of a year with its errors, the factor sheet, the runs, and what is published',
  clauses,
  params: Year,
  handle: async ({ params: { year }, tx, policy, now }) => {
    const context = inputContext(policy, year)
    const saved = await latestSheet(tx, year)
    const start = saved ? accept({ grid: saved.grid, source: saved.source }) : startingGrid(context)
    if (!start.ok) return start
    const [published] = await provisionalQuotas(tx, year)
    return accept({
      year,
      sheet: context.sheet,
      provinces: context.provinces.map(({ code, name }) => ({ code, name })),
      inputs: { version: saved?.version ?? 0, ...start.value, savedAt: saved?.savedAt ?? null, savedBy: saved?.savedBy ?? null },
      errors: readInputGrid(start.value.grid, context).errors,
      versions: await sheetVersions(tx, year),
      runs: await runsOfYear(tx, year),
      published: published
        ? {
            issue: published.issue,
            runId: published.runId,
            inputsHash: published.inputsHash,
            publishedAt: published.publishedAt,
            reason: published.reason,
          }
        : null,
      asOf: now,
    })
  },
})

const putSheet = route({
  method: 'PUT',
  path: '/api/allocations/:year/sheet',
  action: 'allocation.prepare',
  summary: 'Save the next version of the input sheet; wrong cells are kept and answered',
  clauses,
  params: Year,
  body: z.strictObject({ id: z.uuid(), version: Version, grid: InputGrid, source: Source }),
  handle: async context => saveSheet(context, context.params.year, context.body),
})

const uploadSheet = route({
  method: 'POST',
  path: '/api/allocations/:year/sheet/file',
  action: 'allocation.prepare',
  summary: 'Take the input sheet from a CSV or Excel file as its next version',
  clauses,
  params: Year,
  query: z.strictObject({ id: z.uuid(), version: Version, fileName: z.string().min(1).max(255) }),
  upload: { maximumBytes: 2 * 1024 * 1024 },
  handle: async context => {
    const { year } = context.params
    const { id, version, fileName } = context.query
    const file = readInputFile(context.upload, fileName, inputContext(context.policy, year))
    if (!file.ok) return file
    const saved = await saveSheet(context, year, { id, version, grid: file.value.grid, source: `导入文件 ${fileName}` })
    return saved.ok ? accept({ ...saved.value, notes: file.value.notes }) : saved
  },
})

const sheetFile = route({
  method: 'GET',
  path: '/api/allocations/:year/sheet/file',
  action: 'allocation.read',
  summary: 'The input sheet as an Excel file to fill in and upload again',
  clauses,
  params: Year,
  handle: async ({ params: { year }, tx, policy, now }) => {
    const context = inputContext(policy, year)
    const saved = await latestSheet(tx, year)
    const start = saved ? accept({ grid: saved.grid }) : startingGrid(context)
    return start.ok ? accept(await gridWorkbook(start.value.grid, context, now)) : start
  },
})

const postRun = route({
  method: 'POST',
  path: '/api/allocations/:year/runs',
  action: 'allocation.prepare',
  summary: 'Run the factor method on a saved version of the input sheet and keep the run',
  clauses,
  params: Year,
  body: z.strictObject({
    id: z.uuid(),
    version: Version,
    title: z.string().trim().min(1, '请给这次测算起个名字 / name this run').max(100),
    settings: AllocationSettings,
  }),
  handle: async context => makeRun(context, context.params.year, context.body),
})

const getRun = route({
  method: 'GET',
  path: '/api/allocation-runs/:id',
  action: 'allocation.read',
  summary: 'A run with everything needed to repeat it',
  clauses,
  params: RunPath,
  handle: async ({ params, tx }) => {
    const run = await findRun(tx, params.id)
    return run ? accept(run) : unknownRun
  },
})

const runFile = route({
  method: 'GET',
  path: '/api/allocation-runs/:id/file',
  action: 'allocation.read',
  summary: 'A run as workbook with formulas, CSV or JSON',
  clauses,
  params: RunPath,
  query: Format,
  handle: async ({ params, query, tx }) => {
    const run = await findRun(tx, params.id)
    if (!run) return unknownRun
    const repeated = repeatSnapshot(run.snapshot)
    return repeated.ok ? accept(await downloadOf(repeated.value, run.snapshot.inputs, query.format, run.madeAt)) : repeated
  },
})

const publication = route({
  method: 'POST',
  path: '/api/allocations/:year/publication',
  action: 'allocation.publish',
  summary: 'Publish a run as the provisional quotas of the year',
  clauses,
  params: Year,
  body: z.strictObject({ id: z.uuid(), runId: z.uuid(), issue: z.number().int().min(0).max(1_000), reason: z.string().max(1_000) }),
  handle: async context => publishRun(context, context.params.year, context.body),
})

const quotas = route({
  method: 'GET',
  path: '/api/allocations/:year/quotas',
  action: 'allocation.quota',
  summary: "Published provisional quotas: all for the centre, a province's own for the province",
  clauses,
  params: Year,
  handle: async ({ params: { year }, tx, now, policy }) => {
    const { title } = factorSheetFor(policy, year)
    const names = new Map(places().provinces.map(({ code, name }) => [code, name]))
    const rows = await provisionalQuotas(tx, year)
    return accept({ year, title, quotas: rows.map(row => ({ ...row, name: names.get(row.provinceCode) ?? row.provinceCode })), asOf: now })
  },
})

const publicSheet = route({
  method: 'GET',
  path: '/api/public/allocations/:year',
  action: 'public',
  summary: 'The published working sheet of a year: everything needed to recompute the provisional quotas',
  clauses,
  params: Year,
  handle: async ({ params: { year }, tx, caller }) => {
    const published = await publishedAllocation(tx, caller.realm, year)
    return published ? accept({ year, ...published }) : nothingPublished(year)
  },
})

const publicFile = route({
  method: 'GET',
  path: '/api/public/allocations/:year/file',
  action: 'public',
  summary: 'The published working sheet as workbook with formulas, CSV or JSON',
  clauses,
  params: Year,
  query: Format,
  handle: async ({ params: { year }, query, tx, caller }) => {
    const published = await publishedAllocation(tx, caller.realm, year)
    if (!published) return nothingPublished(year)
    const repeated = repeatSnapshot(published.snapshot)
    return repeated.ok ? accept(await downloadOf(repeated.value, published.snapshot.inputs, query.format, published.publishedAt)) : repeated
  },
})

export const routes = [
  overview,
  putSheet,
  uploadSheet,
  sheetFile,
  ledgerRates,
  postRun,
  getRun,
  runFile,
  publication,
  quotas,
  publicSheet,
  publicFile,
]
