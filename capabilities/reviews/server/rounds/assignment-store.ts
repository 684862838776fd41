import { join, sql } from '@jincun/db'
import type { Fragment, Transaction } from '@jincun/db'
import type { Submission } from '@jincun/applications'
import type { CountyStanding } from '@jincun/designation'
import { reviewedApplication } from '../../index.ts'
import type { ReviewedApplication, ReviewRound, SettledFact } from '../../index.ts'

/** An application before a round: what lists, conflicts and ranking need of it. */
export type RoundApplication = {
  applicationId: string
  countyCode: string
  countyName: string
  submissionHash: string
  reviewed: ReviewedApplication
  standing: CountyStanding
  settled: Record<string, SettledFact>
}

const applicationColumns = sql`application_id as "applicationId", county_code as "countyCode", county_name as "countyName",
  submission_hash as "submissionHash", reviewed, submission->'standing' as standing, settled`

/** The applications of a round, by county code. */
export const applicationsOf = (tx: Transaction, roundId: string): Promise<RoundApplication[]> =>
  tx.rows(sql`select ${applicationColumns} from review_application where round_id = ${roundId} order by county_code`)

/** Names of the counties whose applications stand before some rounds and may be seen, by application. */
export async function countyNamesIn(tx: Transaction, roundIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.rows<{ id: string; name: string }>(sql`select application_id as id, county_name as name from review_application
    where round_id = any(${[...roundIds]}::uuid[])`)
  return new Map(rows.map(row => [row.id, row.name]))
}

/** One application with everything that was submitted. */
export const submissionOf = (
  tx: Transaction,
  roundId: string,
  applicationId: string,
): Promise<(RoundApplication & { submission: Submission }) | undefined> =>
  tx.row(
    sql`select ${applicationColumns}, submission from review_application where round_id = ${roundId} and application_id = ${applicationId}`,
  )

/** Ids of the applications that stand before one of these rounds. */
export const applicationIdsIn = async (tx: Transaction, roundIds: readonly string[]): Promise<Set<string>> => {
  const rows = await tx.rows<{ id: string }>(
    sql`select application_id as id from review_application where round_id = any(${[...roundIds]}::uuid[])`,
  )
  return new Set(rows.map(row => row.id))
}

export async function insertApplications(
  tx: Transaction,
  roundId: string,
  submissions: readonly { submission: Submission; hash: string }[],
  realm: string,
): Promise<void> {
  if (submissions.length === 0) return
  const rows = submissions.map(
    ({ submission, hash }) =>
      sql`(${submission.countyCode}, ${roundId}::uuid, ${submission.applicationId}::uuid, ${realm}, ${submission.countyName}, ${JSON.stringify(submission)}::jsonb, ${hash},
        ${JSON.stringify(reviewedApplication(submission))}::jsonb)`,
  )
  await tx.run(sql`insert into review_application (county_code, round_id, application_id, realm, county_name, submission, submission_hash, reviewed)
    values ${join(rows, sql`, `)}`)
}

export const settleFacts = (
  tx: Transaction,
  application: RoundApplication,
  roundId: string,
  settled: Record<string, SettledFact>,
): Promise<number> =>
  tx.run(sql`update review_application set settled = ${JSON.stringify(settled)}::jsonb
    where county_code = ${application.countyCode} and round_id = ${roundId} and application_id = ${application.applicationId}`)

/** Lets the reviewers whose assignments stand read their applications, and nobody else; one statement for the round. */
export const refreshReaders = (tx: Transaction, roundId: string): Promise<number> =>
  tx.run(sql`update review_application a set reviewer_people = array(
      select s.person_id from review_assignment s
      where s.county_code = a.county_code and s.round_id = a.round_id and s.application_id = a.application_id and s.ended_at is null
      order by s.person_id)
    where a.round_id = ${roundId}`)

export type AssignmentRecord = {
  countyCode: string
  roundId: string
  applicationId: string
  expertId: string
  personId: string
  fieldMatch: boolean
  assignedAt: Date
  startedAt: Date | null
  submittedAt: Date | null
  revision: number
  endedAt: Date | null
  endReason: string | null
  recheckReason: string | null
}

const assignments = (tx: Transaction, condition: Fragment): Promise<AssignmentRecord[]> =>
  tx.rows(sql`select county_code as "countyCode", round_id as "roundId", application_id as "applicationId", expert_id as "expertId",
      person_id as "personId", field_match as "fieldMatch", assigned_at as "assignedAt", started_at as "startedAt", submitted_at as "submittedAt",
      revision, ended_at as "endedAt", end_reason as "endReason", recheck_reason as "recheckReason"
    from review_assignment where ${condition} order by county_code, application_id, expert_id`)

export const assignmentsOf = (tx: Transaction, roundId: string): Promise<AssignmentRecord[]> => assignments(tx, sql`round_id = ${roundId}`)

/** One's own assignments that stand. */
export const ownAssignments = (tx: Transaction, personId: string): Promise<AssignmentRecord[]> =>
  assignments(tx, sql`person_id = ${personId} and ended_at is null`)

export const ownAssignment = async (
  tx: Transaction,
  key: { roundId: string; applicationId: string; personId: string },
): Promise<AssignmentRecord | undefined> =>
  (
    await assignments(
      tx,
      sql`round_id = ${key.roundId} and application_id = ${key.applicationId} and person_id = ${key.personId} and ended_at is null`,
    )
  )[0]

export type NewAssignment = { countyCode: string; applicationId: string; expertId: string; personId: string; fieldMatch: boolean }

export async function insertAssignments(
  tx: Transaction,
  round: ReviewRound,
  pairs: readonly NewAssignment[],
  { realm, now }: { realm: string; now: Date },
): Promise<void> {
  if (pairs.length === 0) return
  const rows = pairs.map(
    pair => sql`(${pair.countyCode}, ${round.id}::uuid, ${pair.applicationId}::uuid, ${pair.expertId}::uuid, ${realm}, ${pair.personId},
      ${pair.fieldMatch}::boolean, ${now}::timestamptz)`,
  )
  await tx.run(sql`insert into review_assignment (county_code, round_id, application_id, expert_id, realm, person_id, field_match, assigned_at)
    values ${join(rows, sql`, `)}`)
}

const key = (each: AssignmentRecord): Fragment =>
  sql`county_code = ${each.countyCode} and round_id = ${each.roundId} and application_id = ${each.applicationId} and expert_id = ${each.expertId}`

export const markStarted = (tx: Transaction, assignment: AssignmentRecord, now: Date): Promise<number> =>
  tx.run(sql`update review_assignment set started_at = coalesce(started_at, ${now}) where ${key(assignment)}`)

/** A sheet was handed in; a request to look again is thereby answered. */
export const markSubmitted = (tx: Transaction, assignment: AssignmentRecord, revision: number, now: Date): Promise<number> =>
  tx.run(sql`update review_assignment set started_at = coalesce(started_at, ${now}), submitted_at = ${now}, revision = ${revision},
    recheck_reason = null where ${key(assignment)}`)

/** Ends assignments that stand; one statement. */
export async function endAssignments(tx: Transaction, ended: readonly AssignmentRecord[], reason: string, now: Date): Promise<void> {
  if (ended.length === 0) return
  await tx.run(sql`update review_assignment set ended_at = ${now}, end_reason = ${reason}
    where ended_at is null and (${join(ended.map(key), sql` or `)})`)
}

export const askToRecheck = (tx: Transaction, assignment: AssignmentRecord, reason: string): Promise<number> =>
  tx.run(sql`update review_assignment set recheck_reason = ${reason} where ${key(assignment)} and ended_at is null`)
