import { sql } from '@jincun/db'
import type { Database } from '@jincun/db'

/**
 * The instant a command works at: real time, and in a demonstration the time its clock was set to, so that a file is judged alike by the command
 * line and over HTTP.
 */
export async function installationNow(database: Database, realNow: Date): Promise<Date> {
  const scope = { personId: null, realm: '', jurisdictions: ['*'] }
  const found = await database.transaction(scope, 'read', tx =>
    tx.row<{ realm: string; offset: bigint }>(sql`select realm, clock_offset_seconds as offset from installation`),
  )
  return found?.realm === 'demo' ? new Date(realNow.getTime() + Number(found.offset) * 1000) : realNow
}
