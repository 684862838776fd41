import type { RoutingProblem, Stop } from '../problem.ts'

const longestLeg = (problem: RoutingProblem): { distance: number; time: number } => {
  let [distance, time] = [0, 0]
  for (const travel of problem.travel) {
    if (travel.kind !== 'matrix') continue
    for (const value of travel.distance) if (value > distance) distance = value
    for (const value of travel.time) if (value > time) time = value
  }
  return { distance, time }
}

/**
 * VROOM keeps as much priority as it can, then as many tasks, and only then looks at cost. The same by prizes: one is
 * dearer than any way of serving a stop, and one more point of priority is worth more than all stops together, as far
 * as exact integers reach. Both stops of a pair carry one.
 */
export function prizesOf(problem: RoutingProblem, priorities: readonly number[]): Stop[] {
  const { distance, time } = longestLeg(problem)
  const dearest = Math.max(
    ...problem.vehicles.map(
      ({ fixedCost, costPerDistance, costPerTime }) => fixedCost + 4 * (costPerDistance * distance + costPerTime * time),
    ),
  )
  const stops = Math.max(1, priorities.length)
  const most = priorities.reduce((so, priority) => Math.max(so, priority), 0)
  const base = Math.max(1, Math.min(dearest, Math.floor(2 ** 50 / stops)))
  const perPoint = most === 0 ? 0 : Math.max(0, Math.min(stops + 1, Math.floor((2 ** 51 / stops / base - 1) / most)))
  return problem.stops.map((stop, index) => ({ ...stop, prize: base * (1 + perPoint * (priorities[index] ?? 0)) }))
}
