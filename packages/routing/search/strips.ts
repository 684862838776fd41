import type { State } from './state.ts'

/**
 * Routes laid out in a row for one recreation, so that walking all places of one reads memory in order: node, place and
 * length of the leg that leaves it. A strip is laid when its route is first walked and kept up while stops are put in.
 */
export class Strips {
  node = new Int32Array(1024)
  place = new Int32Array(1024)
  leg = new Float64Array(1024)
  readonly #state: State
  readonly #begin: Int32Array
  readonly #count: Int32Array
  readonly #laid: Int32Array
  #round = 0
  #used = 0
  #spare = 0

  constructor(state: State) {
    this.#state = state
    this.#begin = new Int32Array(state.flat.routes)
    this.#count = new Int32Array(state.flat.routes)
    this.#laid = new Int32Array(state.flat.routes)
  }

  /** Forgets all strips; the next ones leave room for every stop that is absent now. */
  clear(): void {
    this.#round++
    this.#used = 0
    this.#spare = this.#state.absentCount
  }

  /** Where the strip of a route begins. */
  beginOf(route: number): number {
    if (this.#laid[route] !== this.#round) this.#lay(route)
    return this.#begin[route] as number
  }

  /** Nodes of a route laid before, both ends included. */
  countOf(route: number): number {
    return this.#count[route] as number
  }

  /** To be told of a stop put in behind a node. */
  put(stop: number, prev: number, route: number): void {
    if (this.#laid[route] !== this.#round) return
    const { node, place, leg } = this
    const begin = this.#begin[route] as number
    const count = this.#count[route] as number
    let at = begin + count - 1
    for (; node[at] !== prev; at--) {
      node[at + 1] = node[at] as number
      place[at + 1] = place[at] as number
      leg[at + 1] = leg[at] as number
    }
    node[at + 1] = stop
    place[at + 1] = this.#state.flat.place[stop] as number
    leg[at + 1] = this.#state.leg[stop] as number
    leg[at] = this.#state.leg[prev] as number
    this.#count[route] = count + 1
  }

  #lay(route: number): void {
    const state = this.#state
    const begin = this.#used
    const room = (state.size[route] as number) + (state.trips[route] as number) + 2 + this.#spare
    this.#makeRoom(begin + room)
    const start = state.startOf(route)
    let at = begin
    for (let from = start; ; from = state.next[from] as number) {
      this.node[at] = from
      this.place[at] = state.flat.place[from] as number
      this.leg[at] = state.leg[from] as number
      at++
      if (from === start + 1) break
    }
    this.#laid[route] = this.#round
    this.#begin[route] = begin
    this.#count[route] = at - begin
    this.#used = begin + room
  }

  #makeRoom(room: number): void {
    if (room <= this.node.length) return
    const [node, place, leg] = [new Int32Array(2 * room), new Int32Array(2 * room), new Float64Array(2 * room)]
    node.set(this.node)
    place.set(this.place)
    leg.set(this.leg)
    this.node = node
    this.place = place
    this.leg = leg
  }
}
