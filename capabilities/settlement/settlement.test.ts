import { fenFromWanYuanText } from '@jincun/kernel'
import { mayProceed } from '@jincun/policy'
import type { Parameter } from '@jincun/policy'
import { loadPolicy } from '@jincun/policy/load'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { approveQuota } from './approve-quota.ts'
import type { ApprovalGround } from './approve-quota.ts'
import { checkFinalList, finalChecks, recheckFinalList } from './check-final-list.ts'
import { designationsOf } from './designate-final-list.ts'
import type { FinalList, FinalListEntry, FinalSubject } from './final-list.ts'
import { publishFinalList } from './publish-final-list.ts'
import { settle } from './settle.ts'
import { submitFinalList } from './submit-final-list.ts'

const pack = loadPolicy()
const id = (number: number) => `01900000-0000-7000-8000-0000000000${String(number).padStart(2, '0')}`
const wan = (text: string) => fenFromWanYuanText(text) ?? -1n

describe('approving the final number (5.4)', () => {
  const review = {
    provinceCode: '510000',
    year: 2020,
    score: '88.5',
    comment: '',
    reviewedBy: '三部门',
    reviewedAt: '2020-06-05T09:00:00.000Z',
  }
  const ground: ApprovalGround = { listState: 'submitted', listed: 25, provisional: 17, review, settled: false, published: false }
  const order = {
    id: id(1),
    provinceCode: '510000',
    year: 2020,
    approved: 17,
    reason: '',
    approvedBy: '三部门',
    approvedAt: '2020-06-08T09:00:00.000Z',
  }

  test('keeps the provisional number and the score it rests on', () => {
    expect(approveQuota(ground, order)).toMatchObject({ ok: true, value: { approved: 17, provisional: 17, planScore: '88.5' } })
  })

  test.each<[string, Partial<ApprovalGround>, Partial<typeof order>, string | null]>([
    ['another number without a reason', {}, { approved: 18 }, 'approval-without-reason'],
    ['another number with a reason', {}, { approved: 18, reason: '方案得分居前' }, null],
    ['all on the list', {}, { approved: 25, reason: '全部支持' }, null],
    ['more than the list holds', {}, { approved: 26, reason: '全部支持' }, 'more-than-listed'],
    ['none at all', {}, { approved: 0, reason: '方案不合格' }, null],
    ['a forfeited province', { listState: 'forfeited' }, {}, 'list-not-submitted'],
    ['a draft', { listState: 'draft' }, {}, 'list-not-submitted'],
    ['a plan nobody scored', { review: null }, {}, 'plan-not-reviewed'],
    ['after settlement', { settled: true }, {}, 'round-settled'],
    ['after its final list was published', { published: true }, { approved: 16, reason: '更正' }, 'final-list-published'],
    ['an unknown provisional number needs a reason', { provisional: null }, {}, 'approval-without-reason'],
  ])('%s', (_name, change, asked, code) => {
    const answer = approveQuota({ ...ground, ...change }, { ...order, ...asked })
    expect(answer.ok ? null : answer.reason.code).toBe(code)
  })
})

describe('settlement, 多退少补 (5.4)', () => {
  const line = (approved: number, advance: bigint, incentive = 0) => ({ provinceCode: '510000', approved, incentive, advance })

  test.each<[string, number, number, bigint, { due: bigint; makeUp: bigint; giveBack: bigint }]>([
    ['exactly what was advanced', 10, 0, wan('15000'), { due: wan('15000'), makeUp: 0n, giveBack: 0n }],
    ['one fen too much', 10, 0, wan('15000') + 1n, { due: wan('15000'), makeUp: 0n, giveBack: 1n }],
    ['one fen too little', 10, 0, wan('15000') - 1n, { due: wan('15000'), makeUp: 1n, giveBack: 0n }],
    ['a forfeited province gives everything back', 0, 0, wan('9000'), { due: 0n, makeUp: 0n, giveBack: wan('9000') }],
    ['nothing advanced', 2, 0, 0n, { due: wan('3000'), makeUp: wan('3000'), giveBack: 0n }],
    ['an incentive county on top', 2, 1, 0n, { due: wan('4500'), makeUp: wan('4500'), giveBack: 0n }],
  ])('%s', (_name, approved, incentive, advance, expected) => {
    expect(settle(pack, 2020, [line(approved, advance, incentive)]).lines[0]).toMatchObject(expected)
  })

  test('says that the standard of 2020 is an assumption, and refuses a year without one', () => {
    expect(settle(pack, 2020, []).standardOrigin).toBe('house')
    expect(() => settle(pack, 2017, [])).toThrow('policy/parameters/standard-per-county.yaml')
  })

  test('whether incentive counties use up the number is read, not written into the code', () => {
    const id = 'incentive-counties-within-approved-number'
    const parameter = pack.parameters.get(id)
    const value = parameter?.values['2020']
    if (!parameter || !value) throw new Error(`${id} is missing`)
    const inside: Parameter = { ...parameter, values: { '2020': { ...value, value: true } } }
    const other = { ...pack, parameters: new Map([...pack.parameters, [id, inside]]) }
    expect(settle(other, 2020, [line(2, 0n, 1)]).total.due).toBe(wan('3000'))
  })

  test('nothing is lost or made: advance + made up − returned = due, in each line and in all', () => {
    const lines = fc.array(
      fc.record({
        provinceCode: fc.constant('510000'),
        approved: fc.nat(200),
        incentive: fc.nat(3),
        advance: fc.bigInt({ min: 0n, max: 10n ** 15n }),
      }),
      { maxLength: 31 },
    )
    fc.assert(
      fc.property(lines, inputs => {
        const { lines: settled, total, standard } = settle(pack, 2020, inputs)
        for (const each of [...settled, total]) {
          expect(each.advance + each.makeUp - each.giveBack).toBe(each.due)
          expect(each.due).toBe(BigInt(each.counties) * standard)
          expect(each.balance).toBe(each.makeUp - each.giveBack)
        }
        for (const each of settled) expect(each.makeUp === 0n || each.giveBack === 0n).toBe(true)
        expect(total.due).toBe(settled.reduce((sum, each) => sum + each.due, 0n))
      }),
    )
  })
})

const county = (rank: number, more: Partial<FinalListEntry> = {}): FinalListEntry => ({
  countyCode: `51${1000 + rank}`,
  name: `示例县${rank}`,
  type: 'first',
  rank,
  planHash: 'hash',
  ...more,
})
const counties = (count: number) => Array.from({ length: count }, (_, index) => county(index + 1))
const wuchang = county(1, { countyCode: '230184', type: 'directDesignation', rank: null, planHash: null })

const subject = (entries: readonly FinalListEntry[], more: Partial<FinalSubject> = {}): FinalSubject => ({
  year: 2020,
  provinceCode: '510000',
  entries,
  ranked: counties(6),
  approved: 4,
  at: new Date('2020-06-25T23:59:59+08:00'),
  extension: null,
  ...more,
})
const statusOf = (given: FinalSubject, code: string) => checkFinalList(pack, given).find(finding => finding.code === code)?.status

describe('final list (5.5)', () => {
  test('every rule of every year has a check', () => {
    for (const book of pack.ruleBooks.values()) for (const { rule } of book.final) expect(finalChecks[rule], rule).toBeDefined()
    const strange = {
      ...pack,
      ruleBooks: new Map([
        [
          2020,
          {
            year: 2020,
            county: [],
            plan: [],
            list: [],
            final: [{ rule: 'no-such-rule', force: 'must' as const, clause: 'notice-2020/5.5', parameters: {} }],
          },
        ],
      ]),
    }
    expect(() => checkFinalList(strange, subject([]))).toThrow('no-such-rule')
  })

  test.each<[string, FinalSubject, string, string]>([
    ['as many as approved', subject(counties(4)), 'within-approved-number', 'met'],
    ['fewer', subject(counties(3)), 'within-approved-number', 'met'],
    ['one more', subject(counties(5)), 'within-approved-number', 'unmet'],
    ['an incentive county uses no seat', subject([...counties(4), wuchang]), 'within-approved-number', 'met'],
    ['no number approved yet', subject(counties(1), { approved: null }), 'within-approved-number', 'unknown'],
    ['all from the list', subject(counties(4)), 'from-ranked-list', 'met'],
    ['a stranger', subject([county(7)]), 'from-ranked-list', 'unmet'],
    ['another type than on the list', subject([county(1, { type: 'repeat' })]), 'from-ranked-list', 'unmet'],
    ['the same county twice', subject([county(1), county(1)]), 'from-ranked-list', 'unmet'],
    ['an incentive county', subject([wuchang]), 'from-ranked-list', 'met'],
    ['a county that only claims to be one', subject([county(7, { type: 'directDesignation' })]), 'from-ranked-list', 'unmet'],
    ['no list submitted', subject([county(1)], { ranked: null }), 'from-ranked-list', 'unmet'],
    ['an incentive county of a province without a list', subject([wuchang], { ranked: null }), 'from-ranked-list', 'met'],
    ['in the order of the list', subject(counties(4)), 'follows-ranked-order', 'met'],
    ['the third passed over', subject([county(1), county(2), county(4)]), 'follows-ranked-order', 'unmet'],
    ['plans with all', subject(counties(4)), 'plans-attached', 'met'],
    ['one plan missing', subject([county(1, { planHash: null })]), 'plans-attached', 'unmet'],
    ['an incentive county has no plan to bring', subject([wuchang]), 'plans-attached', 'met'],
    ['25 June, last second', subject([]), 'submitted-in-time', 'met'],
    ['26 June', subject([], { at: new Date('2020-06-26T00:00:00+08:00') }), 'submitted-in-time', 'unmet'],
  ])('%s', (_name, given, code, status) => {
    expect(statusOf(given, code)).toBe(status)
  })

  test('a county passed over needs a reason and then passes', () => {
    const findings = checkFinalList(pack, subject([county(1), county(2), county(4)]))
    expect(mayProceed(findings)).toBe(false)
    expect(mayProceed(findings, { 'follows-ranked-order': '第3位县来函放弃' })).toBe(true)
  })

  test('2017 asks only for the number and the date', () => {
    const codes = checkFinalList(pack, subject([], { year: 2017 })).map(finding => finding.code)
    expect(codes).toEqual(['within-approved-number', 'submitted-in-time'])
  })
})

describe('submitting and designating', () => {
  const list: FinalList = {
    provinceCode: '510000',
    year: 2020,
    version: 2,
    entries: [county(1), county(2, { type: 'regionWide' }), wuchang],
    letter: { number: '川府函〔2020〕1号', date: '2020-06-20', signedBy: '四川省人民政府' },
    reasons: {},
  }

  const days = { earliest: '2020-05-28', today: '2020-06-20' }
  test.each<[string, string | null]>([
    ['2020-06-20', null],
    ['2020-06-21', 'letter-date-in-future'],
    ['2020-05-28', null],
    ['2020-05-27', 'letter-date-too-early'],
  ])('a letter of %s, submitted on 20 June after a ranked list of 28 May', (date, code) => {
    const dated = { ...list, letter: { number: '川府函〔2020〕1号', date, signedBy: '四川省人民政府' } }
    const answer = submitFinalList(dated, 'draft', 2, [], days)
    expect(answer.ok ? null : answer.reason.code).toBe(code)
  })

  test.each<[string, FinalList, Parameters<typeof submitFinalList>[1], number, string | null]>([
    ['as it was seen', list, 'draft', 2, null],
    ['another version', list, 'draft', 1, 'final-list-version'],
    ['without a letter', { ...list, letter: null }, 'draft', 2, 'letter-missing'],
    ['an empty list', { ...list, entries: [] }, 'draft', 2, 'letter-missing'],
    ['twice', list, 'submitted', 2, 'final-list-state-forbids'],
  ])('%s', (_name, given, state, seen, code) => {
    const answer = submitFinalList(given, state, seen, [], days)
    expect(answer.ok ? null : answer.reason.code).toBe(code)
  })

  test.each<[string, number, Parameters<typeof publishFinalList>[1], string | null]>([
    ['as many as are approved now', 3, 'submitted', null],
    ['more than are approved now', 2, 'submitted', 'final-list-not-publishable'],
    ['a draft', 3, 'draft', 'final-list-state-forbids'],
    ['twice', 3, 'published', 'final-list-state-forbids'],
  ])('published: %s', (_name, approved, state, code) => {
    const asSubmitted = { ...list, entries: counties(3) }
    const later = new Date('2020-07-10T09:00:00+08:00')
    const answer = publishFinalList(asSubmitted, state, recheckFinalList(pack, subject(asSubmitted.entries, { approved, at: later })))
    expect(answer.ok ? null : answer.reason.code).toBe(code)
  })

  test('an unmet must comes back as rules not met', () => {
    const findings = checkFinalList(pack, subject(counties(5)))
    expect(submitFinalList(list, 'draft', 2, findings, days)).toMatchObject({ ok: false, reason: { kind: 'rules', findings } })
  })

  test('counties are demonstration counties from the date of the letter, each by its way; known ones are left out', () => {
    let next = 10
    expect(designationsOf(list, new Set(['511001']), () => id(next++))).toMatchObject({
      ok: true,
      value: [
        { countyCode: '511002', from: '2020-06-20', way: 'region-wide', document: '川府函〔2020〕1号' },
        { countyCode: '230184', from: '2020-06-20', way: 'incentive' },
      ],
    })
    expect(designationsOf({ ...list, letter: null }, new Set(), () => id(1)).ok).toBe(false)
  })
})
