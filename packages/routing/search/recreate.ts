import { fits } from './fits.ts'
import { lengthBetween } from './network.ts'
import type { Neighbours } from './neighbours.ts'
import type { Random } from './random.ts'
import type { State } from './state.ts'

export type RecreateSettings = {
  /** Chance of overlooking a place that would be the best so far. */
  blinkChance: number
  /** Nearest stops beside which a place is looked for; all routes are walked when the problem has no more stops than that. */
  beside: number
}

/** Ways of ordering the stops to be put in, and how often each is used. */
const orders = ['random', 'bulk', 'far', 'close', 'tight', 'early', 'late'] as const
const untimedWeights = [4, 4, 2, 1, 0, 0, 0]
const timedWeights = [4, 4, 2, 1, 2, 2, 2]

/**
 * Greedy insertion with blinks (Christiaens and Vanden Berghe 2020): absent stops one by one go to their cheapest
 * place, each place being overlooked with a small chance. Opening a new route is one more candidate with its
 * price, and so is leaving an optional stop out.
 */
export class Recreate {
  readonly #state: State
  readonly #random: Random
  readonly #neighbours: Neighbours
  readonly #settings: RecreateSettings
  readonly #list: Int32Array
  readonly #key: Float64Array
  readonly #keys: Float64Array
  readonly #seenBy: Int32Array
  #seen = 0
  #best = 0
  #bestPrev = -1

  constructor(state: State, random: Random, neighbours: Neighbours, settings: RecreateSettings) {
    this.#state = state
    this.#random = random
    this.#neighbours = neighbours
    this.#settings = settings
    const { stops, routes } = state.flat
    this.#list = new Int32Array(stops)
    this.#key = new Float64Array(stops)
    this.#keys = orderKeys(state)
    this.#seenBy = new Int32Array(routes)
  }

  /** Puts in what is absent, as far as it fits and pays. */
  apply(): void {
    const count = this.#collect()
    const list = this.#list
    for (let k = 0; k < count; k++) this.#place(list[k] as number)
  }

  #collect(): number {
    const { absent, absentCount } = this.#state
    const weights = this.#state.flat.windowed ? timedWeights : untimedWeights
    let pick = this.#random.below(weights.reduce((sum, weight) => sum + weight, 0))
    let order = 0
    while (pick >= (weights[order] as number)) pick -= weights[order++] as number
    const { stops } = this.#state.flat
    for (let k = 0; k < absentCount; k++) {
      const stop = absent[k] as number
      this.#key[stop] = order === 0 ? this.#random.unit() : (this.#keys[(order - 1) * stops + stop] as number)
      this.#list[k] = stop
    }
    sortByKey(this.#list, absentCount, this.#key)
    return absentCount
  }

  #place(stop: number): void {
    const state = this.#state
    this.#best = state.penalty[stop] as number
    this.#bestPrev = -1
    this.#offerNewRoutes(stop)
    if (this.#neighbours.reach <= this.#settings.beside)
      for (let k = 0; k < state.activeCount; k++) this.#walk(stop, state.active[k] as number)
    else this.#lookBeside(stop)
    if (this.#bestPrev < 0) return
    state.insert(stop, this.#bestPrev)
    state.refresh(state.route[stop] as number)
  }

  #offerNewRoutes(stop: number): void {
    const state = this.#state
    const { flat } = state
    for (let type = 0; type < flat.types; type++) {
      const route = state.emptyRoute(type)
      if (route < 0 || flat.allowed[type * flat.stops + stop] === 0) continue
      const start = state.startOf(route)
      const length = state.between(route, start, stop) + state.between(route, stop, start + 1)
      const cost = (flat.fixedCost[type] as number) + (flat.multiplier[type] as number) * length
      if (cost < this.#best && !this.#blinks() && fits(state, stop, start, start + 1, route)) {
        this.#best = cost
        this.#bestPrev = start
      }
    }
  }

  /** All places of a route. */
  #walk(stop: number, route: number): void {
    const state = this.#state
    const { flat, next, leg, ready } = state
    const { place, timed } = flat
    const type = flat.typeOf[route] as number
    const network = flat.networks[flat.costsOf[type] as number]
    if (network === undefined || flat.allowed[type * flat.stops + stop] === 0) return
    const { rows, columns } = network
    const row = (place[stop] as number) * network.width
    const multiplier = flat.multiplier[type] as number
    const closes = flat.closes[(flat.windowAt[stop + 1] as number) - 1] as number
    const start = state.startOf(route)
    let best = this.#best
    for (let prev = start; prev !== start + 1; ) {
      if (timed && (ready[prev] as number) > closes) break
      const to = next[prev] as number
      const more = (columns[row + (place[prev] as number)] as number) + (rows[row + (place[to] as number)] as number)
      const cost = multiplier * (more - (leg[prev] as number))
      if (cost < best && !this.#blinks() && fits(state, stop, prev, to, route)) {
        best = cost
        this.#bestPrev = prev
      }
      prev = to
    }
    this.#best = best
  }

  /** Places beside the nearest stops, and at both ends of their routes. */
  #lookBeside(stop: number): void {
    const state = this.#state
    const { prev, route } = state
    const { near, reach } = this.#neighbours
    const seen = ++this.#seen
    const first = stop * reach
    const last = first + Math.min(reach, this.#settings.beside)
    for (let k = first; k < last; k++) {
      const other = near[k] as number
      const r = route[other] as number
      if (r < 0) continue
      this.#offer(stop, other, r)
      this.#offer(stop, prev[other] as number, r)
      if (this.#seenBy[r] === seen) continue
      this.#seenBy[r] = seen
      const start = state.startOf(r)
      this.#offer(stop, start, r)
      this.#offer(stop, prev[start + 1] as number, r)
    }
  }

  #offer(stop: number, prev: number, route: number): void {
    const state = this.#state
    const { flat } = state
    const { place } = flat
    const type = flat.typeOf[route] as number
    const network = flat.networks[flat.costsOf[type] as number]
    if (network === undefined || flat.allowed[type * flat.stops + stop] === 0) return
    const to = state.next[prev] as number
    const here = place[stop] as number
    const more = lengthBetween(network, place[prev] as number, here) + lengthBetween(network, here, place[to] as number)
    const cost = (flat.multiplier[type] as number) * (more - (state.leg[prev] as number))
    if (cost < this.#best && !this.#blinks() && fits(state, stop, prev, to, route)) {
      this.#best = cost
      this.#bestPrev = prev
    }
  }

  #blinks(): boolean {
    return this.#random.unit() < this.#settings.blinkChance
  }
}

/** Sorts the first `count` stops by ascending key; by insertion while they are few, which they are but for the first plan. */
function sortByKey(list: Int32Array, count: number, key: Float64Array): void {
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
function orderKeys(state: State): Float64Array {
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
