import { sql } from '@jincun/db'
import type { Transaction } from '@jincun/db'
import { assert } from '@jincun/kernel'
import { FinalList } from '../index.ts'
import type { FinalListState } from '../index.ts'

export type FinalRecord = { id: string; list: FinalList; state: FinalListState; packageHash: string | null }
type Stamp = { realm: string; personId: string | null; now: Date }

/** Final lists of a year in scope, with their last version; one query. */
export async function finalListsOfYear(tx: Transaction, year: number, provinceCode?: string): Promise<FinalRecord[]> {
  const place = provinceCode === undefined ? sql`true` : sql`l.county_code = ${provinceCode}`
  const rows = await tx.rows<{ id: string; state: FinalListState; package_hash: string | null; content: unknown }>(sql`
    select l.id, l.state, l.package_hash, v.content from final_list l
    join final_list_version v on v.county_code = l.county_code and v.list_id = l.id and v.version = l.version
    where l.year = ${year} and ${place} order by l.county_code`)
  return rows.map(row => ({ id: row.id, list: FinalList.parse(row.content), state: row.state, packageHash: row.package_hash }))
}

/** Provinces whose final list of a year is public. */
export async function publishedProvinces(tx: Transaction, year: number): Promise<Set<string>> {
  const rows = await tx.rows<{ code: string }>(sql`select county_code as code from final_list where year = ${year} and state = 'published'`)
  return new Set(rows.map(({ code }) => code))
}

/** One province's list, locked against a second writer when it is to be changed. */
export async function findFinalList(tx: Transaction, year: number, provinceCode: string, lock = false): Promise<FinalRecord | undefined> {
  if (lock) await tx.rows(sql`select 1 from final_list where county_code = ${provinceCode} and year = ${year} for update`)
  return (await finalListsOfYear(tx, year, provinceCode))[0]
}

/** The version a change id stands for already. */
export async function finalVersionOfChange(
  tx: Transaction,
  provinceCode: string,
  changeId: string,
): Promise<{ id: string; list: FinalList } | null> {
  const row = await tx.row<{ list_id: string; content: unknown }>(
    sql`select list_id, content from final_list_version where county_code = ${provinceCode} and change_id = ${changeId}`,
  )
  return row ? { id: row.list_id, list: FinalList.parse(row.content) } : null
}

/** Adds a version; the first one makes the list. */
export async function insertFinalVersion(tx: Transaction, id: string, list: FinalList, changeId: string, stamp: Stamp): Promise<void> {
  const { provinceCode, year, version } = list
  if (version === 1)
    await tx.run(sql`insert into final_list (county_code, id, realm, year, version, state)
      values (${provinceCode}, ${id}, ${stamp.realm}, ${year}, 1, 'draft')`)
  else {
    const moved = await tx.run(
      sql`update final_list set version = ${version} where county_code = ${provinceCode} and id = ${id} and version = ${version - 1}`,
    )
    assert(moved === 1, 'the final list was locked and stood at the version before')
  }
  await tx.run(sql`insert into final_list_version (county_code, list_id, version, realm, change_id, content, saved_at, saved_by)
    values (${provinceCode}, ${id}, ${version}, ${stamp.realm}, ${changeId}, ${JSON.stringify(list)}::jsonb, ${stamp.now}, ${stamp.personId})`)
}

export type FinalStep = {
  id: string
  verb: 'submit' | 'return' | 'publish'
  version: number
  at: string
  by: string
  reason: string | null
  packageHash: string | null
}

type StepRow = {
  id: string
  verb: FinalStep['verb']
  version: number
  at: Date
  by_name: string
  reason: string | null
  package_hash: string | null
}
const stepOf = (row: StepRow): FinalStep => ({
  id: row.id,
  verb: row.verb,
  version: row.version,
  at: row.at.toISOString(),
  by: row.by_name,
  reason: row.reason,
  packageHash: row.package_hash,
})

/** The steps taken with a list, oldest first. */
export async function stepsOf(tx: Transaction, provinceCode: string, listId: string): Promise<FinalStep[]> {
  const rows = await tx.rows<StepRow>(sql`select id, verb, version, at, by_name, reason, package_hash from final_list_step
    where county_code = ${provinceCode} and list_id = ${listId} order by at, id`)
  return rows.map(stepOf)
}

/** Writes a step and moves the list's state in one go. */
export async function insertStep(
  tx: Transaction,
  record: FinalRecord,
  step: FinalStep & { content: string | null },
  state: FinalListState,
  stamp: Stamp,
): Promise<void> {
  const { provinceCode } = record.list
  await tx.run(sql`insert into final_list_step (county_code, list_id, id, realm, verb, version, at, by_person, by_name, reason, package_hash, content)
    values (${provinceCode}, ${record.id}, ${step.id}, ${stamp.realm}, ${step.verb}, ${step.version}, ${stamp.now}, ${stamp.personId}, ${step.by},
      ${step.reason}, ${step.packageHash}, ${step.content})`)
  await tx.run(sql`update final_list set state = ${state}, package_hash = ${step.packageHash ?? record.packageHash}
    where county_code = ${provinceCode} and id = ${record.id}`)
}

/** What was handed in under a hash, the very text. */
export async function findFinalPackage(tx: Transaction, provinceCode: string, hash: string): Promise<string | undefined> {
  const row = await tx.row<{ content: string }>(
    sql`select content from final_list_step where county_code = ${provinceCode} and package_hash = ${hash} and verb = 'submit' limit 1`,
  )
  return row?.content
}

export type FinalRuling = { id: string; ruling: string; reason: string; until: string }

/** The last ruling that lets a province's final list come late. */
export async function lastRuling(tx: Transaction, year: number, provinceCode: string): Promise<FinalRuling | null> {
  const row = await tx.row<{
    id: string
    ruling: string
    reason: string
    until: Date
  }>(sql`select id, ruling, reason, until from final_list_ruling
    where county_code = ${provinceCode} and year = ${year} order by ruled_at desc, id desc limit 1`)
  return row ? { ...row, until: row.until.toISOString() } : null
}

/** A ruling by its id, for one that is sent twice. */
export async function findRuling(
  tx: Transaction,
  { provinceCode, year }: { provinceCode: string; year: number },
  id: string,
): Promise<FinalRuling | undefined> {
  const row = await tx.row<Omit<FinalRuling, 'until'> & { until: Date }>(
    sql`select id, ruling, reason, until from final_list_ruling where county_code = ${provinceCode} and id = ${id} and year = ${year}`,
  )
  return row && { ...row, until: row.until.toISOString() }
}

export async function insertRuling(
  tx: Transaction,
  at: { year: number; provinceCode: string },
  ruling: FinalRuling,
  stamp: Stamp,
): Promise<void> {
  await tx.run(sql`insert into final_list_ruling (county_code, id, realm, year, ruling, reason, until, ruled_at, ruled_by)
    values (${at.provinceCode}, ${ruling.id}, ${stamp.realm}, ${at.year}, ${ruling.ruling}, ${ruling.reason}, ${ruling.until}::timestamptz, ${stamp.now}, ${stamp.personId})`)
}
