import { join, sql } from '@jincun/db'
import type { Transaction } from '@jincun/db'
import { DrawPlan, Invitation, SeedSource } from '../../index.ts'
import type { Draw, DrawCandidate, DrawCommitment, DrawnExpert, ReviewRound } from '../../index.ts'
import { z } from 'zod'

/** What is on record of a round's draw: committed, and drawn or not yet. */
export type DrawRecord = { commitment: DrawCommitment; committedAt: string; draw: Draw | null; drawnAt: string | null }

type Row = {
  plan: unknown
  sources: unknown
  pool: DrawCandidate[]
  pool_hash: string
  committed_at: Date
  parts: string[] | null
  seed: string | null
  drawn: DrawnExpert[] | null
  drawn_at: Date | null
}

export async function getDraw(tx: Transaction, round: ReviewRound): Promise<DrawRecord | undefined> {
  const row = await tx.row<Row>(sql`select plan, sources, pool, pool_hash, committed_at, parts, seed, drawn, drawn_at from review_draw
    where county_code = ${round.provinceCode} and round_id = ${round.id}`)
  if (!row) return undefined
  const commitment = {
    plan: DrawPlan.parse(row.plan),
    sources: z.array(SeedSource).parse(row.sources),
    pool: row.pool,
    poolHash: row.pool_hash,
  }
  const { parts, seed, drawn } = row
  const draw = parts && seed !== null && drawn ? { ...commitment, parts, seed, drawn } : null
  return { commitment, committedAt: row.committed_at.toISOString(), draw, drawnAt: row.drawn_at?.toISOString() ?? null }
}

export const insertCommitment = (
  tx: Transaction,
  round: ReviewRound,
  { plan, sources, pool, poolHash }: DrawCommitment,
  { realm, now }: { realm: string; now: Date },
): Promise<number> =>
  tx.run(sql`insert into review_draw (county_code, round_id, realm, plan, sources, pool, pool_hash, committed_at)
    values (${round.provinceCode}, ${round.id}, ${realm}, ${JSON.stringify(plan)}::jsonb, ${JSON.stringify(sources)}::jsonb,
      ${JSON.stringify(pool)}::jsonb, ${poolHash}, ${now})`)

export const saveDraw = (tx: Transaction, round: ReviewRound, { parts, seed, drawn }: Draw, now: Date): Promise<number> =>
  tx.run(sql`update review_draw set parts = ${JSON.stringify(parts)}::jsonb, seed = ${seed}, drawn = ${JSON.stringify(drawn)}::jsonb, drawn_at = ${now}
    where county_code = ${round.provinceCode} and round_id = ${round.id} and drawn is null`)

/** An invitation with the seat it is for. */
export type InvitationRecord = {
  invitation: Invitation
  personId: string | null
  forField: string | null
  /** Ties the expert declared with the answer. */
  declared: DeclaredTie[]
  invitedAt: string
  provinceCode: string
}

export type DeclaredTie = { countyCode: string; text: string }

type InvitationRow = {
  county_code: string
  id: string
  round_id: string
  expert_id: string
  person_id: string | null
  declared: DeclaredTie[]
  place: number
  for_field: string | null
  state: string
  reason: string | null
  invited_at: Date
  answered_at: Date | null
}

const invitationOf = (row: InvitationRow): InvitationRecord => ({
  provinceCode: row.county_code,
  personId: row.person_id,
  forField: row.for_field,
  declared: row.declared,
  invitedAt: row.invited_at.toISOString(),
  invitation: Invitation.parse({
    id: row.id,
    roundId: row.round_id,
    expertId: row.expert_id,
    place: row.place,
    state: row.state,
    reason: row.reason,
    answeredAt: row.answered_at?.toISOString() ?? null,
  }),
})

const invitationColumns = sql`county_code, id, round_id, expert_id, person_id, place, for_field, declared, state, reason, invited_at, answered_at`

/** The invitations of a round that the transaction may see, in drawn order: all for the office, one's own for a reviewer. */
export async function invitationsOf(tx: Transaction, roundId: string): Promise<InvitationRecord[]> {
  const rows = await tx.rows<InvitationRow>(
    sql`select ${invitationColumns} from review_invitation where round_id = ${roundId} order by place`,
  )
  return rows.map(invitationOf)
}

export async function ownInvitations(tx: Transaction, personId: string): Promise<InvitationRecord[]> {
  const rows = await tx.rows<InvitationRow>(
    sql`select ${invitationColumns} from review_invitation where person_id = ${personId} order by invited_at desc, id`,
  )
  return rows.map(invitationOf)
}

export type NewInvitation = { id: string; expertId: string; personId: string | null; place: number; forField: string | null }

export async function insertInvitations(
  tx: Transaction,
  round: ReviewRound,
  invitations: readonly NewInvitation[],
  { realm, now }: { realm: string; now: Date },
): Promise<void> {
  if (invitations.length === 0) return
  const rows = invitations.map(
    ({ id, expertId, personId, place, forField }) =>
      sql`(${round.provinceCode}, ${id}::uuid, ${round.id}::uuid, ${realm}, ${expertId}::uuid, ${personId}, ${place}::int, ${forField}, 'invited', ${now}::timestamptz)`,
  )
  await tx.run(sql`insert into review_invitation (county_code, id, round_id, realm, expert_id, person_id, place, for_field, state, invited_at)
    values ${join(rows, sql`, `)}`)
}

/** Records an answer, or that the office replaced the expert, if the invitation is still in one of the states named. */
export const answerInvitation = (
  tx: Transaction,
  { invitation, provinceCode }: Pick<InvitationRecord, 'invitation' | 'provinceCode'>,
  to: { state: Invitation['state']; reason: string | null; declared?: readonly DeclaredTie[]; personId?: string | null; now: Date },
): Promise<number> =>
  tx.run(sql`update review_invitation set state = ${to.state}, reason = ${to.reason}, answered_at = ${to.now},
      declared = coalesce(${to.declared ? JSON.stringify(to.declared) : null}::jsonb, declared), person_id = coalesce(${to.personId ?? null}, person_id)
    where county_code = ${provinceCode} and id = ${invitation.id} and state = ${invitation.state}`)
