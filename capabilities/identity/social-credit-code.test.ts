import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSocialCreditCode } from './social-credit-code.ts'

const good = '91350100M000100Y43' // the vector published with GB 32100-2015

test.each([
  [good, true],
  ['91350100M000100Y44', false],
  ['91350100M000100Y4', false],
  ['91350100M000100Y430', false],
  ['91350100I000100Y43', false],
  ['9135O100M000100Y43', false],
  ['91350100m000100y43', false],
  ['', false],
])('%s is valid: %s', (code, valid) => {
  expect(isSocialCreditCode(code)).toBe(valid)
})

test('any single changed character is noticed', () => {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
  fc.assert(
    fc.property(fc.nat(16), fc.nat(30), (position, index) => {
      const changed = good.slice(0, position) + alphabet[index] + good.slice(position + 1)
      expect(isSocialCreditCode(changed)).toBe(changed === good)
    }),
  )
})
