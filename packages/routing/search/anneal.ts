import { portableExp, portableLog } from './random.ts'
import type { Random } from './random.ts'

const steps = 1024
const draws = 4096

/**
 * Simulated annealing over a budget (Kirkpatrick, Gelatt and Vecchi 1983): how much worse a plan may become, falling
 * geometrically from `hot` to `cold` as the budget is spent. Tables made by portable arithmetic stand for power
 * and logarithm, so that a seed decides alike everywhere.
 */
export class Annealing {
  readonly #temperature = new Float64Array(steps + 1)
  readonly #surprise = new Float64Array(draws)
  readonly #random: Random
  #now = 0

  constructor(random: Random, hot: number, cold: number) {
    this.#random = random
    const slope = portableLog(cold / hot)
    for (let step = 0; step <= steps; step++) this.#temperature[step] = hot * portableExp((slope * step) / steps)
    for (let draw = 0; draw < draws; draw++) this.#surprise[draw] = -portableLog((draw + 0.5) / draws)
    this.#now = hot
  }

  /** `spent`: the part of the budget used up, 0 to 1. */
  cool(spent: number): void {
    this.#now = this.#temperature[Math.min(steps, Math.floor(spent * steps))] as number
  }

  /** How much dearer than the plan at hand the next one may be. */
  allowance(): number {
    return this.#now * (this.#surprise[this.#random.word() >>> 20] as number)
  }
}
