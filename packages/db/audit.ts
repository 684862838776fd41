import { canonicalJson } from '@jincun/kernel'
import type { JsonValue } from '@jincun/kernel'
import type { Transaction } from './database.ts'
import { sql } from './sql.ts'

/** One state change: who, when, what, before and after. */
export type AuditEvent = {
  countyCode: string
  at: Date
  realm: string
  personId: string | null
  action: string
  recordKind: string
  recordId: string
  before: JsonValue
  after: JsonValue
  reason?: string
}

/** Writes the event at the end of its place's hash chain, in the caller's transaction; returns its number. */
export async function appendAudit(tx: Transaction, event: AuditEvent): Promise<bigint> {
  const payload = canonicalJson({ ...event, at: event.at.toISOString() })
  const row = await tx.row<{ seq: bigint }>(sql`select append_audit(${event.countyCode}, ${event.at}, ${event.realm}, ${event.personId},
    ${event.action}, ${event.recordKind}, ${event.recordId}, ${payload}) as seq`)
  return row?.seq ?? 0n
}
