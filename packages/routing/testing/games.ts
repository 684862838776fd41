import fc from 'fast-check'
import type { CostGame } from '../sharing/cost-game.ts'

/** A complete game from a function of coalitions. */
export const gameOf = (partners: number, cost: (coalition: number) => number): CostGame => ({
  partners: Array.from({ length: partners }, (_, index) => `p${index + 1}`),
  costs: new Map(Array.from({ length: 2 ** partners - 1 }, (_, index) => [index + 1, cost(index + 1)])),
  complete: true,
})

export const members = (coalition: number): number[] =>
  [...coalition.toString(2)].reverse().flatMap((bit, index) => (bit === '1' ? [index] : []))

/** A runway long enough for the longest of a coalition's aircraft (Littlechild & Owen 1973). */
export const airport = (lengths: readonly number[]): CostGame =>
  gameOf(lengths.length, coalition => Math.max(...members(coalition).map(index => lengths[index] ?? 0)))

/** What is left of an estate when those outside a coalition are paid in full (O'Neill 1982), as a cost below zero. */
export const bankruptcy = (estate: number, claims: readonly number[]): CostGame =>
  gameOf(claims.length, coalition => {
    const outside = claims.reduce((sum, claim, index) => ((coalition >> index) & 1 ? sum : sum + claim), 0)
    return -Math.max(0, estate - outside)
  })

/** Any game at all: whole costs in no order. */
export const anyGame = (sizes = { min: 2, max: 5 }): fc.Arbitrary<CostGame> =>
  fc
    .integer(sizes)
    .chain(partners => fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 2 ** partners - 1, maxLength: 2 ** partners - 1 }))
    .map(costs => gameOf(Math.log2(costs.length + 1), coalition => costs[coalition - 1] ?? 0))

/** Orders in which n partners may join. */
export function ordersOf(partners: number): number[][] {
  if (partners === 1) return [[0]]
  return ordersOf(partners - 1).flatMap(order =>
    Array.from({ length: partners }, (_, at) => [...order.slice(0, at), partners - 1, ...order.slice(at)]),
  )
}
