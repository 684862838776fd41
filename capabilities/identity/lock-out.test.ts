import { expect, test } from 'vitest'
import { isLocked, lockEnd } from './lock-out.ts'

const at = (time: string) => new Date(`2020-05-20T${time}+08:00`)

test('a lock begun at nine ends fifteen minutes later', () => {
  expect(lockEnd({ attempts: 5, minutes: 15 }, at('09:00:00'))).toEqual(at('09:15:00'))
})

test('the lock holds until its last second and not beyond', () => {
  const record = { failures: 5, lockedUntil: at('09:15:00') }
  expect(isLocked(record, at('09:14:59'))).toBe(true)
  expect(isLocked(record, at('09:15:00'))).toBe(false)
})
