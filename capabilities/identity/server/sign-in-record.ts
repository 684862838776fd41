import { compile, sql } from '@jincun/db'
import type { Pool } from 'pg'
import { lockEnd } from '../index.ts'
import type { LockOutPolicy, SignInRecord } from '../index.ts'

/**
 * Tries of each account, counted in one statement each under the row's lock, so that tries at the same instant all count.
 * Outside the request's transaction: what a refusal rolls back must not take its count with it.
 */
export const createSignInRecord = (pool: Pool) => ({
  async find(username: string): Promise<SignInRecord> {
    const found = await pool.query(
      compile(sql`select failures, locked_until as "lockedUntil" from sign_in_record where username = ${username}`),
    )
    return (found.rows[0] as SignInRecord | undefined) ?? { failures: 0, lockedUntil: null }
  },

  /** Counts a failed try. The one that reaches the limit begins the wait; later ones do not lengthen it; after it the count begins anew. */
  async fail(username: string, policy: LockOutPolicy, now: Date): Promise<SignInRecord> {
    const end = lockEnd(policy, now)
    const counted = await pool.query(
      compile(sql`insert into sign_in_record as record
        values (${username}, 1, case when ${policy.attempts}::int <= 1 then ${end}::timestamptz end)
        on conflict (username) do update set (failures, locked_until) = (
          select count, case when record.locked_until > ${now}::timestamptz then record.locked_until
            when count >= ${policy.attempts}::int then ${end}::timestamptz end
          from (select case when record.locked_until <= ${now}::timestamptz then 1 else record.failures + 1 end as count) as next)
        returning failures, locked_until as "lockedUntil"`),
    )
    return counted.rows[0] as SignInRecord
  },

  /** Clears the count of an account that proved itself; false when it was locked meanwhile, and stays so. */
  async pass(username: string, now: Date): Promise<boolean> {
    const cleared = await pool.query(
      compile(sql`insert into sign_in_record as record values (${username}, 0, null)
        on conflict (username) do update set failures = 0, locked_until = null
        where record.locked_until is null or record.locked_until <= ${now}::timestamptz`),
    )
    return cleared.rowCount === 1
  },
})
