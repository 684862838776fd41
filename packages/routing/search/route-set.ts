/** A set of routes that can be walked, filled and emptied without allocating. */
export class RouteSet {
  readonly list: Int32Array
  count = 0
  readonly #has: Uint8Array

  constructor(routes: number) {
    this.list = new Int32Array(routes)
    this.#has = new Uint8Array(routes)
  }

  add(route: number): void {
    if (this.#has[route] === 1) return
    this.#has[route] = 1
    this.list[this.count++] = route
  }

  has(route: number): boolean {
    return this.#has[route] === 1
  }

  clear(): void {
    for (let k = 0; k < this.count; k++) this.#has[this.list[k] as number] = 0
    this.count = 0
  }
}
