import { sql } from '@jincun/db'
import type { Transaction } from '@jincun/db'
import type { ReviewRound } from '../../index.ts'

export type OutcomeRecord = { content: string; hash: string; confirmedAt: Date }

export const getOutcome = (tx: Transaction, round: Pick<ReviewRound, 'provinceCode' | 'id'>): Promise<OutcomeRecord | undefined> =>
  tx.row(sql`select content, hash, confirmed_at as "confirmedAt" from review_outcome
    where county_code = ${round.provinceCode} and round_id = ${round.id}`)

export const insertOutcome = (
  tx: Transaction,
  round: ReviewRound,
  { content, hash }: { content: string; hash: string },
  stamp: { realm: string; personId: string; now: Date },
): Promise<number> =>
  tx.run(sql`insert into review_outcome (county_code, round_id, realm, content, hash, confirmed_at, confirmed_by)
    values (${round.provinceCode}, ${round.id}, ${stamp.realm}, ${content}, ${hash}, ${stamp.now}, ${stamp.personId})`)
