import type { Neighbours } from './neighbours.ts'
import { drawOrder, orderKeys, sortByKey } from './order.ts'
import { PairPlaces } from './pairs.ts'
import { Places } from './places.ts'
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
  readonly #list: Int32Array
  readonly #key: Float64Array
  readonly #keys: Float64Array
  readonly places: Places
  readonly pairs: PairPlaces
  readonly reloads: ReloadPlaces
  readonly refit: Refit
  readonly #special: boolean
  constructor(state: State, random: Random, neighbours: Neighbours, settings: RecreateSettings) {
    this.#state = state
    this.#random = random
    const { stops } = state.flat
    this.places = new Places(state, random, neighbours, settings)
    this.#list = new Int32Array(stops)
    this.#key = new Float64Array(stops)
    this.#keys = orderKeys(state)
    this.#special = state.flat.reloads || state.flat.types > 1
    this.pairs = new PairPlaces(state, random, settings.blinkChance)
    this.reloads = new ReloadPlaces(state, random, settings.blinkChance)
    this.refit = new Refit(state, random)
  }

  /** Puts in what is absent, as far as it fits and pays. */
  apply(): void {
    this.places.strips.clear()
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
    const { places } = this
    places.find(stop, state.flat.required[stop] === 1 ? Number.POSITIVE_INFINITY : (state.penalty[stop] as number))
    if (this.#special && this.#placeSpecially(stop)) return
    const { prev } = places
    if (prev < 0) return
    const route = state.route[prev] as number
    state.insert(stop, prev)
    places.strips.put(stop, prev, route)
    state.refreshBehind(stop, route)
  }

  /** With a reload beside it, or on another vehicle, when that is cheaper than all plain places. */
  #placeSpecially(stop: number): boolean {
    const state = this.#state
    const { flat } = state
    const { reloads, refit } = this
    reloads.begin(this.places.best)
    refit.begin(this.places.best)
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
    this.places.strips.clear()
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
    this.places.strips.clear()
  }
}
