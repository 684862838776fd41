import type { Pair, RoutingProblem, Stop, TimeWindow, Travel, VehicleType } from '../problem.ts'
import type { Random } from '../search/random.ts'

/** A small random problem in which every feature the planner knows turns up now and then. */
export function randomProblem(dice: Random, stops: number): RoutingProblem {
  const chance = (part: number): boolean => dice.unit() < part
  const some = (bound: number): number => dice.below(bound)
  const timed = chance(0.5)
  const both = chance(0.5)
  const dimensions = 1 + some(2)
  const places = stops + 2
  const load = (present: boolean): number[] => Array.from({ length: dimensions }, () => (present ? some(5) : 0))
  const paired = chance(0.3) ? Math.min(2, stops >> 1) : 0
  const made = Array.from({ length: stops }, (_, k): Stop => {
    const inPair = k < 2 * paired
    return {
      id: `stop ${k}`,
      place: 2 + k,
      delivery: load(!inPair),
      pickup: load(!inPair && both),
      service: timed ? some(5) : 0,
      windows: timed && chance(0.7) ? windows(some) : [],
      prize: chance(0.2) ? some(150) : null,
      skills: chance(0.15) ? [some(2)] : [],
    }
  })
  const pairs = Array.from({ length: paired }, (_, k): Pair => ({ pickup: 2 * k, delivery: 2 * k + 1, load: load(true) }))
  const vehicles = Array.from({ length: 1 + some(3) }, (_, k) => vehicle(dice, `type ${k}`, dimensions, timed))
  return {
    loads: Array.from({ length: dimensions }, (_, d) => `load ${d}`),
    places,
    travel: [travel(dice, places)],
    stops: made,
    pairs,
    vehicles,
  }
}

function windows(some: (bound: number) => number): TimeWindow[] {
  const start = some(120)
  const first = { start, end: start + 10 + some(60) }
  return some(3) === 0 ? [first, { start: first.end + 1 + some(30), end: first.end + 60 + some(30) }] : [first]
}

function vehicle(dice: Random, id: string, dimensions: number, timed: boolean): VehicleType {
  const sometimes = (part: number, value: () => number): number | null => (dice.unit() < part ? value() : null)
  const start = dice.below(2)
  return {
    id,
    count: sometimes(0.5, () => 1 + dice.below(2)),
    capacity: Array.from({ length: dimensions }, () => 6 + dice.below(12)),
    fixedCost: dice.below(3) * 20,
    costPerDistance: 1 + dice.below(2),
    costPerTime: dice.below(2),
    start: sometimes(0.9, () => start),
    end: sometimes(0.9, () => (dice.below(4) === 0 ? 1 - start : start)),
    shift: timed && dice.unit() < 0.5 ? { start: dice.below(20), end: 200 + dice.below(100) } : null,
    skills: [0, 1].filter(() => dice.unit() < 0.6),
    maxDistance: sometimes(0.15, () => 150 + dice.below(150)),
    maxDuration: sometimes(0.15, () => 150 + dice.below(150)),
    maxTravelTime: sometimes(0.1, () => 150 + dice.below(150)),
    maxStops: sometimes(0.15, () => 2 + dice.below(3)),
    reloading: dice.unit() < 0.25 ? { places: [dice.below(2)], service: dice.below(5), maxTrips: 2 + dice.below(2) } : null,
    travel: 0,
  }
}

function travel(dice: Random, places: number): Travel {
  const x = Float64Array.from({ length: places }, () => dice.below(50))
  const y = Float64Array.from({ length: places }, () => dice.below(50))
  if (dice.unit() < 0.5) return { kind: 'plane', x, y, scale: 1, rounding: 'nearest' }
  const distance = new Int32Array(places * places)
  for (let from = 0; from < places; from++)
    for (let to = 0; to < places; to++)
      if (from !== to)
        distance[from * places + to] =
          Math.floor(Math.hypot((x[from] ?? 0) - (x[to] ?? 0), (y[from] ?? 0) - (y[to] ?? 0))) + 1 + dice.below(6)
  return { kind: 'matrix', distance, time: distance.map(length => (length === 0 ? 0 : length + 2)) }
}
