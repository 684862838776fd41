import { sql } from '@jincun/db'
import type { Transaction } from '@jincun/db'

/** How far a round has come: answers to invitations, and assignments that stand, were handed in, or ended. */
export type RoundCounts = { pending: number; accepted: number; declined: number; assigned: number; submitted: number; ended: number }

/** Two queries, whatever the number of rounds. */
export async function countsOf(tx: Transaction, roundIds: readonly string[]): Promise<Map<string, RoundCounts>> {
  const invitations = await tx.rows<{ id: string; pending: number; accepted: number; declined: number }>(sql`select round_id as id,
      count(*) filter (where state = 'invited')::int as pending, count(*) filter (where state = 'accepted')::int as accepted,
      count(*) filter (where state in ('declined', 'replaced'))::int as declined
    from review_invitation where round_id = any(${[...roundIds]}::uuid[]) group by round_id`)
  const work = await tx.rows<{ id: string; assigned: number; submitted: number; ended: number }>(sql`select round_id as id,
      count(*) filter (where ended_at is null)::int as assigned,
      count(*) filter (where ended_at is null and submitted_at is not null)::int as submitted,
      count(*) filter (where ended_at is not null)::int as ended
    from review_assignment where round_id = any(${[...roundIds]}::uuid[]) group by round_id`)
  const none: RoundCounts = { pending: 0, accepted: 0, declined: 0, assigned: 0, submitted: 0, ended: 0 }
  return new Map(roundIds.map(id => [id, { ...none, ...invitations.find(row => row.id === id), ...work.find(row => row.id === id) }]))
}
