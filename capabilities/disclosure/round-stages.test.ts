import { loadPolicy } from '@jincun/policy/load'
import { expect, test } from 'vitest'
import { currentRoundYear, roundStages, roundYears } from './round-stages.ts'

const pack = loadPolicy()

test('the steps of 2020 in order, each with its clause and, where the notice sets one, its last day', () => {
  const stages = roundStages(pack, 2020, [{ kind: 'ranked-list', count: 3, latest: '2020-05-28T00:00:00.000Z' }])
  expect(stages.map(({ id, clause, due, published }) => [id, clause, due, published])).toEqual([
    ['allocation', 'notice-2020/5.1', null, 0],
    ['reviews', 'notice-2020/5.2', null, 0],
    ['ranked-lists', 'notice-2020/5.3', '2020-05-29T16:00:00.000Z', 3],
    ['settlement', 'notice-2020/5.4', null, 0],
    ['final-lists', 'notice-2020/5.5', '2020-06-25T16:00:00.000Z', 0],
  ])
})

test('2017 has no factor sheet here: its round begins with what its policy knows', () => {
  expect(roundStages(pack, 2017, []).map(({ id }) => id)).not.toContain('allocation')
})

test('the year shown first is the year it is when its rules are known, else the newest known', () => {
  expect(roundYears(pack)).toEqual([2020, 2017])
  expect(currentRoundYear(pack, 2017)).toBe(2017)
  expect(currentRoundYear(pack, 2026)).toBe(2020)
})
