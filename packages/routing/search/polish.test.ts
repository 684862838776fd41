import { expect, test } from 'vitest'
import type { RoutingProblem, Stop, VehicleType } from '../problem.ts'
import { compile } from './compile.ts'
import { withoutIdleLimits } from './idle-limits.ts'
import { findNeighbours } from './neighbours.ts'
import { Polish } from './polish.ts'
import { State } from './state.ts'

const vehicle: VehicleType = {
  id: 'van',
  count: 2,
  capacity: [2],
  fixedCost: 0,
  costPerDistance: 1,
  costPerTime: 0,
  start: 0,
  end: 0,
  shift: null,
  skills: [],
  maxDistance: null,
  maxDuration: null,
  maxTravelTime: null,
  maxStops: null,
  reloading: null,
  travel: 0,
}

const stopAt = (place: number): Stop => ({
  id: String(place),
  place,
  delivery: [1],
  pickup: [0],
  service: 0,
  windows: [],
  prize: null,
  skills: [],
})

/** The hub at (0, 0); two stops far east, two far west: (±10, 0) and (±10, 3). */
const crossroads = (van: Partial<VehicleType> = {}): RoutingProblem => ({
  loads: ['pieces'],
  places: 5,
  travel: [{ kind: 'plane', x: Float64Array.of(0, 10, 10, -10, -10), y: Float64Array.of(0, 0, 3, 0, 3), scale: 1, rounding: 'nearest' }],
  stops: [1, 2, 3, 4].map(stopAt),
  pairs: [],
  vehicles: [{ ...vehicle, ...van }],
})

function planned(problem: RoutingProblem, routes: readonly (readonly number[])[]): State {
  const state = new State(compile(problem), 1000)
  routes.forEach((stops, route) => {
    let prev = state.startOf(route)
    for (const stop of stops) {
      state.insert(stop, prev)
      prev = stop
    }
    state.refresh(route)
  })
  state.settle()
  return state
}

const polished = (state: State): number => {
  new Polish(state, findNeighbours(state.flat, 3)).apply(3)
  return state.cost
}

test('two vans that both drive east and west exchange their tails: one goes east, one west', () => {
  // Each 10 + 20 + 10 and 10 + 20 + 10; then 10 + 3 + 10 each.
  const state = planned(crossroads(), [
    [0, 2],
    [1, 3],
  ])
  expect(state.cost).toBe(80)
  expect(polished(state)).toBe(46)
})

test('a route that crosses itself is turned', () => {
  // East, west, east, west: 10 + 20 + 20 + 20 + 10; in order 10 + 3 + 20 + 3 + 10.
  const state = planned(crossroads({ count: 1, capacity: [4] }), [[0, 3, 1, 2]])
  expect(polished(state)).toBe(46)
  expect(state.requiredAbsent).toBe(0)
})

test('an exchange that would overload a van is not made', () => {
  const heavy = crossroads({ capacity: [3] })
  const stops = heavy.stops.map((stop, index) => ({ ...stop, delivery: [index < 2 ? 2 : 1] }))
  const state = planned({ ...heavy, stops }, [
    [0, 2],
    [1, 3],
  ])
  expect(polished(state)).toBe(80)
})

test.each([
  ['far beyond any tour: dropped', 999_999, null],
  ['just what the longest legs add up to: dropped', 10 + 4 * 20 + 4, null],
  ['one less: kept', 10 + 4 * 20 + 3, 93],
])('a limit %s', (_what, limit, kept) => {
  // Longest legs: hub 10, each stop 20 or 21 to the other side (√409 = 20.2, rounded 20); service 1 each.
  const problem = crossroads({ maxDuration: limit, count: 1 })
  const served = { ...problem, stops: problem.stops.map(stop => ({ ...stop, service: 1 })) }
  expect(withoutIdleLimits(served).vehicles[0]?.maxDuration).toBe(kept)
})

test('limits of problems with windows stay: waiting counts too', () => {
  const problem = crossroads({ maxDuration: 999_999 })
  const waiting = { ...problem, stops: problem.stops.map(stop => ({ ...stop, windows: [{ start: 500, end: 600 }] })) }
  expect(withoutIdleLimits(waiting).vehicles[0]?.maxDuration).toBe(999_999)
})
