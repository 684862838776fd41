import type { FindingStatus } from '@jincun/policy'
import { loadPolicy } from '@jincun/policy/load'
import { expect, test } from 'vitest'
import { measuredFacts } from './facts.ts'
import { checkApplication, nothingMeasured } from './index.ts'
import { anApplication, aStanding } from './testing/factory.ts'

const pack = loadPolicy()
const formula = { zh: '拨付率 = 甲 ÷ 乙', en: 'rate = a / b' }
const share = (part: bigint, whole: bigint) => ({ part, whole, formula, batchYears: [2016, 2018], asOf: '2020-05-20' })
const declared = { receivedWan: '1850', disbursedWan: '1850', accepted: 20, total: 20 }
const rate = (part: bigint, whole: bigint) =>
  checkApplication(anApplication(pack, { demo: { type: 'repeat', repeat: declared } }), aStanding(), pack, {
    disbursement: share(part, whole),
  }).find(({ code }) => code === 'repeat-disbursement-rate')

test.each<[bigint, bigint, FindingStatus]>([
  [90n, 100n, 'met'],
  [166_500_000_000n, 185_000_000_000n, 'met'],
  [166_499_999_999n, 185_000_000_000n, 'unmet'],
  [0n, 1n, 'unmet'],
])('the ledger’s %i of %i fen decides, whatever was declared: %s', (part, whole, status) => {
  expect(rate(part, whole)).toMatchObject({ status, clause: 'notice-2020/4.4', force: 'must' })
})

test('the finding says the formula, the day, the batches, what was declared instead, and opens to the ledger', () => {
  const finding = rate(889n, 1000n)
  expect(finding?.measured).toBe('88.90%（资金台账，2020-05-20）')
  for (const part of ['拨付率 = 甲 ÷ 乙', '2016、2018年批次', '截至2020-05-20', '申报数 100.00% 与台账不一致'])
    expect(finding?.message.zh).toContain(part)
  expect(finding?.rows[0]).toMatchObject({ kind: 'ledger-money', key: aStanding().countyCode })
  expect(rate(1000n, 1000n)?.message.zh).not.toContain('不一致')
})

test('a fact for the county too: the ledger’s, unknown where a supported county’s money is not in it, nothing for others', () => {
  expect(measuredFacts(aStanding(), { disbursement: share(1n, 3n) })).toMatchObject([
    { value: '33.33%', source: '资金台账，2016、2018年批次，截至2020-05-20；拨付率 = 甲 ÷ 乙' },
  ])
  expect(measuredFacts(aStanding({ supportedBefore: 'yes' }), nothingMeasured)).toMatchObject([{ id: 'disbursement-rate', value: null }])
  expect(measuredFacts(aStanding({ supportedBefore: 'no' }), nothingMeasured)).toEqual([])
})
