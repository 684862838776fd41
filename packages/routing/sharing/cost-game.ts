import { assert } from '@jincun/kernel'

/** A set of partners as bits: partner i takes part when bit i is set. */
export type Coalition = number

/**
 * What every coalition of partners would pay by itself. `complete` says that all 2ⁿ − 1 are known; otherwise the
 * grand coalition, each partner alone and those that were sampled are.
 */
export type CostGame = { partners: readonly string[]; costs: ReadonlyMap<Coalition, number>; complete: boolean }

/** Beyond this many partners coalitions are sampled (2¹⁰ − 1 = 1,023 plans is what a night can compute). */
export const exactPartnersMax = 10
/** Coalitions are bits of a 32-bit integer. */
export const partnersMax = 30

export const everybody = (game: Pick<CostGame, 'partners'>): Coalition => 2 ** game.partners.length - 1

/** The cost of a coalition, which must be known. */
export function costOf(game: CostGame, coalition: Coalition): number {
  if (coalition === 0) return 0
  const cost = game.costs.get(coalition)
  assert(cost !== undefined, `the cost of coalition ${coalition} is known`)
  return cost
}

export const aloneCosts = (game: CostGame): number[] => game.partners.map((_, index) => costOf(game, 1 << index))

export const membersOf = (coalition: Coalition, partners: number): number[] =>
  Array.from({ length: partners }, (_, index) => index).filter(index => (coalition >> index) & 1)

export const namesOf = (game: Pick<CostGame, 'partners'>, coalition: Coalition): string[] =>
  game.partners.filter((_, index) => (coalition >> index) & 1)

/** What a coalition's members pay together under an allocation. */
export function paidBy(coalition: Coalition, amounts: readonly number[]): number {
  let sum = 0
  for (let index = 0; index < amounts.length; index++) if ((coalition >> index) & 1) sum += amounts[index] ?? 0
  return sum
}

/** Asks for the cost of every coalition, the largest first: a plan for many may be cut down to a plan for few. */
export async function everyCoalition(
  partners: readonly string[],
  cost: (coalition: Coalition) => number | Promise<number>,
): Promise<CostGame> {
  assert(partners.length <= exactPartnersMax, `at most ${exactPartnersMax} partners are asked for every coalition`)
  const costs = new Map<Coalition, number>()
  for (let coalition = 2 ** partners.length - 1; coalition > 0; coalition--) costs.set(coalition, await cost(coalition))
  return { partners, costs, complete: true }
}
