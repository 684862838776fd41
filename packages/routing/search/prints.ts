import { Random } from './random.ts'

/**
 * What each route holds and in which order, as one number, kept up by arcs after the manner of Zobrist (1970): equal routes have
 * equal prints, others almost surely not.
 */
export class Prints {
  readonly of: Int32Array
  readonly #leaving: Int32Array
  readonly #reaching: Int32Array

  constructor(routes: number, nodes: number) {
    const dice = new Random(1)
    this.of = new Int32Array(routes)
    this.#leaving = new Int32Array(nodes)
    this.#reaching = new Int32Array(nodes)
    for (let node = 0; node < nodes; node++) {
      this.#leaving[node] = dice.word() | 1
      this.#reaching[node] = dice.word() | 1
    }
  }

  /** A node came between two others. */
  put(route: number, prev: number, node: number, next: number): void {
    this.of[route] = (this.of[route] as number) + this.#arc(prev, node) + this.#arc(node, next) - this.#arc(prev, next)
  }

  /** A node between two others went. */
  take(route: number, prev: number, node: number, next: number): void {
    this.of[route] = (this.of[route] as number) - this.#arc(prev, node) - this.#arc(node, next) + this.#arc(prev, next)
  }

  #arc(from: number, to: number): number {
    return Math.imul(this.#leaving[from] as number, this.#reaching[to] as number)
  }
}
