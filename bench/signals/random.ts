/** Seeded dice (Marsaglia xorshift, 32 bits): the same seed gives the same county. */
export class Random {
  #state: number
  constructor(seed: number) {
    this.#state = (Math.imul(seed, 0x9e3779b1) ^ 0x85ebca6b) | 1
    for (let round = 0; round < 8; round++) this.next()
  }
  /** 0 ≤ next < 1. */
  next(): number {
    this.#state ^= this.#state << 13
    this.#state ^= this.#state >>> 17
    this.#state ^= this.#state << 5
    return (this.#state >>> 0) / 0x1_0000_0000
  }
  below(bound: number): number {
    return Math.floor(this.next() * bound)
  }
  between(low: number, high: number): number {
    return low + this.next() * (high - low)
  }
  chance(share: number): boolean {
    return this.next() < share
  }
  pick<T>(values: readonly [T, ...T[]]): T {
    return values[this.below(values.length)] ?? values[0]
  }
  /** Standard normal (Box and Muller 1958). */
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next())
  }
  /** Poisson by Knuth's product; for means below 50. */
  poisson(mean: number): number {
    const floor = Math.exp(-mean)
    let [count, product] = [0, this.next()]
    while (product > floor) {
      count++
      product *= this.next()
    }
    return count
  }
}
