import type { Route, RoutingProblem, Stop, TimeWindow, Travel, VehicleType } from '../problem.ts'

/** One step of a route as driven: when it is reached, when service begins, and what has been spent by then. */
export type DrivenStep = {
  kind: 'start' | 'stop' | 'reload' | 'break' | 'end'
  /** Index of the stop, number of the break; −1 for others. */
  stop: number
  place: number
  arrival: number
  begin: number
  leave: number
  distance: number
  travelTime: number
  /** On board when leaving, by load dimension. */
  load: number[]
}

/** A break: `id` is the caller's number of it; it begins within one of its windows. */
export type Pause = { id: number; windows: readonly TimeWindow[]; service: number }

export type DrivenRoute = {
  steps: DrivenStep[]
  distance: number
  travelTime: number
  duration: number
  waiting: number
  service: number
  stops: number
  /** Deliveries and pickups of whole trips: what is loaded at the start of each and taken off at its end. */
  trips: number
}

/** A straight line or a cell of a matrix, worked out here anew: the checker trusts no other arithmetic. */
export function lengthOf(travel: Travel, places: number, from: number, to: number): { distance: number; time: number } {
  if (travel.kind === 'matrix')
    return { distance: travel.distance[from * places + to] ?? Number.NaN, time: travel.time[from * places + to] ?? Number.NaN }
  const [dx, dy] = [
    (travel.x[to] ?? Number.NaN) - (travel.x[from] ?? Number.NaN),
    (travel.y[to] ?? Number.NaN) - (travel.y[from] ?? Number.NaN),
  ]
  const exact = travel.scale * Math.sqrt(dx ** 2 + dy ** 2)
  const rounded = travel.rounding === 'down' ? Math.floor(exact) : travel.rounding === 'up' ? Math.ceil(exact) : Math.floor(exact + 0.5)
  return { distance: rounded, time: rounded }
}

/** The earliest instant from `arrival` on at which a window lets service begin; null when all have closed. */
export function earliestBegin(windows: readonly TimeWindow[], arrival: number): number | null {
  if (windows.length === 0) return arrival
  const open = windows.filter(({ end }) => end >= arrival).map(({ start }) => Math.max(start, arrival))
  return open.length === 0 ? null : Math.min(...open)
}

const added = (one: readonly number[], other: readonly number[], sign: number): number[] =>
  one.map((value, index) => value + sign * (other[index] ?? 0))
const nothing = (problem: RoutingProblem): number[] => problem.loads.map(() => 0)

/** Everything that must be on board when a trip begins: the deliveries of its stops. */
function loadedForTrip(problem: RoutingProblem, route: Route, from: number): number[] {
  let load = nothing(problem)
  for (const visit of route.visits.slice(from)) {
    if (visit.kind === 'reload') break
    load = added(load, problem.stops[visit.stop]?.delivery ?? [], 1)
  }
  return load
}

/** What a stop does to the load: its delivery leaves, its pickup comes; goods of pairs come and leave. */
function afterStop(problem: RoutingProblem, load: readonly number[], stop: number): number[] {
  const { delivery, pickup } = problem.stops[stop] as Stop
  let after = added(added(load, delivery, -1), pickup, 1)
  for (const pair of problem.pairs) {
    if (pair.pickup === stop) after = added(after, pair.load, 1)
    if (pair.delivery === stop) after = added(after, pair.load, -1)
  }
  return after
}

/** Where a vehicle is, when, and with what on board, step by step. */
class Drive {
  readonly steps: DrivenStep[] = []
  readonly #problem: RoutingProblem
  readonly #travel: Travel
  #at: number | null
  time: number
  #distance = 0
  #travelTime = 0
  load: number[]

  constructor(problem: RoutingProblem, vehicle: VehicleType, departure: number, load: number[]) {
    this.#problem = problem
    this.#travel = problem.travel[vehicle.travel] as Travel
    this.#at = vehicle.start
    this.time = departure
    this.load = load
  }

  go(place: number): void {
    if (this.#at !== null) {
      const leg = lengthOf(this.#travel, this.#problem.places, this.#at, place)
      this.time += leg.time
      this.#travelTime += leg.time
      this.#distance += leg.distance
    }
    this.#at = place
  }

  /** Notes a step that lasts `service` from the earliest moment a window allows. */
  note(kind: DrivenStep['kind'], stop: number, service: number, windows: readonly TimeWindow[] = []): void {
    const arrival = this.time
    const begin = earliestBegin(windows, arrival) ?? arrival
    const leave = begin + service
    const spent = { distance: this.#distance, travelTime: this.#travelTime, load: [...this.load] }
    this.steps.push({ kind, stop, place: this.#at ?? -1, arrival, begin, leave, ...spent })
    this.time = leave
  }
}

/**
 * Drives a route as told and notes every step; judges nothing. Stops must exist. Service begins as early as the windows
 * allow; after the last window has closed it begins on arrival, which the judge will see.
 * @param pauses breaks taken before each visit (one more entry: before the end), ahead of the drive there
 */
export function driveRoute(
  problem: RoutingProblem,
  route: Route,
  vehicle: VehicleType,
  pauses: readonly (readonly Pause[])[] = [],
): DrivenRoute {
  const drive = new Drive(problem, vehicle, route.departure, loadedForTrip(problem, route, 0))
  const rest = (index: number): void => {
    for (const { id, windows, service } of pauses[index] ?? []) drive.note('break', id, service, windows)
  }
  if (vehicle.start !== null) drive.note('start', -1, 0)
  for (const [index, visit] of route.visits.entries()) {
    rest(index)
    if (visit.kind === 'reload') {
      drive.go(visit.place)
      drive.load = loadedForTrip(problem, route, index + 1)
      drive.note('reload', -1, vehicle.reloading?.service ?? 0)
      continue
    }
    const { place, service, windows } = problem.stops[visit.stop] as Stop
    drive.go(place)
    drive.load = afterStop(problem, drive.load, visit.stop)
    drive.note('stop', visit.stop, service, windows)
  }
  rest(route.visits.length)
  if (vehicle.end !== null) {
    drive.go(vehicle.end)
    drive.load = nothing(problem)
    drive.note('end', -1, 0)
  }
  return totalsOf(drive.steps, route)
}

function totalsOf(steps: DrivenStep[], route: Route): DrivenRoute {
  const last = steps.at(-1)
  const end = last?.leave ?? route.departure
  return {
    steps,
    distance: last?.distance ?? 0,
    travelTime: last?.travelTime ?? 0,
    duration: end - route.departure,
    waiting: steps.reduce((sum, step) => sum + step.begin - step.arrival, 0),
    service: steps.reduce((sum, step) => sum + step.leave - step.begin, 0),
    stops: route.visits.filter(({ kind }) => kind === 'stop').length,
    trips: 1 + route.visits.filter(({ kind }) => kind === 'reload').length,
  }
}
