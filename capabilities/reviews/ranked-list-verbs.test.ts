import { loadPolicy } from '@jincun/policy/load'
import { describe, expect, test } from 'vitest'
import { extendRankedList } from './extend-ranked-list.ts'
import { forfeitRankedList } from './forfeit-ranked-list.ts'
import { checkProvincialPlan } from './provincial-plan.ts'
import { rankedListActions, rankedListCan, RankedListState, rankedListState, rankedListStateAt } from './ranked-list-lifecycle.ts'
import type { RankedListEvent } from './ranked-list-lifecycle.ts'
import type { ListOrder, RankedListRecord } from './ranked-list-record.ts'
import { recallRankedList } from './recall-ranked-list.ts'
import { reopenRankedList } from './reopen-ranked-list.ts'
import { saveRankedList } from './save-ranked-list.ts'
import { packageHash, submissionPackage } from './submission-package.ts'
import { submitRankedList } from './submit-ranked-list.ts'
import { listedCounties } from './testing/list-factory.ts'

const closes = new Date('2020-05-30T00:00:00+08:00')
const before = new Date('2020-05-29T23:59:59+08:00')
const id = (number: number) => `01900000-0000-7000-8000-00000000000${number}`
const order = (number: number, now: Date, seenVersion = 3): ListOrder => ({ id: id(number), by: '四川省商务经办', seenVersion, now })

const record = (events: RankedListEvent[] = []): RankedListRecord => ({
  id: id(9),
  list: {
    provinceCode: '510000',
    year: 2020,
    version: 3,
    quota: 10,
    entries: [{ rank: 1, countyCode: '511722', type: 'first', score: '90' }],
    basis: { kind: 'review', reference: null, text: '专家评审' },
    reasons: {},
  },
  plan: { sections: {}, goals: [] },
  events,
})

const accepted = (answer: { ok: boolean; value?: RankedListEvent }): RankedListEvent => {
  if (!answer.ok || !answer.value) throw new Error('was refused')
  return answer.value
}
const submitted = () => record([accepted(submitRankedList(record(), [], 'hash', order(1, before), closes))])
const forfeited = () => record([accepted(forfeitRankedList(record(), '', order(1, closes), closes))])
const ruling = { ruling: '三部门裁定1号', reason: '系统故障', until: new Date('2020-06-03T18:00:00+08:00') }
const reopened = () => record([...forfeited().events, accepted(reopenRankedList(forfeited(), ruling, order(2, closes), closes))])

const pack = loadPolicy()

describe('submitting (5.3)', () => {
  test('the last second passes; afterwards the list counts as forfeited although nobody recorded it', () => {
    expect(submitRankedList(record(), [], 'hash', order(1, before), closes)).toMatchObject({
      ok: true,
      value: { verb: 'submit', version: 3 },
    })
    expect(rankedListStateAt([], closes, before)).toBe('draft')
    expect(rankedListStateAt([], closes, closes)).toBe('forfeited')
    expect(rankedListStateAt(submitted().events, closes, closes)).toBe('submitted')
  })

  test('the same id is one submission; the same id for something else is a conflict', () => {
    expect(submitRankedList(submitted(), [], 'hash', order(1, before), closes)).toEqual({ ok: true, value: submitted().events[0] })
    expect(submitRankedList(submitted(), [], 'hash', order(1, before, 2), closes)).toMatchObject({
      ok: false,
      reason: { kind: 'conflict' },
    })
    expect(recallRankedList(submitted(), '', order(1, before), closes)).toMatchObject({ ok: false, reason: { kind: 'conflict' } })
  })

  test.each([
    ['twice under two ids', submitted(), order(2, before), 'ranked-list-state-forbids'],
    ['an older version than stands', record(), order(2, before, 2), 'ranked-list-version'],
    ['an empty list', { ...record(), list: { ...record().list, entries: [] } }, order(2, before), 'package-incomplete'],
    [
      'no basis',
      { ...record(), list: { ...record().list, basis: { ...record().list.basis, text: ' ' } } },
      order(2, before),
      'package-incomplete',
    ],
  ])('refuses %s', (_name, given, asked, code) => {
    expect(submitRankedList(given, [], 'hash', asked, closes)).toMatchObject({ ok: false, reason: { code } })
  })

  test('rules not met come back all at once; a reason lets a should pass, never a must', () => {
    const rule = {
      status: 'unmet' as const,
      clause: 'notice-2020/4.2',
      measured: null,
      required: '',
      message: { zh: '…', en: '…' },
      rows: [],
    }
    const should = { ...rule, code: 'poverty-share', force: 'should' as const }
    const must = { ...rule, code: 'application-cap', force: 'must' as const }
    const reasoned = { ...record(), list: { ...record().list, reasons: { 'poverty-share': '理由', 'application-cap': '理由' } } }
    expect(submitRankedList(record(), [should, must], 'h', order(1, before), closes)).toMatchObject({
      ok: false,
      reason: { kind: 'rules', findings: [should, must] },
    })
    expect(submitRankedList(record(), [should], 'h', order(1, before), closes).ok).toBe(false)
    expect(submitRankedList(reasoned, [should], 'h', order(1, before), closes).ok).toBe(true)
    expect(submitRankedList(reasoned, [must], 'h', order(1, before), closes).ok).toBe(false)
  })
})

describe('states', () => {
  test('the table permits exactly these', () => {
    const allowed = RankedListState.options.flatMap(state =>
      Object.keys(rankedListActions)
        .filter(verb => rankedListCan(verb as keyof typeof rankedListActions, state))
        .map(verb => `${state} ${verb}`),
    )
    expect(allowed).toEqual([
      'draft save',
      'draft submit',
      'draft forfeit',
      'submitted recall',
      'submitted forfeit',
      'forfeited reopen',
      'reopened save',
      'reopened submit',
      'reopened forfeit',
    ])
  })

  test('recalled before the deadline it is a draft again; after it there is no recall', () => {
    const recalled = accepted(recallRankedList(submitted(), '改正', order(2, before), closes))
    expect(rankedListState([...submitted().events, recalled])).toBe('draft')
    expect(recallRankedList(submitted(), '改正', order(2, closes), closes)).toMatchObject({
      ok: false,
      reason: { code: 'recall-too-late' },
    })
  })

  test('nothing is late before the deadline; an irregular submission needs a reason', () => {
    expect(forfeitRankedList(record(), '', order(1, before), closes)).toMatchObject({ ok: false, reason: { code: 'deadline-not-passed' } })
    expect(forfeitRankedList(record(), '', order(1, closes), closes)).toMatchObject({ ok: true, value: { reason: '逾期未报送' } })
    expect(forfeitRankedList(submitted(), ' ', order(2, closes), closes)).toMatchObject({
      ok: false,
      reason: { code: 'forfeiture-without-reason' },
    })
    expect(forfeitRankedList(submitted(), '未附省级工作方案', order(2, closes), closes).ok).toBe(true)
  })

  test('reopening takes a complete ruling and holds until its end, also over a recall', () => {
    expect(reopenRankedList(record(), ruling, order(2, before), closes)).toMatchObject({
      ok: false,
      reason: { code: 'ranked-list-state-forbids' },
    })
    expect(reopenRankedList(record(), ruling, order(2, closes), closes).ok).toBe(true) // late, although nobody recorded it
    expect(reopenRankedList(forfeited(), { ...ruling, until: closes }, order(2, closes), closes)).toMatchObject({
      ok: false,
      reason: { code: 'ruling-incomplete' },
    })
    expect(reopenRankedList(forfeited(), { ...ruling, reason: ' ' }, order(2, closes), closes).ok).toBe(false)
    expect(rankedListStateAt(reopened().events, closes, new Date('2020-06-03T17:59:59+08:00'))).toBe('reopened')
    expect(rankedListStateAt(reopened().events, closes, ruling.until)).toBe('forfeited')
    const again = accepted(submitRankedList(reopened(), [], 'h', order(3, new Date('2020-06-01T09:00:00+08:00')), closes))
    const back = accepted(
      recallRankedList(record([...reopened().events, again]), '', order(4, new Date('2020-06-02T09:00:00+08:00')), closes),
    )
    expect(rankedListState([...reopened().events, again, back])).toBe('reopened')
  })
})

describe('saving', () => {
  const content = { ...record().list, plan: record().plan }
  test('makes the next version and keeps number and province', () => {
    expect(saveRankedList(record(), { ...content, entries: [] }, order(1, before), closes, null)).toMatchObject({
      ok: true,
      value: { list: { version: 4, quota: 10, entries: [] } },
    })
  })

  test('a stale version is a conflict that shows what changed since', () => {
    const seen = { ...record().list, version: 2, entries: [], reasons: { 'poverty-share': '旧' } }
    expect(saveRankedList(record(), content, order(1, before, 2), closes, seen)).toMatchObject({
      ok: false,
      reason: {
        kind: 'conflict',
        details: {
          version: 3,
          difference: { added: [{ countyCode: '511722' }], removed: [], reasonsChanged: ['poverty-share'], basisChanged: false },
        },
      },
    })
  })

  test('nothing is saved once it is submitted or late', () => {
    expect(saveRankedList(submitted(), content, order(2, before), closes, null).ok).toBe(false)
    expect(saveRankedList(record(), content, order(2, closes), closes, null).ok).toBe(false)
  })
})

test('an earlier list is extended behind its last rank, and no county stands twice (5.2)', () => {
  const earlier = {
    reviewId: '2019',
    entries: [
      { rank: 2, countyCode: '511902', type: 'first' as const, score: '70' },
      { rank: 1, countyCode: '511722', type: 'first' as const, score: '80' },
    ],
  }
  const supplement = { reviewId: '2020', entries: [{ rank: 1, countyCode: '513401', type: 'repeat' as const, score: '95' }] }
  expect(extendRankedList(earlier, supplement)).toMatchObject({
    ok: true,
    value: [
      { rank: 1, countyCode: '511722', reviewId: '2019' },
      { rank: 2, countyCode: '511902', reviewId: '2019' },
      { rank: 3, countyCode: '513401', reviewId: '2020' },
    ],
  })
  expect(extendRankedList(earlier, { ...supplement, entries: earlier.entries })).toMatchObject({
    ok: false,
    reason: { code: 'already-on-earlier-list' },
  })
})

test('the plan has a finding for each section of the year, and white space fills none (A.1)', () => {
  const sections = pack.workPlans.get('2020-province')?.sections ?? []
  const blank = checkProvincialPlan(pack, 2020, {
    sections: Object.fromEntries(sections.map(({ id: section }) => [section, ' '.repeat(5_000)])),
    goals: [],
  })
  expect(blank).toHaveLength(sections.length)
  expect(blank.every(finding => finding.status === 'unmet' && finding.force === 'must')).toBe(true)
  const filled = Object.fromEntries(sections.map(section => [section.id, '实'.repeat(section.minimumCharacters)]))
  const goal = {
    id: 'g',
    kind: 'own' as const,
    indicator: '培训转化率',
    unit: '%',
    baseline: '10',
    baselineDate: '2019-12-31',
    target: '20',
    targetDate: '2020-12-31',
    scope: '',
  }
  expect(checkProvincialPlan(pack, 2020, { sections: filled, goals: [goal] }).every(finding => finding.status === 'met')).toBe(true)
  expect(
    checkProvincialPlan(pack, 2020, { sections: filled, goals: [{ ...goal, target: null }] }).filter(finding => finding.status === 'unmet'),
  ).toHaveLength(1)
  expect(() => checkProvincialPlan(pack, 2018, { sections: {}, goals: [] })).toThrow('policy/work-plans/2018-province.yaml')
})

test('the package freezes the questions with the answers; equal contents have one hash, one changed score another', () => {
  const freeze = (score: string) =>
    submissionPackage(pack, {
      realm: 'live',
      list: record().list,
      provinceName: '四川省',
      counties: listedCounties(1).map(county => ({ ...county, score })),
      plan: { sections: { approach: '思路' }, goals: [] },
      findings: [],
    })
  expect(freeze('90').plan.sections.find(section => section.id === 'approach')).toMatchObject({ title: '总体思路', text: '思路' })
  expect(packageHash(freeze('90'))).toBe(packageHash(freeze('90')))
  expect(packageHash(freeze('90'))).not.toBe(packageHash(freeze('90.1')))
})
