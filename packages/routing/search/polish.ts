import type { Neighbours } from './neighbours.ts'
import { sequenceFits } from './sequence.ts'
import type { State } from './state.ts'

/**
 * Local search by exchanging two legs, between stops that are near each other: 2-opt in a route (Croes 1958) and 2-opt*
 * between two (Potvin and Rousseau 1995), tails crossed or turned round. Ruin and recreate moves a dozen stops; half a
 * long route changes hands only here. For one vehicle type that ends where it began and lengths alike both ways.
 */
export class Polish {
  readonly #state: State
  readonly #neighbours: Neighbours
  /** Stops before and including each node, and their deliveries and pickups in the first dimension. */
  readonly #place: Int32Array
  readonly #load: Float64Array
  readonly #one: Int32Array
  readonly #other: Int32Array
  /** Stops whose surroundings changed since they were looked at. */
  readonly #waiting: Uint8Array

  constructor(state: State, neighbours: Neighbours) {
    this.#state = state
    this.#neighbours = neighbours
    const { nodes, stops } = state.flat
    this.#place = new Int32Array(nodes)
    this.#load = new Float64Array(nodes)
    this.#one = new Int32Array(stops + 2)
    this.#other = new Int32Array(stops + 2)
    this.#waiting = new Uint8Array(stops)
  }

  /** Whether it may be used on a problem at all. */
  static suits({ flat }: State): boolean {
    if (flat.routes === 0) return false
    const network = flat.networks[flat.costsOf[0] as number]
    const evenly = network !== undefined && network.rows === network.columns
    // A route turned round ends where it began, which must cost the same.
    return evenly && flat.types === 1 && flat.place[flat.stops] === flat.place[flat.stops + 1] && !flat.paired && !flat.reloads
  }

  /** Until no exchange helps. The plan may have stops absent; none is put in. */
  apply(reach: number): void {
    const state = this.#state
    for (let k = 0; k < state.fleet.activeCount; k++) this.#measure(state.fleet.active[k] as number)
    this.#waiting.fill(1)
    for (let again = true; again; ) {
      again = false
      for (let stop = 0; stop < state.flat.stops; stop++) {
        if (this.#waiting[stop] === 0) continue
        this.#waiting[stop] = 0
        if ((state.route[stop] as number) < 0) continue
        while (this.#improve(stop, reach)) again = true
      }
    }
  }

  #improve(a: number, reach: number): boolean {
    const state = this.#state
    const route = state.route[a] as number
    const { near, reach: all } = this.#neighbours
    const ahead = state.leg[a] as number
    const behind = state.leg[state.prev[a] as number] as number
    for (let k = a * all; k < a * all + Math.min(reach, all); k++) {
      const b = near[k] as number
      const there = state.route[b] as number
      if (there < 0) continue
      const length = state.between(route, a, b)
      if (length >= ahead && length >= behind) return false
      if (there === route ? this.#turn(a, b, length, route) : this.#cross(a, b, length, route, there)) return true
    }
    return false
  }

  /** 2-opt: the stretch between two stops of a route is driven the other way round. */
  #turn(a: number, b: number, length: number, route: number): boolean {
    const state = this.#state
    const { next, prev, leg } = state
    const [first, second] = (this.#place[a] as number) < (this.#place[b] as number) ? [a, b] : [b, a]
    const [afterFirst, afterSecond] = [next[first] as number, next[second] as number]
    const [beforeFirst, beforeSecond] = [prev[first] as number, prev[second] as number]
    const ends = (leg[first] as number) + (leg[second] as number) - length - state.between(route, afterFirst, afterSecond)
    if (ends > 0 && this.#tryTurn(route, this.#place[afterFirst] as number, this.#place[second] as number)) return true
    const begins = (leg[beforeFirst] as number) + (leg[beforeSecond] as number) - length - state.between(route, beforeFirst, beforeSecond)
    return begins > 0 && this.#tryTurn(route, this.#place[first] as number, this.#place[beforeSecond] as number)
  }

  #tryTurn(route: number, from: number, to: number): boolean {
    const count = this.#write(route, this.#one)
    this.#one.subarray(from, to + 1).reverse()
    if (!this.#fits(route, this.#one, count)) return false
    this.#rewrite(route, this.#one, count)
    return true
  }

  /** 2-opt*: four ways to join two routes anew with `a` beside `b`. */
  #cross(a: number, b: number, length: number, route: number, there: number): boolean {
    const state = this.#state
    const { next, prev, leg } = state
    const [na, nb, pa, pb] = [next[a] as number, next[b] as number, prev[a] as number, prev[b] as number]
    const [outA, outB, inA, inB] = [leg[a] as number, leg[b] as number, leg[pa] as number, leg[pb] as number]
    if (outA + inB - length - this.#join(route, pb, na) > 0 && this.#tryCross(route, there, a, pb, false)) return true
    if (inA + outB - length - this.#join(route, pa, nb) > 0 && this.#tryCross(route, there, pa, b, false)) return true
    if (outA + outB - length - this.#join(route, na, nb) > 0 && this.#tryCross(route, there, a, b, true)) return true
    return inA + inB - length - this.#join(route, pa, pb) > 0 && this.#tryCross(route, there, pa, pb, true)
  }

  /** Length between two nodes, whichever routes they were in: starts and ends of one vehicle type lie at the same places. */
  #join(route: number, from: number, to: number): number {
    return this.#state.between(route, from, to)
  }

  /**
   * Cuts one route behind `a` and the other behind `b`. Plain: the heads get each other's tails. Turned: the heads are
   * joined, the second driven backwards, and so are the tails.
   */
  #tryCross(route: number, there: number, a: number, b: number, turned: boolean): boolean {
    const { flat } = this.#state
    if (!flat.layered && !this.#roomFor(route, there, a, b, turned)) return false
    const one = this.#write(route, this.#one)
    const other = this.#write(there, this.#other)
    const [cutA, cutB] = [(this.#place[a] as number) + 1, (this.#place[b] as number) + 1]
    const heads = [this.#one.slice(0, cutA), this.#other.slice(0, cutB)] as const
    const tails = [this.#one.slice(cutA, one), this.#other.slice(cutB, other)] as const
    const [start, end, startThere, endThere] = [this.#one[0], this.#one[one - 1], this.#other[0], this.#other[other - 1]] as number[]
    const mine = turned ? [...heads[0], ...heads[1].slice(1).reverse(), end] : [...heads[0], ...tails[1].slice(0, -1), end]
    const theirs = turned
      ? [startThere, ...tails[0].slice(0, -1).reverse(), ...tails[1]]
      : [startThere, ...heads[1].slice(1), ...tails[0].slice(0, -1), endThere]
    this.#one.set(mine as number[])
    this.#other.set(theirs as number[])
    if (start === undefined || !this.#fits(route, this.#one, mine.length) || !this.#fits(there, this.#other, theirs.length)) return false
    this.#clear(route)
    this.#clear(there)
    this.#fill(route, this.#one, mine.length)
    this.#fill(there, this.#other, theirs.length)
    return true
  }

  #roomFor(route: number, there: number, a: number, b: number, turned: boolean): boolean {
    const { flat, sum } = this.#state
    if (flat.dimensions > 1) return true
    const room = flat.capacity[0] as number
    const [headA, headB] = [this.#load[a] as number, this.#load[b] as number]
    const [tailA, tailB] = [(sum[route] as number) - headA, (sum[there] as number) - headB]
    return turned ? headA + headB <= room && tailA + tailB <= room : headA + tailB <= room && headB + tailA <= room
  }

  #fits(route: number, nodes: Int32Array, count: number): boolean {
    const { flat } = this.#state
    const simple = !flat.layered && !flat.timed && !flat.limited && flat.dimensions === 1
    return simple || sequenceFits(flat, route, nodes, count)
  }

  #write(route: number, into: Int32Array): number {
    const { next } = this.#state
    const end = this.#state.startOf(route) + 1
    let count = 0
    for (let at = end - 1; ; at = next[at] as number) {
      into[count++] = at
      if (at === end) return count
    }
  }

  #rewrite(route: number, nodes: Int32Array, count: number): void {
    this.#clear(route)
    this.#fill(route, nodes, count)
  }

  #clear(route: number): void {
    const state = this.#state
    const end = state.startOf(route) + 1
    for (let at = state.prev[end] as number; at !== end - 1; at = state.prev[end] as number) state.remove(at)
  }

  #fill(route: number, nodes: Int32Array, count: number): void {
    const state = this.#state
    for (let k = 1; k < count - 1; k++) {
      state.insert(nodes[k] as number, k === 1 ? state.startOf(route) : (nodes[k - 1] as number))
      this.#waiting[nodes[k] as number] = 1
    }
    state.refresh(route)
    state.settle()
    this.#measure(route)
  }

  #measure(route: number): void {
    const { next, flat } = this.#state
    const start = this.#state.startOf(route)
    let load = 0
    for (let at = start, k = 0; ; at = next[at] as number, k++) {
      this.#place[at] = k
      if (at < flat.stops) load += (flat.delivery[at] as number) + (flat.pickup[at] as number)
      this.#load[at] = load
      if (at === start + 1) return
    }
  }
}
