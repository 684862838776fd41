/** Failed sign-ins of an account in a row, and until when it must wait. */
export type SignInRecord = { failures: number; lockedUntil: Date | null }

export type LockOutPolicy = { attempts: number; minutes: number }

/** Whether the account must wait at that instant. */
export const isLocked = (record: SignInRecord, now: Date): boolean => record.lockedUntil !== null && now < record.lockedUntil

/** When the wait ends that a failure at this instant begins. */
export const lockEnd = (policy: LockOutPolicy, now: Date): Date => new Date(now.getTime() + policy.minutes * 60_000)
