import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { checkScoreSheet } from './check-score-sheet.ts'
import type { ReasonRule } from './review-round.ts'
import { totalOf } from './score-sheet.ts'
import { aScorecard } from './testing/factory.ts'

type Case = { name: string; reasons: ReasonRule['when']; given: { points: number | null; reason: string }; then: string[] }
const cases = parse(readFileSync(new URL('./cases/scoring.yaml', import.meta.url), 'utf8')) as Case[]

const settings = (when: ReasonRule['when']) => ({
  clause: 'notice-2020/5.2',
  reasonRule: { when, lowPercent: 20, highPercent: 90, minimumCharacters: 5 },
})
const card = aScorecard([20])
const half = (points: number | null) => (points === null ? null : points * 2)

test.each(cases)('$name', ({ reasons, given, then }) => {
  const findings = checkScoreSheet([{ itemId: 'item-1', halfPoints: half(given.points), reason: given.reason }], card, settings(reasons))
  expect(findings.map(finding => finding.code)).toEqual(then)
  for (const finding of findings) expect(finding).toMatchObject({ force: 'must', status: 'unmet', clause: 'notice-2020/4.3' })
})

test('every item is asked for at once, and where it is', () => {
  const findings = checkScoreSheet([], aScorecard([20, 15, 10]), settings('always'))
  expect(findings.map(finding => finding.where)).toEqual(['items.item-1.halfPoints', 'items.item-2.halfPoints', 'items.item-3.halfPoints'])
})

test('an item the score sheet does not have, or has once, is a finding', () => {
  const item = { itemId: 'item-1', halfPoints: 20, reason: '台账齐全可查' }
  const codes = (items: (typeof item)[]) => checkScoreSheet(items, card, settings('always')).map(finding => finding.code)
  expect(codes([item, { ...item, itemId: 'item-9' }])).toEqual(['score-item-unknown'])
  expect(codes([item, item])).toEqual(['score-item-unknown'])
})

test('the total counts half points', () => {
  expect(
    totalOf([
      { itemId: 'a', halfPoints: 35, reason: '' },
      { itemId: 'b', halfPoints: 20, reason: '' },
      { itemId: 'c', halfPoints: null, reason: '' },
    ]),
  ).toBe(55)
})
