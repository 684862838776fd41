import { properCoalitions, efficiencyRow, scaled, solveByRowGeneration } from './coalition-rows.ts'
import { costOf, everybody, paidBy } from './cost-game.ts'
import type { Coalition, CostGame } from './cost-game.ts'

/** A coalition that would pay less by itself, and by how much. */
export type ReasonToLeave = { coalition: Coalition; pays: number; alone: number; gain: number }

export type Stability = {
  /** No partner pays more than alone. */
  individuallyRational: boolean
  /** No known coalition pays more than it would by itself, and all is paid. */
  inCore: boolean
  /** Who would gain by leaving, the largest gain first. */
  leaving: readonly ReasonToLeave[]
}

/**
 * Whether an allocation holds together (core of Gillies 1959 for costs): every coalition that would gain by leaving.
 * Judge the amounts before they are rounded to whole units: what rounding moves is no reason to leave.
 */
export function stabilityOf(game: CostGame, amounts: readonly number[]): Stability {
  const slack = 1e-7 * Math.max(...[...game.costs.values()].map(Math.abs))
  const leaving = [...game.costs]
    .map(([coalition, alone]) => ({ coalition, pays: paidBy(coalition, amounts), alone }))
    .map(reason => ({ ...reason, gain: reason.pays - reason.alone }))
    .filter(({ coalition, gain }) => coalition !== everybody(game) && gain > slack)
    .sort((one, other) => other.gain - one.gain || one.coalition - other.coalition)
  const covered = Math.abs(paidBy(everybody(game), amounts) - costOf(game, everybody(game))) <= slack
  return {
    individuallyRational: leaving.every(({ coalition }) => (coalition & (coalition - 1)) !== 0),
    inCore: covered && leaving.length === 0,
    leaving,
  }
}

/**
 * What must be added from outside so that somebody's share satisfies everyone: the least δ with x(S) ≤ c(S) + δ for
 * every known coalition (least core, Maschler, Peleg & Shapley 1979). Zero when the core has a point.
 */
export async function coreDeficit(given: CostGame): Promise<number> {
  const { game, scale } = scaled(given)
  const partners = game.partners.length
  if (partners === 1) return 0
  const program = {
    costs: [...game.partners.map(() => 0), -1],
    lower: [...game.partners.map(() => -Infinity), -Infinity],
    upper: [...game.partners.map(() => Infinity), 0],
    rows: [efficiencyRow(game)],
  }
  const outcome = await solveByRowGeneration({ partners, program, slackColumn: partners, conditions: properCoalitions(game) })
  const deficit = -(outcome.x[partners] ?? 0)
  return deficit <= 1e-9 ? 0 : deficit * scale
}
