import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { airport, anyGame, gameOf } from '../testing/games.ts'
import { coreDeficit, stabilityOf } from './core.ts'
import { aloneCosts, costOf, everybody, everyCoalition, namesOf } from './cost-game.ts'
import { equalProfit } from './equal-profit.ts'
import { nucleolus } from './nucleolus.ts'
import { proportionalShares } from './proportional.ts'
import { repairCosts, unrepaired } from './repair-costs.ts'
import { sampleCoalitions } from './sample-coalitions.ts'
import { shareCosts } from './share-costs.ts'
import { shapleyValue } from './shapley.ts'
import { wholeUnits } from './whole-units.ts'

type Golden = { partners: string[]; games: Record<string, Record<string, number>> }
const golden: Golden = JSON.parse(readFileSync(new URL('cases/pooling-games.json', import.meta.url), 'utf8'))
const gameNamed = (name: string) => ({
  partners: golden.partners,
  costs: new Map(Object.entries(golden.games[name] ?? {}).map(([key, cost]) => [Number(key), cost * 100])),
  complete: true,
})
const percents = (savings: readonly number[], alone: readonly number[]) =>
  savings.map((saving, index) => (100 * saving) / (alone[index] ?? 1))
const spreadOf = (amounts: readonly number[], alone: readonly number[]) => {
  const ratios = amounts.map((amount, index) => amount / (alone[index] ?? 1))
  return Math.max(...ratios) - Math.min(...ratios)
}

// Ranges of each rule's savings as published with the games: lowest and highest partner, in per cent.
test.each([
  ['SCA3-0-disjoint', 63_296, false, [46, 59], [26, 57], [50, 50]],
  ['CMT3X-disjoint', 55_186, true, [34, 60], [35, 57], [42.5, 43.5]],
  ['R1_2_1-disjoint', 159_767, true, [27, 47], [28, 42], [32, 32]],
  ['SCA3-0-overlap', 142_240, true, [58, 76], [61, 74], [69, 69]],
  ['CMT3X-overlap', 155_265, true, [60, 76], [63, 72], [68, 68]],
  ['R1_2_1-overlap', 338_540, true, [36, 70], [38, 64], [47, 52]],
])('golden game %s', async (name, saving, shapleyInCore, ...ranges) => {
  const report = await shareCosts(gameNamed(name))
  expect(report.saving).toBe(saving)
  expect(report.coreDeficit).toBe(0)
  const [shapley, inNucleolus, equal] = report.rules
  expect([shapley?.rule, inNucleolus?.rule, equal?.rule]).toEqual(['shapley', 'nucleolus', 'equal-profit'])
  expect([shapley?.stability.inCore, inNucleolus?.stability.inCore, equal?.stability.inCore]).toEqual([shapleyInCore, true, true])
  ;[shapley, inNucleolus, equal].forEach((rule, index) => {
    const saved = percents(rule?.savings ?? [], report.alone)
    expect(Math.abs(Math.min(...saved) - (ranges[index]?.[0] ?? 0))).toBeLessThanOrEqual(0.5)
    expect(Math.abs(Math.max(...saved) - (ranges[index]?.[1] ?? 0))).toBeLessThanOrEqual(0.5)
  })
  for (const rule of report.rules) expect(rule.amounts.reduce((sum, amount) => sum + amount, 0)).toBe(report.total)
})

test('who would gain by leaving is named with the gain: under Shapley in SCA3-0 all but the smallest', async () => {
  const report = await shareCosts(gameNamed('SCA3-0-disjoint'))
  const leaving = report.rules.find(({ rule }) => rule === 'shapley')?.stability.leaving ?? []
  expect(leaving.map(({ coalition }) => namesOf(report, coalition))).toEqual([['post', 'courierA', 'courierB', 'coop']])
  expect(leaving[0]?.gain).toBeCloseTo(61_231.9 - 61_140, 0)
})

test('the cost of a coalition above that of a larger one is lowered, and it is told', async () => {
  const { repairs } = await shareCosts(gameNamed('CMT3X-overlap'))
  expect(repairs).toHaveLength(1)
  expect(repairs[0]?.why).toBe('larger-is-cheaper')
  expect((repairs[0]?.from ?? 0) > (repairs[0]?.to ?? 0)).toBe(true)
})

test('repair makes any game monotone and subadditive, raises nothing, and a second repair finds nothing', () => {
  fc.assert(
    fc.property(anyGame(), given => {
      const { game } = repairCosts(given)
      for (const [one, cost] of game.costs) {
        expect(cost).toBeLessThanOrEqual(costOf(given, one))
        for (const [other, otherCost] of game.costs) {
          if ((one & other) === one) expect(cost).toBeLessThanOrEqual(otherCost)
          if ((one & other) === 0) expect(costOf(game, one | other)).toBeLessThanOrEqual(cost + otherCost)
        }
      }
      expect(unrepaired(game)).toEqual([])
    }),
    { numRuns: 60 },
  )
})

test('equal profit: within the core when it has a point, and no fairer split of the core is known', async () => {
  await fc.assert(
    fc.asyncProperty(anyGame({ min: 2, max: 5 }), async given => {
      const { game } = repairCosts(given)
      if (aloneCosts(game).some(cost => cost === 0)) return
      const { amounts, deficit, spread } = await equalProfit(game)
      expect(deficit).toBeCloseTo(await coreDeficit(game), 6)
      if (deficit > 0) return
      expect(stabilityOf(game, amounts).inCore).toBe(true)
      expect(spreadOf(amounts, aloneCosts(game))).toBeCloseTo(spread, 5)
      for (const other of [(await nucleolus(game)).amounts, shapleyValue(game)])
        if (stabilityOf(game, other).inCore) expect(spread).toBeLessThanOrEqual(spreadOf(other, aloneCosts(game)) + 1e-6)
    }),
    { numRuns: 25 },
  )
})

test('an empty core is said with what it lacks: three of whom any two do as well as all', async () => {
  const majority = gameOf(3, coalition => [0, 60, 60, 60, 60, 60, 60, 100][coalition] ?? 0)
  const report = await shareCosts(majority)
  expect(report.coreDeficit).toBeCloseTo(100 / 3 - 30 + 100 / 3 - 30, 6)
  expect(report.rules.every(({ stability }) => !stability.inCore)).toBe(true)
  expect(report.rules[0]?.amounts).toEqual([34, 33, 33])
})

test('measures stand beside the rules; one that is zero for everybody says nothing', async () => {
  const measures = [
    { key: 'weight', values: [1, 1, 2] },
    { key: 'parcels', values: [0, 0, 0] },
  ]
  const { rules } = await shareCosts(airport([100, 200, 300]), { measures })
  expect(rules.map(({ rule }) => rule)).toEqual(['shapley', 'nucleolus', 'equal-profit', 'alone', 'weight'])
  expect(rules.at(-1)?.amounts).toEqual([75, 75, 150])
  expect(rules.at(-1)?.stability.leaving.length).toBe(0)
  expect(proportionalShares(10, [0, 0])).toBeNull()
  const unfair = await shareCosts(airport([10, 200, 300]), { measures: [{ key: 'weight', values: [1, 0, 0] }] })
  expect(unfair.rules.at(-1)?.stability).toMatchObject({ individuallyRational: false, inCore: false })
})

test('twelve partners: sampled, with intervals, over the coalitions that are known', async () => {
  const lengths = Array.from({ length: 12 }, (_, index) => 1000 + index * 500)
  const runway = airport(lengths)
  const sample = await sampleCoalitions(runway.partners, coalition => costOf(runway, coalition), { pairs: 20, seed: 3 })
  const { rules, total } = await shareCosts(sample)
  expect(rules[0]?.halfWidths).toHaveLength(12)
  expect(rules[1]?.halfWidths).toBeUndefined()
  for (const { amounts } of rules) expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBe(total)
})

test('every coalition is asked once, the largest first', async () => {
  const asked: number[] = []
  const game = await everyCoalition(['a', 'b', 'c'], coalition => asked.push(coalition) && coalition)
  expect(asked).toEqual([7, 6, 5, 4, 3, 2, 1])
  expect(costOf(game, everybody(game))).toBe(7)
})

test('whole units add up exactly and none is a unit off', () => {
  expect(wholeUnits([100 / 3, 100 / 3, 100 / 3], 100)).toEqual([34, 33, 33])
  expect(wholeUnits([-0.5, 10.5], 10)).toEqual([0, 10])
  fc.assert(
    fc.property(fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 9 }), amounts => {
      const total = Math.round(amounts.reduce((sum, amount) => sum + amount, 0))
      const units = wholeUnits(amounts, total)
      expect(units.reduce((sum, unit) => sum + unit, 0)).toBe(total + 0)
      for (const [index, unit] of units.entries()) expect(Math.abs(unit - (amounts[index] ?? 0))).toBeLessThanOrEqual(1.001)
    }),
  )
})
