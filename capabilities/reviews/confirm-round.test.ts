import { expect, test } from 'vitest'
import { checkSheetsComplete, confirmRound, entriesOf, outcomeOf } from './confirm-round.ts'
import type { ScoreBasis } from './review-round.ts'
import { aRound, aScorecard } from './testing/factory.ts'

/** Rows are counties 519901 …; columns three reviewers. */
const input = (rows: (number | null)[][], basis: ScoreBasis = 'mean') => ({
  round: aRound('closed', { basis }),
  scorecard: aScorecard([60, 40]),
  contenders: rows.map((_, index) => ({
    applicationId: `a${index}`,
    countyCode: `51990${index + 1}`,
    countyName: `县${index + 1}`,
    preferences: [],
  })),
  scores: rows.flatMap((row, index) =>
    row.flatMap((points, place) =>
      points === null ? [] : [{ applicationId: `a${index}`, expertId: `e${place}`, halfPoints: points * 2 }],
    ),
  ),
  lines: [],
  nameOf: (id: string) => id,
})
const even = [
  [80, 81, 82],
  [70, 71, 72],
  [60, 61, 62],
  [50, 51, 52],
]

test('a complete round without signals is confirmed as it is', () => {
  const result = confirmRound(input(even), {}, null)
  expect(result.ok && entriesOf(result.value.ranking)).toEqual([
    { rank: 1, countyCode: '519901', score: '81.0000' },
    { rank: 2, countyCode: '519902', score: '71.0000' },
    { rank: 3, countyCode: '519903', score: '61.0000' },
    { rank: 4, countyCode: '519904', score: '51.0000' },
  ])
})

test('a missing sheet stops it, by name and count', () => {
  const short = input([...even.slice(0, 3), [50, 51, null]])
  expect(checkSheetsComplete(short.round, short.contenders, short.scores)).toMatchObject({
    status: 'unmet',
    force: 'must',
    measured: '11/12',
  })
  expect(confirmRound(short, {}, null)).toMatchObject({
    ok: false,
    reason: { code: 'sheets-missing', message: { zh: '尚缺评分：县4（2/3）。' } },
  })
})

test('a signal needs a reason of its kind', () => {
  const spread = input([...even.slice(0, 3), [30, 51, 60]])
  expect(confirmRound(spread, {}, null)).toMatchObject({
    ok: false,
    reason: { code: 'reasons-wanted', findings: [{ code: 'score-spread' }] },
  })
  expect(confirmRound(spread, { 'score-spread': '复核后两名专家维持原分' }, null).ok).toBe(true)
  expect(confirmRound(spread, { 'reviewer-lenient': '…' }, null).ok).toBe(false)
})

test('only a closed round is confirmed', () => {
  expect(confirmRound({ ...input(even), round: aRound('scoring') }, {}, null)).toMatchObject({ ok: false, reason: { kind: 'wrong-state' } })
})

test('the basis is changed only where it cannot be computed', () => {
  const change = { basis: 'mean' as const, reason: '数据太少' }
  // Two counties by three reviewers: 6 − 2 − 3 + 1 = 2 degrees of freedom, but two reviews each where three are asked.
  const thin = input(even.slice(0, 2), 'leniency-adjusted')
  expect(confirmRound(thin, {}, null)).toMatchObject({ ok: false, reason: { code: 'no-leniency' } })
  expect(confirmRound(thin, {}, change).ok).toBe(true)
  expect(confirmRound(input(even, 'leniency-adjusted'), {}, change)).toMatchObject({ ok: false, reason: { code: 'basis-stands' } })
  expect(outcomeOf(input(even, 'leniency-adjusted')).ok).toBe(true)
})
