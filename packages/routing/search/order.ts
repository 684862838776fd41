import type { Random } from './random.ts'
import type { State } from './state.ts'

/** Ways of ordering the stops to be put in, and how often each is used. */
const orders = ['random', 'bulk', 'far', 'close', 'tight', 'early', 'late'] as const
const untimedWeights = [4, 4, 2, 1, 0, 0, 0]
const timedWeights = [4, 4, 2, 1, 2, 2, 2]

/** One of the orders by its weight: 0 is random, the others are rows of `orderKeys`. */
export function drawOrder(random: Random, windowed: boolean): number {
  const weights = windowed ? timedWeights : untimedWeights
  let pick = random.below(weights.reduce((sum, weight) => sum + weight, 0))
  let order = 0
  while (pick >= (weights[order] as number)) pick -= weights[order++] as number
  return order
}

/** Sorts the first `count` stops by ascending key; by insertion while they are few, which they are but for the first plan. */
export function sortByKey(list: Int32Array, count: number, key: Float64Array): void {
  if (count > 100) {
    list.subarray(0, count).sort((a, b) => (key[a] as number) - (key[b] as number) || a - b)
    return
  }
  for (let k = 1; k < count; k++) {
    const stop = list[k] as number
    const own = key[stop] as number
    let at = k
    for (; at > 0 && (key[list[at - 1] as number] as number) > own; at--) list[at] = list[at - 1] as number
    list[at] = stop
  }
}

/** Sorting keys of all orders but the random one, ascending. */
export function orderKeys(state: State): Float64Array {
  const { flat } = state
  const { stops, nodes, delivery, pickup, carried, dimensions, capacity } = flat
  const keys = new Float64Array((orders.length - 1) * stops)
  for (let stop = 0; stop < stops; stop++) {
    let bulk = 0
    for (let d = 0; d < dimensions; d++) {
      const at = d * nodes + stop
      const amount = (delivery[at] as number) + (pickup[at] as number) + Math.abs(carried[at] as number)
      bulk += amount / Math.max(1, Math.min(capacity[d] as number, 1e12))
    }
    const far = flat.routes === 0 ? 0 : state.between(0, stops, stop)
    const opens = flat.opens[flat.windowAt[stop] as number] as number
    const closes = flat.closes[(flat.windowAt[stop + 1] as number) - 1] as number
    ;[-bulk, -far, far, closes - opens, opens, -closes].forEach((key, order) => {
      keys[order * stops + stop] = key
    })
  }
  return keys
}
