import { join, sql } from '@jincun/db'
import type { Fragment, Transaction } from '@jincun/db'
import type { ApplicationState, ApplicationType } from '../index.ts'
import type { Summary } from '../summary.ts'

export type ListFilter = {
  year: number
  /** Place-code prefix; '' is everything in scope. */
  prefix: string
  /** Only these counties; null is all. */
  counties: readonly string[] | null
  state: ApplicationState | null
  type: ApplicationType | null
  sort: 'county' | 'updated' | 'central' | 'stops'
  page: number
  size: number
}

export type ListRow = {
  id: string
  countyCode: string
  year: number
  type: ApplicationType
  state: ApplicationState
  version: number
  summary: Summary
  extendedTo: string | null
  updatedAt: string
}

/** The state at an instant: what was not sent when the deadline passed is forfeited, though nothing was written (deadline.ts). */
const stateNow = (closing: Date, now: Date): Fragment =>
  sql`case when state in ('draft', 'returned') and greatest(extended_to, ${closing}::timestamptz) <= ${now}::timestamptz then 'forfeited' else state end`

const orders: Record<ListFilter['sort'], Fragment> = {
  county: sql`county_code, id`,
  updated: sql`updated_at desc, county_code, id`,
  central: sql`(summary->'totals'->>'centralFen')::bigint desc, county_code, id`,
  stops: sql`(summary->>'stops')::int, county_code, id`,
}

function conditionOf(filter: ListFilter, state: Fragment): Fragment {
  const conditions = [
    sql`year = ${filter.year}`,
    ...(filter.prefix ? [sql`county_code like ${`${filter.prefix}%`}`] : []),
    ...(filter.counties ? [sql`county_code = any(${[...filter.counties]}::char(6)[])`] : []),
    ...(filter.state ? [sql`${state} = ${filter.state}`] : []),
    ...(filter.type ? [sql`type = ${filter.type}`] : []),
  ]
  return join(conditions, sql` and `)
}

type Row = {
  id: string
  county_code: string
  year: number
  type: ApplicationType
  state_now: ApplicationState
  version: bigint
  summary: Summary
  extended_to: Date | null
  updated_at: Date
}

/** A page of applications and how many there are in all: two queries, whatever the size. */
export async function listApplications(
  tx: Transaction,
  filter: ListFilter,
  closing: Date,
  now: Date,
): Promise<{ rows: ListRow[]; total: number }> {
  const state = stateNow(closing, now)
  const where = conditionOf(filter, state)
  const rows = await tx.rows<Row>(sql`select id, county_code, year, type, ${state} as state_now, version, summary, extended_to, updated_at
    from application where ${where} order by ${orders[filter.sort]} limit ${filter.size} offset ${(filter.page - 1) * filter.size}`)
  const count = await tx.row<{ total: bigint }>(sql`select count(*) as total from application where ${where}`)
  return { rows: rows.map(rowOf), total: Number(count?.total ?? 0n) }
}

const rowOf = (row: Row): ListRow => ({
  id: row.id,
  countyCode: row.county_code,
  year: row.year,
  type: row.type,
  state: row.state_now,
  version: Number(row.version),
  summary: row.summary,
  extendedTo: row.extended_to?.toISOString() ?? null,
  updatedAt: row.updated_at.toISOString(),
})

/** How many applications there are in each state, for a head line and for home pages. */
export async function countByState(
  tx: Transaction,
  filter: Pick<ListFilter, 'year' | 'prefix'>,
  closing: Date,
  now: Date,
): Promise<Partial<Record<ApplicationState, number>>> {
  const state = stateNow(closing, now)
  const where = conditionOf({ ...filter, counties: null, state: null, type: null, sort: 'county', page: 1, size: 1 }, state)
  const rows = await tx.rows<{ state_now: ApplicationState; number: bigint }>(
    sql`select ${state} as state_now, count(*) as number from application where ${where} group by 1`,
  )
  return Object.fromEntries(rows.map(row => [row.state_now, Number(row.number)]))
}
