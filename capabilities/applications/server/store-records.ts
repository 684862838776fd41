import { sql } from '@jincun/db'
import type { Transaction } from '@jincun/db'
import { canonicalJson } from '@jincun/kernel'
import type { JsonValue } from '@jincun/kernel'
import type { ActionEntry, Application, FactConfirmation, LineRuling, Submission } from '../index.ts'

type Stamp = { realm: string; now: Date }
type Owner = Pick<Application, 'countyCode' | 'id'>

export type EntryRow = ActionEntry & { id: string }

export async function insertEntry(
  tx: Transaction,
  { countyCode, id }: Owner,
  entry: EntryRow & { orderHash?: string },
  { realm }: Stamp,
): Promise<void> {
  const { action, from, to, at, by, reason } = entry
  await tx.run(sql`insert into application_entry
    (county_code, id, application_id, realm, action, from_state, to_state, at, person_id, person_name, office, reason, order_hash, number)
    values (${countyCode}, ${entry.id}, ${id}, ${realm}, ${action}, ${from}, ${to}, ${at}, ${by.personId}, ${by.name}, ${by.office}, ${reason}, ${entry.orderHash ?? null},
      (select count(*) + 1 from application_entry where county_code = ${countyCode} and application_id = ${id}))`)
}

type EntryColumns = {
  id: string
  application_id: string
  action: ActionEntry['action']
  from_state: ActionEntry['from']
  to_state: ActionEntry['to']
  at: Date
  person_id: string
  person_name: string
  office: string
  reason: string | null
}

const entryOf = (row: EntryColumns): EntryRow => ({
  id: row.id,
  action: row.action,
  from: row.from_state,
  to: row.to_state,
  at: row.at.toISOString(),
  by: { personId: row.person_id, name: row.person_name, office: row.office },
  reason: row.reason,
})

/** What was done with an application, in the order in which it was written down. */
export async function entriesOf(tx: Transaction, { countyCode, id }: Owner): Promise<EntryRow[]> {
  const rows = await tx.rows<EntryColumns>(sql`select * from application_entry
    where county_code = ${countyCode} and application_id = ${id} order by number`)
  return rows.map(entryOf)
}

/** An action by its own id, for one that is sent twice. */
export async function findEntry(
  tx: Transaction,
  county: string,
  id: string,
): Promise<{ applicationId: string; action: ActionEntry['action']; orderHash: string | null } | undefined> {
  const row = await tx.row<EntryColumns & { order_hash: string | null }>(
    sql`select * from application_entry where county_code = ${county} and id = ${id}`,
  )
  return row && { applicationId: row.application_id, action: row.action, orderHash: row.order_hash }
}

export type SubmissionRow = { id: string; version: number; hash: string; submittedAt: string }

export async function insertSubmission(
  tx: Transaction,
  { countyCode, id }: Owner,
  wanted: { id: string; submission: Submission; hash: string },
  { realm }: Stamp,
): Promise<void> {
  const { submission, hash } = wanted
  const content = canonicalJson(submission as unknown as JsonValue)
  await tx.run(sql`insert into application_submission (county_code, id, application_id, realm, version, content, hash, submitted_at)
    values (${countyCode}, ${wanted.id}, ${id}, ${realm}, ${submission.version}, ${content}, ${hash}, ${submission.submittedAt})`)
}

export async function submissionsOf(tx: Transaction, { countyCode, id }: Owner): Promise<SubmissionRow[]> {
  const rows = await tx.rows<{ id: string; version: bigint; hash: string; submitted_at: Date }>(sql`select id, version, hash, submitted_at
    from application_submission where county_code = ${countyCode} and application_id = ${id} order by submitted_at, id`)
  return rows.map(row => ({ id: row.id, version: Number(row.version), hash: row.hash, submittedAt: row.submitted_at.toISOString() }))
}

/** What was submitted, as it was shown, and the hash over exactly this text. */
export async function findSubmission(tx: Transaction, county: string, id: string): Promise<{ content: string; hash: string } | undefined> {
  return tx.row(sql`select content, hash from application_submission where county_code = ${county} and id = ${id}`)
}

export async function insertRuling(tx: Transaction, { countyCode, id }: Owner, ruling: LineRuling, { realm }: Stamp): Promise<void> {
  const { lineId, lineName, decision, reason, clause, ruledBy: by, ruledAt } = ruling
  await tx.run(sql`insert into application_ruling
    (county_code, id, application_id, realm, line_id, line_name, decision, reason, clause, person_id, person_name, office, ruled_at)
    values (${countyCode}, ${ruling.id}, ${id}, ${realm}, ${lineId}, ${lineName}, ${decision}, ${reason}, ${clause},
      ${by.personId}, ${by.name}, ${by.office}, ${ruledAt})`)
}

export async function insertConfirmation(
  tx: Transaction,
  { countyCode, id }: Owner,
  confirmation: FactConfirmation,
  { realm }: Stamp,
): Promise<void> {
  const { rule, holds, reason, confirmedBy: by, confirmedAt } = confirmation
  await tx.run(sql`insert into application_confirmation
    (county_code, id, application_id, realm, rule, holds, reason, person_id, person_name, office, confirmed_at)
    values (${countyCode}, ${confirmation.id}, ${id}, ${realm}, ${rule}, ${holds}, ${reason}, ${by.personId}, ${by.name}, ${by.office}, ${confirmedAt})`)
}
