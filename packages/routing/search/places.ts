import { fits, hasRoom } from './fits.ts'
import { Insertions } from './insertions.ts'
import { lengthBetween } from './network.ts'
import type { Neighbours } from './neighbours.ts'
import type { Random } from './random.ts'
import type { RecreateSettings } from './settings.ts'
import type { State } from './state.ts'
import { Strips } from './strips.ts'

/**
 * Looks for the cheapest place of one stop, overlooking each with a small chance (blinks of Christiaens and Vanden Berghe
 * 2020). Routes changed since the ruin are walked; of the others the best place is remembered.
 */
export class Places {
  readonly strips: Strips
  readonly insertions: Insertions
  readonly #state: State
  readonly #random: Random
  readonly #neighbours: Neighbours
  readonly #settings: RecreateSettings
  /** Routes looked into for the stop at hand carry the number `#seen`. */
  readonly #seenBy: Int32Array
  #seen = 0
  #blinkChance: number
  /** What the best place so far costs, and the node before it; −1 while there is none. */
  best = 0
  prev = -1

  constructor(state: State, random: Random, neighbours: Neighbours, settings: RecreateSettings) {
    this.#state = state
    this.#random = random
    this.#neighbours = neighbours
    this.#settings = settings
    this.#blinkChance = settings.blinkChance
    this.#seenBy = new Int32Array(state.flat.routes)
    this.strips = new Strips(state)
    this.insertions = new Insertions(state)
  }

  /** The cheapest place of a stop that costs less than `worst`. */
  find(stop: number, worst: number): void {
    const state = this.#state
    this.best = worst
    this.prev = -1
    this.#offerNewRoutes(stop)
    if (state.fleet.activeCount > this.#settings.walkAll) this.#lookAround(stop)
    else for (let k = 0; k < state.fleet.activeCount; k++) this.#lookInto(stop, state.fleet.active[k] as number)
  }

  /** The routes changed in this iteration, and those of the nearest stops; of long routes only what lies beside those. */
  #lookAround(stop: number): void {
    const state = this.#state
    const { longestWalk, beside } = this.#settings
    this.#seen += 2
    const seen = this.#seen
    for (let k = 0; k < state.dirty.count; k++) {
      const route = state.dirty.list[k] as number
      const size = state.size[route] as number
      if (size > longestWalk) continue
      this.#seenBy[route] = seen
      if (size > 0) this.#walk(stop, route)
    }
    const { near, reach } = this.#neighbours
    const last = stop * reach + Math.min(reach, beside)
    for (let k = stop * reach; k < last; k++) {
      const other = near[k] as number
      const route = state.route[other] as number
      if (route < 0 || this.#seenBy[route] === seen) continue
      if ((state.size[route] as number) > longestWalk) this.#lookBeside(stop, other, route)
      else {
        this.#seenBy[route] = seen
        this.#lookInto(stop, route)
      }
    }
  }

  /** Before and behind a near stop of a long route, the first time also at both ends; a route without room is passed over. */
  #lookBeside(stop: number, other: number, route: number): void {
    const state = this.#state
    const open = this.#seen + 1
    if (this.#seenBy[route] !== open) {
      const { flat } = state
      const start = state.startOf(route)
      if (flat.allowed[(flat.typeOf[route] as number) * flat.stops + stop] === 0 || !hasRoom(state, stop, start, route)) {
        this.#seenBy[route] = this.#seen
        return
      }
      this.#seenBy[route] = open
      this.#offer(stop, start, route)
      this.#offer(stop, state.prev[start + 1] as number, route)
    }
    this.#offer(stop, other, route)
    this.#offer(stop, state.prev[other] as number, route)
  }

  #offer(stop: number, prev: number, route: number): void {
    const state = this.#state
    const { flat } = state
    const to = state.next[prev] as number
    const more = state.between(route, prev, stop) + state.between(route, stop, to)
    const cost = (flat.multiplier[flat.typeOf[route] as number] as number) * (more - (state.leg[prev] as number))
    if (cost >= this.best || this.#blinks() || !fits(state, stop, prev, to, route)) return
    this.best = cost
    this.prev = prev
  }

  #offerNewRoutes(stop: number): void {
    const state = this.#state
    const { flat } = state
    for (let type = 0; type < flat.types; type++) {
      const route = state.fleet.emptyRoute(type)
      if (route < 0 || flat.allowed[type * flat.stops + stop] === 0) continue
      const start = state.startOf(route)
      const length = state.between(route, start, stop) + state.between(route, stop, start + 1)
      const cost = (flat.fixedCost[type] as number) + (flat.multiplier[type] as number) * length
      if (cost < this.best && !this.#blinks() && fits(state, stop, start, start + 1, route)) {
        this.best = cost
        this.prev = start
      }
    }
  }

  /** The best place of a route: remembered where the route has not changed, otherwise by walking it. */
  #lookInto(stop: number, route: number): void {
    const state = this.#state
    // A reload may stand at another place than before; prints do not tell.
    if (state.flat.reloads || state.dirty.has(route)) {
      this.#walk(stop, route)
      return
    }
    const { insertions } = this
    const entry = insertions.entryOf(stop, route)
    const print = state.prints.of[route] as number
    if (!insertions.holds(entry, route, print)) this.#remember(stop, route, entry, print)
    const cost = insertions.cost[entry] as number
    if (cost >= this.best) return
    if (this.#blinks()) this.#walk(stop, route)
    else {
      this.best = cost
      this.prev = insertions.prev[entry] as number
    }
  }

  #remember(stop: number, route: number, entry: number, print: number): void {
    const { best, prev } = this
    this.best = Number.POSITIVE_INFINITY
    this.prev = -1
    this.#blinkChance = 0
    this.#walk(stop, route)
    this.#blinkChance = this.#settings.blinkChance
    this.insertions.write(entry, route, print, this.best, this.prev)
    this.best = best
    this.prev = prev
  }

  /** All places of a route. */
  #walk(stop: number, route: number): void {
    const state = this.#state
    const { flat } = state
    const type = flat.typeOf[route] as number
    const network = flat.networks[flat.costsOf[type] as number]
    if (network === undefined || flat.allowed[type * flat.stops + stop] === 0 || !hasRoom(state, stop, state.startOf(route), route)) return
    const multiplier = flat.multiplier[type] as number
    let at = this.strips.beginOf(route)
    let last = at + this.strips.countOf(route) - 1
    const { node, place, leg } = this.strips
    if (flat.timed) {
      const closes = flat.closes[(flat.windowAt[stop + 1] as number) - 1] as number
      const done = (flat.opens[flat.windowAt[stop] as number] as number) + (flat.service[stop] as number)
      while (at < last && (state.due[node[at + 1] as number] as number) < done) at++
      while (at < last && (state.ready[node[last - 1] as number] as number) > closes) last--
    }
    const here = flat.place[stop] as number
    const { rows, columns, width, plane } = network
    const row = here * width
    let best = this.best
    let reach = plane === null ? (columns[row + (place[at] as number)] as number) : lengthBetween(network, place[at] as number, here)
    for (; at < last; at++) {
      const to = place[at + 1] as number
      const beyond = plane === null ? (rows[row + to] as number) : lengthBetween(network, here, to)
      const cost = multiplier * (reach + beyond - (leg[at] as number))
      reach = rows === columns ? beyond : (columns[row + to] as number)
      if (cost >= best || this.#blinks() || !fits(state, stop, node[at] as number, node[at + 1] as number, route)) continue
      best = cost
      this.prev = node[at] as number
    }
    this.best = best
  }

  #blinks(): boolean {
    return this.#blinkChance > 0 && this.#random.unit() < this.#blinkChance
  }
}
