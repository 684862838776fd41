import fc from 'fast-check'
import { expect, test } from 'vitest'
import { solveProgram } from '../linear/solve-program.ts'
import { airport, anyGame, bankruptcy, gameOf, members } from '../testing/games.ts'
import { coreDeficit, stabilityOf } from './core.ts'
import { aloneCosts, costOf, everybody, paidBy } from './cost-game.ts'
import type { CostGame } from './cost-game.ts'
import { nucleolus } from './nucleolus.ts'
import { repairCosts } from './repair-costs.ts'

const expectNear = (actual: readonly number[], wanted: readonly number[], digits = 4): void => {
  for (const [index, value] of wanted.entries()) expect(actual[index]).toBeCloseTo(value, digits)
}
const pooled = (game: CostGame): CostGame => repairCosts(game).game

test.each([
  [100, [100 / 3, 100 / 3, 100 / 3]],
  [200, [50, 75, 75]],
  [300, [50, 100, 150]],
])('Talmud, estate of %i against claims of 100, 200 and 300 (Aumann & Maschler 1985)', async (estate, wanted) => {
  const { amounts } = await nucleolus(bankruptcy(estate, [100, 200, 300]))
  expectNear(
    amounts.map(amount => -amount),
    wanted,
  )
})

test('Lemaire 1991, three investors: 52,687.50, 24,468.75 and 12,843.75', async () => {
  const interest = new Map([
    [1, 46_125],
    [2, 17_437.5],
    [4, 5_812.5],
    [3, 69_187.5],
    [5, 53_812.5],
    [6, 30_750],
    [7, 90_000],
  ])
  const { amounts, leastSatisfaction } = await nucleolus(gameOf(3, coalition => -(interest.get(coalition) ?? 0)))
  expectNear(amounts, [-52_687.5, -24_468.75, -12_843.75])
  expect(leastSatisfaction).toBeCloseTo(6_562.5, 4)
})

test('airport: the least of the averages so far, again and again (Littlechild 1974)', async () => {
  expectNear((await nucleolus(airport([12, 18, 24, 30]))).amounts, byLittlechild([12, 18, 24, 30]))
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 2, maxLength: 6 }), async lengths => {
      const sorted = lengths.toSorted((one, other) => one - other)
      expectNear((await nucleolus(airport(sorted))).amounts, byLittlechild(sorted), 3)
    }),
    { numRuns: 25 },
  )
})

/** Closed form for runways sorted by length: r = min over i of (c_i − paid) / (i + 1), and the last pays the rest. */
function byLittlechild(lengths: readonly number[]): number[] {
  const amounts: number[] = []
  let paid = 0
  while (amounts.length < lengths.length) {
    const from = amounts.length
    const averages = lengths
      .map((length, index) => ({
        index,
        r: index === lengths.length - 1 ? (length - paid) / (index - from + 1) : (length - paid) / (index - from + 2),
      }))
      .slice(from)
    const last = averages.at(-1)
    const best = averages
      .slice(0, -1)
      .reduce((least, entry) => (entry.r <= least.r ? entry : least), { index: lengths.length - 1, r: last?.r ?? 0 })
    for (let index = from; index <= best.index; index++) amounts.push(best.r)
    paid = amounts.reduce((sum, amount) => sum + amount, 0)
  }
  return amounts
}

/** Kohlberg 1971: x is the nucleolus just when, for every level, the coalitions no more satisfied than it are balanced. */
async function isBalancedAtEveryLevel(game: CostGame, amounts: readonly number[]): Promise<boolean> {
  const scale = Math.max(1, ...game.costs.values())
  const satisfaction = [...game.costs]
    .filter(([coalition]) => coalition !== everybody(game))
    .map(([coalition, cost]) => ({ coalition, value: cost - paidBy(coalition, amounts) }))
  const atTheirCostAlone = aloneCosts(game).flatMap((cost, index) =>
    Math.abs(cost - (amounts[index] ?? 0)) < 1e-5 * scale ? [1 << index] : [],
  )
  const levels = [...new Set(satisfaction.map(({ value }) => Math.round(value / (1e-5 * scale))))].map(level => level * 1e-5 * scale)
  for (const level of levels) {
    const least = satisfaction.filter(({ value }) => value <= level + 1e-5 * scale).map(({ coalition }) => coalition)
    const all = [...least, ...atTheirCostAlone]
    // Weights summing to one for every partner; the smallest weight of the least satisfied as large as can be.
    const rows = game.partners.map((_, partner) => {
      const columns = all.flatMap((coalition, index) => ((coalition >> partner) & 1 ? [index] : []))
      return { lower: 1, upper: 1, columns: [...columns, all.length + 1], values: [...columns.map(() => 1), 1] }
    })
    const positive = least.map((_, index) => ({ lower: 0, upper: Infinity, columns: [index, all.length], values: [1, -1] }))
    const outcome = await solveProgram({
      costs: [...all.map(() => 0), -1, 0],
      lower: [...all.map(() => 0), -1, -Infinity],
      upper: [...all.map(() => Infinity), 1, Infinity],
      rows: [...rows, ...positive],
    })
    if (outcome.status !== 'optimal' || -outcome.objective < 1e-7) return false
  }
  return true
}

test('every level is balanced, and a point beside it is not (Kohlberg 1971)', async () => {
  await fc.assert(
    fc.asyncProperty(anyGame({ min: 3, max: 5 }), async any => {
      const game = pooled(any)
      const { amounts } = await nucleolus(game)
      expect(paidBy(everybody(game), amounts)).toBeCloseTo(costOf(game, everybody(game)), 4)
      expect(await isBalancedAtEveryLevel(game, amounts)).toBe(true)
    }),
    { numRuns: 25 },
  )
  const talmud = bankruptcy(200, [100, 200, 300])
  const shifted = (await nucleolus(talmud)).amounts.map((amount, index) => amount + ([5, -5, 0][index] ?? 0))
  expect(await isBalancedAtEveryLevel(talmud, shifted)).toBe(false)
})

test('lies in the core whenever the core has a point, and nobody pays more than alone', async () => {
  await fc.assert(
    fc.asyncProperty(anyGame(), async any => {
      const game = pooled(any)
      const { amounts } = await nucleolus(game)
      const stability = stabilityOf(game, amounts)
      expect(stability.individuallyRational).toBe(true)
      expect(stability.inCore).toBe((await coreDeficit(game)) === 0)
    }),
    { numRuns: 40 },
  )
})

test('symmetry, dummy, and what each pays anyway moves only its own share', async () => {
  const swap = (coalition: number): number => (coalition & ~3) | ((coalition & 1) << 1) | ((coalition >> 1) & 1)
  await fc.assert(
    fc.asyncProperty(
      anyGame({ min: 3, max: 4 }),
      fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 4, maxLength: 4 }),
      async (any, own) => {
        const partners = any.partners.length
        const game = pooled(gameOf(partners, coalition => costOf(any, coalition) + costOf(any, swap(coalition))))
        const { amounts } = await nucleolus(game)
        expect(amounts[0]).toBeCloseTo(amounts[1] ?? Number.NaN, 3)
        const dearer = gameOf(
          partners,
          coalition => costOf(game, coalition) + members(coalition).reduce((sum, index) => sum + (own[index] ?? 0), 0),
        )
        expectNear(
          (await nucleolus(dearer)).amounts,
          amounts.map((amount, index) => amount + (own[index] ?? 0)),
          3,
        )
        const dummy = 1 << partners
        const joined = gameOf(partners + 1, coalition => costOf(game, coalition & ~dummy) + (coalition & dummy ? 77 : 0))
        expect((await nucleolus(joined)).amounts.at(-1)).toBeCloseTo(77, 3)
      },
    ),
    { numRuns: 20 },
  )
})
