import type { Neighbours } from './neighbours.ts'
import type { Random } from './random.ts'
import type { State } from './state.ts'

/** How much a ruin takes out. */
export type RuinSettings = {
  /** Stops taken out on average. */
  averageRemoved: number
  longestString: number
  /** Chance of sparing a few stops inside a string, and of sparing one more. */
  splitChance: number
  spareMore: number
  /** Chance of taking out a whole route instead. */
  wholeRouteChance: number
}

/**
 * Slack induction by string removals (Christiaens and Vanden Berghe 2020, Transportation Science 54(2)): strings of
 * adjacent stops are taken from routes that lie next to each other, so that the room they leave can be used by
 * each other's stops. Now and then a whole route goes, which a string of ten never achieves on long routes.
 */
export class Ruin {
  readonly #state: State
  readonly #random: Random
  readonly #neighbours: Neighbours
  readonly #settings: RuinSettings
  /** Routes already ruined carry the number of this ruin. */
  readonly #ruinedBy: Int32Array
  #ruin = 0

  constructor(state: State, random: Random, neighbours: Neighbours, settings: RuinSettings) {
    this.#state = state
    this.#random = random
    this.#neighbours = neighbours
    this.#settings = settings
    this.#ruinedBy = new Int32Array(state.flat.routes)
  }

  apply(): void {
    const random = this.#random
    this.#ruin++
    const seed = random.below(this.#state.flat.stops)
    if (random.unit() < this.#wholeRouteChance) this.#wholeRoute(seed)
    else this.#strings(seed)
    this.#state.refreshDirty()
  }

  /** Long routes are taken out so rarely that it costs little beside the strings. */
  get #wholeRouteChance(): number {
    const { flat, fleet } = this.#state
    const shorter = (20 * fleet.activeCount) / flat.stops
    return this.#settings.wholeRouteChance * Math.min(1, shorter * shorter)
  }

  #strings(seed: number): void {
    const { averageRemoved, longestString } = this.#settings
    const state = this.#state
    const mean = (state.flat.stops - state.absentCount) / Math.max(1, state.fleet.activeCount)
    const longest = Math.max(1, Math.min(longestString, mean))
    let strings = Math.floor(1 + this.#random.unit() * ((4 * averageRemoved) / (1 + longest) - 1))
    const { near, reach } = this.#neighbours
    for (let k = -1; k < reach && strings > 0; k++) {
      const stop = k < 0 ? seed : (near[seed * reach + k] as number)
      const route = state.route[stop] as number
      if (route < 0 || this.#ruinedBy[route] === this.#ruin) continue
      this.#ruinedBy[route] = this.#ruin
      this.#string(stop, Math.min(longest, state.size[route] as number))
      strings--
    }
  }

  /** Takes a string with `stop` in it out of its route, perhaps sparing a few in its middle. */
  #string(stop: number, longest: number): void {
    const state = this.#state
    const random = this.#random
    const size = state.size[state.route[stop] as number] as number
    const taken = Math.floor(1 + random.unit() * longest)
    let spared = 0
    if (taken > 1 && taken < size && random.unit() < this.#settings.splitChance)
      do spared++
      while (taken + spared < size && random.unit() < this.#settings.spareMore)
    const span = taken + spared
    let at = this.#beginOf(stop, span)
    const spareFrom = spared === 0 ? span : random.below(taken + 1)
    const end = state.startOf(state.route[stop] as number) + 1
    for (let k = 0; k < span && at !== end; k++) {
      const next = state.next[at] as number
      if (k < spareFrom || k >= spareFrom + spared) this.#takeOut(at)
      at = next
    }
  }

  /** A random first node of the strings of this length that hold the stop. */
  #beginOf(stop: number, span: number): number {
    const { prev, next, flat } = this.#state
    let back = 0
    let first = stop
    while (back < span - 1 && (prev[first] as number) < flat.stops) {
      first = prev[first] as number
      back++
    }
    let ahead = 0
    for (let at = next[stop] as number; ahead < span - 1 && at < flat.stops; at = next[at] as number) ahead++
    const least = Math.max(0, span - 1 - ahead)
    for (let steps = back - least - this.#random.below(back - least + 1); steps > 0; steps--) first = next[first] as number
    return first
  }

  #wholeRoute(seed: number): void {
    const state = this.#state
    const route = state.route[seed] as number
    if (route < 0) return
    const start = state.startOf(route)
    for (let at = state.next[start] as number; at !== start + 1; ) {
      const next = state.next[at] as number
      this.#takeOut(at)
      at = next
    }
  }

  #takeOut(node: number): void {
    const state = this.#state
    if (node >= state.flat.stops || (state.route[node] as number) < 0) return
    const mate = state.flat.mate[node] as number
    state.remove(node)
    if (mate >= 0) state.remove(mate)
  }
}
