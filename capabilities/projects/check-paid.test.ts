import { expect, test } from 'vitest'
import { demoContract, demoContractLine, demoContractor, demoFen, demoProject } from './demo-county.ts'
import { checkPaidKept } from './index.ts'
import type { Contract, PaidOnContract } from './index.ts'

/** A contract of 100 万元: lines of 60 and 40, milestones of 30, 40 and 30, an advance of 30. */
const contract = demoContract({
  project: demoProject('paid', '物流', ['one'], 'joint-delivery', '2020-01-01', '2020-12-31'),
  contractor: demoContractor('甲', '91350100M000100Y43'),
  procurementId: null,
  number: '1号',
  lines: [
    demoContractLine('shelves', 'one', '货架', 'equipment-logistics', '60', '60'),
    demoContractLine('scanners', 'one', '扫码枪', 'equipment-logistics', '40', '40'),
  ],
  from: '2020-01-01',
  until: '2020-12-31',
  data: ['activities'],
})
const fen = (wan: string): bigint => BigInt(demoFen(wan))
const paid = (change: Partial<PaidOnContract> = {}): PaidOnContract => ({
  totalFen: 0n,
  advanceFen: 0n,
  milestones: new Map(),
  lines: new Map(),
  ...change,
})
const codes = (after: Partial<Contract>, on: PaidOnContract): string[] =>
  checkPaidKept({ ...contract, ...after }, on).map(({ code, status, clause }) => `${code} ${status} ${clause}`)
const unmet = (code: string): string[] => [`${code} unmet notice-2020/6.2`]
const shares = (...basisPoints: number[]) => contract.milestones.map((each, at) => ({ ...each, shareBasisPoints: basisPoints[at] ?? 0 }))

test.each<[string, Partial<Contract>, PaidOnContract, string[]]>([
  [
    'nothing paid, everything cut',
    { amountFen: '1', lines: contract.lines.slice(1), milestones: contract.milestones.slice(1) },
    paid(),
    [],
  ],
  ['a price of exactly what is paid', { amountFen: demoFen('50') }, paid({ totalFen: fen('50') }), []],
  ['a price one 分 below', { amountFen: String(fen('50') - 1n) }, paid({ totalFen: fen('50') }), unmet('paid-within-price')],
  ['an advance of exactly what is paid', { advanceBasisPoints: 2_000 }, paid({ advanceFen: fen('20') }), []],
  [
    'an advance a hundredth of a per cent below',
    { advanceBasisPoints: 1_999 },
    paid({ advanceFen: fen('20') }),
    unmet('paid-advance-kept'),
  ],
  [
    'a milestone of exactly what is paid',
    { milestones: shares(2_500, 4_500, 3_000) },
    paid({ milestones: new Map([['start', fen('25')]]) }),
    [],
  ],
  [
    'a milestone a hundredth of a per cent below',
    { milestones: shares(2_499, 4_501, 3_000) },
    paid({ milestones: new Map([['start', fen('25')]]) }),
    unmet('paid-milestone-kept'),
  ],
  [
    'a paid milestone under another id',
    { milestones: contract.milestones.map(each => (each.id === 'start' ? { ...each, id: 'begin' } : each)) },
    paid({ milestones: new Map([['start', 1n]]) }),
    unmet('paid-milestone-kept'),
  ],
  ['another milestone gone', { milestones: contract.milestones.slice(0, 2) }, paid({ milestones: new Map([['start', fen('30')]]) }), []],
  [
    'a line one 分 below',
    { lines: contract.lines.map(each => (each.id === 'scanners' ? { ...each, amountFen: String(fen('40') - 1n) } : each)) },
    paid({ lines: new Map([['scanners', fen('40')]]) }),
    unmet('paid-line-kept'),
  ],
  ['a paid line gone', { lines: contract.lines.slice(0, 1) }, paid({ lines: new Map([['scanners', 1n]]) }), unmet('paid-line-kept')],
])('%s', (_what, after, on, expected) => {
  expect(codes(after, on)).toEqual(expected)
})
