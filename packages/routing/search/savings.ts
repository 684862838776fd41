import type { Flat } from './flat.ts'
import type { Neighbours } from './neighbours.ts'
import { sequenceFits } from './sequence.ts'
import type { State } from './state.ts'

/**
 * First plan by savings (Clarke and Wright 1964): every stop or pair begins with a route of its own, and routes whose
 * ends are near are joined while that saves most. Judged for one vehicle type; what finds no vehicle stays absent
 * for the search to place.
 */
export function buildBySavings(state: State, neighbours: Neighbours): void {
  const { flat } = state
  const routes = new Joining(state)
  const { from, to, order } = savings(state, neighbours)
  for (const k of order) routes.join(from[k] as number, to[k] as number)
  const longest = [...new Set(routes.of)].filter(route => route !== null).sort((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0))
  for (const stops of longest) settleRoute(state, stops)
  for (let route = 0; route < flat.routes; route++) state.refresh(route)
  state.settle()
}

/** The empty route that the first plan is judged for: of the type that can carry most. */
function modelRoute(flat: Flat): number {
  let best = 0
  for (let type = 1; type < flat.types; type++)
    if ((flat.capacity[type * flat.dimensions] as number) > (flat.capacity[best * flat.dimensions] as number)) best = type
  return flat.typeOf.indexOf(best)
}

/** Savings times pairs stay below 2⁵². */
const largestExact = 2 ** 52

function savings(state: State, { near, reach }: Neighbours) {
  const { flat } = state
  const model = modelRoute(flat)
  const start = state.startOf(model)
  const most = flat.stops * Math.min(reach, 60)
  const [from, to, saved] = [new Int32Array(most), new Int32Array(most), new Float64Array(most)]
  let count = 0
  for (let a = 0; a < flat.stops; a++)
    for (let k = 0; k < Math.min(reach, 60); k++) {
      const b = near[a * reach + k] as number
      const saving = state.between(model, a, start + 1) + state.between(model, start, b) - state.between(model, a, b)
      if (saving <= 0) continue
      from[count] = a
      to[count] = b
      saved[count++] = saving
    }
  // Greatest first, ties by stop: both in one number, so that sorting needs no comparison of ours (which costs memory and time).
  const order = new Float64Array(count)
  for (let k = 0; k < count; k++) order[k] = most * -Math.min(saved[k] as number, largestExact / most) + k
  order.sort()
  for (let k = 0; k < count; k++) order[k] = (((order[k] as number) % most) + most) % most
  return { from, to, order }
}

class Joining {
  readonly #flat: Flat
  readonly #route: number
  readonly #start: number
  readonly #sequence: Int32Array
  readonly #load: Map<number[], number> = new Map()
  readonly #room: number
  readonly #turns: boolean
  /** The route each stop is in so far; null when no vehicle may serve it. */
  readonly of: (number[] | null)[]

  constructor(state: State) {
    const { flat } = state
    this.#flat = flat
    this.#route = modelRoute(flat)
    this.#start = state.startOf(this.#route)
    this.#sequence = new Int32Array(flat.stops + 2)
    this.#room = flat.capacity[(flat.typeOf[this.#route] as number) * flat.dimensions] as number
    this.#turns = !flat.timed && !flat.paired
    this.of = Array.from({ length: flat.stops }, (_, stop) => (flat.leads[stop] === 1 ? [stop] : null))
    for (let stop = 0; stop < flat.stops; stop++) {
      const mate = flat.mate[stop] as number
      const own = this.of[stop]
      if (own === null || own === undefined || flat.leads[stop] === 0) continue
      if (mate >= 0) {
        own.push(mate)
        this.of[mate] = own
      }
      this.#load.set(own, flat.delivery[stop] as number)
    }
  }

  /** Joins the routes of two stops so that the one follows the other, if that can be driven. */
  join(from: number, to: number): void {
    const a = this.of[from]
    const b = this.of[to]
    if (a === b || a === null || b === null || a === undefined || b === undefined) return
    const ending = a.at(-1) === from ? a : this.#turns && a[0] === from ? a.toReversed() : null
    const beginning = b[0] === to ? b : this.#turns && b.at(-1) === to ? b.toReversed() : null
    if (ending === null || beginning === null) return
    const load = (this.#load.get(a) ?? 0) + (this.#load.get(b) ?? 0)
    if (load > this.#room) return
    const joined = [...ending, ...beginning]
    if (!this.#fits(joined)) return
    this.#load.set(joined, load)
    for (const stop of joined) this.of[stop] = joined
  }

  #fits(stops: readonly number[]): boolean {
    this.#sequence[0] = this.#start
    this.#sequence.set(stops, 1)
    this.#sequence[stops.length + 1] = this.#start + 1
    return sequenceFits(this.#flat, this.#route, this.#sequence, stops.length + 2)
  }
}

/** Gives the stops to the first kind of vehicle that is free and may drive them in this order. */
function settleRoute(state: State, stops: readonly number[]): void {
  const { flat } = state
  for (let type = 0; type < flat.types; type++) {
    const route = state.fleet.emptyRoute(type)
    if (route < 0) continue
    const start = state.startOf(route)
    if (!sequenceFits(flat, route, Int32Array.of(start, ...stops, start + 1), stops.length + 2)) continue
    let prev = start
    for (const stop of stops) {
      state.insert(stop, prev)
      prev = stop
    }
    return
  }
}
