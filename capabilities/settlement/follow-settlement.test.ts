import { emptyBook, foldTransfer } from '@jincun/ledger'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countyMovement, countyRemainder, settlementMovement, together } from './follow-settlement.ts'

const paper = { realm: 'demo', document: '（测试）财建〔2020〕1号', businessDate: '2020-07-10', clause: 'notice-2020/5.4' }
const settlementId = '01900000-0000-7000-8000-000000000001'
const line = (makeUp: bigint, giveBack: bigint) => ({ settlementId, provinceCode: '510000', makeUp, giveBack })

test.each<[string, bigint, bigint, string[]]>([
  ['a fen too little is made up', 1n, 0n, ['appropriate', 'allot', 'receive']],
  ['a fen too much is given back', 0n, 1n, ['give-back', 'take-back']],
  ['exactly what was due moves nothing', 0n, 0n, []],
])('%s', (_name, makeUp, giveBack, kinds) => {
  const movement = settlementMovement(line(makeUp, giveBack), 2020, paper)
  expect((movement?.transfers ?? []).map(({ kind, amount, clause }) => `${kind} ${amount} ${clause}`)).toEqual(
    kinds.map(kind => `${kind} 1 notice-2020/5.4`),
  )
})

test('the same settlement and province give the same transfers, whoever asks; another settlement others', () => {
  const ids = (id: string) => settlementMovement({ ...line(5n, 0n), settlementId: id }, 2020, paper)?.transfers.map(transfer => transfer.id)
  expect(ids(settlementId)).toEqual(ids(settlementId))
  expect(ids(settlementId)).not.toEqual(ids('01900000-0000-7000-8000-000000000002'))
})

test.each([
  [1_500n, 0n, 1_500n],
  [1_500n, 1_499n, 1n],
  [1_500n, 1_500n, 0n],
  [1_500n, 1_501n, 0n],
])('of %i a county that received %i lacks %i', (standard, received, remainder) => {
  expect(countyRemainder(standard, received)).toBe(remainder)
})

test('whatever a province is owed or owes, both books change by the same amount and nothing else', () => {
  const lines = fc.uniqueArray(fc.integer({ min: 11, max: 65 }), { maxLength: 31 })
  fc.assert(
    fc.property(lines, fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), (codes, balance) => {
      const [makeUp, giveBack] = balance > 0n ? [balance, 0n] : [0n, -balance]
      const movements = codes.flatMap(
        code => settlementMovement({ settlementId, provinceCode: `${code}0000`, makeUp, giveBack }, 2020, paper) ?? [],
      )
      const { transfers } = together(movements)
      const book = emptyBook()
      for (const transfer of transfers) foldTransfer(book, transfer)
      expect(book.debits).toBe(book.credits)
      const own = transfers.filter(({ kind }) => kind === 'receive' || kind === 'give-back')
      const moved = own.reduce((sum, { kind, amount }) => sum + (kind === 'receive' ? amount : -amount), 0n)
      expect(moved).toBe(BigInt(codes.length) * balance)
    }),
  )
})

test('a county that lacks nothing gets no movement; one that does gets the rest in its own book and its province’s', () => {
  const county = { listId: settlementId, countyCode: '513431', standard: 1_500n, received: 800n }
  expect(countyMovement({ ...county, received: 1_500n }, 2020, paper)).toBeNull()
  expect(countyMovement(county, 2020, paper)?.transfers.map(({ countyCode, kind, amount }) => [countyCode, kind, amount])).toEqual([
    ['510000', 'allot', 700n],
    ['513431', 'receive', 700n],
  ])
})
