import { planeDistance } from '../problem.ts'
import type { RoutingProblem, VehicleType } from '../problem.ts'

/**
 * Drops limits no route can reach, as files write when they mean none (DISTANCE : 999999): the start and
 * every stop left by its longest leg, with all service, still lie below them. Leaves a problem with windows its durations, since waiting counts there.
 */
export function withoutIdleLimits(problem: RoutingProblem): RoutingProblem {
  const limited = problem.vehicles.some(({ maxDuration, maxDistance, maxTravelTime }) => maxDuration ?? maxDistance ?? maxTravelTime)
  if (!limited || problem.stops.some(({ windows }) => windows.length > 0) || problem.places > 2000) return problem
  const service = problem.stops.reduce((sum, stop) => sum + stop.service, 0)
  const vehicles = problem.vehicles.map(vehicle => {
    if (vehicle.shift !== null || vehicle.reloading !== null) return vehicle
    const [distance, time] = longestTour(problem, vehicle)
    const within = (limit: number | null, most: number): number | null => (limit !== null && most > limit ? limit : null)
    return {
      ...vehicle,
      maxDistance: within(vehicle.maxDistance, distance),
      maxTravelTime: within(vehicle.maxTravelTime, time),
      maxDuration: within(vehicle.maxDuration, time + service),
    }
  })
  return { ...problem, vehicles }
}

/** Longest legs that leave the start and every stop, summed: no route is longer, in distance and in time. */
function longestTour({ travel, places, stops }: RoutingProblem, vehicle: VehicleType): [number, number] {
  const by = travel[vehicle.travel]
  let [distance, time] = [0, 0]
  if (by === undefined) return [distance, time]
  for (const from of [...(vehicle.start === null ? [] : [vehicle.start]), ...stops.map(({ place }) => place)]) {
    let [far, long] = [0, 0]
    for (let to = 0; to < places; to++) {
      const length = by.kind === 'plane' ? planeDistance(by, from, to) : (by.distance[from * places + to] as number)
      far = Math.max(far, length)
      long = Math.max(long, by.kind === 'plane' ? length : (by.time[from * places + to] as number))
    }
    distance += far
    time += long
  }
  return [distance, time]
}
