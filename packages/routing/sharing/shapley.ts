import { assert } from '@jincun/kernel'
import { costOf } from './cost-game.ts'
import type { CostGame } from './cost-game.ts'
import type { SampledGame } from './sample-coalitions.ts'

/** (s)! (n − s − 1)! / n!: how often, among all orders, exactly s partners have joined before a given one. */
function weights(partners: number): number[] {
  const weight = [1 / partners]
  for (let joined = 1; joined < partners; joined++) weight.push(((weight[joined - 1] ?? 0) * joined) / (partners - joined))
  return weight
}

const sizeOf = (coalition: number): number => {
  let size = 0
  for (let left = coalition; left !== 0; left &= left - 1) size++
  return size
}

/**
 * The Shapley value (Shapley 1953): what a partner adds to the cost, averaged over all orders of joining.
 * The game must be complete. The only rule that is efficient, symmetric, additive and leaves a dummy what it costs alone.
 */
export function shapleyValue(game: CostGame): number[] {
  assert(game.complete, 'the Shapley value asks for every coalition')
  const partners = game.partners.length
  const weight = weights(partners)
  return game.partners.map((_, partner) => {
    let sum = 0
    for (let before = 0; before < 2 ** partners; before++) {
      if ((before >> partner) & 1) continue
      sum += (weight[sizeOf(before)] ?? 0) * (costOf(game, before | (1 << partner)) - costOf(game, before))
    }
    return sum
  })
}

export type SampledShapley = {
  amounts: number[]
  /** Half the width of the 95 % confidence interval of each amount. */
  halfWidths: number[]
  orders: number
}

function marginals(game: CostGame, order: readonly number[]): number[] {
  const amounts = new Array<number>(order.length).fill(0)
  let joined = 0
  for (const partner of order) {
    const next = joined | (1 << partner)
    amounts[partner] = costOf(game, next) - costOf(game, joined)
    joined = next
  }
  return amounts
}

/** 97.5 % points of Student's t for 1–30 degrees of freedom; beyond, the normal's 1.96 is near enough. */
const studentT = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131, 2.12, 2.11, 2.101, 2.093, 2.086,
  2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
]

/**
 * The Shapley value estimated from sampled orders: the mean of what each partner adds, with 95 % confidence intervals
 * over the antithetic pairs (the two orders of a pair are not independent, the pairs are). Every order distributes the
 * whole cost, so the estimate is efficient whatever the sample.
 */
export function sampledShapley({ game, orders }: SampledGame): SampledShapley {
  const pairs = orders.length / 2
  const perPair = Array.from({ length: pairs }, (_, pair) => {
    const [one, other] = [marginals(game, orders[2 * pair] ?? []), marginals(game, orders[2 * pair + 1] ?? [])]
    return one.map((amount, partner) => (amount + (other[partner] ?? 0)) / 2)
  })
  const amounts = game.partners.map((_, partner) => perPair.reduce((sum, pair) => sum + (pair[partner] ?? 0), 0) / pairs)
  const quantile = studentT[pairs - 2] ?? 1.96
  const halfWidths = amounts.map((mean, partner) => {
    const squares = perPair.reduce((sum, pair) => sum + ((pair[partner] ?? 0) - mean) ** 2, 0)
    return quantile * Math.sqrt(squares / (pairs - 1) / pairs)
  })
  return { amounts, halfWidths, orders: orders.length }
}
