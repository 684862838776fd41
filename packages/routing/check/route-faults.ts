import type { Route, RoutingProblem, Stop, VehicleType } from '../problem.ts'
import type { Fault } from './check-solution.ts'
import { earliestBegin } from './drive-route.ts'
import type { DrivenRoute } from './drive-route.ts'

const isStop = (step: DrivenRoute['steps'][number]): boolean => step.kind === 'stop'

function loadFaults(problem: RoutingProblem, vehicle: VehicleType, { steps }: DrivenRoute, route: Route): Fault[] {
  const atStart = problem.loads.map((_, dimension) => {
    let load = 0
    for (const visit of route.visits) {
      if (visit.kind === 'reload') break
      load += problem.stops[visit.stop]?.delivery[dimension] ?? 0
    }
    return load
  })
  const moments = [{ stop: -1, load: atStart }, ...steps.filter(({ kind }) => kind !== 'end')]
  return problem.loads.flatMap((name, dimension): Fault[] => {
    const capacity = vehicle.capacity[dimension] ?? 0
    const over = moments.find(({ load }) => (load[dimension] ?? 0) > capacity)
    if (!over) return []
    const place = over.stop >= 0 ? ` after stop ${problem.stops[over.stop]?.id}` : ' when a trip begins'
    return [
      {
        code: 'over-capacity',
        what: `${over.load[dimension]} ${name} on board${place}, the vehicle holds ${capacity}`,
        ...(over.stop >= 0 ? { stop: over.stop } : {}),
      },
    ]
  })
}

function stopFaults(problem: RoutingProblem, vehicle: VehicleType, { steps }: DrivenRoute): Fault[] {
  return steps.filter(isStop).flatMap(({ stop, arrival }): Fault[] => {
    const { id, windows, skills } = problem.stops[stop] as Stop
    const missing = skills.filter(skill => !vehicle.skills.includes(skill))
    const faults: Fault[] = []
    if (earliestBegin(windows, arrival) === null)
      faults.push({
        code: 'late',
        what: `stop ${id} is reached at ${arrival}, its last window closed at ${Math.max(...windows.map(({ end }) => end))}`,
        stop,
      })
    if (missing.length > 0)
      faults.push({ code: 'skill-missing', what: `stop ${id} asks for skill ${missing.join(', ')}, which the vehicle lacks`, stop })
    return faults
  })
}

const beyond = (code: Fault['code'], value: number, most: number | null, what: string): Fault[] =>
  most !== null && value > most ? [{ code, what: `${what} ${value}, at most ${most}` }] : []

function shiftFaults({ shift }: VehicleType, route: Route, driven: DrivenRoute): Fault[] {
  if (!shift) return []
  const [from, to] = [route.departure, route.departure + driven.duration]
  const early: Fault[] =
    from < shift.start ? [{ code: 'shift-too-early', what: `leaves at ${from}, the shift begins at ${shift.start}` }] : []
  return [...early, ...beyond('shift-too-late', to, shift.end, 'is back at')]
}

function reloadFaults(vehicle: VehicleType, route: Route, driven: DrivenRoute): Fault[] {
  const reloads = route.visits.flatMap(visit => (visit.kind === 'reload' ? [visit.place] : []))
  if (reloads.length === 0) return []
  const { reloading } = vehicle
  if (!reloading) return [{ code: 'reload-not-allowed', what: `${reloads.length} reloads by a vehicle that does not reload` }]
  const elsewhere = reloads.filter(place => !reloading.places.includes(place))
  const wrong: Fault[] = elsewhere.map(place => ({ code: 'reload-elsewhere', what: `reloads at place ${place}, where it may not` }))
  return [...wrong, ...beyond('too-many-trips', driven.trips, reloading.maxTrips, 'trips')]
}

/** Everything wrong within one route. */
export function routeFaults(problem: RoutingProblem, route: Route, driven: DrivenRoute): Fault[] {
  if (route.visits.length === 0) return []
  const vehicle = problem.vehicles[route.vehicle] as VehicleType
  const noWay: Fault[] =
    Number.isFinite(driven.distance) && Number.isFinite(driven.travelTime) ? [] : [{ code: 'no-way', what: 'a leg has no length' }]
  return [
    ...noWay,
    ...loadFaults(problem, vehicle, driven, route),
    ...stopFaults(problem, vehicle, driven),
    ...shiftFaults(vehicle, route, driven),
    ...reloadFaults(vehicle, route, driven),
    ...beyond('too-far', driven.distance, vehicle.maxDistance, 'distance'),
    ...beyond('too-long', driven.duration, vehicle.maxDuration, 'duration'),
    ...beyond('too-much-travel', driven.travelTime, vehicle.maxTravelTime, 'travel time'),
    ...beyond('too-many-stops', driven.stops, vehicle.maxStops, 'stops'),
  ]
}
