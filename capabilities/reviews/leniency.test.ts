import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareFractions, fraction, fractionNumber, fractionText, minus, plus, pointsOf, total, zero } from './exact.ts'
import { fitLeniency } from './leniency.ts'
import type { LeniencyFit } from './leniency.ts'
import type { TotalScore } from './score-sheet.ts'

const score = (applicationId: string, expertId: string, points: number): TotalScore => ({ applicationId, expertId, halfPoints: points * 2 })

/** Rows are applications a, b, …; columns reviewers 1, 2, …; null = did not review. */
const sheet = (rows: readonly (readonly (number | null)[])[]): TotalScore[] =>
  rows.flatMap((row, a) => row.flatMap((points, e) => (points === null ? [] : [score('abcdefgh'.charAt(a), String(e + 1), points)])))

const fitted = (scores: readonly TotalScore[], overlap = 1): LeniencyFit => {
  const fit = fitLeniency(scores, overlap)
  if (fit.status !== 'fitted') throw new Error(fit.message.en)
  return fit
}
const effectsOf = (fit: LeniencyFit): string[] => fit.effects.map(({ effect }) => fractionText(effect, 3))
const adjustedOf = (fit: LeniencyFit): string[] => fit.adjusted.map(({ score }) => fractionText(score, 3))

test('when all review all, an effect is the reviewer mean minus the grand mean, and adjusted scores are the raw means', () => {
  // Means of reviewers 80, 77, 71; grand mean 76. Means of applications 80, 76, 72.
  const fit = fitted(
    sheet([
      [84, 81, 75],
      [80, 78, 70],
      [76, 72, 68],
    ]),
  )
  expect(effectsOf(fit)).toEqual(['4.000', '1.000', '-5.000'])
  expect(adjustedOf(fit)).toEqual(['80.000', '76.000', '72.000'])
  expect(fit.degreesOfFreedom).toBe(4)
})

test('worked by hand: three applications in a ring', () => {
  // Scores: a by 1 and 2, b by 2 and 3, c by 3 and 1. Every cell fits exactly with effects +3, 0, −3 on 70, 60, 50.
  const ring = sheet([
    [73, 70, null],
    [null, 60, 57],
    [53, null, 47],
  ])
  expect(fitLeniency(ring, 2)).toMatchObject({ status: 'not-adjusted', reason: 'too-few-degrees-of-freedom' })
  const fit = fitted(
    [
      ...ring,
      ...sheet([
        [null, null, null],
        [null, null, null],
        [null, null, null],
        [83, 80, 77],
      ]),
    ],
    2,
  )
  expect(effectsOf(fit)).toEqual(['3.000', '0.000', '-3.000'])
  expect(adjustedOf(fit)).toEqual(['70.000', '60.000', '50.000', '80.000'])
  expect(fit.residualDeviation).toBe(0)
})

/** An additive table without noise in which everybody is joined: reviewer e reviews application a unless the mask drops the cell. */
const planted = fc
  .record({
    applications: fc.array(fc.integer({ min: 40, max: 120 }), { minLength: 4, maxLength: 8 }),
    effects: fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 3, maxLength: 5 }),
    dropped: fc.array(fc.tuple(fc.nat(7), fc.nat(4)), { maxLength: 4 }),
  })
  .map(({ applications, effects, dropped }) => {
    const gone = new Set(dropped.map(([a, e]) => `${a}/${e}`))
    const scores = applications.flatMap((level, a) =>
      effects.flatMap((effect, e) =>
        gone.has(`${a}/${e}`) ? [] : [{ applicationId: `a${a}`, expertId: `e${e}`, halfPoints: level + effect }],
      ),
    )
    return { applications, effects, scores }
  })

test('planted effects without noise are found exactly', () => {
  fc.assert(
    fc.property(planted, ({ effects, applications, scores }) => {
      const fit = fitLeniency(scores, 1)
      if (fit.status !== 'fitted' || fit.effects.length !== effects.length) return
      const middle = fraction(BigInt(effects.reduce((sum, effect) => sum + effect, 0)), BigInt(effects.length))
      fit.effects.forEach(({ effect }, index) => {
        expect(plus(effect, fraction(middle.numerator, middle.denominator * 2n))).toEqual(fraction(BigInt(effects[index] ?? 0), 2n))
      })
      expect(fit.adjusted.length).toBeLessThanOrEqual(applications.length)
      expect(fit.residualDeviation).toBe(0)
    }),
  )
})

const noisy = fc
  .array(fc.array(fc.integer({ min: 80, max: 190 }), { minLength: 4, maxLength: 4 }), { minLength: 4, maxLength: 7 })
  .map(rows =>
    rows
      .flatMap((row, a) => row.map((halfPoints, e) => ({ applicationId: `a${a}`, expertId: `e${e}`, halfPoints })))
      .filter((_, index) => index % 5 !== 4),
  )

test('effects add up to zero, and what is left of the scores adds up to zero for every reviewer and every application', () => {
  fc.assert(
    fc.property(noisy, scores => {
      const fit = fitted(scores)
      expect(total(fit.effects.map(({ effect }) => effect))).toEqual(zero)
      const effect = new Map(fit.effects.map(each => [each.expertId, each.effect]))
      const level = new Map(fit.adjusted.map(each => [each.applicationId, each.score]))
      const rests = scores.map(each => ({
        ...each,
        rest: minus(pointsOf(each.halfPoints), plus(level.get(each.applicationId) ?? zero, effect.get(each.expertId) ?? zero)),
      }))
      for (const key of ['applicationId', 'expertId'] as const)
        for (const id of new Set(rests.map(row => row[key])))
          expect(total(rests.filter(row => row[key] === id).map(row => row.rest))).toEqual(zero)
      const squares = rests.reduce((sum, { rest }) => sum + fractionNumber(rest) ** 2, 0)
      expect(fit.residualDeviation).toBeCloseTo(Math.sqrt(squares / fit.degreesOfFreedom), 8)
    }),
  )
})

test('raising one reviewer by a constant moves his effect, not the differences between applications', () => {
  fc.assert(
    fc.property(noisy, fc.integer({ min: 1, max: 20 }), (scores, shift) => {
      const before = fitted(scores)
      const after = fitted(scores.map(each => (each.expertId === 'e1' ? { ...each, halfPoints: each.halfPoints + shift } : each)))
      const gain = fraction(BigInt(shift), 8n) // Half of a half point per reviewer of four: the level all applications share.
      expect(after.adjusted.map(row => row.score)).toEqual(before.adjusted.map(row => plus(row.score, gain)))
    }),
  )
})

test('the order of the scores does not matter', () => {
  fc.assert(
    fc.property(noisy, scores => {
      expect(fitLeniency([...scores].reverse(), 1)).toEqual(fitLeniency(scores, 1))
    }),
  )
})

test('two groups that share no reviewer are not compared, and both are named', () => {
  const fit = fitLeniency(
    sheet([
      [80, 70, null, null],
      [82, 71, null, null],
      [null, null, 60, 50],
      [null, null, 61, 55],
    ]),
    1,
  )
  expect(fit).toMatchObject({
    status: 'not-adjusted',
    reason: 'disconnected',
    groups: [
      { applicationIds: ['a', 'b'], expertIds: ['1', '2'] },
      { applicationIds: ['c', 'd'], expertIds: ['3', '4'] },
    ],
  })
})

test.each([
  ['no scores', [], 1, 'no-scores'],
  [
    'a reviewer below the least number of reviews',
    sheet([
      [80, 70],
      [82, 71],
      [84, 77],
      [81, null],
    ]),
    4,
    'too-few-reviews',
  ],
  ['one application only', sheet([[80, 70, 60]]), 1, 'too-few-degrees-of-freedom'],
])('%s: no adjustment', (_name, scores, overlap, reason) => {
  expect(fitLeniency(scores, overlap)).toMatchObject({ status: 'not-adjusted', reason })
})

test('exactly as many degrees of freedom as effects is enough', () => {
  // 3 applications × 2 reviewers: 6 − 3 − 2 + 1 = 2 ≥ 1.
  expect(
    fitted(
      sheet([
        [80, 70],
        [82, 71],
        [84, 77],
      ]),
      3,
    ).degreesOfFreedom,
  ).toBe(2)
})

test('fifty reviewers and eighty applications are solved exactly', () => {
  const scores = Array.from({ length: 80 }, (_, a) =>
    Array.from({ length: 5 }, (_, place) => score(`a${a}`, `e${(a * 7 + place * 11) % 50}`, 60 + ((a * 13 + place * 29) % 31))),
  ).flat()
  const fit = fitted(scores)
  expect(fit.effects).toHaveLength(50)
  expect(fit.effects.some(({ effect }) => compareFractions(effect, zero) !== 0)).toBe(true)
  expect(total(fit.effects.map(({ effect }) => effect))).toEqual(zero)
})
