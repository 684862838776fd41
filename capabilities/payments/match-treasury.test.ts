import { expect, test } from 'vitest'
import { matchTreasury } from './index.ts'
import type { TreasuryLine } from './index.ts'

const line = (row: number, voucher: string, payee: string, amount: bigint, bounced = false): TreasuryLine => ({
  row,
  voucher,
  paidOn: '2020-05-20',
  payee,
  amount,
  bounced,
})
const payables = [
  { id: 'a', state: 'approved', payee: '甲', amount: 100n, voucher: null },
  { id: 'b', state: 'approved', payee: '乙', amount: 50n, voucher: null },
  { id: 'c', state: 'approved', payee: '乙', amount: 50n, voucher: null },
  { id: 'd', state: 'paid', payee: '丙', amount: 70n, voucher: 'V1' },
  { id: 'e', state: 'bounced', payee: '丁', amount: 70n, voucher: 'V2' },
]

test.each([
  ['payee and amount of the one that waits', line(2, 'V9', '甲', 100n), 'to-post', 'a'],
  ['another amount', line(2, 'V9', '甲', 99n), 'amount-differs', 'a'],
  ['two that wait alike', line(2, 'V9', '乙', 50n), 'ambiguous', null],
  ['nobody waits', line(2, 'V9', '戊', 100n), 'unknown', null],
  ['a voucher posted before', line(2, 'V1', '丙', 70n), 'posted-before', 'd'],
  ['a voucher posted before with another amount', line(2, 'V1', '丙', 71n), 'amount-differs', 'd'],
  ['a voucher that came back', line(2, 'V1', '丙', 70n, true), 'to-bounce', 'd'],
  ['a voucher that came back before', line(2, 'V2', '丁', 70n, true), 'bounced-before', 'e'],
  ['an unknown one that came back', line(2, 'V9', '甲', 100n, true), 'unknown', null],
] as const)('%s', (_what, sent, outcome, requestId) => {
  expect(matchTreasury([sent], payables).matches).toMatchObject([{ outcome, requestId }])
})

test('a voucher twice in a file is posted not even once; what is not in the file is listed', () => {
  const { matches, notInFile } = matchTreasury([line(2, 'V9', '甲', 100n), line(3, 'V9', '甲', 100n)], payables)
  expect(matches.map(match => match.outcome)).toEqual(['voucher-twice', 'voucher-twice'])
  expect(notInFile.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
})
