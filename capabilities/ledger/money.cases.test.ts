import { readFileSync } from 'node:fs'
import { fenFromWanYuanText, formatYuan } from '@jincun/kernel'
import { PolicyGap } from '@jincun/policy'
import { loadPolicy } from '@jincun/policy/load'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import {
  accountId,
  accountsOfPath,
  allot,
  budgetLine,
  carriedOverState,
  contribute,
  disbursementRate,
  emptyBalance,
  emptyBook,
  figuresOf,
  foldTransfer,
  keyOf,
  leg,
  leverageOf,
  moneyMap,
  moveClause,
  moveClauseOf,
  nowhere,
  stepTimers,
} from './index.ts'
import type { MoneyRow, Movement, MovementPaper } from './index.ts'

type Case = {
  name: string
  countyCode: string
  budgetYear: number
  batchYear: number
  given: { central: string; local: string; enterprise: string; paidFromCentral: string }
  then: { totalFen: string; unspentCentralFen: string; percent: string }
}
const cases = parse(readFileSync(new URL('./cases/zhangshu.yaml', import.meta.url), 'utf8')) as Case[]
const policy = loadPolicy()
const fen = (wan: string) => fenFromWanYuanText(wan) ?? 0n
const paper = (id: string): MovementPaper => ({
  id,
  realm: 'demo',
  businessDate: '2021-10-01',
  document: '',
  clause: 'notice-2020/5.6',
  reason: '',
  ...nowhere,
})

/** The published sums as movements: allotted, matched, invested, assigned, paid. */
function movementsOf({ countyCode, budgetYear, batchYear, given }: Case): Movement[] {
  const batch = { source: 'central' as const, budgetYear, batchYear }
  const path = { countyCode, batch, line: { id: 'all', title: '' }, project: { id: 'all', title: '' }, contract: { id: 'all', title: '' } }
  const { line, project, payee } = accountsOfPath(path)
  const paid = fen(given.paidFromCentral)
  return [
    allot(paper('a'), countyCode, batch, fen(given.central)),
    contribute(paper('b'), countyCode, { ...batch, source: 'local' }, fen(given.local)),
    contribute(paper('c'), countyCode, { ...batch, source: 'enterprise' }, fen(given.enterprise)),
    budgetLine(paper('d'), path, paid),
    {
      accounts: [line, project, payee],
      transfers: [leg(paper('e'), 'assign', line, project, paid), leg(paper('f'), 'disburse', project, payee, paid)],
    },
  ]
}

test.each(cases)('$name', each => {
  const movements = movementsOf(each)
  const book = emptyBook()
  for (const { transfers } of movements) for (const transfer of transfers) foldTransfer(book, transfer)
  const accounts = new Map(movements.flatMap(({ accounts: own }) => own).map(account => [accountId('demo', account), account]))
  const standing = [...accounts].map(([id, account]) => ({ ...keyOf(account), ...(book.balances.get(id) ?? emptyBalance) }))
  const rows = moneyMap(standing).filter(row => row.countyCode === each.countyCode)
  expect(rows.reduce((sum, row) => sum + row.received, 0n)).toBe(BigInt(each.then.totalFen))
  const central = rows.filter(row => row.source === 'central')
  expect(central.map(row => String(row.unspent))).toEqual([each.then.unspentCentralFen])
  expect(disbursementRate(figuresOf(central), policy, 2020)).toMatchObject({ percent: each.then.percent, clause: 'notice-2020/4.4' })
  const howTo = readFileSync(new URL('../../docs/how-to/follow-the-money.md', import.meta.url), 'utf8')
  for (const amount of [each.then.totalFen, each.then.unspentCentralFen]) expect(howTo).toContain(`${formatYuan(BigInt(amount))} 元`)
  expect(howTo).toContain(`${each.then.percent} %`)
})

test.each<[string, [MoneyRow['source'], bigint][], string | null]>([
  ['no central money', [['local', 100n]], null],
  ['nothing beside it', [['central', 100n]], '0.00'],
  [
    'a fen below half',
    [
      ['central', 200n],
      ['local', 99n],
    ],
    '0.49',
  ],
  [
    'half, from both',
    [
      ['central', 200n],
      ['local', 60n],
      ['enterprise', 40n],
    ],
    '0.50',
  ],
])('leverage, %s', (_what, rows, perYuan) => {
  expect(
    leverageOf(
      rows.map(([source, received]) => ({ source, received })),
      policy,
      2020,
    ),
  ).toMatchObject({ perYuan })
})

test('a move of money rests on the notice of its batch; what that notice does not know has no clause', () => {
  expect(moveClauseOf(policy, 'county-allotment', 2017, '2020-05-20')).toBe('notice-2017/5.3')
  expect(moveClauseOf(policy, 'county-allotment', 2019, '2020-05-20')).toBe('notice-2020/5.6')
  expect(moveClause(policy, 'advance-allotment', 2020)).toBe('notice-2020/5.1')
  for (const move of ['advance-allotment', 'settlement'] as const)
    expect(() => moveClauseOf(policy, move, 2017, '2020-05-20')).toThrow(PolicyGap)
  expect(policy.lists.get('money-moves')?.values[2017]?.every(({ clause }) => clause.startsWith('notice-2017/'))).toBe(true)
})

test('nothing received is no data, not zero per cent', () => {
  expect(disbursementRate(figuresOf([]), policy, 2020).percent).toBeNull()
})

test.each([
  [2018, '2020-05-20', 'to-reclaim', 0],
  [2019, '2020-05-20', 'counting-down', 226],
  [2019, '2021-01-01', 'to-reclaim', 0],
  [2019, '2020-12-31', 'counting-down', 1],
  [2020, '2020-05-20', 'current', 591],
] as const)('money of %i on %s: %s', (budgetYear, today, state, daysLeft) => {
  expect(carriedOverState(policy, 2020, budgetYear, today)).toMatchObject({ state, daysLeft, clause: 'notice-2020/3.7' })
})

describe('clocks', () => {
  const at = (days: number) => new Date(Date.UTC(2020, 2, 1 + days)).toISOString().slice(0, 10)
  const none = { centralAllotment: null, provincialAllotment: null, firstAssignment: null, firstPayment: null }
  const limits = Object.fromEntries(stepTimers(none, policy, 2020, at(0)).map(({ step, limitDays }) => [step, limitDays]))
  const begun = { ...none, centralAllotment: at(0), provincialAllotment: at(0) }

  test.each([
    ['provincial-allotment', { ...none, centralAllotment: at(0) }],
    ['first-assignment', begun],
    ['first-payment', begun],
  ] as const)('%s: running on the last day of its limit, late on the next, and said so once it is done', (step, dates) => {
    const limit = limits[step] ?? 0
    const timer = (today: string, taken: object = {}) =>
      stepTimers({ ...dates, ...taken }, policy, 2020, today).find(each => each.step === step)
    expect(timer(at(limit))).toMatchObject({ state: 'running', days: limit })
    expect(timer(at(limit + 1))).toMatchObject({ state: 'late', days: limit + 1 })
    const done = { 'provincial-allotment': 'provincialAllotment', 'first-assignment': 'firstAssignment', 'first-payment': 'firstPayment' }[
      step
    ]
    expect(timer(at(400), { [done]: at(limit) })).toMatchObject({ state: 'done', days: limit })
    expect(timer(at(400), { [done]: at(limit + 1) })).toMatchObject({ state: 'done-late', days: limit + 1 })
  })

  test('14 months from the allotment to the first payment are seen on day 31, the first day after the limit of 30', () => {
    expect(limits).toMatchObject({ 'provincial-allotment': 30, 'first-payment': 30 })
    expect(stepTimers(none, policy, 2020, at(400)).every(({ state }) => state === 'not-begun')).toBe(true)
  })
})
