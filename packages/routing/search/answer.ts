import { planeDistance } from '../problem.ts'
import type { Route, RoutingSolution, Travel, Visit } from '../problem.ts'
import type { Best } from './best.ts'
import type { Flat } from './flat.ts'
import { daySpan } from './fits.ts'

/** The best plan in the problem's own nouns. */
export function answerOf(flat: Flat, best: Best): RoutingSolution {
  flat.place.set(best.place)
  const routes: Route[] = []
  const served = new Uint8Array(flat.stops)
  for (let route = 0; route < flat.routes; route++) {
    const start = flat.stops + 2 * route
    const nodes: number[] = [start]
    for (let at = best.next[start] as number; at !== start + 1; at = best.next[at] as number) nodes.push(at)
    if (nodes.length === 1) continue
    nodes.push(start + 1)
    routes.push(routeOf(flat, route, nodes))
    for (const node of nodes) if (node < flat.stops) served[node] = 1
  }
  const unserved = [...flat.problem.stops.keys()].filter(stop => served[stop] === 0)
  const prizes = unserved.reduce((sum, stop) => sum + (flat.prize[stop] as number), 0)
  return { routes, unserved, cost: prizes + routes.reduce((sum, route) => sum + costOf(flat, route), 0) }
}

function routeOf(flat: Flat, route: number, nodes: readonly number[]): Route {
  const type = flat.typeOf[route] as number
  for (const node of nodes) if (node >= flat.firstReload) flat.service[node] = flat.reloadService[type] as number
  const visits = nodes
    .slice(1, -1)
    .map((node): Visit => (node < flat.stops ? { kind: 'stop', stop: node } : { kind: 'reload', place: flat.place[node] as number }))
  const departure = flat.timed ? daySpan(flat, route, Int32Array.from(nodes), nodes.length).departure : 0
  return { vehicle: flat.vehicleOf[route] as number, departure: Number.isFinite(departure) ? Math.max(0, departure) : 0, visits }
}

/** The price of a route from the problem's own numbers, not from the search's running sums. */
function costOf({ problem }: Flat, { vehicle, visits }: Route): number {
  const type = problem.vehicles[vehicle]
  const travel = problem.travel[type?.travel ?? -1]
  if (type === undefined || travel === undefined) return 0
  const places = [
    type.start,
    ...visits.map(visit => (visit.kind === 'reload' ? visit.place : (problem.stops[visit.stop]?.place ?? null))),
    type.end,
  ]
  let cost = type.fixedCost
  for (let k = 1; k < places.length; k++) {
    const [from, to] = [places[k - 1], places[k]]
    if (from === null || to === null || from === undefined || to === undefined) continue
    const [distance, time] = lengthsOf(travel, problem.places, from, to)
    cost += type.costPerDistance * distance + type.costPerTime * time
  }
  return cost
}

function lengthsOf(travel: Travel, places: number, from: number, to: number): [number, number] {
  if (travel.kind === 'matrix') return [travel.distance[from * places + to] as number, travel.time[from * places + to] as number]
  const length = planeDistance(travel, from, to)
  return [length, length]
}
