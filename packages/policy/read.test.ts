import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  clauseOf,
  countOf,
  deadlineOf,
  factorSheetFor,
  fenOf,
  idsOf,
  listFor,
  parameterFor,
  PolicyGap,
  ratioOf,
  ruleBookFor,
  scorecardFor,
  workPlanFor,
} from './index.ts'
import { loadPolicy } from './load.ts'

const pack = loadPolicy()
const missing = (read: () => unknown): unknown => {
  try {
    return read()
  } catch (error) {
    return error instanceof PolicyGap ? error.file : error
  }
}

test.each([
  [
    'a parameter of another year',
    () => parameterFor(pack, 'application-cap-percent', 2017),
    'policy/parameters/application-cap-percent.yaml',
  ],
  ['a parameter nobody wrote', () => parameterFor(pack, 'nonsense', 2020), 'policy/parameters/nonsense.yaml'],
  ['a list of another year', () => listFor(pack, 'negative-list', 2019), 'policy/lists/negative-list.yaml'],
  ['a rule book', () => ruleBookFor(pack, 2018), 'policy/rules/2018.yaml'],
  ['a factor sheet', () => factorSheetFor(pack, 2017), 'policy/factor-sheets/2017.yaml'],
  ['a score sheet', () => scorecardFor(pack, 2021), 'policy/scorecards/2021.yaml'],
  ['a work plan', () => workPlanFor(pack, 2019, 'county'), 'policy/work-plans/2019-county.yaml'],
])('%s that is missing names the file to fill', (_what, read, file) => {
  expect(missing(read)).toBe(file)
})

test('no value runs on into a year that is not written', () => {
  fc.assert(
    fc.property(fc.constantFrom(...pack.parameters.values()), fc.integer({ min: 2014, max: 2040 }), ({ id, values }, year) => {
      const outcome = missing(() => parameterFor(pack, id, year).value)
      expect(outcome).toEqual(values[year]?.value ?? `policy/parameters/${id}.yaml`)
    }),
  )
})

test('each unit is read as what it is, and as nothing else', () => {
  const of = (id: string, year = 2020) => parameterFor(pack, id, year)
  expect(ratioOf(of('application-cap-percent'))).toEqual({ numerator: 150n, denominator: 100n })
  expect(ratioOf(of('poverty-share-minimum'))).toEqual({ numerator: 1n, denominator: 3n })
  expect(countOf(of('limited-provinces-maximum', 2017))).toBe(7)
  expect(fenOf(of('standard-per-county'))).toBe(1_500_000_000n) // 1,500 万元
  expect(idsOf(of('region-wide-provinces'))).toEqual(['54'])
  expect(() => ratioOf(of('ranked-list-deadline'))).toThrow('read as a ratio but its unit is date')
  expect(() => fenOf(of('application-cap-percent'))).toThrow('read as money')
  expect(() => idsOf(of('application-cap-percent'))).toThrow('read as a list')
})

test.each([
  [2020, 'ranked-list-deadline', '2020-05-29T15:59:59.999Z', true],
  [2020, 'ranked-list-deadline', '2020-05-29T16:00:00.000Z', false],
  [2017, 'ranked-list-deadline', '2017-05-20T15:59:59.999Z', true],
  [2017, 'ranked-list-deadline', '2017-05-20T16:00:00.000Z', false],
  [2020, 'final-list-deadline', '2020-06-25T15:59:59.999Z', true],
  [2020, 'final-list-deadline', '2020-06-25T16:00:00.000Z', false],
])('%i %s: %s is in time: %s', (year, id, instant, inTime) => {
  expect(new Date(instant) < deadlineOf(parameterFor(pack, id, year))).toBe(inTime)
})

test('a clause is found by its reference; an unknown one is undefined', () => {
  expect(clauseOf(pack, 'notice-2020/4.4')?.term.zh).toBe('二次申报')
  expect(clauseOf(pack, 'notice-2017/4.4')?.term.zh).toBe('利用现有设施与负面清单')
  expect(clauseOf(pack, 'notice-2019/4.4')).toBeUndefined()
})

test('the same engine holds two years that really differ', () => {
  const rules = (year: number) => {
    const { county, plan, list, final } = ruleBookFor(pack, year)
    return new Set([...county, ...plan, ...list, ...final].map(({ rule }) => rule))
  }
  const [of2017, of2020] = [rules(2017), rules(2020)]
  expect([...of2017].filter(rule => !of2020.has(rule))).toEqual([
    'eligible-scope',
    'not-supported-before',
    'growth-targets',
    'produce-to-city-share',
    'service-centre-share',
    'share-of-unsupported',
    'old-base-share',
    'limited-province-maximum',
  ])
  expect([...of2020].filter(rule => !of2017.has(rule))).toEqual(
    expect.arrayContaining(['repeat-disbursement-rate', 'growth-above-national', 'application-cap', 'poverty-share', 'from-ranked-list']),
  )
  expect(listFor(pack, 'negative-list', 2020).length).toBe(6)
  expect(listFor(pack, 'negative-list', 2017).length).toBe(4)
})

test('score sheets are out of 100 points', () => {
  for (const year of [2017, 2020]) expect(scorecardFor(pack, year).items.reduce((sum, { maxPoints }) => sum + maxPoints, 0)).toBe(100)
})
