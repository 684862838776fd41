import fc from 'fast-check'
import { expect, test } from 'vitest'
import { airport, anyGame, gameOf, members, ordersOf } from '../testing/games.ts'
import { costOf, everybody } from './cost-game.ts'
import type { CostGame } from './cost-game.ts'
import { sampleCoalitions } from './sample-coalitions.ts'
import { sampledShapley, shapleyValue } from './shapley.ts'

/** The definition word by word: what each adds, over all n! orders. */
function byAllOrders(game: CostGame): number[] {
  const orders = ordersOf(game.partners.length)
  const sums = game.partners.map(() => 0)
  for (const order of orders) {
    let joined = 0
    for (const partner of order) {
      sums[partner] = (sums[partner] ?? 0) + costOf(game, joined | (1 << partner)) - costOf(game, joined)
      joined |= 1 << partner
    }
  }
  return sums.map(sum => sum / orders.length)
}
const expectNear = (actual: readonly number[], wanted: readonly number[], digits = 6): void => {
  for (const [index, value] of wanted.entries()) expect(actual[index]).toBeCloseTo(value, digits)
}

test('equals the mean over all orders of joining', () => {
  fc.assert(
    fc.property(anyGame({ min: 1, max: 6 }), game => expectNear(shapleyValue(game), byAllOrders(game))),
    { numRuns: 40 },
  )
})

test('efficiency: everything is paid', () => {
  fc.assert(
    fc.property(anyGame(), game => {
      expect(shapleyValue(game).reduce((sum, amount) => sum + amount, 0)).toBeCloseTo(costOf(game, everybody(game)), 6)
    }),
  )
})

test('symmetry: partners that can be exchanged pay the same', () => {
  const swapFirstTwo = (coalition: number): number => (coalition & ~3) | ((coalition & 1) << 1) | ((coalition >> 1) & 1)
  fc.assert(
    fc.property(anyGame(), game => {
      const symmetric = gameOf(game.partners.length, coalition => costOf(game, coalition) + costOf(game, swapFirstTwo(coalition)))
      const [one, other] = shapleyValue(symmetric)
      expect(one).toBeCloseTo(other ?? Number.NaN, 6)
    }),
  )
})

test('dummy: who adds the same to every coalition pays just that', () => {
  fc.assert(
    fc.property(anyGame(), fc.integer({ min: 0, max: 500 }), (game, own) => {
      const dummy = 1 << game.partners.length
      const cost = (coalition: number): number => costOf(game, coalition & ~dummy) + (coalition & dummy ? own : 0)
      expect(shapleyValue(gameOf(game.partners.length + 1, cost)).at(-1)).toBeCloseTo(own, 6)
    }),
  )
})

test('additivity: the share of two bills is the sum of the shares', () => {
  fc.assert(
    fc.property(anyGame({ min: 4, max: 4 }), anyGame({ min: 4, max: 4 }), (one, other) => {
      const sum = gameOf(4, coalition => costOf(one, coalition) + costOf(other, coalition))
      const [first, second] = [shapleyValue(one), shapleyValue(other)]
      expectNear(
        shapleyValue(sum),
        first.map((amount, index) => amount + (second[index] ?? 0)),
      )
    }),
  )
})

test('Lemaire 1991, three investors: interest of 90,000 shared 51,750, 25,875 and 12,375', () => {
  const interest = new Map([
    [1, 46_125],
    [2, 17_437.5],
    [4, 5_812.5],
    [3, 69_187.5],
    [5, 53_812.5],
    [6, 30_750],
    [7, 90_000],
  ])
  expectNear(shapleyValue(gameOf(3, coalition => -(interest.get(coalition) ?? 0))), [-51_750, -25_875, -12_375])
})

test('airport: each part of the runway is shared by those that need it (Littlechild & Owen 1973)', () => {
  expectNear(shapleyValue(airport([12, 18, 24, 30])), [3, 5, 8, 14])
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 2, maxLength: 8 }), lengths => {
      const steps = [0, ...lengths.toSorted((one, other) => one - other)]
      const shares = steps.slice(1).map((length, index) => (length - (steps[index] ?? 0)) / (lengths.length - index))
      const wanted = lengths.map(own => {
        const place = steps.lastIndexOf(own)
        return shares.slice(0, place).reduce((sum, share) => sum + share, 0)
      })
      expectNear(shapleyValue(airport(lengths)), wanted)
    }),
  )
})

test('beyond ten partners it is sampled: all is paid, the interval holds the true value, the seed decides', async () => {
  const lengths = [40, 10, 25, 60, 5, 90, 33, 71, 12, 48, 66, 20]
  const runway = airport(lengths)
  const asked: number[] = []
  const ask = (coalition: number): number => {
    asked.push(coalition)
    return costOf(runway, coalition)
  }
  const sample = await sampleCoalitions(runway.partners, ask, { pairs: 120, seed: 1 })
  const { amounts, halfWidths, orders } = sampledShapley(sample)
  const exact = shapleyValue(runway)
  expect(orders).toBe(240)
  expect(new Set(asked).size).toBe(asked.length)
  expect(sample.game.complete).toBe(false)
  expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBeCloseTo(90, 9)
  const inside = exact.filter((value, index) => Math.abs(value - (amounts[index] ?? 0)) <= (halfWidths[index] ?? 0) + 1e-9)
  expect(inside.length).toBeGreaterThanOrEqual(11) // 95 % of twelve intervals
  expect(Math.max(...halfWidths)).toBeLessThan(5)
  expect(await sampleCoalitions(runway.partners, coalition => members(coalition).length, { pairs: 4, seed: 7 })).toEqual(
    await sampleCoalitions(runway.partners, coalition => members(coalition).length, { pairs: 4, seed: 7 }),
  )
})
