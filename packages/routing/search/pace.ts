/** Iterations between two looks at the temperature when the budget is in iterations. */
const steady = 50

/**
 * How many iterations to run between two looks at clock and temperature. A budget in iterations has a fixed stride, so
 * that it is spent alike everywhere; a budget in time one of about two milliseconds, since looking costs time.
 */
export class Pace {
  readonly #total: number
  #stride = 10
  #last = 0

  constructor(iterations: number | undefined, now: number) {
    this.#total = iterations ?? 0
    this.#last = now
  }

  /** Iterations to run next; `now` on any clock in milliseconds. */
  next(done: number, now: number): number {
    if (this.#total > 0) return Math.min(steady, this.#total - done)
    const took = now - this.#last
    this.#last = now
    if (took < 1.5) this.#stride = Math.min(2000, this.#stride * 2)
    else if (took > 4) this.#stride = Math.max(1, this.#stride >> 1)
    return this.#stride
  }
}
