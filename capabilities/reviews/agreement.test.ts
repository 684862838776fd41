import fc from 'fast-check'
import { expect, test } from 'vitest'
import { intraclassCorrelation, krippendorffAlpha } from './agreement.ts'

/** Shrout and Fleiss (1979), table 2: six targets, four judges. */
const shroutFleiss = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
]

test('ICC(1,1) and ICC(1,4) of Shrout and Fleiss: .17 and .44 with mean squares 11.24 and 6.26', () => {
  const result = intraclassCorrelation(shroutFleiss)
  expect(result?.single.toFixed(2)).toBe('0.17')
  expect(result?.average.toFixed(2)).toBe('0.44')
  expect(result?.betweenMeanSquare.toFixed(2)).toBe('11.24')
  expect(result?.withinMeanSquare.toFixed(2)).toBe('6.26')
  expect(result?.scoresPerApplication).toBe(4)
})

const none = null
/** Krippendorff's example of four observers and twelve units with missing values; alpha for interval data is 0.849. */
const observers = [
  [1, 2, 3, 3, 2, 1, 4, 1, 2, none, none, none],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, none, 3],
  [none, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, none],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, none],
]
const units = Array.from({ length: 12 }, (_, unit) => observers.map(row => row[unit] ?? none).filter(value => value !== none))

test("alpha of Krippendorff's example is 0.849", () => {
  expect(krippendorffAlpha(units)?.toFixed(3)).toBe('0.849')
})

const scores = fc.array(fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 6 }), { minLength: 2, maxLength: 8 })

test('agreement does not change when every score is raised by the same or doubled, nor with the order', () => {
  fc.assert(
    fc.property(scores, fc.integer({ min: 1, max: 50 }), (groups, shift) => {
      const moved = groups.map(group => group.map(score => 2 * score + shift)).reverse()
      const [before, after] = [intraclassCorrelation(groups), intraclassCorrelation(moved)]
      const [alphaBefore, alphaAfter] = [krippendorffAlpha(groups), krippendorffAlpha(moved)]
      expect(after === null).toBe(before === null)
      if (before && after) expect(after.single).toBeCloseTo(before.single, 8)
      expect(alphaAfter === null).toBe(alphaBefore === null)
      if (alphaBefore !== null && alphaAfter !== null) expect(alphaAfter).toBeCloseTo(alphaBefore, 8)
    }),
  )
})

test('perfect agreement is 1; without two scores or any difference there is no figure', () => {
  expect(
    intraclassCorrelation([
      [80, 80],
      [60, 60],
    ])?.single,
  ).toBe(1)
  expect(
    krippendorffAlpha([
      [80, 80],
      [60, 60],
    ]),
  ).toBe(1)
  for (const groups of [
    [],
    [[80, 70]],
    [[80], [70]],
    [
      [80, 80],
      [80, 80],
    ],
  ])
    expect(intraclassCorrelation(groups)).toBeNull()
  for (const groups of [
    [],
    [[80], [70]],
    [
      [80, 80],
      [80, 80],
    ],
  ])
    expect(krippendorffAlpha(groups)).toBeNull()
})
