import { sql } from '@jincun/db'
import type { Transaction } from '@jincun/db'
import type { ApplicationType, Submission } from '../index.ts'

/** What was submitted and the hash over it, as the province accepted it. */
export type AcceptedSubmission = { submission: Submission; hash: string }

async function acceptedOfTypes(tx: Transaction, year: number, prefix: string, types: readonly ApplicationType[]) {
  const rows = await tx.rows<{ content: string; hash: string }>(sql`select s.content, s.hash from application a
    join lateral (select content, hash from application_submission s
      where s.county_code = a.county_code and s.application_id = a.id order by s.submitted_at desc, s.id desc limit 1) s on true
    where a.year = ${year} and a.state = 'accepted-for-review' and a.type = any(${[...types]}::text[]) and a.county_code like ${`${prefix}%`}
    order by a.county_code`)
  return rows.map((row): AcceptedSubmission => ({ submission: JSON.parse(row.content) as Submission, hash: row.hash }))
}

/**
 * The last submission of every application accepted for review in a year whose county code begins with `prefix`, by county code;
 * one query. Applications of a whole region and of incentive counties are not reviewed against others (4.6, 4.7).
 */
export const submissionsForReview = (tx: Transaction, year: number, prefix: string): Promise<AcceptedSubmission[]> =>
  acceptedOfTypes(tx, year, prefix, ['first', 'repeat'])

/** The same of every way in: the plan of a county that enters with its whole region (4.6) or as an incentive county (4.7) is a plan too. */
export const acceptedSubmissions = (tx: Transaction, year: number, prefix: string): Promise<AcceptedSubmission[]> =>
  acceptedOfTypes(tx, year, prefix, ['first', 'repeat', 'regionWide', 'directDesignation'])
