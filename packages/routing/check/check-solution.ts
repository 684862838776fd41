import type { Route, RoutingProblem, RoutingSolution, VehicleType } from '../problem.ts'
import { driveRoute } from './drive-route.ts'
import type { DrivenRoute } from './drive-route.ts'
import { routeFaults } from './route-faults.ts'

/** One thing that makes a plan infeasible or untrue. `code` is permanent; route and stop are indices. */
export type Fault = { code: FaultCode; what: string; route?: number; stop?: number }

export type FaultCode =
  | 'unknown-vehicle'
  | 'too-many-vehicles'
  | 'unknown-stop'
  | 'served-twice'
  | 'not-served'
  | 'served-and-unserved'
  | 'unknown-unserved'
  | 'over-capacity'
  | 'pair-split'
  | 'pair-order'
  | 'pair-half'
  | 'pair-across-reload'
  | 'late'
  | 'skill-missing'
  | 'shift-too-early'
  | 'shift-too-late'
  | 'too-far'
  | 'too-long'
  | 'too-much-travel'
  | 'too-many-stops'
  | 'reload-not-allowed'
  | 'reload-elsewhere'
  | 'too-many-trips'
  | 'no-way'
  | 'wrong-cost'

export type Verdict = {
  feasible: boolean
  faults: readonly Fault[]
  /** The cost worked out anew, prizes of optional stops left out included. */
  cost: number
  /** The same without those prizes: what driving costs. */
  drivingCost: number
  distance: number
  travelTime: number
  routes: readonly DrivenRoute[]
  /** Required stops in no route; they are faults too. */
  notServed: readonly number[]
}

const drivingCost = (vehicle: VehicleType, driven: DrivenRoute): number =>
  driven.stops === 0 ? 0 : vehicle.fixedCost + vehicle.costPerDistance * driven.distance + vehicle.costPerTime * driven.travelTime

function fleetFaults(problem: RoutingProblem, routes: readonly Route[]): Fault[] {
  return problem.vehicles.flatMap((vehicle, index): Fault[] => {
    const used = routes.filter(route => route.vehicle === index && route.visits.length > 0).length
    return vehicle.count !== null && used > vehicle.count
      ? [{ code: 'too-many-vehicles', what: `${used} vehicles of type ${vehicle.id}, of which there are ${vehicle.count}` }]
      : []
  })
}

/** Every stop once: in one route, or left out and said so. */
function coverageFaults(problem: RoutingProblem, solution: RoutingSolution): Fault[] {
  const times = new Map<number, number>()
  for (const route of solution.routes)
    for (const visit of route.visits) if (visit.kind === 'stop') times.set(visit.stop, (times.get(visit.stop) ?? 0) + 1)
  const left = new Set(solution.unserved)
  const unknown = solution.unserved.filter(stop => problem.stops[stop] === undefined)
  const faults: Fault[] = unknown.map(stop => ({ code: 'unknown-unserved', what: `there is no stop number ${stop} to leave out`, stop }))
  for (const [stop, { id, prize }] of problem.stops.entries()) {
    const count = times.get(stop) ?? 0
    if (count > 1) faults.push({ code: 'served-twice', what: `stop ${id} is served ${count} times`, stop })
    if (count > 0 && left.has(stop)) faults.push({ code: 'served-and-unserved', what: `stop ${id} is served and told as left out`, stop })
    if (count === 0 && (prize === null || !left.has(stop)))
      faults.push({ code: 'not-served', what: `stop ${id} is in no route${prize === null ? '' : ' and not told as left out'}`, stop })
  }
  return faults
}

/** The two stops of a pair: in one route, fetched before they are brought, on one trip; or both left out. */
function pairFaults(problem: RoutingProblem, routes: readonly Route[]): Fault[] {
  const where = new Map<number, { route: number; at: number; trip: number }>()
  for (const [route, { visits }] of routes.entries()) {
    let trip = 0
    for (const [at, visit] of visits.entries()) {
      if (visit.kind === 'reload') trip++
      else where.set(visit.stop, { route, at, trip })
    }
  }
  return problem.pairs.flatMap(({ pickup, delivery }): Fault[] => {
    const [from, to] = [where.get(pickup), where.get(delivery)]
    const names = `${problem.stops[pickup]?.id} → ${problem.stops[delivery]?.id}`
    const here = { stop: pickup }
    if (!from && !to) return []
    if (!from || !to) return [{ code: 'pair-half', what: `of the pair ${names} only one stop is served`, ...here }]
    if (from.route !== to.route) return [{ code: 'pair-split', what: `the pair ${names} is split between two vehicles`, ...here }]
    if (from.at > to.at)
      return [{ code: 'pair-order', what: `of the pair ${names} the goods are brought before they are fetched`, ...here }]
    return from.trip === to.trip ? [] : [{ code: 'pair-across-reload', what: `the pair ${names} stays on board over a reload`, ...here }]
  })
}

const isKnown = (problem: RoutingProblem, route: Route): boolean =>
  problem.vehicles[route.vehicle] !== undefined &&
  route.visits.every(visit => visit.kind === 'reload' || problem.stops[visit.stop] !== undefined)

function unknownFaults(problem: RoutingProblem, routes: readonly Route[]): Fault[] {
  return routes.flatMap((route, index): Fault[] => {
    const unknown = route.visits.flatMap(visit => (visit.kind === 'stop' && problem.stops[visit.stop] === undefined ? [visit.stop] : []))
    const vehicle: Fault[] =
      problem.vehicles[route.vehicle] === undefined
        ? [{ code: 'unknown-vehicle', what: `there is no vehicle type number ${route.vehicle}`, route: index }]
        : []
    return [
      ...vehicle,
      ...unknown.map((stop): Fault => ({ code: 'unknown-stop', what: `there is no stop number ${stop}`, route: index, stop })),
    ]
  })
}

/**
 * Judges a plan from the problem alone. Shares no code with the search: legs, loads, times and costs are worked out anew.
 * @param declared whether the plan's own cost is to be compared
 */
export function checkSolution(problem: RoutingProblem, solution: RoutingSolution, { declared = true } = {}): Verdict {
  const known = solution.routes.filter(route => isKnown(problem, route))
  const routes = known.map(route => driveRoute(problem, route, problem.vehicles[route.vehicle] as VehicleType))
  const faults: Fault[] = [
    ...unknownFaults(problem, solution.routes),
    ...fleetFaults(problem, solution.routes),
    ...coverageFaults(problem, solution),
    ...pairFaults(problem, solution.routes),
    ...known.flatMap((route, index) =>
      routeFaults(problem, route, routes[index] as DrivenRoute).map(fault => ({ ...fault, route: solution.routes.indexOf(route) })),
    ),
  ]
  const notServed = faults.flatMap(({ code, stop }) => (code === 'not-served' && stop !== undefined ? [stop] : []))
  const driving = known.reduce(
    (sum, route, index) => sum + drivingCost(problem.vehicles[route.vehicle] as VehicleType, routes[index] as DrivenRoute),
    0,
  )
  const prizes = solution.unserved.reduce((sum, stop) => sum + (problem.stops[stop]?.prize ?? 0), 0)
  const cost = driving + prizes
  if (declared && solution.cost !== cost)
    faults.push({ code: 'wrong-cost', what: `the plan says it costs ${solution.cost}; it costs ${cost}` })
  return {
    feasible: faults.length === 0,
    faults,
    cost,
    drivingCost: driving,
    distance: routes.reduce((sum, route) => sum + route.distance, 0),
    travelTime: routes.reduce((sum, route) => sum + route.travelTime, 0),
    routes,
    notServed,
  }
}
