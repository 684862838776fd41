import { efficiencyRow, properCoalitions, scaled, solveByRowGeneration } from './coalition-rows.ts'
import { aloneCosts, costOf, everybody } from './cost-game.ts'
import type { CostGame } from './cost-game.ts'
import { coreDeficit } from './core.ts'
import type { LinearRow } from '../linear/solve-program.ts'

export type EqualProfit = {
  amounts: number[]
  /** Largest difference between two partners' relative savings, as a fraction of the cost alone. */
  spread: number
  /** What the core lacks; the conditions of the core were loosened by it. */
  deficit: number
}

/** Columns: n amounts, the lowest and the highest ratio x/c alone, then n distances from the common ratio. */
function ratioRows(alone: readonly number[]): LinearRow[] {
  const partners = alone.length
  return alone.flatMap((cost, index) =>
    cost > 1e-12
      ? [
          { lower: 0, upper: Infinity, columns: [index, partners], values: [1 / cost, -1] },
          { lower: -Infinity, upper: 0, columns: [index, partners + 1], values: [1 / cost, -1] },
        ]
      : [],
  )
}

const distanceRows = (targets: readonly number[]): LinearRow[] =>
  targets.flatMap((target, index) => [
    { lower: target, upper: Infinity, columns: [index, targets.length + 2 + index], values: [1, 1] },
    { lower: -Infinity, upper: target, columns: [index, targets.length + 2 + index], values: [1, -1] },
  ])

/**
 * The equal profit method (Frisk, Göthe-Lundgren, Jörnsten & Rönnqvist 2010, doi 10.1016/j.ejor.2010.01.015): within
 * the core, the largest difference between two partners' relative savings is as small as can be. Where several
 * allocations have that difference, the one nearest to equal relative savings in money is taken, so that there is one
 * answer. With an empty core its conditions are loosened by the least amount, which is stated.
 */
export async function equalProfit(given: CostGame): Promise<EqualProfit> {
  const { game, scale } = scaled(given)
  const partners = game.partners.length
  const alone = aloneCosts(game)
  const together = costOf(game, everybody(game))
  const sumAlone = alone.reduce((sum, cost) => sum + cost, 0)
  const deficit = await coreDeficit(game)
  const conditions = properCoalitions(game).map(({ coalition, limit }) => ({
    coalition,
    limit: limit + deficit + (deficit > 0 ? 1e-9 : 0),
  }))
  const targets = alone.map(cost => (sumAlone > 0 ? (cost * together) / sumAlone : together / partners))
  const zeros = new Array<number>(partners).fill(0)
  const base = {
    lower: [...zeros.map(() => -Infinity), -Infinity, -Infinity, ...zeros],
    upper: [...zeros.map(() => Infinity), Infinity, Infinity, ...zeros.map(() => Infinity)],
    rows: [efficiencyRow(game), ...ratioRows(alone), ...distanceRows(targets)],
  }
  const spreadCosts = [...zeros, -1, 1, ...zeros]
  const ordered: LinearRow = { lower: 0, upper: Infinity, columns: [partners, partners + 1], values: [-1, 1] }
  const first = await solveByRowGeneration({
    partners,
    program: { ...base, rows: [...base.rows, ordered], costs: spreadCosts },
    conditions,
  })
  const spread = Math.max(0, first.objective)
  const held: LinearRow = { lower: -Infinity, upper: spread + 1e-9, columns: [partners, partners + 1], values: [-1, 1] }
  const nearest = { ...base, rows: [...base.rows, held], costs: [...zeros, 0, 0, ...zeros.map(() => 1)] }
  const second = await solveByRowGeneration({ partners, program: nearest, conditions })
  return { amounts: Array.from(second.x.subarray(0, partners), amount => amount * scale), spread, deficit: deficit * scale }
}
