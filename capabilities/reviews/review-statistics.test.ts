import { expect, test } from 'vitest'
import { fraction } from './exact.ts'
import { fitLeniency } from './leniency.ts'
import { agreementWithOthers, findOutlierReviewers } from './outlier-reviewers.ts'
import { rankStability } from './rank-stability.ts'
import { reviewStatistics } from './review-statistics.ts'
import type { TotalScore } from './score-sheet.ts'
import { checkSpread, spreadOf } from './score-spread.ts'
import { aScorecard, reviewSettings } from './testing/factory.ts'

const sheet = (rows: Record<string, (number | null)[]>): TotalScore[] =>
  Object.entries(rows).flatMap(([applicationId, row]) =>
    row.flatMap((points, index) => (points === null ? [] : [{ applicationId, expertId: `e${index + 1}`, halfPoints: points * 2 }])),
  )
const outliers = (scores: TotalScore[], alarm = 10, maximum = 200) =>
  findOutlierReviewers(
    scores,
    fitLeniency(scores, 3),
    id => id,
    { ...reviewSettings, leniencyAlarm: alarm, overlapMinimum: 3 },
    maximum,
  ).map(({ code, rows, measured }) => [code, rows[0]?.key, measured])

test('spread: lowest, highest, range, and sample deviation worked by hand', () => {
  // 80, 84, 88.5: mean 84.1666…, squares 17.36 + 0.028 + 18.78 = 36.1666…, / 2, root = 4.2524
  const spread = spreadOf('a', sheet({ a: [80, 84, 88.5], b: [10, 99, 50] }))
  expect(spread).toMatchObject({ reviews: 3, lowest: 160, highest: 177, range: 17 })
  expect(spread.deviation).toBeCloseTo(4.2524, 3)
  expect(spreadOf('a', sheet({ a: [80] })).deviation).toBeNull()
})

test.each([
  [[60, 84.5], 200, 'met'],
  [[60, 85], 200, 'unmet'],
  [[30, 42], 100, 'met'], // On a sheet of 50 points the line of 25 in a hundred is 12.5.
  [[30, 42.5], 100, 'unmet'],
])('a spread of %j on a sheet of %i half points is %s at the line of 25 in a hundred', (points, maximum, status) => {
  const finding = checkSpread(spreadOf('a', sheet({ a: points })), '甲县', { spreadAlarm: 25, clause: 'notice-2020/5.2' }, maximum)
  expect(finding).toMatchObject({ status, force: 'should' })
})

// Reviewer 1 gives 15 more than 2 and 3: effects +10, −5, −5.
const lenientOne = { a: [95, 80, 80], b: [85, 70, 70], c: [75, 60, 60] }

test('a reviewer at the line of leniency is pointed out, just under it not', () => {
  expect(outliers(sheet(lenientOne))).toEqual([['reviewer-lenient', 'e1', '10.00']])
  expect(outliers(sheet(lenientOne), 11)).toEqual([])
  expect(outliers(sheet({ ...lenientOne, c: [74.5, 60, 60] }))).toEqual([])
  expect(outliers(sheet({ a: [65, 80, 80], b: [55, 70, 70], c: [45, 60, 60] }))).toEqual([['reviewer-strict', 'e1', '-10.00']])
})

test('a reviewer who orders against the others is pointed out; with too few shared applications nothing is said', () => {
  const against = { a: [60, 80, 80], b: [70, 70, 70], c: [80, 60, 60] }
  expect(outliers(sheet(against))).toEqual([['reviewer-against-others', 'e1', '< 0']])
  expect(agreementWithOthers(sheet({ a: [60, 80], b: [70, 70] }), 'e1', 3)).toBeNull()
  // (60−65)(80−75) + (70−65)(70−75) = −50
  expect(agreementWithOthers(sheet({ a: [60, 80], b: [70, 70] }), 'e1', 2)).toEqual(fraction(-50n))
})

test('places that hang on one reviewer are found at the line where they swap', () => {
  const scores = sheet({ a: [90, 70, 70], b: [60, 80, 80], c: [95, 95, 95] })
  const byMean = (subset: readonly TotalScore[]) => {
    const ids = [...new Set(scores.map(score => score.applicationId))]
    const meanOf = (id: string) => {
      const own = subset.filter(score => score.applicationId === id)
      return own.reduce((sum, score) => sum + score.halfPoints, 0) / own.length
    }
    return ids.every(id => subset.some(score => score.applicationId === id)) ? ids.sort((x, y) => meanOf(y) - meanOf(x)) : null
  }
  // Means a 76.7, b 73.3: without reviewer 1 it is a 70, b 80.
  expect(
    rankStability(
      scores,
      [
        { id: 'quota', places: 2 },
        { id: 'cap', places: 3 },
      ],
      byMean,
    ),
  ).toEqual({
    crossings: [{ expertId: 'e1', line: 'quota', up: ['b'], down: ['a'] }],
    undecided: [],
    unstable: ['a', 'b'],
  })
  expect(rankStability(sheet({ a: [90], b: [null, 80], c: [95, 95] }), [{ id: 'quota', places: 1 }], byMean).undecided).toEqual([
    'e1',
    'e2',
  ])
})

test('all statistics of a round together', () => {
  const scores = sheet(lenientOne)
  const contenders = Object.keys(lenientOne).map(applicationId => ({
    applicationId,
    countyCode: applicationId,
    countyName: applicationId,
    preferences: [],
  }))
  const result = reviewStatistics({
    contenders,
    scores,
    scorecard: aScorecard([60, 40]),
    settings: { ...reviewSettings, overlapMinimum: 3 },
    lines: [{ id: 'quota', places: 1 }],
    nameOf: id => id,
  })
  expect(result.leniency.status).toBe('fitted')
  expect(result.findings.map(finding => finding.code)).toEqual(['reviewer-lenient'])
  expect(result.stability).toEqual({ crossings: [], undecided: [], unstable: [] })
  expect(result.spreads.map(spread => spread.range)).toEqual([30, 30, 30])
  // Between: means 85, 75, 65, mean square 300; within: 150 per county / 2 = 75. (300 − 75) / (300 + 2·75) = 0.5
  expect(result.intraclass?.single).toBeCloseTo(0.5, 10)
})
