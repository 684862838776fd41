import { driveRoute } from '../check/drive-route.ts'
import { routeFaults } from '../check/route-faults.ts'
import type { Route, RoutingProblem, Visit } from '../problem.ts'

/** Why a stop was left out. 'no-room': it would fit alone, but not beside the others; else what stands against it even alone. */
export type Reason = { code: string; what: string }

const noRoom: Reason = { code: 'no-room', what: 'a vehicle could serve it alone, but none has time or space left beside its other stops' }

/**
 * Tries a stop (or its whole pair) alone on each type of vehicle and says what stands against it on the best one.
 * @param stop index of a stop that no route serves
 */
export function whyUnserved(problem: RoutingProblem, stop: number): Reason {
  const pair = problem.pairs.find(({ pickup, delivery }) => pickup === stop || delivery === stop)
  const visits: Visit[] = (pair ? [pair.pickup, pair.delivery] : [stop]).map(each => ({ kind: 'stop', stop: each }))
  let best: readonly Reason[] | null = null
  for (const [index, vehicle] of problem.vehicles.entries()) {
    if (vehicle.count === 0) continue
    const route: Route = { vehicle: index, departure: vehicle.shift?.start ?? 0, visits }
    const faults = routeFaults(problem, route, driveRoute(problem, route, vehicle))
    if (faults.length === 0) return noRoom
    if (best === null || faults.length < best.length) best = faults
  }
  const first = best?.[0]
  return first ? { code: first.code, what: first.what } : { code: 'no-vehicle', what: 'there is no vehicle' }
}
