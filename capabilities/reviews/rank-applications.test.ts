import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { fitLeniency } from './leniency.ts'
import type { PreferenceShown } from './preferences.ts'
import { rankApplications } from './rank-applications.ts'
import type { Contender } from './rank-applications.ts'
import type { ScoreBasis } from './review-round.ts'
import type { TotalScore } from './score-sheet.ts'
import { aPreference } from './testing/factory.ts'

type County = { code: string; scores: (number | null)[]; points: number; tieBreaks: string[] }
type Case = { name: string; basis: ScoreBasis; counties: County[]; then: { code: string; total: string; brokenBy: string | null }[] }
const cases = parse(readFileSync(new URL('./cases/ranking.yaml', import.meta.url), 'utf8')) as Case[]

const preferencesOf = ({ points, tieBreaks }: County): PreferenceShown[] => [
  aPreference('bonus', { points, status: points > 0 ? 'earned' : 'not-earned' }),
  aPreference('not-yet-out-of-poverty', {
    kind: 'tie-break',
    status: tieBreaks.includes('not-yet-out-of-poverty') ? 'earned' : 'not-earned',
  }),
  aPreference('deep-poverty-area', { kind: 'tie-break', status: tieBreaks.includes('deep-poverty-area') ? 'earned' : 'unknown' }),
]
const contenderOf = (county: County): Contender => ({
  applicationId: `application-${county.code}`,
  countyCode: county.code,
  countyName: county.code,
  preferences: preferencesOf(county),
})
const scoresOf = (county: County): TotalScore[] =>
  county.scores.flatMap((points, index) =>
    points === null ? [] : [{ applicationId: `application-${county.code}`, expertId: `expert-${index}`, halfPoints: points * 2 }],
  )

const rank = (counties: readonly County[], basis: ScoreBasis) => {
  const scores = counties.flatMap(scoresOf)
  return rankApplications(counties.map(contenderOf), scores, basis, fitLeniency(scores, 2))
}

test.each(cases)('$name', ({ counties, basis, then }) => {
  const result = rank(counties, basis)
  const rows = result.ok ? result.value : []
  expect(rows.map(row => ({ code: row.countyCode, total: row.totalText, brokenBy: row.tieBrokenBy }))).toEqual(then)
  expect(rows.map(row => row.rank)).toEqual(then.map((_, index) => index + 1))
})

const county = fc.record({
  scores: fc.array(fc.integer({ min: 60, max: 64 }), { minLength: 1, maxLength: 3 }),
  points: fc.constantFrom(0, 2),
  tieBreaks: fc.subarray(['not-yet-out-of-poverty', 'deep-poverty-area']),
})
const counties = fc
  .array(county, { minLength: 2, maxLength: 8 })
  .map(list => list.map((each, index): County => ({ ...each, code: `5199${String(index + 10)}` })))

test('the order of the input does not matter; totals never rise down the list; ties are mutual', () => {
  fc.assert(
    fc.property(counties, list => {
      const result = rank(list, 'mean')
      expect(rank([...list].reverse(), 'mean')).toEqual(result)
      const rows = result.ok ? result.value : []
      rows.forEach((row, index) => {
        const next = rows[index + 1]
        if (next) expect(row.total.numerator * next.total.denominator).toBeGreaterThanOrEqual(next.total.numerator * row.total.denominator)
        for (const code of row.tiedWith) expect(rows.find(other => other.countyCode === code)?.tiedWith).toContain(row.countyCode)
        expect(row.tieBrokenBy !== null).toBe(index > 0 && rows[index - 1]?.tiedWith.includes(row.countyCode) === true)
      })
    }),
  )
})

test('an application nobody scored, or a basis that cannot be estimated, is refused by name', () => {
  const one: County = { code: '519901', scores: [80], points: 0, tieBreaks: [] }
  expect(rank([one, { ...one, code: '519902', scores: [null] }], 'mean')).toMatchObject({
    ok: false,
    reason: { code: 'unscored', message: { zh: expect.stringContaining('519902') } },
  })
  expect(rank([one], 'leniency-adjusted')).toMatchObject({ ok: false, reason: { code: 'no-leniency' } })
})
