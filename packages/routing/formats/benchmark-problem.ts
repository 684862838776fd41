import { accept } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import type { Stop, TimeWindow, VehicleType } from '../problem.ts'
import { stopsMax, vehicleFirstCost } from './read-problem.ts'
import type { ReadingOptions, ReadProblem, StopLabel } from './read-problem.ts'
import type { ReadTravel } from './vrplib-travel.ts'
import { wrongInput } from './wrong-input.ts'

/** A customer of a benchmark file, in the file's own units. */
export type Node = { id: number; place: number; delivery: number; pickup: number; service: number; window: TimeWindow | null }

export type BenchmarkParts = {
  format: ReadProblem['format']
  nodes: readonly Node[]
  depot: number
  /** Opening hours of the depot. */
  horizon: TimeWindow | null
  vehicles: readonly { capacity: number; fixedCost: number; costPerDistance: number; count: number | null; maxDuration: number | null }[]
  pairs: readonly { pickup: number; delivery: number; load: number }[]
  travel: ReadTravel
  loadScale?: number
  costScale?: number
  /** How many of the problem's time units make one of the file's, where that is not the scale of its distances. */
  timeScale?: number
  vehiclesFirst: boolean
}

const whole = (value: number, scale: number): number => Math.round(value * scale)

/** What of a node cannot be: no vehicle holds it, it closes before it opens. */
function nodeFault({ nodes, vehicles, pairs }: BenchmarkParts) {
  const most = Math.max(...vehicles.map(({ capacity }) => capacity))
  for (const { id, delivery, pickup, service, window } of nodes) {
    const where = `node ${id}`
    if (delivery > most || pickup > most)
      return wrongInput(
        'over-capacity',
        where,
        `it asks for ${Math.max(delivery, pickup)}, the largest vehicle holds ${most}; split it or enlarge a vehicle`,
        `需求 ${Math.max(delivery, pickup)} 超过最大车辆容量 ${most}`,
      )
    if (service < 0) return wrongInput('negative', where, `its service time is ${service}; it should be from 0`, '服务时间不能为负')
    if (window && (window.start < 0 || window.end < window.start))
      return wrongInput(
        'wrong-window',
        where,
        `its window ${window.start}–${window.end} closes before it opens or is below 0`,
        '时间窗有误',
      )
  }
  const heavy = pairs.find(({ load }) => load > most)
  return heavy
    ? wrongInput(
        'over-capacity',
        `node ${nodes[heavy.pickup]?.id}`,
        `its load of ${heavy.load} exceeds every vehicle (${most})`,
        '载重超过所有车辆',
      )
    : null
}

const scaledWindow = (window: TimeWindow, scale: number): TimeWindow => ({
  start: whole(window.start, scale),
  end: whole(window.end, scale),
})

function stopOf(node: Node, loadScale: number, timeScale: number): Stop {
  return {
    id: String(node.id),
    place: node.place,
    delivery: [whole(node.delivery, loadScale)],
    pickup: [whole(node.pickup, loadScale)],
    service: whole(node.service, timeScale),
    windows: node.window ? [scaledWindow(node.window, timeScale)] : [],
    prize: null,
    skills: [],
  }
}

const vehicleOf = (given: BenchmarkParts['vehicles'][number], id: string, depot: number): VehicleType => ({
  id,
  count: given.count,
  capacity: [given.capacity],
  fixedCost: given.fixedCost,
  costPerDistance: given.costPerDistance,
  costPerTime: 0,
  start: depot,
  end: depot,
  shift: null,
  skills: [],
  maxDistance: null,
  maxDuration: null,
  maxTravelTime: null,
  maxStops: null,
  reloading: null,
  travel: 0,
})

function labelsOf({ nodes, pairs }: BenchmarkParts): StopLabel[] {
  const [fetched, brought] = [new Set(pairs.map(({ pickup }) => pickup)), new Set(pairs.map(({ delivery }) => delivery))]
  return nodes.map(({ id, place }, index) => {
    const type = fetched.has(index) ? 'pickup' : brought.has(index) ? 'delivery' : 'job'
    return { type, id, setup: 0, priority: 0, locationIndex: place }
  })
}

/** Builds the problem of a benchmark file: one depot, one load dimension, distances that are times. */
export function benchmarkProblem(parts: BenchmarkParts, options: ReadingOptions): Result<ReadProblem> {
  const { nodes, depot, horizon, travel, loadScale = 1, costScale = travel.scale, timeScale = travel.scale } = parts
  const fault = crowdFault(nodes.length) ?? nodeFault(parts)
  if (fault) return fault
  const first = options.objective === 'file' ? parts.vehiclesFirst : options.objective === 'vehicles-first'
  const vehiclesFirst = first ? vehicleFirstCost : 0
  const vehicles = parts.vehicles.map((given, index) => ({
    ...vehicleOf(given, String(index + 1), depot),
    capacity: [whole(given.capacity, loadScale)],
    fixedCost: given.fixedCost + vehiclesFirst,
    shift: horizon ? scaledWindow(horizon, timeScale) : null,
    maxDuration: given.maxDuration === null ? null : whole(given.maxDuration, timeScale),
  }))
  const pairs = parts.pairs.map(({ pickup, delivery, load }) => ({ pickup, delivery, load: [whole(load, loadScale)] }))
  const stops = nodes.map(node => stopOf(node, loadScale, timeScale))
  return accept({
    format: parts.format,
    problem: { loads: ['load'], places: travel.locations.length, travel: [travel.travel], stops, pairs, vehicles },
    stops: labelsOf(parts),
    vehicles: vehicles.map(({ count }, index) => ({ ids: count === 1 && vehicles.length > 1 ? [index + 1] : null, breaks: [] })),
    locations: travel.locations,
    units: { cost: costScale, distance: travel.scale, time: timeScale, load: loadScale },
    vehiclesFirst,
    distances: travel.distances,
    hasDistances: true,
  })
}

const crowdFault = (stops: number) =>
  stops > stopsMax
    ? wrongInput(
        'too-many-stops',
        'file',
        `${stops} stops are too many (at most ${stopsMax}); split the problem by area`,
        `停靠点过多（${stops}），请按片区拆分`,
      )
    : null
