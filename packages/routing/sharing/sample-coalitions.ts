import { partnersMax } from './cost-game.ts'
import type { Coalition, CostGame } from './cost-game.ts'
import { assert } from '@jincun/kernel'

/** Orders of joining that were drawn, in antithetic pairs: each order is followed by its reverse. */
export type SampledGame = { game: CostGame; orders: readonly (readonly number[])[] }

/** Mulberry32: 32-bit integer steps only, so that a seed gives the same orders on every machine. */
function dice(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
}

function shuffled(length: number, next: () => number): number[] {
  const order = Array.from({ length }, (_, index) => index)
  for (let last = length - 1; last > 0; last--) {
    const pick = next() % (last + 1)
    const held = order[last] as number
    order[last] = order[pick] as number
    order[pick] = held
  }
  return order
}

const coalitionsAlong = (order: readonly number[]): Coalition[] => {
  let joined = 0
  return order.map(partner => {
    joined |= 1 << partner
    return joined
  })
}

/**
 * Samples orders of joining for more than ten partners and asks for the cost of every coalition met on the way
 * (Castro, Gómez & Tejada 2009, doi 10.1016/j.cor.2008.04.004; antithetic pairs as Mitchell et al. 2022, arXiv 2104.12199).
 * Each partner alone and all together are always asked.
 */
export async function sampleCoalitions(
  partners: readonly string[],
  cost: (coalition: Coalition) => number | Promise<number>,
  { pairs, seed }: { pairs: number; seed: number },
): Promise<SampledGame> {
  assert(partners.length <= partnersMax, `at most ${partnersMax} partners`)
  assert(pairs >= 2, 'at least two pairs of orders, or there is no confidence interval')
  const next = dice(seed)
  const orders = Array.from({ length: pairs }, () => shuffled(partners.length, next)).flatMap(order => [order, order.toReversed()])
  const wanted = new Set<Coalition>([
    2 ** partners.length - 1,
    ...partners.map((_, index) => 1 << index),
    ...orders.flatMap(coalitionsAlong),
  ])
  const costs = new Map<Coalition, number>()
  for (const coalition of [...wanted].sort((one, other) => other - one)) costs.set(coalition, await cost(coalition))
  return { game: { partners, costs, complete: costs.size === 2 ** partners.length - 1 }, orders }
}
