import type { CountyStanding } from '@jincun/designation'
import { scorecardFor } from '@jincun/policy'
import { loadPolicy } from '@jincun/policy/load'
import { expect, test } from 'vitest'
import { factsToSettle, preferencesOf } from './preferences.ts'
import { aScorecard, aStanding } from './testing/factory.ts'

const card = {
  ...aScorecard([100]),
  preferences: [
    ['nationalPovertyCounty', 'points', 3],
    ['oldRevolutionaryBaseCounty', 'points', 2],
    ['epidemicHitArea', 'points', 2],
    ['countyNotYetOutOfPoverty', 'tie-break', 0],
    ['deepPovertyArea', 'tie-break', 0],
    ['incentiveCounty', 'tie-break', 0],
  ].map(([fact, kind, points]) => ({
    id: String(fact).toLowerCase(),
    title: { zh: String(fact), en: String(fact) },
    fact: String(fact),
    kind: kind as 'points' | 'tie-break',
    points: Number(points),
    clause: 'notice-2020/4.5',
  })),
}
const shown = (standing: Partial<CountyStanding>, settled = {}) =>
  preferencesOf(card, aStanding(standing), settled).map(({ status, points }) => `${status} ${points}`)

test('facts of the lists earn points or a tie-break; unknown is shown as unknown and earns nothing', () => {
  expect(shown({})).toEqual(['not-earned 0', 'unknown 0', 'unknown 0', 'not-earned 0', 'not-earned 0', 'unknown 0'])
  expect(
    shown({
      nationalPovertyCounty: true,
      oldRevolutionaryBaseCounty: true,
      countyNotYetOutOfPoverty: true,
      incentiveYear: 2018,
      deepPovertyArea: { group: 'three-prefectures', part: '凉山州' },
    }),
  ).toEqual(['earned 3', 'earned 2', 'unknown 0', 'earned 0', 'earned 0', 'earned 0'])
})

test('what the province settled fills what the lists leave open and overrides no list', () => {
  const settled = { epidemicHitArea: { value: true, source: '省卫健委2020年2月通报' }, nationalPovertyCounty: { value: true, source: '…' } }
  expect(shown({}, settled).slice(0, 3)).toEqual(['not-earned 0', 'unknown 0', 'earned 2'])
  expect(preferencesOf(card, aStanding({}), settled)[2]?.source).toBe('省卫健委2020年2月通报')
  expect(shown({}, { epidemicHitArea: { value: false, source: '…' } })[2]).toBe('not-earned 0')
})

test('the facts a province must settle are those no list holds', () => {
  expect(factsToSettle(card).map(preference => preference.fact)).toEqual(['epidemicHitArea'])
})

test('the shipped sheet of 2020 shows each preference of the notice under its clause', () => {
  const shipped = scorecardFor(loadPolicy(), 2020)
  const settled = { epidemicHitArea: { value: true, source: '省卫健委2020年2月通报' } }
  const earned = preferencesOf(shipped, aStanding({ nationalPovertyCounty: true, countyNotYetOutOfPoverty: true }), settled).filter(
    ({ status }) => status === 'earned',
  )
  expect(earned.map(({ fact, kind, clause }) => [fact, kind, clause])).toEqual([
    ['nationalPovertyCounty', 'points', 'notice-2020/4.5'],
    ['epidemicHitArea', 'points', 'notice-2020/4.1'],
    ['countyNotYetOutOfPoverty', 'tie-break', 'notice-2020/4.2'],
  ])
})
