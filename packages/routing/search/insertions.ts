import type { State } from './state.ts'

/** Bytes a memory of places may take: 2²⁰ entries of 16. */
const mostEntries = 2 ** 20

/**
 * Remembered best places of stops in routes. Most routes are as they were when a stop was last looked at, since most
 * changes are taken back; the place found then is still the best. An entry is known by the route's print, so that a
 * route taken back to what it was is recognised.
 */
export class Insertions {
  readonly #ways: number
  readonly #print: Int32Array
  readonly cost: Float64Array
  /** Node behind which the stop goes; −1 when the route has no place for it. */
  readonly prev: Int32Array

  constructor({ flat, fleet }: State) {
    let ways = 8
    while (ways < 2 * fleet.activeCount && 2 * ways * flat.stops <= mostEntries) ways *= 2
    this.#ways = ways
    this.#print = new Int32Array(ways * flat.stops)
    this.cost = new Float64Array(ways * flat.stops)
    this.prev = new Int32Array(ways * flat.stops)
  }

  /** Where a stop and a route have their entry. */
  entryOf(stop: number, route: number): number {
    return stop * this.#ways + (route & (this.#ways - 1))
  }

  /** Whether the entry was written for this very route. */
  holds(entry: number, route: number, print: number): boolean {
    return this.#print[entry] === keyOf(route, print)
  }

  write(entry: number, route: number, print: number, cost: number, prev: number): void {
    this.#print[entry] = keyOf(route, print)
    this.cost[entry] = cost
    this.prev[entry] = prev
  }
}

/** Never 0, which is what an empty entry holds. */
function keyOf(route: number, print: number): number {
  return print ^ Math.imul(route + 1, 0x9e3779b1) || 1
}
