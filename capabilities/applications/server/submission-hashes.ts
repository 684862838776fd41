import { sql } from '@jincun/db'
import type { Transaction } from '@jincun/db'

/** The hash of the last submission of each county's application of a year, by county, in one query; for the final list (5.5). */
export async function submissionHashes(tx: Transaction, year: number, prefix: string): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.rows<{ county_code: string; hash: string }>(sql`select distinct on (a.county_code) a.county_code, s.hash
    from application a join application_submission s on s.county_code = a.county_code and s.application_id = a.id
    where a.year = ${year} and a.state <> 'withdrawn' and a.county_code like ${`${prefix}%`}
    order by a.county_code, s.submitted_at desc`)
  return new Map(rows.map(row => [row.county_code, row.hash]))
}
