import type { State } from './state.ts'

/** Part of the budget at most spent on needing fewer vehicles; beyond this many stops none is. */
export const squeezeShare = 0.12
const mostStops = 2000

/**
 * Fewer vehicles first, after the absence counters of Christiaens and Vanden Berghe (2020): a route is dissolved and may not
 * be opened again, its stops look for room elsewhere, and each stop left over grows dearer the longer it waits, so
 * that others make room. Annealing opens a route too few easily and hardly ever closes one too many, hence this
 * order. The same waiting serves a fleet that is too small for the first plan.
 */
export class Squeeze {
  readonly #state: State
  /** Routes that may still go: one where vehicles cost nothing (annealing opens them anew as distance asks), otherwise all. */
  #left: number
  /** The last plan without anyone waiting. */
  kept: { next: Int32Array; place: Int32Array } | null = null
  readonly #leg: number
  readonly #penalty: Float64Array
  readonly #least: number
  active = false

  constructor(state: State, leg: number) {
    this.#state = state
    this.#left = (state.flat.fixedCost[0] ?? 0) > leg ? state.fleet.activeCount : 1
    this.#leg = Math.max(1, Math.ceil(leg))
    this.#penalty = state.penalty.slice()
    this.#least = leastRoutes(state)
    this.active = state.requiredAbsent > 0 || this.#mayDissolve()
    if (!this.active) return
    for (const stop of this.#required()) state.setPenalty(stop, 2 * this.#leg)
    if (state.requiredAbsent === 0) this.#dissolve()
  }

  /** After each iteration: those who wait grow dearer, and when none waits the next route goes. */
  step(): void {
    const state = this.#state
    const { required } = state.flat
    if (state.requiredAbsent > 0) {
      for (let k = 0; k < state.absentCount; k++) {
        const stop = state.absent[k] as number
        if (required[stop] === 1) state.setPenalty(stop, (state.penalty[stop] as number) + Math.ceil(this.#leg / 10))
      }
      return
    }
    if (this.#mayDissolve()) this.#dissolve()
    else {
      this.kept = null
      this.end()
    }
  }

  /** Back to full penalties and all vehicles. */
  end(): void {
    this.active = false
    this.#state.fleet.mostRoutes = Number.POSITIVE_INFINITY
    for (const stop of this.#required()) this.#state.setPenalty(stop, this.#penalty[stop] as number)
  }

  #required(): number[] {
    const { required } = this.#state.flat
    return [...required.keys()].filter(stop => required[stop] === 1)
  }

  #mayDissolve(): boolean {
    const { flat, fleet } = this.#state
    return flat.types === 1 && !flat.reloads && flat.stops <= mostStops && this.#left > 0 && fleet.activeCount > this.#least
  }

  #dissolve(): void {
    const state = this.#state
    this.#left--
    this.kept = { next: state.next.slice(), place: state.flat.place.slice() }
    let smallest = state.fleet.active[0] as number
    for (let k = 1; k < state.fleet.activeCount; k++) {
      const route = state.fleet.active[k] as number
      if ((state.size[route] as number) < (state.size[smallest] as number)) smallest = route
    }
    state.fleet.mostRoutes = state.fleet.activeCount - 1
    const end = state.startOf(smallest) + 1
    for (let at = state.next[end - 1] as number; at !== end; at = state.next[end - 1] as number) state.remove(at)
    state.refreshDirty()
    state.settle()
  }
}

/** No fewer vehicles of one type can hold everything. */
function leastRoutes({ flat }: State): number {
  const { dimensions, nodes, stops, delivery, pickup, capacity, required } = flat
  let least = 1
  for (let d = 0; d < dimensions; d++) {
    let [down, up] = [0, 0]
    for (let stop = 0; stop < stops; stop++) {
      if (required[stop] === 0) continue
      down += delivery[d * nodes + stop] as number
      up += pickup[d * nodes + stop] as number
    }
    least = Math.max(least, Math.ceil(Math.max(down, up) / (capacity[d] as number)))
  }
  return least
}
