import { join, sql } from '@jincun/db'
import type { Transaction } from '@jincun/db'
import type { Fen } from '@jincun/kernel'
import { PlanReview, QuotaApproval } from '../index.ts'
import type { Settlement } from '../index.ts'

type Stamp = { realm: string; personId: string | null; now: Date }

/**
 * One decision on a year's numbers and money at a time, until the transaction ends: taken before anything is read, so that no plan is scored,
 * number approved, advance entered or list published on facts that a settlement is changing.
 */
export const lockSettlement = (tx: Transaction, year: number): Promise<number> =>
  tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${`settlement of ${year}`}, 0))`)

type ReviewRow = { county_code: string; year: number; score: string; comment: string; reviewed_by_name: string; reviewed_at: Date }

const reviewOf = (row: ReviewRow): PlanReview =>
  PlanReview.parse({
    provinceCode: row.county_code,
    year: row.year,
    score: row.score,
    comment: row.comment,
    reviewedBy: row.reviewed_by_name,
    reviewedAt: row.reviewed_at.toISOString(),
  })

/** The latest plan review of each province in scope. */
export async function latestReviews(tx: Transaction, year: number): Promise<Map<string, PlanReview>> {
  const rows = await tx.rows<ReviewRow>(
    sql`select distinct on (county_code) * from plan_review where year = ${year} order by county_code, reviewed_at desc, id desc`,
  )
  return new Map(rows.map(row => [row.county_code, reviewOf(row)]))
}

/** A review by its id, for one that is sent twice. */
export async function findReview(tx: Transaction, provinceCode: string, id: string): Promise<PlanReview | undefined> {
  const row = await tx.row<ReviewRow>(sql`select * from plan_review where county_code = ${provinceCode} and id = ${id}`)
  return row && reviewOf(row)
}

export async function insertReview(tx: Transaction, id: string, review: PlanReview, stamp: Stamp): Promise<void> {
  await tx.run(sql`insert into plan_review (county_code, id, realm, year, score, comment, reviewed_at, reviewed_by, reviewed_by_name)
    values (${review.provinceCode}, ${id}, ${stamp.realm}, ${review.year}, ${review.score}, ${review.comment}, ${stamp.now}, ${stamp.personId}, ${review.reviewedBy})`)
}

type ApprovalRow = {
  county_code: string
  id: string
  approved: number
  provisional: number | null
  plan_score: string
  reason: string
  approved_by_name: string
  approved_at: Date
}

const approvalOf = (row: ApprovalRow, year: number): QuotaApproval =>
  QuotaApproval.parse({
    id: row.id,
    provinceCode: row.county_code,
    year,
    approved: row.approved,
    provisional: row.provisional,
    planScore: row.plan_score,
    reason: row.reason,
    approvedBy: row.approved_by_name,
    approvedAt: row.approved_at.toISOString(),
  })

/** The approval that counts of each province in scope. */
export async function latestApprovals(tx: Transaction, year: number): Promise<Map<string, QuotaApproval>> {
  const rows = await tx.rows<ApprovalRow>(sql`select distinct on (county_code) county_code, id, approved, provisional, plan_score, reason,
    approved_by_name, approved_at from quota_approval where year = ${year} order by county_code, approved_at desc, id desc`)
  return new Map(rows.map(row => [row.county_code, approvalOf(row, year)]))
}

export async function findApproval(tx: Transaction, provinceCode: string, id: string): Promise<QuotaApproval | undefined> {
  const row = await tx.row<ApprovalRow & { year: number }>(
    sql`select * from quota_approval where county_code = ${provinceCode} and id = ${id}`,
  )
  return row && approvalOf(row, row.year)
}

export async function insertApproval(tx: Transaction, approval: QuotaApproval, stamp: Stamp): Promise<void> {
  const { provinceCode, id, year, approved, provisional, planScore, reason, approvedBy } = approval
  await tx.run(sql`insert into quota_approval (county_code, id, realm, year, approved, provisional, plan_score, reason, approved_at, approved_by, approved_by_name)
    values (${provinceCode}, ${id}, ${stamp.realm}, ${year}, ${approved}, ${provisional}, ${planScore}, ${reason}, ${stamp.now}, ${stamp.personId}, ${approvedBy})`)
}

export type Advance = { id: string; provinceCode: string; amount: Fen; document: string; allottedOn: string; enteredAt: string }

/** Every advance of a year in scope, oldest first. */
export async function advancesOf(tx: Transaction, year: number): Promise<Advance[]> {
  const rows = await tx.rows<{ county_code: string; id: string; amount: Fen; document: string; allotted_on: string; entered_at: Date }>(
    sql`select county_code, id, amount, document, allotted_on, entered_at from advance_allotment where year = ${year} order by allotted_on, entered_at, id`,
  )
  return rows.map(row => ({
    id: row.id,
    provinceCode: row.county_code,
    amount: row.amount,
    document: row.document,
    allottedOn: row.allotted_on,
    enteredAt: row.entered_at.toISOString(),
  }))
}

export async function insertAdvance(tx: Transaction, year: number, advance: Omit<Advance, 'enteredAt'>, stamp: Stamp): Promise<void> {
  await tx.run(sql`insert into advance_allotment (county_code, id, realm, year, amount, document, allotted_on, entered_at, entered_by)
    values (${advance.provinceCode}, ${advance.id}, ${stamp.realm}, ${year}, ${advance.amount}, ${advance.document}, ${advance.allottedOn}::date, ${stamp.now}, ${stamp.personId})`)
}

export type SettledLine = {
  provinceCode: string
  settlementId: string
  approved: number
  incentive: number
  counties: number
  standard: Fen
  advance: Fen
  due: Fen
  makeUp: Fen
  giveBack: Fen
  settledAt: string
}

/** The settled lines of a year in scope; none before settlement. */
export async function settledLines(tx: Transaction, year: number): Promise<SettledLine[]> {
  const rows = await tx.rows<
    Omit<SettledLine, 'settledAt'> & { settledAt: Date }
  >(sql`select county_code as "provinceCode", settlement_id as "settlementId", approved,
    incentive, counties, standard, advance, due, make_up as "makeUp", give_back as "giveBack", settled_at as "settledAt"
    from settlement_line where year = ${year} order by county_code`)
  return rows.map(row => ({ ...row, settledAt: row.settledAt.toISOString() }))
}

/** Writes all lines in one statement: all or none. */
export async function insertSettlement(tx: Transaction, id: string, { year, standard, lines }: Settlement, stamp: Stamp): Promise<void> {
  const rows = lines.map(
    line => sql`(${line.provinceCode}, ${stamp.realm}, ${year}::int, ${id}::uuid, ${line.approved}::int, ${line.incentive}::int, ${line.counties}::int,
      ${standard}::bigint, ${line.advance}::bigint, ${line.due}::bigint, ${line.makeUp}::bigint, ${line.giveBack}::bigint, ${stamp.now}::timestamptz)`,
  )
  await tx.run(sql`insert into settlement_line (county_code, realm, year, settlement_id, approved, incentive, counties, standard, advance, due, make_up,
    give_back, settled_at) values ${join(rows, sql`, `)}`)
}
