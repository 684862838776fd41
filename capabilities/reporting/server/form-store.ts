import { sql } from '@jincun/db'
import type { Transaction } from '@jincun/db'
import type { FormOccasion, FormVersion } from '../index.ts'

type Row = Omit<FormVersion, 'rows'> & { rows: FormVersion['rows'] }

const columns = sql`county_code as "countyCode", reporter, form, period, version, id, type_version as "typeVersion", rows, reason, channel,
  paper_file_id as "paperFileId", entered_at as "enteredAt", entered_by as "enteredBy"`

/** Every version of a form of a period, oldest first. */
export const versionsOfForm = (tx: Transaction, { countyCode, reporter, form, period }: FormOccasion): Promise<FormVersion[]> =>
  tx.rows<Row>(sql`select ${columns} from form_version where county_code = ${countyCode} and reporter = ${reporter} and form = ${form}
    and period = ${period} order by version`)

/** Every version of every form of a county's own from a period on. */
export const versionsOfCounty = (tx: Transaction, countyCode: string, since: string): Promise<FormVersion[]> =>
  tx.rows<Row>(
    sql`select ${columns} from form_version where county_code = ${countyCode} and reporter = '' and period >= ${since}
      order by form, period, version`,
  )

/** Every version of every form handed in under these contracts. */
export const versionsOfContracts = (tx: Transaction, countyCode: string, contractIds: readonly string[]): Promise<FormVersion[]> =>
  tx.rows<Row>(
    sql`select ${columns} from form_version where county_code = ${countyCode} and reporter = any(${[...contractIds]}::text[])
      order by reporter, form, period, version`,
  )

/** The last version of a form from the last period before this one; undefined where there is none. */
export const formBefore = (tx: Transaction, { countyCode, reporter, form, period }: FormOccasion): Promise<FormVersion | undefined> =>
  tx.row<Row>(sql`select ${columns} from form_version where county_code = ${countyCode} and reporter = ${reporter} and form = ${form}
    and period < ${period} order by period desc, version desc limit 1`)

/** Holds a reporter's form of a period against a second writer until the transaction ends: its next version number is one. */
export const holdForm = (tx: Transaction, { countyCode, reporter, form, period }: FormOccasion): Promise<number> =>
  tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${`form ${countyCode} ${reporter} ${form} ${period}`}, 0))`)

/** Adds a version; false where its id was used before. */
export async function insertFormVersion(tx: Transaction, version: FormVersion, realm: string): Promise<boolean> {
  const { countyCode, reporter, form, period, id, typeVersion, rows, reason, channel, paperFileId, enteredAt, enteredBy } = version
  const added =
    await tx.run(sql`insert into form_version (county_code, reporter, form, period, version, realm, id, type_version, rows, reason,
      channel, paper_file_id, entered_at, entered_by)
    values (${countyCode}, ${reporter}, ${form}, ${period}, ${version.version}, ${realm}, ${id}, ${typeVersion}, ${JSON.stringify(rows)}::jsonb, ${reason},
      ${channel}, ${paperFileId}, ${enteredAt}, ${enteredBy}) on conflict (county_code, id) do nothing`)
  return added === 1
}
