import { costOf } from './cost-game.ts'
import type { Coalition, CostGame } from './cost-game.ts'

/** A coalition whose cost was lowered, and by which plan of others it can be had cheaper. */
export type Repair = {
  coalition: Coalition
  from: number
  to: number
  /** 'larger-is-cheaper': the plan of a larger coalition, its other stops left out; 'apart-is-cheaper': two plans side by side. */
  why: 'larger-is-cheaper' | 'apart-is-cheaper'
  by: readonly Coalition[]
}

/** c(S) := the cheapest c(T) with T ⊇ S: the plan of T serves S too. */
function lowerToSupersets(costs: Map<Coalition, number>, tolerance: number): Repair[] {
  const repairs: Repair[] = []
  for (const coalition of [...costs.keys()].sort((one, other) => other - one)) {
    const from = costs.get(coalition) ?? 0
    let best = { cost: from, by: coalition }
    for (const [other, cost] of costs) if ((other & coalition) === coalition && cost < best.cost) best = { cost, by: other }
    if (best.cost < from - tolerance) {
      costs.set(coalition, best.cost)
      repairs.push({ coalition, from, to: best.cost, why: 'larger-is-cheaper', by: [best.by] })
    }
  }
  return repairs
}

/** c(S) := the cheapest c(A) + c(S \ A): the two plans side by side serve S. */
function lowerToPartitions(costs: Map<Coalition, number>, tolerance: number): Repair[] {
  const repairs: Repair[] = []
  const known = [...costs.keys()].sort((one, other) => one - other)
  for (const coalition of known) {
    const from = costs.get(coalition) ?? 0
    let best = { cost: from, part: 0 }
    for (const part of known) {
      if (part >= coalition) break
      const rest = costs.get(coalition ^ part)
      if ((part & coalition) !== part || rest === undefined) continue
      const cost = (costs.get(part) ?? 0) + rest
      if (cost < best.cost) best = { cost, part }
    }
    if (best.cost < from - tolerance) {
      costs.set(coalition, best.cost)
      repairs.push({ coalition, from, to: best.cost, why: 'apart-is-cheaper', by: [best.part, coalition ^ best.part] })
    }
  }
  return repairs
}

/**
 * Costs found by a heuristic carry noise that looks like a reason to leave. Before any sharing they are lowered to what
 * the plans in hand already prove: first no coalition costs more than a larger one (its plan with stops left out;
 * triangle inequality), then no more than two parts side by side. In this order one pass of each gives a game that is
 * monotone and subadditive among the known coalitions. The repairs are handed back to be shown.
 */
export function repairCosts(game: CostGame): { game: CostGame; repairs: readonly Repair[] } {
  const costs = new Map(game.costs)
  const tolerance = 1e-9 * Math.max(1, ...[...costs.values()].map(Math.abs))
  const repairs = [...lowerToSupersets(costs, tolerance), ...lowerToPartitions(costs, tolerance)]
  return { game: { ...game, costs }, repairs }
}

/** Coalitions that a game's own costs show to be too dear; none after `repairCosts`. */
export const unrepaired = (game: CostGame): readonly Coalition[] =>
  repairCosts(game)
    .repairs.filter(({ coalition, to }) => costOf(game, coalition) > to)
    .map(({ coalition }) => coalition)
