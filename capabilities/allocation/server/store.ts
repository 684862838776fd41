import { join, sql } from '@jincun/db'
import type { Transaction } from '@jincun/db'
import { AllocationSnapshot, InputGrid } from '../index.ts'

const nation = '000000'

export type SavedSheet = {
  id: string
  year: number
  version: number
  grid: InputGrid
  source: string
  savedAt: Date
  savedBy: string | null
}
type SheetRow = { id: string; year: number; version: number; grid: unknown; source: string; saved_at: Date; saved_by: string | null }

const sheetOf = (row: SheetRow): SavedSheet => ({
  id: row.id,
  year: row.year,
  version: row.version,
  grid: InputGrid.parse(row.grid),
  source: row.source,
  savedAt: row.saved_at,
  savedBy: row.saved_by,
})
const sheetColumns = sql`id, year, version, grid, source, saved_at, person_name(saved_by) as saved_by`

/** The newest version of a year's input sheet; undefined before the first. */
export async function latestSheet(tx: Transaction, year: number): Promise<SavedSheet | undefined> {
  const row = await tx.row<SheetRow>(sql`select ${sheetColumns} from allocation_sheet where year = ${year} order by version desc limit 1`)
  return row && sheetOf(row)
}

export async function sheetById(tx: Transaction, id: string): Promise<SavedSheet | undefined> {
  const row = await tx.row<SheetRow>(sql`select ${sheetColumns} from allocation_sheet where id = ${id}`)
  return row && sheetOf(row)
}

export type SheetVersion = { version: number; source: string; savedAt: Date; savedBy: string | null }

export async function sheetVersions(tx: Transaction, year: number): Promise<SheetVersion[]> {
  const rows = await tx.rows<SheetRow>(sql`select version, source, saved_at, person_name(saved_by) as saved_by from allocation_sheet
    where year = ${year} order by version desc limit 50`)
  return rows.map(row => ({ version: row.version, source: row.source, savedAt: row.saved_at, savedBy: row.saved_by }))
}

export async function sheetOfVersion(tx: Transaction, year: number, version: number): Promise<SavedSheet | undefined> {
  const row = await tx.row<SheetRow>(sql`select ${sheetColumns} from allocation_sheet where year = ${year} and version = ${version}`)
  return row && sheetOf(row)
}

type Stamp = { realm: string; personId: string | null; now: Date }

/** Adds a version; false when that version exists already, because someone else was faster. */
export async function insertSheet(tx: Transaction, sheet: Omit<SavedSheet, 'savedAt' | 'savedBy'>, stamp: Stamp): Promise<boolean> {
  const added = await tx.run(sql`insert into allocation_sheet (id, county_code, realm, year, version, grid, source, saved_at, saved_by)
    values (${sheet.id}, ${nation}, ${stamp.realm}, ${sheet.year}, ${sheet.version}, ${JSON.stringify(sheet.grid)}::jsonb, ${sheet.source},
      ${stamp.now}, ${stamp.personId}) on conflict do nothing`)
  return added === 1
}

export type Run = {
  id: string
  year: number
  sheetVersion: number
  title: string
  inputsHash: string
  total: number
  method: string
  madeAt: Date
  madeBy: string | null
}
type RunRow = {
  id: string
  year: number
  sheet_version: number
  title: string
  inputs_hash: string
  total: number
  method: string
  made_at: Date
  made_by: string | null
}

const runOf = (row: RunRow): Run => ({
  id: row.id,
  year: row.year,
  sheetVersion: row.sheet_version,
  title: row.title,
  inputsHash: row.inputs_hash,
  total: row.total,
  method: row.method,
  madeAt: row.made_at,
  madeBy: row.made_by,
})
const runColumns = sql`id, year, sheet_version, title, inputs_hash, total, method, made_at, person_name(made_by) as made_by`

export async function runsOfYear(tx: Transaction, year: number): Promise<Run[]> {
  return (
    await tx.rows<RunRow>(sql`select ${runColumns} from allocation_run where year = ${year} order by made_at desc, id desc limit 100`)
  ).map(runOf)
}

export async function findRun(tx: Transaction, id: string): Promise<(Run & { snapshot: AllocationSnapshot }) | undefined> {
  const row = await tx.row<RunRow & { snapshot: unknown }>(sql`select ${runColumns}, snapshot from allocation_run where id = ${id}`)
  return row && { ...runOf(row), snapshot: AllocationSnapshot.parse(row.snapshot) }
}

export async function insertRun(
  tx: Transaction,
  run: Omit<Run, 'madeAt' | 'madeBy'>,
  snapshot: AllocationSnapshot,
  stamp: Stamp,
): Promise<boolean> {
  const added =
    await tx.run(sql`insert into allocation_run (id, county_code, realm, year, sheet_version, title, inputs_hash, total, method, snapshot, made_at, made_by)
    values (${run.id}, ${nation}, ${stamp.realm}, ${run.year}, ${run.sheetVersion}, ${run.title}, ${run.inputsHash}, ${run.total}, ${run.method},
      ${JSON.stringify(snapshot)}::jsonb, ${stamp.now}, ${stamp.personId}) on conflict do nothing`)
  return added === 1
}

export type ProvisionalQuota = {
  provinceCode: string
  year: number
  issue: number
  quota: number
  runId: string
  inputsHash: string
  reason: string | null
  publishedAt: Date
}
type QuotaRow = {
  county_code: string
  year: number
  issue: number
  quota: number
  run_id: string
  inputs_hash: string
  reason: string | null
  published_at: Date
}

const quotaOf = (row: QuotaRow): ProvisionalQuota => ({
  provinceCode: row.county_code,
  year: row.year,
  issue: row.issue,
  quota: row.quota,
  runId: row.run_id,
  inputsHash: row.inputs_hash,
  reason: row.reason,
  publishedAt: row.published_at,
})

/** The quotas of a year that count (the highest issue), of the provinces in scope, by code. */
export async function provisionalQuotas(tx: Transaction, year: number): Promise<ProvisionalQuota[]> {
  const rows =
    await tx.rows<QuotaRow>(sql`select distinct on (county_code) county_code, year, issue, quota, run_id, inputs_hash, reason, published_at
    from provisional_quota where year = ${year} order by county_code, issue desc`)
  return rows.map(quotaOf)
}

/** A province's published provisional number of counties, or undefined when none is published or it is out of scope. */
export async function findProvisionalQuota(tx: Transaction, year: number, provinceCode: string): Promise<ProvisionalQuota | undefined> {
  const row =
    await tx.row<QuotaRow>(sql`select county_code, year, issue, quota, run_id, inputs_hash, reason, published_at from provisional_quota
    where county_code = ${provinceCode} and year = ${year} order by issue desc limit 1`)
  return row && quotaOf(row)
}

/** Adds one issue for all provinces in one statement; answers how many rows were new. */
export async function insertQuotas(
  tx: Transaction,
  issue: { year: number; issue: number; runId: string; inputsHash: string; reason: string | null },
  quotas: Readonly<Record<string, number>>,
  stamp: Stamp,
): Promise<number> {
  const rows = Object.entries(quotas).map(
    ([code, quota]) =>
      sql`(${code}, ${stamp.realm}, ${issue.year}::int, ${issue.issue}::int, ${quota}::int, ${issue.runId}::uuid, ${issue.inputsHash}, ${issue.reason}, ${stamp.now}::timestamptz, ${stamp.personId})`,
  )
  return tx.run(sql`insert into provisional_quota (county_code, realm, year, issue, quota, run_id, inputs_hash, reason, published_at, published_by)
    values ${join(rows, sql`, `)} on conflict do nothing`)
}

export type PublishedAllocation = { snapshot: AllocationSnapshot; publishedAt: Date; hash: string; leaf: bigint }

/** The newest published working sheet of a year, for everyone; read from the public log. */
export async function publishedAllocation(tx: Transaction, realm: string, year: number): Promise<PublishedAllocation | undefined> {
  const row = await tx.row<{ content: string; published_at: Date; hash: string; leaf: bigint }>(sql`select content, published_at, hash, leaf
    from publication where kind = ${publicationKind} and year = ${year} and realm = ${realm} order by leaf desc limit 1`)
  return (
    row && { snapshot: AllocationSnapshot.parse(JSON.parse(row.content)), publishedAt: row.published_at, hash: row.hash, leaf: row.leaf }
  )
}

/** The kind of the publication that carries an AllocationSnapshot. */
export const publicationKind = 'provisional-quotas'
