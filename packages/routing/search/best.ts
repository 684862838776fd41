import type { State } from './state.ts'

/**
 * The best plan so far, kept beside the one being changed. Only routes changed since the last copy are copied, so
 * that a better plan costs what its change is long, not what the problem is large.
 */
export class Best {
  readonly #state: State
  readonly next: Int32Array
  /** Place of each node; only reloads ever change theirs. */
  readonly place: Int32Array
  cost = Number.POSITIVE_INFINITY
  requiredAbsent = Number.POSITIVE_INFINITY

  constructor(state: State) {
    this.#state = state
    this.next = state.next.slice()
    this.place = state.flat.place.slice()
  }

  /** Whether the plan at hand serves more required stops, or as many at less cost. */
  isBeaten(): boolean {
    const { cost, requiredAbsent } = this.#state
    return requiredAbsent < this.requiredAbsent || (requiredAbsent === this.requiredAbsent && cost < this.cost)
  }

  copy(): void {
    const state = this.#state
    for (let k = 0; k < state.stale.count; k++) {
      const route = state.stale.list[k] as number
      const start = state.startOf(route)
      for (let at = start; at !== start + 1; ) {
        const to = state.next[at] as number
        this.next[at] = to
        this.place[at] = state.flat.place[at] as number
        at = to
      }
    }
    state.stale.clear()
    this.cost = state.cost
    this.requiredAbsent = state.requiredAbsent
  }
}
