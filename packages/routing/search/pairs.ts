import type { Flat } from './flat.ts'
import { lengthBetween } from './network.ts'
import type { Random } from './random.ts'
import { firstOpen, timeBetween } from './refresh.ts'
import { sequenceFits } from './sequence.ts'
import type { State } from './state.ts'

/**
 * Cheapest two places for the stops of a pair in a route: the first behind each node in turn, the second at each later
 * place that time and load still reach, both carried along so that each combination costs constant time (Li and
 * Lim 2001 give the problem). What the running checks cannot see, limits of the whole route, is judged once
 * a combination would be the best.
 */
export class PairPlaces {
  readonly #state: State
  readonly #random: Random
  readonly #blinkChance: number
  readonly #sequence: Int32Array
  best = 0
  /** Nodes behind which the two stops go; the second may be the first stop itself. */
  firstPrev = -1
  secondPrev = -1

  constructor(state: State, random: Random, blinkChance: number) {
    this.#state = state
    this.#random = random
    this.#blinkChance = blinkChance
    this.#sequence = new Int32Array(state.flat.nodes)
  }

  begin(worst: number): void {
    this.best = worst
    this.firstPrev = -1
  }

  /** Tries all places of a route; `extra` is paid besides, e.g. for opening it. */
  walk(first: number, second: number, route: number, extra: number): void {
    const state = this.#state
    const { flat, ready, next, leg } = state
    const type = flat.typeOf[route] as number
    if (flat.allowed[type * flat.stops + first] === 0) return
    const network = flat.networks[flat.costsOf[type] as number]
    if (network === undefined) return
    const money = flat.multiplier[type] as number
    const { place } = flat
    const here = place[first] as number
    const end = state.startOf(route) + 1
    for (let prev = end - 1; prev !== end; prev = next[prev] as number) {
      const to = next[prev] as number
      const there = place[to] as number
      const reach = lengthBetween(network, place[prev] as number, here)
      const detour = extra + money * (reach + lengthBetween(network, here, there) - (leg[prev] as number))
      if (!this.#takesOn(first, prev, type)) continue
      let clock = 0
      if (flat.timed) {
        clock = firstOpen(flat, first, (ready[prev] as number) + timeBetween(flat, route, prev, first)) + (flat.service[first] as number)
        if (clock === Number.POSITIVE_INFINITY) break
      }
      // Both together: prev, first, second, to.
      const between = lengthBetween(network, here, place[second] as number)
      const beyond = lengthBetween(network, place[second] as number, there)
      const joint = extra + money * (reach + between + beyond - (leg[prev] as number))
      if (joint < this.best && this.#reachable(second, first, to, clock, route)) this.#take(first, second, route, prev, first, joint)
      if (detour < this.best) this.#walkSecond(first, second, route, prev, clock, detour)
    }
  }

  #walkSecond(first: number, second: number, route: number, prev: number, begun: number, detour: number): void {
    const state = this.#state
    const { flat, next, leg, due } = state
    const { place } = flat
    const type = flat.typeOf[route] as number
    const network = flat.networks[flat.costsOf[type] as number]
    const end = state.startOf(route) + 1
    if (network === undefined) return
    const here = place[second] as number
    const money = flat.multiplier[type] as number
    let clock = begun
    let from = first
    for (let at = next[prev] as number; at !== end; at = next[at] as number) {
      if (at >= flat.stops || !this.#takesOn(first, at, type)) return
      if (flat.timed) {
        const arrival = clock + timeBetween(flat, route, from, at)
        if (arrival > (due[at] as number)) return
        clock = firstOpen(flat, at, arrival) + (flat.service[at] as number)
      }
      from = at
      const to = next[at] as number
      const more = lengthBetween(network, place[at] as number, here) + lengthBetween(network, here, place[to] as number)
      const cost = detour + money * (more - (leg[at] as number))
      if (cost < this.best && this.#reachable(second, at, to, clock, route)) this.#take(first, second, route, prev, at, cost)
    }
  }

  /** Whether what is leaving a node has room for the pair's load on top. */
  #takesOn(first: number, at: number, type: number): boolean {
    const { flat, load } = this.#state
    for (let d = 0; d < flat.dimensions; d++) {
      const aboard = load[d * flat.nodes + at] as number
      if (aboard + (flat.carried[d * flat.nodes + first] as number) > (flat.capacity[type * flat.dimensions + d] as number)) return false
    }
    return true
  }

  #reachable(second: number, from: number, to: number, clock: number, route: number): boolean {
    const { flat, due } = this.#state
    if (!flat.timed) return true
    const done = firstOpen(flat, second, clock + timeBetween(flat, route, from, second)) + (flat.service[second] as number)
    return done + timeBetween(flat, route, second, to) <= (due[to] as number)
  }

  #take(first: number, second: number, route: number, firstPrev: number, secondPrev: number, cost: number): void {
    if (this.#random.unit() < this.#blinkChance) return
    if (this.#state.flat.limited && !this.#wholeFits(first, second, route, firstPrev, secondPrev)) return
    this.best = cost
    this.firstPrev = firstPrev
    this.secondPrev = secondPrev
  }

  #wholeFits(first: number, second: number, route: number, firstPrev: number, secondPrev: number): boolean {
    const count = sequenceWith(this.#state, route, first, firstPrev, second, secondPrev, this.#sequence)
    return sequenceFits(this.#state.flat, route, this.#sequence, count)
  }
}

/** The nodes of a route with two more behind those named, written into `sequence`; answers how many. */
function sequenceWith(
  state: State,
  route: number,
  first: number,
  firstPrev: number,
  second: number,
  secondPrev: number,
  sequence: Int32Array,
): number {
  const { flat, next } = state
  const end = startAfter(flat, route)
  let count = 0
  for (let at = end - 1; ; at = next[at] as number) {
    sequence[count++] = at
    if (at === firstPrev) {
      sequence[count++] = first
      if (secondPrev === first) sequence[count++] = second
    }
    if (at === secondPrev) sequence[count++] = second
    if (at === end) return count
  }
}

function startAfter(flat: Flat, route: number): number {
  return flat.stops + 2 * route + 1
}
