import fc from 'fast-check'
import { mayProceed } from '@jincun/policy'
import type { Finding } from '@jincun/policy'
import { loadPolicy } from '@jincun/policy/load'
import { describe, expect, test } from 'vitest'
import { checkList, listChecks } from './check-list.ts'
import { listRuleLabels } from './list-rule-labels.ts'
import type { ListedCounty, ListSubject } from './ranked-list.ts'
import { aListedCounty, aListSubject, listedCounties } from './testing/list-factory.ts'

const pack = loadPolicy()

const finding = (subject: ListSubject, code: string): Finding => {
  const found = checkList(pack, subject).find(each => each.code === code)
  if (!found) throw new Error(`${subject.year} has no rule ${code}`)
  return found
}
const statusOf = (subject: ListSubject, code: string) => finding(subject, code).status

test('every rule of every rule book has a check, and an id without one is an error', () => {
  for (const [year, book] of pack.ruleBooks) for (const { rule } of book.list) expect(listChecks[rule], `${year} ${rule}`).toBeDefined()
  const strange = {
    ...pack,
    ruleBooks: new Map([
      [
        2020,
        {
          year: 2020,
          county: [],
          plan: [],
          final: [],
          list: [{ rule: 'no-such-rule', force: 'must' as const, clause: 'notice-2020/5.2', parameters: {} }],
        },
      ],
    ]),
  }
  expect(() => checkList(strange, aListSubject([]))).toThrow('no-such-rule')
})

test('every check has a name for where there is no room for its finding', () => {
  expect(Object.keys(listRuleLabels).sort()).toEqual(Object.keys(listChecks).sort())
})

test('a year without a rule book names the file to fill', () => {
  expect(() => checkList(pack, aListSubject([], { year: 2019 }))).toThrow('policy/rules/2019.yaml')
})

describe('application cap, 150 % by multiplication (5.2)', () => {
  test.each([
    [15, 10, 'met'],
    [16, 10, 'unmet'],
    [25, 17, 'met'], // 25.5 allowed
    [26, 17, 'unmet'],
    [1, 1, 'met'],
    [2, 1, 'unmet'],
    [3, 2, 'met'],
    [0, 0, 'met'],
    [1, 0, 'unmet'],
  ])('%i counties of a provisional %i: %s', (count, quota, status) => {
    expect(statusOf(aListSubject(listedCounties(count), { quota }), 'application-cap')).toBe(status)
  })

  test('without a provisional number the answer is unknown, and unknown does not pass', () => {
    const findings = checkList(pack, aListSubject(listedCounties(3, 1), { quota: null }))
    expect(findings.find(each => each.code === 'application-cap')?.status).toBe('unknown')
    expect(mayProceed(findings)).toBe(false)
  })

  test('an incentive county is no application, but only when it is on the list of incentive counties', () => {
    const wuchang = aListedCounty(16, { countyCode: '230184', type: 'directDesignation', rank: null, score: null })
    const claimed = aListedCounty(16, { type: 'directDesignation', rank: null, score: null })
    expect(statusOf(aListSubject([...listedCounties(15), wuchang]), 'application-cap')).toBe('met')
    expect(statusOf(aListSubject([...listedCounties(15), claimed]), 'application-cap')).toBe('unmet')
  })

  test('region-wide rows are outside the cap in Tibet only', () => {
    const rows = Array.from({ length: 40 }, (_, index) =>
      aListedCounty(index + 1, { countyCode: `54${String(2100 + index)}`, type: 'regionWide', rank: null, score: null }),
    )
    expect(statusOf(aListSubject(rows, { provinceCode: '540000', quota: 5 }), 'application-cap')).toBe('met')
    expect(statusOf(aListSubject(rows, { provinceCode: '510000', quota: 5 }), 'application-cap')).toBe('unmet')
  })
})

describe('poverty share, a third by multiplication (4.2)', () => {
  test.each([
    [1, 3, 'met'],
    [333, 1000, 'unmet'],
    [334, 1000, 'met'],
    [0, 1, 'unmet'],
    [5, 15, 'met'],
    [4, 15, 'unmet'],
  ])('%i of %i: %s', (poverty, count, status) => {
    expect(statusOf(aListSubject(listedCounties(count, poverty), { quota: 1000 }), 'poverty-share')).toBe(status)
  })

  test('asked only where there is a poverty task', () => {
    expect(statusOf(aListSubject(listedCounties(9, 0), { povertyTask: false }), 'poverty-share')).toBe('met')
    expect(statusOf(aListSubject(listedCounties(9, 0), { povertyTask: null }), 'poverty-share')).toBe('unknown')
  })

  test('unknown standings leave it open only while they could change the answer', () => {
    const open = (count: number) => Array.from({ length: count }, (_, index) => aListedCounty(500 + index, { standing: null }))
    expect(statusOf(aListSubject([...listedCounties(5, 2), ...open(1)]), 'poverty-share')).toBe('met') // 2 of 6 already
    expect(statusOf(aListSubject([...listedCounties(5, 1), ...open(1)]), 'poverty-share')).toBe('unknown') // 1 or 2 of 6
    expect(statusOf(aListSubject([...listedCounties(5, 0), ...open(1)]), 'poverty-share')).toBe('unmet') // at most 1 of 6
  })

  test('an unmet share may be submitted with a reason, and only with one', () => {
    const findings = checkList(pack, aListSubject(listedCounties(3, 0)))
    expect(mayProceed(findings)).toBe(false)
    expect(mayProceed(findings, { 'poverty-share': '　' })).toBe(false)
    expect(mayProceed(findings, { 'poverty-share': '本省贫困县均已支持' })).toBe(true)
  })
})

describe('deadline in Asia/Shanghai (5.3)', () => {
  test.each([
    ['2020-05-29T23:59:59+08:00', 'met'],
    ['2020-05-29T23:59:59.999+08:00', 'met'],
    ['2020-05-30T00:00:00+08:00', 'unmet'],
    ['2020-05-29T15:59:59Z', 'met'],
    ['2020-05-29T16:00:00Z', 'unmet'],
  ])('%s: %s', (at, status) => {
    expect(statusOf(aListSubject([], { at: new Date(at) }), 'submitted-in-time')).toBe(status)
  })

  test('only a ruling moves it, and is named', () => {
    const extension = { until: new Date('2020-06-03T18:00:00+08:00'), ruling: '裁定1号' }
    const at = (text: string) => finding(aListSubject([], { at: new Date(text), extension }), 'submitted-in-time')
    expect(at('2020-06-03T17:59:59+08:00').status).toBe('met')
    expect(at('2020-06-03T18:00:00+08:00').status).toBe('unmet')
    expect(at('2020-06-03T17:59:59+08:00').message.zh).toContain('裁定1号')
  })
})

describe('the rows themselves (5.2)', () => {
  test('an unknown code, a county of another province, the same county twice', () => {
    const unknownCode = aListedCounty(1, { countyCode: '519999', name: null, standing: null })
    expect(finding(aListSubject([unknownCode]), 'known-counties')).toMatchObject({ status: 'unmet', rows: [{ key: '519999' }] })
    expect(statusOf(aListSubject([aListedCounty(1, { countyCode: '520102' })]), 'in-province')).toBe('unmet')
    const twice = [aListedCounty(1), aListedCounty(2, { countyCode: aListedCounty(1).countyCode, writtenCode: '510999' })]
    expect(finding(aListSubject(twice), 'no-duplicates')).toMatchObject({ status: 'unmet' })
    expect(finding(aListSubject(twice), 'no-duplicates').rows).toHaveLength(2)
  })

  test('an older code that was followed is stated', () => {
    const followed = aListedCounty(1, { writtenCode: '510999' })
    expect(finding(aListSubject([followed]), 'known-counties')).toMatchObject({
      status: 'met',
      message: { zh: expect.stringContaining('510999→') },
    })
  })

  test.each<[string, Partial<ListedCounty>[], string]>([
    ['falling scores', [{ score: '90' }, { score: '80.5' }, { score: '80.49' }], 'met'],
    ['equal scores in either order', [{ score: '80.50' }, { score: '80.5' }], 'met'],
    ['a higher score below', [{ score: '80.49' }, { score: '80.5' }], 'unmet'],
    ['text order is not number order', [{ score: '100' }, { score: '9.5' }], 'met'],
    ['a gap in the ranks', [{ rank: 1 }, { rank: 3, score: '1' }], 'unmet'],
    [
      'a rank given twice',
      [
        { rank: 1, score: '5' },
        { rank: 1, score: '5' },
      ],
      'unmet',
    ],
    ['no score', [{ score: null }], 'unmet'],
    ['no rank', [{ rank: null }], 'unmet'],
    ['the lowest of those before counts, not the neighbour', [{ score: '9' }, { score: '5' }, { score: '7' }], 'unmet'],
    [
      'scores of two reviews are not compared',
      [
        { score: '60', reviewId: 'a' },
        { score: '90', reviewId: 'b' },
      ],
      'met',
    ],
  ])('ranks follow scores: %s', (_name, rows, status) => {
    const counties = rows.map((row, index) => aListedCounty(index + 1, row))
    expect(statusOf(aListSubject(counties), 'ranks-follow-scores')).toBe(status)
  })

  test('counties that enter directly need neither rank nor score', () => {
    expect(statusOf(aListSubject([aListedCounty(1, { type: 'directDesignation', rank: null, score: null })]), 'ranks-follow-scores')).toBe(
      'met',
    )
  })
})

describe('eligibility of each (4.3, 4.4, 4.6, 4.7)', () => {
  const wants = (status: 'unmet' | 'unknown'): Finding[] => [
    {
      code: 'repeat-acceptance',
      status,
      force: 'must',
      clause: 'notice-2020/4.4',
      measured: null,
      required: '',
      message: { zh: '验收', en: 'acceptance' },
      rows: [],
    },
  ]
  test.each<[string, Partial<ListedCounty>, Parameters<typeof aListedCounty>[2], string]>([
    ['a first application', {}, {}, 'met'],
    ['a first application of a county on record as supported', {}, { supportedBefore: 'yes' }, 'unmet'],
    ['a first application where records are silent', {}, { supportedBefore: 'unknown' }, 'met'],
    ['a repeat without anything to show', { type: 'repeat' }, { supportedBefore: 'yes' }, 'unknown'],
    ['a repeat whose application meets the rules', { type: 'repeat', eligibility: [] }, { supportedBefore: 'yes' }, 'met'],
    ['a repeat of a county never supported', { type: 'repeat', eligibility: [] }, { supportedBefore: 'no' }, 'unmet'],
    ['an application with an unmet must', { eligibility: wants('unmet') }, {}, 'unmet'],
    ['an application with an unknown must', { eligibility: wants('unknown') }, {}, 'unknown'],
    ['region-wide outside Tibet', { type: 'regionWide' }, {}, 'unmet'],
    ['Wuchang as an incentive county', { type: 'directDesignation', countyCode: '230184' }, {}, 'met'],
    ['an incentive county that the known part of the list does not name', { type: 'directDesignation' }, {}, 'unknown'],
  ])('%s', (_name, row, standing, status) => {
    expect(statusOf(aListSubject([aListedCounty(1, row, standing)]), 'each-eligible')).toBe(status)
  })
})

describe('2017 on the same engine', () => {
  const of2017 = (counties: readonly ListedCounty[], more: Partial<ListSubject> = {}) =>
    aListSubject(counties, { year: 2017, at: new Date('2017-05-20T23:59:59+08:00'), unsupported: { poverty: 24, oldBase: 6 }, ...more })
  const poverty = (count: number, oldBase = 0) =>
    Array.from({ length: count }, (_, index) =>
      aListedCounty(index + 1, {}, { nationalPovertyCounty: index >= oldBase, oldRevolutionaryBaseCounty: index < oldBase }),
    )

  test('asks other rules than 2020', () => {
    const codes = checkList(pack, of2017(poverty(10))).map(each => each.code)
    expect(codes).toContain('share-of-unsupported')
    expect(codes).not.toContain('application-cap')
    expect(codes).not.toContain('poverty-share')
  })

  test.each([
    [9, 'unmet'], // 9 of 30 is below a third
    [10, 'met'],
    [15, 'met'],
    [16, 'unmet'],
  ])('share of unsupported: %i of 30 is %s', (count, status) => {
    expect(statusOf(of2017(poverty(count)), 'share-of-unsupported')).toBe(status)
  })

  test.each([
    ['230000', 30, 'met'], // may apply for all of them
    ['230000', 9, 'unmet'],
    ['350000', 30, 'met'], // has a maximum of its own
  ])('share of unsupported in %s with %i', (provinceCode, count, status) => {
    expect(statusOf(of2017(poverty(count), { provinceCode }), 'share-of-unsupported')).toBe(status)
  })

  test('the share is unknown when the number of unsupported counties is', () => {
    expect(statusOf(of2017(poverty(10), { unsupported: null }), 'share-of-unsupported')).toBe('unknown')
  })

  test.each([
    [10, 2, 'met'], // exactly 20 %
    [10, 3, 'unmet'],
    [11, 2, 'met'],
    [9, 2, 'unmet'],
  ])('old base counties: %i with %i', (count, oldBase, status) => {
    expect(statusOf(of2017(poverty(count, oldBase)), 'old-base-share')).toBe(status)
  })

  test('old base counties nobody has listed are unknown while they matter', () => {
    const open = aListedCounty(10, {}, { oldRevolutionaryBaseCounty: null })
    expect(statusOf(of2017([...poverty(9, 2), open]), 'old-base-share')).toBe('unknown') // 2 or 3 of 10
    expect(statusOf(of2017([...poverty(9, 1), open]), 'old-base-share')).toBe('met') // at most 2 of 10
  })

  test.each([
    ['350000', 7, 'met'],
    ['350000', 8, 'unmet'],
    ['370000', 8, 'unmet'],
    ['440000', 8, 'unmet'],
    ['510000', 8, 'met'],
  ])('limited provinces: %s with %i', (provinceCode, count, status) => {
    expect(statusOf(of2017(poverty(count), { provinceCode }), 'limited-province-maximum')).toBe(status)
  })

  test.each([
    ['2017-05-20T23:59:59+08:00', 'met'],
    ['2017-05-21T00:00:00+08:00', 'unmet'],
  ])('deadline %s', (at, status) => {
    expect(statusOf(of2017([], { at: new Date(at) }), 'submitted-in-time')).toBe(status)
  })

  test.each<[string, Partial<ListedCounty>, Parameters<typeof aListedCounty>[2], string]>([
    ['out of scope', {}, {}, 'unmet'],
    ['perhaps an old base county', {}, { oldRevolutionaryBaseCounty: null }, 'unknown'],
    ['an old base county', {}, { oldRevolutionaryBaseCounty: true }, 'met'],
    [
      'no second application in 2017',
      { type: 'repeat', eligibility: [] },
      { nationalPovertyCounty: true, supportedBefore: 'yes' },
      'unmet',
    ],
    ['no direct designation in 2017', { type: 'directDesignation' }, { nationalPovertyCounty: true }, 'unmet'],
  ])('eligibility: %s', (_name, row, standing, status) => {
    expect(statusOf(of2017([aListedCounty(1, row, standing)]), 'each-eligible')).toBe(status)
  })
})

describe('laws', () => {
  const county = fc
    .record({
      poverty: fc.boolean(),
      known: fc.boolean(),
      type: fc.constantFrom('first' as const, 'repeat' as const),
      code: fc.integer({ min: 510100, max: 513437 }),
    })
    .map(({ poverty, known, type, code }) => {
      const row = aListedCounty(1, { countyCode: String(code), type }, { nationalPovertyCounty: poverty })
      return known ? row : { ...row, standing: null }
    })
  const lists = fc.array(county, { maxLength: 40 })
  const verdicts = (subject: ListSubject) => checkList(pack, subject).map(({ code, status, measured }) => ({ code, status, measured }))
  const ranked = (counties: readonly ListedCounty[]) =>
    counties.map((each, index) => ({ ...each, rank: index + 1, score: String(900 - index) }))

  test('the order of the rows in the file changes no verdict', () => {
    fc.assert(
      fc.property(lists, fc.nat(30), fc.integer(), (counties, quota, seed) => {
        const rows = ranked(counties)
        const shuffled = rows
          .map((row, index) => ({ row, key: Math.sin(seed + index) }))
          .sort((a, b) => a.key - b.key)
          .map(({ row }) => row)
        expect(verdicts(aListSubject(shuffled, { quota }))).toEqual(verdicts(aListSubject(rows, { quota })))
      }),
    )
  })

  test('cap and share depend only on how many counties of which kind there are', () => {
    fc.assert(
      fc.property(lists, fc.nat(30), (counties, quota) => {
        const renamed = counties.map((each, index) => ({ ...each, countyCode: String(510100 + index) }))
        for (const code of ['application-cap', 'poverty-share'])
          expect(statusOf(aListSubject(renamed, { quota }), code)).toBe(statusOf(aListSubject(counties, { quota }), code))
      }),
    )
  })

  test('one county more never mends the cap, one seat more never breaks it', () => {
    fc.assert(
      fc.property(lists, county, fc.nat(30), (counties, more, quota) => {
        const capped = (rows: readonly ListedCounty[], seats: number) =>
          statusOf(aListSubject(rows, { quota: seats }), 'application-cap') === 'met'
        expect(capped([...counties, more], quota) && !capped(counties, quota)).toBe(false)
        expect(capped(counties, quota) && !capped(counties, quota + 1)).toBe(false)
      }),
    )
  })

  test('a poverty county in place of another never breaks the share', () => {
    fc.assert(
      fc.property(fc.array(county, { minLength: 1, maxLength: 40 }), counties => {
        const improved = counties.map((each, index) =>
          index === 0 ? aListedCounty(1, { countyCode: each.countyCode }, { nationalPovertyCounty: true }) : each,
        )
        const before = statusOf(aListSubject(counties), 'poverty-share')
        const after = statusOf(aListSubject(improved), 'poverty-share')
        expect(before === 'met' && after !== 'met').toBe(false)
        expect(before === 'unknown' && after === 'unmet').toBe(false)
      }),
    )
  })

  test('the later it is, the less it passes', () => {
    const instant = fc.integer({ min: Date.parse('2020-05-28T00:00:00Z'), max: Date.parse('2020-05-31T00:00:00Z') })
    fc.assert(
      fc.property(instant, fc.nat(86_400_000), (at, later) => {
        const inTime = (when: number) => statusOf(aListSubject([], { at: new Date(when) }), 'submitted-in-time') === 'met'
        expect(inTime(at + later) && !inTime(at)).toBe(false)
      }),
    )
  })
})
