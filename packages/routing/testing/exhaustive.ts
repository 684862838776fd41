import { checkSolution } from '../check/index.ts'
import type { Route, RoutingProblem, RoutingSolution, Visit } from '../problem.ts'

type Draft = { vehicle: number; stops: readonly number[] }

/** Least required stops left out, then least cost, over every plan there is. For a handful of stops only. */
export type Optimum = { requiredUnserved: number; cost: number }

/** Every way of putting the stops, one after the other, anywhere into the routes so far, into a new one, or nowhere. */
function* drafts(problem: RoutingProblem, stop: number, routes: readonly Draft[]): Generator<readonly Draft[]> {
  if (stop === problem.stops.length) {
    yield routes
    return
  }
  yield* drafts(problem, stop + 1, routes)
  for (const [index, route] of routes.entries())
    for (let at = 0; at <= route.stops.length; at++)
      yield* drafts(problem, stop + 1, routes.with(index, { ...route, stops: route.stops.toSpliced(at, 0, stop) }))
  for (const [vehicle, { count }] of problem.vehicles.entries())
    if (count === null || routes.filter(route => route.vehicle === vehicle).length < count)
      yield* drafts(problem, stop + 1, [...routes, { vehicle, stops: [stop] }])
}

/** Every way of reloading between the stops of a route. */
function* withReloads(problem: RoutingProblem, { vehicle, stops }: Draft): Generator<Visit[]> {
  const reloading = problem.vehicles[vehicle]?.reloading
  const visits = stops.map((stop): Visit => ({ kind: 'stop', stop }))
  const places = [null, ...((reloading?.maxTrips ?? 1) > 1 ? (reloading?.places ?? []) : [])]
  const gaps = Math.max(0, stops.length - 1)
  for (let code = 0; code < places.length ** gaps; code++)
    yield visits.flatMap((visit, k) => {
      const place = k === 0 ? null : (places[Math.floor(code / places.length ** (k - 1)) % places.length] ?? null)
      return place === null ? [visit] : [{ kind: 'reload' as const, place }, visit]
    })
}

/** The cheapest way of driving one route, by every choice of reloads; null when it cannot be driven at all. */
function bestRoute(problem: RoutingProblem, draft: Draft, departures: readonly number[]): { route: Route; cost: number } | null {
  let best: { route: Route; cost: number } | null = null
  const left = {
    unserved: problem.stops
      .keys()
      .filter(stop => !draft.stops.includes(stop))
      .toArray(),
  }
  for (const visits of withReloads(problem, draft))
    for (const departure of departures) {
      const route = { vehicle: draft.vehicle, departure, visits }
      const { faults, drivingCost } = checkSolution(problem, { routes: [route], ...left, cost: 0 })
      const driven = faults.every(({ code }) => code === 'not-served' || code === 'wrong-cost')
      if (driven && (best === null || drivingCost < best.cost)) best = { route, cost: drivingCost }
    }
  return best
}

/** Leaving at any whole moment, but only where the clock can matter. */
function departuresOf(problem: RoutingProblem): number[] {
  const clocked = problem.vehicles.some(vehicle => vehicle.maxDuration !== null || vehicle.shift !== null)
  return clocked ? Array.from({ length: 75 }, (_, k) => 4 * k) : [0]
}

export function optimumOf(problem: RoutingProblem): Optimum {
  const known = new Map<string, { route: Route; cost: number } | null>()
  const departures = departuresOf(problem)
  let optimum: Optimum = { requiredUnserved: Number.POSITIVE_INFINITY, cost: Number.POSITIVE_INFINITY }
  for (const draft of drafts(problem, 0, [])) {
    const priced = draft.map(route => {
      const key = `${route.vehicle}:${route.stops.join(' ')}`
      const found = known.has(key) ? (known.get(key) ?? null) : bestRoute(problem, route, departures)
      known.set(key, found)
      return found
    })
    if (priced.includes(null)) continue
    const served = new Set(draft.flatMap(({ stops }) => stops))
    const out = problem.stops
      .keys()
      .filter(stop => !served.has(stop))
      .toArray()
    const requiredUnserved = out.filter(stop => problem.stops[stop]?.prize === null).length
    const prizes = out.reduce((sum, stop) => sum + (problem.stops[stop]?.prize ?? 0), 0)
    const cost = prizes + priced.reduce((sum, each) => sum + (each?.cost ?? 0), 0)
    if (requiredUnserved < optimum.requiredUnserved || (requiredUnserved === optimum.requiredUnserved && cost < optimum.cost))
      optimum = { requiredUnserved, cost }
  }
  return optimum
}

/** What the solver's plan comes to by the same order. */
export function worthOf(problem: RoutingProblem, solution: RoutingSolution): Optimum {
  return { requiredUnserved: solution.unserved.filter(stop => problem.stops[stop]?.prize === null).length, cost: solution.cost }
}
