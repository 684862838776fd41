import { driveRoute, earliestBegin } from '../check/drive-route.ts'
import type { Pause } from '../check/drive-route.ts'
import { routeFaults } from '../check/route-faults.ts'
import type { Route, RoutingProblem, VehicleType } from '../problem.ts'
import type { BreakLabel, ReadProblem } from './read-problem.ts'

/** Breaks before each visit of a route; one more entry for those before the end. */
export type Pauses = readonly (readonly BreakLabel[])[]

/** The search knows no breaks: their time is kept free at the end of the shift. */
export function reserveBreaks({ problem, vehicles }: ReadProblem): RoutingProblem {
  const types = problem.vehicles.map((vehicle, index) => {
    const service = (vehicles[index]?.breaks ?? []).reduce((sum, pause) => sum + pause.service, 0)
    const { shift } = vehicle
    return service === 0 || !shift
      ? vehicle
      : { ...vehicle, shift: { start: shift.start, end: Math.max(shift.start, shift.end - service) } }
  })
  return { ...problem, vehicles: types }
}

const closing = ({ windows }: Pause): number => Math.max(Number.NEGATIVE_INFINITY, ...windows.map(({ end }) => end))

/** Whether every break begins within a window and everything else still holds. */
function holds(problem: RoutingProblem, route: Route, pauses: Pauses): number | null {
  const vehicle = problem.vehicles[route.vehicle] as VehicleType
  const driven = driveRoute(problem, route, vehicle, pauses)
  const byId = new Map(pauses.flat().map(pause => [pause.id, pause]))
  const late = driven.steps.some(step => step.kind === 'break' && earliestBegin(byId.get(step.stop)?.windows ?? [], step.arrival) === null)
  return late || routeFaults(problem, route, driven).length > 0 ? null : driven.duration
}

function placeOne(problem: RoutingProblem, route: Route, pauses: Pauses, pause: BreakLabel): Pauses | null {
  let best: { pauses: Pauses; duration: number } | null = null
  for (const at of pauses.keys()) {
    const tried = pauses.map((list, index) => (index === at ? [...list, pause] : list))
    const duration = holds(problem, route, tried)
    if (duration !== null && (best === null || duration < best.duration)) best = { pauses: tried, duration }
  }
  return best?.pauses ?? null
}

function placeAll(problem: RoutingProblem, route: Route, breaks: readonly BreakLabel[]): Pauses | null {
  let pauses: Pauses | null = [...route.visits, null].map(() => [])
  for (const pause of [...breaks].sort((one, other) => closing(one) - closing(other)))
    if (pauses) pauses = placeOne(problem, route, pauses, pause)
  return pauses
}

export type WithBreaks = { route: Route; pauses: Pauses; dropped: readonly number[] }

/**
 * Puts a route's breaks where they lengthen it least, each within its windows; leaves earlier when that helps. Where
 * they do not fit, stops are left out from the end (with the other half of a pair) until they do.
 */
export function placeBreaks(problem: RoutingProblem, route: Route, breaks: readonly BreakLabel[]): WithBreaks {
  if (breaks.length === 0) return { route, pauses: [], dropped: [] }
  const start = problem.vehicles[route.vehicle]?.shift?.start ?? route.departure
  let kept: Route = route
  const dropped: number[] = []
  while (kept.visits.length > 0) {
    for (const departure of [kept.departure, start]) {
      const tried = { ...kept, departure }
      const pauses = placeAll(problem, tried, breaks)
      if (pauses) return { route: tried, pauses, dropped }
    }
    const last = kept.visits.at(-1)
    const gone = new Set(last?.kind === 'stop' ? halvesOf(problem, last.stop) : [])
    dropped.push(...gone)
    kept = { ...kept, visits: kept.visits.slice(0, -1).filter(visit => visit.kind === 'reload' || !gone.has(visit.stop)) }
  }
  return { route: kept, pauses: [[]], dropped }
}

function halvesOf(problem: RoutingProblem, stop: number): number[] {
  const pair = problem.pairs.find(({ pickup, delivery }) => pickup === stop || delivery === stop)
  return pair ? [pair.pickup, pair.delivery] : [stop]
}
