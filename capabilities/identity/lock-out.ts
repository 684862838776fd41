/** Failed sign-ins of one account, newest last, and when it may try again. */
export type SignInRecord = { failures: number; lockedUntil: Date | null }

export type LockOutPolicy = { attempts: number; minutes: number }

/** Whether the account must wait at that instant. */
export const isLocked = (record: SignInRecord, now: Date): boolean => record.lockedUntil !== null && now < record.lockedUntil

/** The record after a failed try: at the last allowed one the account waits and the count starts anew. */
export function afterFailure(record: SignInRecord, policy: LockOutPolicy, now: Date): SignInRecord {
  const failures = record.failures + 1
  if (failures < policy.attempts) return { failures, lockedUntil: null }
  return { failures: 0, lockedUntil: new Date(now.getTime() + policy.minutes * 60_000) }
}
