import type { Random } from './random.ts'
import { sequenceFits } from './sequence.ts'
import type { State } from './state.ts'

/**
 * Coming back to load in the middle of a day (multi-trip routing; Fleischmann 1990): a stop that a route cannot carry
 * may still go there together with a reload, just before it or just behind it.
 */
export class ReloadPlaces {
  readonly #state: State
  readonly #random: Random
  readonly #blinkChance: number
  readonly #sequence: Int32Array
  #lastUsed = 0
  best = 0
  prev = -1
  reloadFirst = false
  place = -1

  constructor(state: State, random: Random, blinkChance: number) {
    this.#state = state
    this.#random = random
    this.#blinkChance = blinkChance
    this.#sequence = new Int32Array(state.flat.nodes)
    this.#lastUsed = state.flat.firstReload
  }

  begin(worst: number): void {
    this.best = worst
    this.prev = -1
  }

  walk(stop: number, route: number): void {
    const state = this.#state
    const { flat, next } = state
    const type = flat.typeOf[route] as number
    if ((state.trips[route] as number) >= (flat.maxTrips[type] as number) || flat.allowed[type * flat.stops + stop] === 0) return
    const node = this.#freeNode(type)
    const start = state.startOf(route)
    for (const place of flat.reloadPlaces[type] ?? []) {
      flat.place[node] = place
      for (let prev = start; prev !== start + 1; prev = next[prev] as number) {
        if (prev !== start) this.#offer(stop, node, prev, route, true)
        if (next[prev] !== start + 1) this.#offer(stop, node, prev, route, false)
      }
    }
  }

  /** Puts the stop and its reload where the best place was found. */
  apply(stop: number): void {
    const state = this.#state
    const node = this.#freeNode(state.flat.typeOf[state.route[this.prev] as number] as number)
    state.flat.place[node] = this.place
    this.#lastUsed = node
    const [first, second] = this.reloadFirst ? [node, stop] : [stop, node]
    state.insert(first, this.prev)
    state.insert(second, first)
  }

  /** Takes out the reloads of a route that it can do without. */
  tidy(route: number): void {
    const state = this.#state
    const { stops } = state.flat
    const start = state.startOf(route)
    for (let at = state.next[start] as number; at !== start + 1; ) {
      const to = state.next[at] as number
      if (at >= stops && this.#spared(route, at)) state.remove(at)
      at = to
    }
  }

  #offer(stop: number, reload: number, prev: number, route: number, reloadFirst: boolean): void {
    const state = this.#state
    const money = state.flat.multiplier[state.flat.typeOf[route] as number] as number
    const [first, second] = reloadFirst ? [reload, stop] : [stop, reload]
    const length =
      state.between(route, prev, first) + state.between(route, first, second) + state.between(route, second, state.next[prev] as number)
    const cost = money * (length - (state.leg[prev] as number))
    if (cost >= this.best || this.#random.unit() < this.#blinkChance || !this.#fits(route, prev, first, second)) return
    this.best = cost
    this.prev = prev
    this.reloadFirst = reloadFirst
    this.place = state.flat.place[reload] as number
  }

  #fits(route: number, prev: number, first: number, second: number): boolean {
    const { next, flat } = this.#state
    const end = this.#state.startOf(route) + 1
    let count = 0
    for (let at = end - 1; ; at = next[at] as number) {
      this.#sequence[count++] = at
      if (at === prev) {
        this.#sequence[count++] = first
        this.#sequence[count++] = second
      }
      if (at === end) break
    }
    return pairsUnbroken(flat.mate, this.#sequence, count, flat.stops) && sequenceFits(flat, route, this.#sequence, count)
  }

  #spared(route: number, reload: number): boolean {
    const { next, flat } = this.#state
    const end = this.#state.startOf(route) + 1
    let count = 0
    for (let at = end - 1; ; at = next[at] as number) {
      if (at !== reload) this.#sequence[count++] = at
      if (at === end) break
    }
    return sequenceFits(flat, route, this.#sequence, count)
  }

  /** A reload node in no route; those taken out lately come last, so that taking changes back finds them unchanged. */
  #freeNode(type: number): number {
    const { flat, route } = this.#state
    let node = this.#lastUsed
    do node = node + 1 < flat.nodes ? node + 1 : flat.firstReload
    while ((route[node] as number) >= 0)
    flat.service[node] = flat.reloadService[type] as number
    return node
  }
}

/** No goods of a pair are on board when a vehicle reloads. */
function pairsUnbroken(mate: Int32Array, nodes: Int32Array, count: number, stops: number): boolean {
  const open = new Set<number>()
  for (let k = 1; k < count - 1; k++) {
    const node = nodes[k] as number
    if (node >= stops) {
      if (open.size > 0) return false
    } else if ((mate[node] as number) >= 0 && !open.delete(mate[node] as number)) open.add(node)
  }
  return true
}
