import { sql } from '@jincun/db'
import type { Fragment, Transaction } from '@jincun/db'
import type { AuditHead, KindCount, LogEntry } from '../index.ts'

type Row = {
  leaf: bigint
  id: string
  county_code: string
  realm: string
  kind: string
  year: number
  title_zh: string
  title_en: string
  hash: string
  clause: string
  published_at: Date
  audit_hash: string | null
}

const columns = sql`leaf, id, county_code, realm, kind, year, title_zh, title_en, hash, clause, published_at, audit_hash`

const entryOf = (row: Row): LogEntry => ({
  id: row.id,
  countyCode: row.county_code,
  realm: row.realm,
  kind: row.kind,
  year: row.year,
  titleZh: row.title_zh,
  titleEn: row.title_en,
  hash: row.hash,
  clause: row.clause,
  publishedAt: row.published_at.toISOString(),
  ...(row.audit_hash === null ? {} : { auditHash: row.audit_hash }),
})

/** An entry with its number in the log, from 0. */
export type Numbered = { leaf: number; entry: LogEntry }
const numbered = (row: Row): Numbered => ({ leaf: Number(row.leaf), entry: entryOf(row) })

/** The whole log, in order; a proof needs every leaf, whichever realm it is of. */
export async function allEntries(tx: Transaction): Promise<LogEntry[]> {
  return (await tx.rows<Row>(sql`select ${columns} from publication order by leaf`)).map(entryOf)
}

export type RegisterFilter = {
  realm: string
  year?: number | undefined
  kind?: string | undefined
  /** Leading digits of a place code. */
  place?: string | undefined
}

const fits = ({ realm, year, kind, place }: RegisterFilter): Fragment => sql`realm = ${realm}
  and (${year ?? null}::int is null or year = ${year ?? null}::int)
  and (${kind ?? null}::text is null or kind = ${kind ?? null}::text)
  and (${place ?? null}::text is null or county_code like ${place ?? ''}::text || '%')`

/** A page of the register, newest first, and how many fit in all. */
export async function findPublications(
  tx: Transaction,
  { page, size, ...filter }: RegisterFilter & { page: number; size: number },
): Promise<{ rows: Numbered[]; total: number }> {
  const rows = await tx.rows<Row & { total: bigint }>(sql`select ${columns}, count(*) over () as total from publication
    where ${fits(filter)} order by leaf desc limit ${size} offset ${(page - 1) * size}`)
  return { rows: rows.map(numbered), total: Number(rows[0]?.total ?? 0n) }
}

/** One publication with the exact text whose hash is in the log; undefined for another realm's. */
export async function findPublication(tx: Transaction, id: string, realm: string): Promise<(Numbered & { content: string }) | undefined> {
  const row = await tx.row<Row & { content: string }>(
    sql`select ${columns}, content from publication where id = ${id} and realm = ${realm}`,
  )
  return row && { ...numbered(row), content: row.content }
}

/** The heads of audit chains that the entry with this number was published with, by place. */
export async function auditHeadsOf(tx: Transaction, leaf: number): Promise<AuditHead[]> {
  const rows = await tx.rows<{ place: string; seq: bigint; hash: string }>(
    sql`select county_code as place, seq, hash from audit_anchor where leaf = ${leaf} order by county_code`,
  )
  return rows.map(({ place, seq, hash }) => [place, Number(seq), hash])
}

/** By kind: how many places have published it in a year, and when the last did. */
export async function countByKind(tx: Transaction, realm: string, year: number): Promise<KindCount[]> {
  const rows = await tx.rows<{ kind: string; count: bigint; latest: Date }>(sql`select kind, count(distinct county_code) as count,
    max(published_at) as latest from publication where realm = ${realm} and year = ${year} group by kind`)
  return rows.map(({ kind, count, latest }) => ({ kind, count: Number(count), latest: latest.toISOString() }))
}

/** A publication with its content read; `id` opens it in the register. */
export type Published<Content> = { leaf: number; entry: LogEntry; content: Content }

/**
 * The latest publication of a kind and year for each place, by place. A correction is a later publication; the earlier one stays in the log.
 * The content is what its slice wrote; nobody can have changed it since, so its shape is taken as given.
 */
export async function latestOf<Content>(
  tx: Transaction,
  realm: string,
  kind: string,
  year: number,
  placeCode: string | null = null,
): Promise<Published<Content>[]> {
  const rows = await tx.rows<Row & { content: string }>(sql`select distinct on (county_code) ${columns}, content from publication
    where realm = ${realm} and kind = ${kind} and year = ${year} and (${placeCode}::text is null or county_code = ${placeCode})
    order by county_code, leaf desc`)
  return rows.map(row => ({ ...numbered(row), content: JSON.parse(row.content) as Content }))
}
