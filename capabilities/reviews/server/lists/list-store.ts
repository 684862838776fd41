import { sql } from '@jincun/db'
import type { Transaction } from '@jincun/db'
import { assert } from '@jincun/kernel'
import { Finding } from '@jincun/policy'
import { z } from 'zod'
import { ProvincialPlan, RankedList, RankedListEvent, SubmissionPackage } from '../../index.ts'
import type { RankedListRecord } from '../../index.ts'

type Head = { id: string; county_code: string; year: number; version: number; content: unknown }
type EventRow = {
  county_code: string
  id: string
  verb: string
  at: Date
  by_name: string
  version: number
  package_hash: string | null
  reason: string | null
  ruling: string | null
  until: Date | null
}

const Content = z.strictObject({ list: RankedList, plan: ProvincialPlan })

const eventOf = (row: EventRow): RankedListEvent =>
  RankedListEvent.parse({
    id: row.id,
    verb: row.verb,
    at: row.at.toISOString(),
    by: row.by_name,
    version: row.version,
    packageHash: row.package_hash,
    reason: row.reason,
    ruling: row.ruling,
    until: row.until?.toISOString() ?? null,
  })

/** Lists of a year in scope with their last version and all events, by province; two queries whatever their number. */
export async function listsOfYear(tx: Transaction, year: number, provinceCode?: string): Promise<RankedListRecord[]> {
  const place = provinceCode === undefined ? sql`true` : sql`l.county_code = ${provinceCode}`
  const heads = await tx.rows<Head>(sql`select l.id, l.county_code, l.year, l.version, v.content from ranked_list l
    join ranked_list_version v on v.county_code = l.county_code and v.list_id = l.id and v.version = l.version
    where l.year = ${year} and ${place} order by l.county_code`)
  const events = await tx.rows<EventRow & { list_id: string }>(sql`select e.* from ranked_list_event e
    join ranked_list l on l.county_code = e.county_code and l.id = e.list_id where l.year = ${year} and ${place} order by e.seq`)
  const byList = Map.groupBy(events, event => event.list_id)
  return heads.map(head => ({ id: head.id, ...Content.parse(head.content), events: (byList.get(head.id) ?? []).map(eventOf) }))
}

/** The list of one province and year, locked against a second writer when it is to be changed. */
export async function findList(tx: Transaction, year: number, provinceCode: string, lock = false): Promise<RankedListRecord | undefined> {
  if (lock) await tx.rows(sql`select 1 from ranked_list where county_code = ${provinceCode} and year = ${year} for update`)
  return (await listsOfYear(tx, year, provinceCode))[0]
}

/** One earlier version of a list, or null when there is none of that number. */
export async function findVersion(tx: Transaction, record: RankedListRecord, version: number): Promise<z.infer<typeof Content> | null> {
  const row = await tx.row<{ content: unknown }>(sql`select content from ranked_list_version
    where county_code = ${record.list.provinceCode} and list_id = ${record.id} and version = ${version}`)
  return row ? Content.parse(row.content) : null
}

/** The version that a change id stands for already, so that saving twice is one version. */
export async function versionOfChange(tx: Transaction, provinceCode: string, changeId: string) {
  const row = await tx.row<{ content: unknown; list_id: string }>(
    sql`select content, list_id from ranked_list_version where county_code = ${provinceCode} and change_id = ${changeId}`,
  )
  return row ? { listId: row.list_id, ...Content.parse(row.content) } : null
}

type Stamp = { realm: string; personId: string | null; name: string; now: Date }

/** Adds a version; the first one makes the list. Two savers of the same version cannot both succeed. */
export async function insertVersion(
  tx: Transaction,
  record: Pick<RankedListRecord, 'id' | 'list' | 'plan'>,
  changeId: string,
  stamp: Stamp,
) {
  const { id, list, plan } = record
  if (list.version === 1)
    await tx.run(sql`insert into ranked_list (county_code, id, realm, year, version)
      values (${list.provinceCode}, ${id}, ${stamp.realm}, ${list.year}, 1)`)
  else {
    const moved = await tx.run(sql`update ranked_list set version = ${list.version}
      where county_code = ${list.provinceCode} and id = ${id} and version = ${list.version - 1}`)
    assert(moved === 1, 'the list was locked and stood at the version before')
  }
  await tx.run(sql`insert into ranked_list_version (county_code, list_id, version, realm, change_id, content, saved_at, saved_by)
    values (${list.provinceCode}, ${id}, ${list.version}, ${stamp.realm}, ${changeId}, ${JSON.stringify({ list, plan })}::jsonb, ${stamp.now}, ${stamp.personId})`)
}

/** Adds an event at the end of a list's history. */
export async function insertEvent(tx: Transaction, record: RankedListRecord, event: RankedListEvent, stamp: Stamp): Promise<void> {
  await tx.run(sql`insert into ranked_list_event (county_code, list_id, seq, id, realm, verb, at, by_person, by_name, version, package_hash, reason, ruling, until)
    values (${record.list.provinceCode}, ${record.id}, ${record.events.length + 1}, ${event.id}, ${stamp.realm}, ${event.verb}, ${event.at}::timestamptz,
      ${stamp.personId}, ${event.by}, ${event.version}, ${event.packageHash}, ${event.reason}, ${event.ruling}, ${event.until}::timestamptz)`)
}

/** Keeps a package as it was handed in; the same content is kept once. */
export async function insertPackage(
  tx: Transaction,
  record: RankedListRecord,
  kept: { hash: string; content: string; findings: readonly Finding[] },
  realm: string,
): Promise<void> {
  await tx.run(sql`insert into ranked_list_package (county_code, list_id, hash, realm, content, findings)
    values (${record.list.provinceCode}, ${record.id}, ${kept.hash}, ${realm}, ${kept.content}, ${JSON.stringify(kept.findings)}::jsonb)
    on conflict (county_code, list_id, hash) do nothing`)
}

/** The packages of a year's lists by hash; for one province or all in scope. */
export async function packagesOf(tx: Transaction, hashes: readonly string[]): Promise<Map<string, SubmissionPackage>> {
  const rows = await tx.rows<{ hash: string; content: string }>(
    sql`select hash, content from ranked_list_package where hash = any(${[...hashes]}::text[])`,
  )
  return new Map(rows.map(row => [row.hash, SubmissionPackage.parse(JSON.parse(row.content))]))
}

/** All findings that were shown when a package was handed in, with their messages. */
export async function shownFindings(tx: Transaction, record: RankedListRecord, hash: string): Promise<Finding[]> {
  const row = await tx.row<{ findings: unknown }>(sql`select findings from ranked_list_package
    where county_code = ${record.list.provinceCode} and list_id = ${record.id} and hash = ${hash}`)
  return z.array(Finding).parse(row?.findings ?? [])
}

/** Earlier submitted lists of a province, latest year first, to be extended (5.2). */
export async function earlierLists(
  tx: Transaction,
  provinceCode: string,
  year: number,
): Promise<{ id: string; year: number; hash: string; at: Date }[]> {
  return tx.rows(sql`select distinct on (l.year) l.id, l.year, e.package_hash as hash, e.at from ranked_list l
    join ranked_list_event e on e.county_code = l.county_code and e.list_id = l.id and e.verb = 'submit'
    where l.county_code = ${provinceCode} and l.year < ${year} order by l.year desc, e.seq desc`)
}
