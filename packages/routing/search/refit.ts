import type { Random } from './random.ts'
import { sequenceFits } from './sequence.ts'
import type { State } from './state.ts'

/**
 * Choosing vehicles for a mixed fleet (Golden et al. 1984): a changed route moves to a free vehicle of another type when
 * that is cheaper, or two routes change vehicles; and a stop too many for its best route may be taken in by moving
 * the route to a bigger vehicle.
 */
export class Refit {
  readonly #state: State
  readonly #random: Random
  readonly #mine: Int32Array
  readonly #theirs: Int32Array
  best = 0
  prev = -1
  toRoute = -1

  constructor(state: State, random: Random) {
    this.#state = state
    this.#random = random
    this.#mine = new Int32Array(state.flat.nodes)
    this.#theirs = new Int32Array(state.flat.nodes)
  }

  /** Every changed route gets the vehicle that suits it best, as far as vehicles are free or would be exchanged. */
  apply(): void {
    const state = this.#state
    const changed = state.dirty.count
    for (let k = 0; k < changed; k++) {
      const route = state.dirty.list[k] as number
      if ((state.size[route] as number) > 0 && !this.#move(route)) this.#exchange(route)
    }
  }

  begin(worst: number): void {
    this.best = worst
    this.prev = -1
  }

  /** Offers the stop its cheapest place in the route, on every other free vehicle that could carry it there. */
  walk(stop: number, route: number): void {
    const state = this.#state
    const { flat, next, leg } = state
    let least = Number.POSITIVE_INFINITY
    let place = -1
    const end = state.startOf(route) + 1
    for (let prev = end - 1; prev !== end; prev = next[prev] as number) {
      const more = state.between(route, prev, stop) + state.between(route, stop, next[prev] as number) - (leg[prev] as number)
      if (more < least) [least, place] = [more, prev]
    }
    const now = this.#costOf(route, this.#write(route, this.#theirs, -1, -1), this.#theirs)
    const count = this.#write(route, this.#mine, place, stop)
    for (let type = 0; type < flat.types; type++) {
      const other = state.fleet.emptyRoute(type)
      if (other < 0 || type === flat.typeOf[route]) continue
      this.#setEnds(other, this.#mine, count)
      const cost = this.#costOf(other, count, this.#mine) - now
      if (cost >= this.best || !sequenceFits(flat, other, this.#mine, count)) continue
      this.best = cost
      this.prev = place
      this.toRoute = other
    }
  }

  /** Moves the route found by `walk` to its new vehicle, with the stop in it. */
  take(stop: number): void {
    const route = this.#state.route[this.prev] as number
    const count = this.#write(route, this.#mine, this.prev, stop)
    this.#empty(route)
    this.#fill(this.toRoute, this.#mine, count)
  }

  #move(route: number): boolean {
    const state = this.#state
    const { flat } = state
    const count = this.#write(route, this.#mine, -1, -1)
    let best = this.#costOf(route, count, this.#mine)
    let found = -1
    for (let type = 0; type < flat.types; type++) {
      const other = state.fleet.emptyRoute(type)
      if (other < 0 || type === flat.typeOf[route]) continue
      this.#setEnds(other, this.#mine, count)
      const cost = this.#costOf(other, count, this.#mine)
      if (cost >= best || !sequenceFits(flat, other, this.#mine, count)) continue
      best = cost
      found = other
    }
    if (found < 0) return false
    this.#empty(route)
    this.#fill(found, this.#mine, count)
    return true
  }

  #exchange(route: number): void {
    const state = this.#state
    const { flat } = state
    const { active } = state.fleet
    const tries = Math.min(state.fleet.activeCount, 24)
    const first = this.#random.below(state.fleet.activeCount)
    for (let k = 0; k < tries; k++) {
      const other = active[(first + k) % state.fleet.activeCount] as number
      if (flat.typeOf[other] === flat.typeOf[route]) continue
      const mine = this.#write(route, this.#mine, -1, -1)
      const theirs = this.#write(other, this.#theirs, -1, -1)
      const now = this.#costOf(route, mine, this.#mine) + this.#costOf(other, theirs, this.#theirs)
      this.#setEnds(other, this.#mine, mine)
      this.#setEnds(route, this.#theirs, theirs)
      if (this.#costOf(other, mine, this.#mine) + this.#costOf(route, theirs, this.#theirs) >= now) continue
      if (!sequenceFits(flat, other, this.#mine, mine) || !sequenceFits(flat, route, this.#theirs, theirs)) continue
      this.#empty(route)
      this.#empty(other)
      this.#fill(other, this.#mine, mine)
      this.#fill(route, this.#theirs, theirs)
      return
    }
  }

  #write(route: number, into: Int32Array, prev: number, stop: number): number {
    const { next } = this.#state
    const end = this.#state.startOf(route) + 1
    let count = 0
    for (let at = end - 1; ; at = next[at] as number) {
      into[count++] = at
      if (at === prev) into[count++] = stop
      if (at === end) return count
    }
  }

  #setEnds(route: number, nodes: Int32Array, count: number): void {
    nodes[0] = this.#state.startOf(route)
    nodes[count - 1] = this.#state.startOf(route) + 1
  }

  #costOf(route: number, count: number, nodes: Int32Array): number {
    const { flat } = this.#state
    const type = flat.typeOf[route] as number
    let length = 0
    for (let k = 1; k < count; k++) length += this.#state.between(route, nodes[k - 1] as number, nodes[k] as number)
    return (flat.fixedCost[type] as number) + (flat.multiplier[type] as number) * length
  }

  #empty(route: number): void {
    const state = this.#state
    const end = state.startOf(route) + 1
    for (let at = state.next[end - 1] as number; at !== end; ) {
      const to = state.next[at] as number
      if ((state.route[at] as number) >= 0) state.remove(at)
      at = to
    }
    state.refresh(route)
  }

  #fill(route: number, nodes: Int32Array, count: number): void {
    const state = this.#state
    let prev = state.startOf(route)
    for (let k = 1; k < count - 1; k++) {
      const node = nodes[k] as number
      if (node >= state.flat.stops) continue
      state.insert(node, prev)
      prev = node
    }
    prev = state.startOf(route)
    for (let k = 1; k < count - 1; k++) {
      const node = nodes[k] as number
      if (node >= state.flat.stops) state.insert(node, prev)
      prev = node
    }
    state.refresh(route)
  }
}
