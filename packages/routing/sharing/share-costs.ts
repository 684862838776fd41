import { coreDeficit, stabilityOf } from './core.ts'
import type { Stability } from './core.ts'
import { aloneCosts, costOf, everybody } from './cost-game.ts'
import type { CostGame } from './cost-game.ts'
import { equalProfit } from './equal-profit.ts'
import { nucleolus } from './nucleolus.ts'
import { proportionalShares } from './proportional.ts'
import { repairCosts } from './repair-costs.ts'
import type { Repair } from './repair-costs.ts'
import type { SampledGame } from './sample-coalitions.ts'
import { sampledShapley, shapleyValue } from './shapley.ts'
import { wholeUnits } from './whole-units.ts'

/** A measure partners may agree to share by, one number a partner. */
export type Measure = { key: string; values: readonly number[] }

export type RuleShares = {
  /** 'shapley', 'nucleolus', 'equal-profit', 'alone', or the key of a measure. */
  rule: string
  /** Whole units that add up to the total exactly. */
  amounts: readonly number[]
  /** What each saves against serving its own stops alone; below zero it pays more. */
  savings: readonly number[]
  /** Half the width of the 95 % confidence interval, where coalitions were sampled. */
  halfWidths?: readonly number[]
  stability: Stability
}

export type SharingReport = {
  partners: readonly string[]
  /** The costs that were shared, in whole units, after repair. */
  game: CostGame
  repairs: readonly Repair[]
  total: number
  alone: readonly number[]
  saving: number
  /** What the core lacks, in units; 0 when some allocation satisfies every known coalition. */
  coreDeficit: number
  rules: readonly RuleShares[]
}

export type SharingOptions = { measures?: readonly Measure[]; repair?: boolean }

const inWholeUnits = (game: CostGame): CostGame => ({
  ...game,
  costs: new Map([...game.costs].map(([coalition, cost]) => [coalition, Math.round(cost)])),
})

function proportionalRules(game: CostGame, measures: readonly Measure[]): { rule: string; amounts: number[] }[] {
  const total = costOf(game, everybody(game))
  return [{ key: 'alone', values: aloneCosts(game).map(cost => Math.max(0, cost)) }, ...measures].flatMap(({ key, values }) => {
    const amounts = proportionalShares(total, values)
    return amounts ? [{ rule: key, amounts }] : []
  })
}

/**
 * Shares the cost of all together by every rule side by side: Shapley value, nucleolus, equal profit, in proportion to
 * the cost alone and to each measure. Costs are in whole units (分); so are the shares, which add up exactly. Each rule
 * is told with who would gain by leaving. Costs are repaired first unless `repair` is false, and the repairs are told.
 */
export async function shareCosts(given: CostGame | SampledGame, options: SharingOptions = {}): Promise<SharingReport> {
  const sampled = 'orders' in given ? given : null
  const raw = 'orders' in given ? given.game : given
  const whole = inWholeUnits(raw)
  const { game, repairs } = options.repair === false ? { game: whole, repairs: [] } : repairCosts(whole)
  const total = costOf(game, everybody(game))
  const alone = aloneCosts(game)
  const shapley = sampled && !game.complete ? sampledShapley({ ...sampled, game }) : { amounts: shapleyValue(game) }
  const rules: { rule: string; amounts: number[]; halfWidths?: number[] }[] = [
    { rule: 'shapley', ...shapley },
    { rule: 'nucleolus', amounts: (await nucleolus(game)).amounts },
    { rule: 'equal-profit', amounts: (await equalProfit(game)).amounts },
    ...proportionalRules(game, options.measures ?? []),
  ]
  return {
    partners: game.partners,
    game,
    repairs,
    total,
    alone,
    saving: alone.reduce((sum, cost) => sum + cost, 0) - total,
    coreDeficit: await coreDeficit(game),
    rules: rules.map(({ rule, amounts: exact, ...intervals }) => {
      const amounts = wholeUnits(exact, total)
      const savings = amounts.map((amount, index) => (alone[index] ?? 0) - amount)
      const stability = stabilityOf(game, exact)
      return { rule, amounts, savings, ...intervals, stability }
    }),
  }
}
