import { expect, test } from 'vitest'
import { afterFailure, isLocked } from './lock-out.ts'

const policy = { attempts: 5, minutes: 15 }
const at = (time: string) => new Date(`2020-05-20T${time}+08:00`)

test('the fourth failure does not lock, the fifth does', () => {
  expect(afterFailure({ failures: 3, lockedUntil: null }, policy, at('09:00:00'))).toEqual({ failures: 4, lockedUntil: null })
  expect(afterFailure({ failures: 4, lockedUntil: null }, policy, at('09:00:00'))).toEqual({ failures: 0, lockedUntil: at('09:15:00') })
})

test('the lock holds until its last second and not beyond', () => {
  const record = { failures: 0, lockedUntil: at('09:15:00') }
  expect(isLocked(record, at('09:14:59'))).toBe(true)
  expect(isLocked(record, at('09:15:00'))).toBe(false)
})
