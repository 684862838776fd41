import type { Flat } from './flat.ts'

/** Which routes are in use and which are free, by vehicle type. */
export class Fleet {
  /** Routes with stops in them: the first `activeCount`. */
  readonly active: Int32Array
  activeCount = 0
  /** Routes that may be in use at once. */
  mostRoutes = Number.POSITIVE_INFINITY
  readonly #flat: Flat
  readonly #activeAt: Int32Array
  /** Empty routes of each vehicle type, as a stack beginning at `#firstRoute`. */
  readonly #free: Int32Array
  readonly #firstRoute: Int32Array
  readonly #freeCount: Int32Array

  constructor(flat: Flat) {
    this.#flat = flat
    this.active = new Int32Array(flat.routes)
    this.#activeAt = new Int32Array(flat.routes)
    this.#free = new Int32Array(flat.routes)
    this.#firstRoute = new Int32Array(flat.types)
    this.#freeCount = new Int32Array(flat.types)
    for (let route = flat.routes - 1; route >= 0; route--) this.#firstRoute[flat.typeOf[route] as number] = route
    for (let route = flat.routes - 1; route >= 0; route--) this.#release(route)
  }

  /** An empty route of the type, or −1. */
  emptyRoute(type: number): number {
    const count = this.#freeCount[type] as number
    if (count === 0 || this.activeCount >= this.mostRoutes) return -1
    return this.#free[(this.#firstRoute[type] as number) + count - 1] as number
  }

  #release(route: number): void {
    const type = this.#flat.typeOf[route] as number
    const count = this.#freeCount[type] as number
    this.#free[(this.#firstRoute[type] as number) + count] = route
    this.#freeCount[type] = count + 1
  }

  /** Takes a route into use; it may lie anywhere in its type's stack when changes are taken back. */
  occupy(route: number): void {
    const type = this.#flat.typeOf[route] as number
    const last = (this.#firstRoute[type] as number) + (this.#freeCount[type] as number) - 1
    let at = last
    while (this.#free[at] !== route) at--
    this.#free[at] = this.#free[last] as number
    this.#free[last] = route
    this.#freeCount[type] = (this.#freeCount[type] as number) - 1
    this.#activeAt[route] = this.activeCount
    this.active[this.activeCount++] = route
  }

  vacate(route: number): void {
    const at = this.#activeAt[route] as number
    const last = this.active[--this.activeCount] as number
    this.active[at] = last
    this.#activeAt[last] = at
    this.#release(route)
  }
}
