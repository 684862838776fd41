import { Annealing } from './anneal.ts'
import { Best } from './best.ts'
import type { Flat } from './flat.ts'
import { findNeighbours } from './neighbours.ts'
import { Polish } from './polish.ts'
import { Random } from './random.ts'
import { Recreate } from './recreate.ts'
import { Ruin } from './ruin.ts'
import type { SearchSettings } from './settings.ts'
import { buildBySavings } from './savings.ts'
import { Squeeze, squeezeShare } from './squeeze.ts'
import { State } from './state.ts'

/** One annealed ruin-and-recreate search over one state; `run` may be called again and again until the budget is spent. */
export class Search {
  readonly state: State
  readonly best: Best
  readonly #ruin: Ruin
  readonly #recreate: Recreate
  readonly #annealing: Annealing
  readonly #squeeze: Squeeze
  readonly #polish: Polish | null
  readonly #polishReach: number
  readonly #polishEvery: number
  #untilPolish = 0
  iterations = 0

  constructor(flat: Flat, seed: number, settings: SearchSettings) {
    const random = new Random(seed)
    const neighbours = findNeighbours(flat, Math.max(100, settings.beside))
    this.state = new State(flat, penaltyOfRequired(flat))
    this.best = new Best(this.state)
    if (flat.routes > 0) buildBySavings(this.state, neighbours)
    this.#ruin = new Ruin(this.state, random, neighbours, settings)
    this.#recreate = new Recreate(this.state, random, neighbours, settings)
    this.#recreate.apply()
    this.state.settle()
    this.#polishReach = settings.polishReach
    this.#polishEvery = Math.ceil(settings.polishEvery * flat.stops)
    this.#polish = settings.polishReach > 0 && Polish.suits(this.state) ? new Polish(this.state, neighbours) : null
    this.#polish?.apply(settings.polishReach)
    this.best.copy()
    const { leg, route } = meanLengths(this.state)
    this.#squeeze = new Squeeze(this.state, leg)
    this.#annealing = new Annealing(random, settings.hot * route + 1e-9, settings.cold * route + 1e-9)
  }

  /** Some iterations with the temperature of this part of the budget. */
  run(iterations: number, spent: number): void {
    const { state, best } = this
    this.iterations += iterations
    if (state.flat.stops === 0 || state.flat.routes === 0) return
    this.#annealing.cool(spent)
    if (this.#squeeze.active && spent > squeezeShare) this.#giveUpSqueezing()
    for (let k = 0; k < iterations; k++) {
      const cost = state.cost
      this.#ruin.apply()
      if (state.flat.reloads) this.#recreate.tidy()
      this.#recreate.apply()
      if (state.cost <= cost + this.#annealing.allowance()) {
        state.settle()
        if (best.isBeaten()) best.copy()
      } else state.undo()
      if (this.#squeeze.active) this.#squeeze.step()
    }
    this.#untilPolish -= iterations
    if (this.#untilPolish > 0 || this.#polish === null) return
    this.#untilPolish = this.#polishEvery
    this.#polish.apply(this.#polishReach)
    if (best.isBeaten()) best.copy()
  }

  /** Back to the last plan in which nobody waited, if there was one. */
  #giveUpSqueezing(): void {
    this.#squeeze.end()
    if (this.#squeeze.kept !== null) this.adopt(this.#squeeze.kept.next, this.#squeeze.kept.place)
  }

  /** Goes on from another search's plan of the same problem. */
  adopt(next: Int32Array, place: Int32Array): void {
    const { state } = this
    const { flat } = state
    for (let stop = 0; stop < flat.stops; stop++) if ((state.route[stop] as number) >= 0) state.remove(stop)
    flat.place.set(place)
    for (let route = 0; route < flat.routes; route++) {
      const start = state.startOf(route)
      for (const reload of [false, true])
        for (let prev = start, at = next[start] as number; at !== start + 1; at = next[at] as number) {
          if (at >= flat.firstReload) flat.service[at] = flat.reloadService[flat.typeOf[route] as number] as number
          if (at >= flat.stops === reload) state.insert(at, prev)
          if (reload || at < flat.stops) prev = at
        }
    }
    state.refreshDirty()
    state.settle()
    if (this.best.isBeaten()) this.best.copy()
  }
}

/** Mean length of what is driven in the plan by route and between two nodes, in money; penalties are no legs. */
function meanLengths(state: State): { route: number; leg: number } {
  const { flat, length } = state
  const { active, activeCount } = state.fleet
  let cost = 0
  let legs = 0
  for (let k = 0; k < activeCount; k++) {
    const route = active[k] as number
    cost += (flat.multiplier[flat.typeOf[route] as number] as number) * (length[route] as number)
    legs += (state.size[route] as number) + 1
  }
  return { route: activeCount === 0 ? 1 : cost / activeCount, leg: legs === 0 ? 1 : cost / legs }
}

/** Dearer than any way of serving one stop, so that no required stop is left out to save money. */
function penaltyOfRequired(flat: Flat): number {
  let longest = 0
  for (const { rows, plane } of flat.networks) {
    if (plane === null) longest = rows.reduce((most, length) => Math.max(most, length), longest)
    else longest = plane.scale * Math.max(span(plane.x), span(plane.y)) * 2
  }
  const multiplier = flat.multiplier.reduce((most, value) => Math.max(most, value), 0)
  const fixed = flat.fixedCost.reduce((most, value) => Math.max(most, value), 0)
  return Math.ceil(fixed + 4 * multiplier * longest + 1)
}

function span(values: Float64Array): number {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const value of values) {
    least = Math.min(least, value)
    most = Math.max(most, value)
  }
  return most - least
}
