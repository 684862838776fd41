import { fits, hasRoom } from './fits.ts'
import { lengthBetween } from './network.ts'
import type { Neighbours } from './neighbours.ts'
import { drawOrder, orderKeys, sortByKey } from './order.ts'
import { PairPlaces } from './pairs.ts'
import { Refit } from './refit.ts'
import { ReloadPlaces } from './reload.ts'
import type { Random } from './random.ts'
import type { RecreateSettings } from './settings.ts'
import type { State } from './state.ts'

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
  /** Routes not to be looked at again for the stop at hand carry the number `#seen`, those to be looked at one more. */
  readonly pairs: PairPlaces
  readonly reloads: ReloadPlaces
  readonly refit: Refit
  readonly #special: boolean
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
    this.#special = state.flat.reloads || state.flat.types > 1
    this.pairs = new PairPlaces(state, random, settings.blinkChance)
    this.reloads = new ReloadPlaces(state, random, settings.blinkChance)
    this.refit = new Refit(state, random)
  }

  /** Puts in what is absent, as far as it fits and pays. */
  apply(): void {
    const count = this.#collect()
    const list = this.#list
    const { mate } = this.#state.flat
    for (let k = 0; k < count; k++) {
      const stop = list[k] as number
      if ((mate[stop] as number) < 0) this.#place(stop)
      else this.#placePair(stop)
    }
    if (this.#state.flat.types > 1) this.refit.apply()
  }

  /** Drops the reloads that what is left after a ruin no longer needs. */
  tidy(): void {
    const state = this.#state
    for (let k = 0; k < state.dirty.count; k++) {
      const route = state.dirty.list[k] as number
      if ((state.trips[route] as number) > 1) this.reloads.tidy(route)
    }
    state.refreshDirty()
  }

  #collect(): number {
    const { absent, absentCount } = this.#state
    const order = drawOrder(this.#random, this.#state.flat.windowed)
    const { stops, leads } = this.#state.flat
    let count = 0
    for (let k = 0; k < absentCount; k++) {
      const stop = absent[k] as number
      if (leads[stop] === 0) continue
      this.#key[stop] = order === 0 ? this.#random.unit() : (this.#keys[(order - 1) * stops + stop] as number)
      this.#list[count++] = stop
    }
    sortByKey(this.#list, count, this.#key)
    return count
  }

  #place(stop: number): void {
    const state = this.#state
    this.#best = state.flat.required[stop] === 1 ? Number.POSITIVE_INFINITY : (state.penalty[stop] as number)
    this.#bestPrev = -1
    this.#offerNewRoutes(stop)
    if (state.flat.stops <= this.#settings.walkAll)
      for (let k = 0; k < state.fleet.activeCount; k++) this.#walk(stop, state.fleet.active[k] as number)
    else this.#lookAround(stop)
    if (this.#special && this.#placeSpecially(stop)) return
    if (this.#bestPrev < 0) return
    state.insert(stop, this.#bestPrev)
    state.refresh(state.route[stop] as number)
  }

  /** All places of the routes changed in this iteration, and those beside near stops in other routes. */
  #lookAround(stop: number): void {
    const state = this.#state
    this.#seen += 2
    for (let k = 0; k < state.dirty.count; k++) {
      const route = state.dirty.list[k] as number
      const size = state.size[route] as number
      if (size > this.#settings.longestWalk) continue
      this.#seenBy[route] = this.#seen
      if (size > 0) this.#walk(stop, route)
    }
    this.#lookBeside(stop)
  }

  /** With a reload beside it, or on another vehicle, when that is cheaper than all plain places. */
  #placeSpecially(stop: number): boolean {
    const state = this.#state
    const { flat } = state
    const { reloads, refit } = this
    reloads.begin(this.#best)
    refit.begin(this.#best)
    for (let k = 0; k < state.fleet.activeCount; k++) {
      const route = state.fleet.active[k] as number
      if (!this.#worthWalking(route)) continue
      if (flat.reloads) reloads.walk(stop, route)
      if (flat.types > 1 && !flat.paired) refit.walk(stop, route)
    }
    if (refit.prev >= 0 && refit.best <= reloads.best) refit.take(stop)
    else if (reloads.prev >= 0) {
      reloads.apply(stop)
      state.refresh(state.route[stop] as number)
    } else return false
    return true
  }

  /** In a small problem all routes, in a big one those changed in this iteration. */
  #worthWalking(route: number): boolean {
    const state = this.#state
    if (state.flat.stops <= 60) return true
    for (let k = 0; k < state.dirty.count; k++) if (state.dirty.list[k] === route) return true
    return false
  }

  #placePair(first: number): void {
    const state = this.#state
    const { flat } = state
    const { pairs } = this
    const second = flat.mate[first] as number
    const needed = flat.required[first] === 1 || flat.required[second] === 1
    pairs.begin(needed ? Number.POSITIVE_INFINITY : (state.penalty[first] as number) + (state.penalty[second] as number))
    for (let k = 0; k < state.fleet.activeCount; k++) pairs.walk(first, second, state.fleet.active[k] as number, 0)
    for (let type = 0; type < flat.types; type++) {
      const route = state.fleet.emptyRoute(type)
      if (route < 0) continue
      const opening = (flat.fixedCost[type] as number) + (flat.multiplier[type] as number) * (state.length[route] as number)
      pairs.walk(first, second, route, opening)
    }
    if (pairs.firstPrev < 0) return
    state.insert(first, pairs.firstPrev)
    state.insert(second, pairs.secondPrev)
    state.refresh(state.route[first] as number)
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
    if (!hasRoom(state, stop, start, route)) return
    if (network.plane !== null) {
      for (let prev = start; prev !== start + 1; prev = next[prev] as number) this.#offer(stop, prev, route)
      return
    }
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

  /** Places beside the nearest stops, and at both ends of their routes; routes walked already or without room are passed over. */
  #lookBeside(stop: number): void {
    const state = this.#state
    const { flat, prev, route } = state
    const { near, reach } = this.#neighbours
    const open = this.#seen + 1
    const last = stop * reach + Math.min(reach, this.#settings.beside)
    for (let k = stop * reach; k < last; k++) {
      const other = near[k] as number
      const r = route[other] as number
      if (r < 0 || this.#seenBy[r] === this.#seen) continue
      if (this.#seenBy[r] !== open) {
        const start = flat.stops + 2 * r
        if (flat.allowed[(flat.typeOf[r] as number) * flat.stops + stop] === 0 || !hasRoom(state, stop, start, r)) {
          this.#seenBy[r] = this.#seen
          continue
        }
        this.#seenBy[r] = open
        this.#offer(stop, start, r)
        this.#offer(stop, prev[start + 1] as number, r)
      }
      this.#offer(stop, other, r)
      this.#offer(stop, prev[other] as number, r)
    }
  }

  #offer(stop: number, prev: number, route: number): void {
    const state = this.#state
    const { flat } = state
    const { place } = flat
    const type = flat.typeOf[route] as number
    const network = flat.networks[flat.costsOf[type] as number]
    if (network === undefined) return
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
