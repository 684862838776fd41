import type { Refusal } from '@jincun/kernel'
import { driveRoute } from '../check/drive-route.ts'
import type { DrivenRoute, DrivenStep } from '../check/drive-route.ts'
import type { Route, RoutingSolution, VehicleType } from '../problem.ts'
import { placeBreaks } from './place-breaks.ts'
import type { WithBreaks } from './place-breaks.ts'
import type { ReadProblem } from './read-problem.ts'
import { whyUnserved } from './why-unserved.ts'

/** VROOM's codes: 0 no error, 1 internal, 2 input, 3 routing (a place that cannot be reached). */
export type VroomCode = 0 | 1 | 2 | 3

/** A refusal as VROOM writes it. */
export const vroomRefusal = ({ code, where, message }: Refusal): { code: VroomCode; error: string } => ({
  code: code === 'unreachable' ? 3 : 2,
  error: `${where ? `${where}: ` : ''}${message.en}`,
})

type VroomStep = Record<string, unknown> & { type: string; arrival: number }
type VroomRoute = Record<string, unknown> & { vehicle: number; steps: VroomStep[] }

export type VroomAnswer = {
  code: VroomCode
  summary: Record<string, unknown> & { cost: number; routes: number; unassigned: number }
  unassigned: Record<string, unknown>[]
  routes: VroomRoute[]
}

/** Six decimals are beyond every convention's unit. */
const inUnits = (value: number, unit: number): number => (unit === 1 ? value : Math.round((value / unit) * 1e6) / 1e6)

class Writer {
  readonly read: ReadProblem
  readonly #used = new Map<number, number>()
  constructor(read: ReadProblem) {
    this.read = read
  }

  /** The next free vehicle of a type: the file's number, or the route's. */
  vehicleId(type: number, route: number): number {
    const used = this.#used.get(type) ?? 0
    this.#used.set(type, used + 1)
    return this.read.vehicles[type]?.ids?.[used] ?? route + 1
  }

  /** Money as the file counts it; VROOM's is whole. */
  cost(value: number): number {
    const { format, units } = this.read
    return format === 'vroom' ? Math.round(value / units.cost) : inUnits(value, units.cost)
  }

  time(value: number): number {
    return inUnits(value, this.read.units.time)
  }

  loads(values: readonly number[]): number[] {
    return values.map(value => inUnits(value, this.read.units.load))
  }

  where(place: number): Record<string, unknown> {
    const location = this.read.locations[place]
    return { ...(location ? { location } : {}), ...(place >= 0 ? { location_index: place } : {}) }
  }

  distance(value: number): Record<string, unknown> {
    return this.read.hasDistances ? { distance: inUnits(value, this.read.units.distance) } : {}
  }

  #label(step: DrivenStep, type: number): Record<string, unknown> {
    if (step.kind === 'break') {
      const label = this.read.vehicles[type]?.breaks.find(({ id }) => id === step.stop)
      return {
        id: step.stop,
        ...(label?.description === undefined ? {} : { description: label.description }),
        setup: 0,
        service: this.time(label?.service ?? 0),
      }
    }
    const label = step.kind === 'stop' ? this.read.stops[step.stop] : undefined
    if (!label) return { setup: 0, service: 0 }
    const service = (this.read.problem.stops[step.stop]?.service ?? 0) - label.setup
    return {
      id: label.id,
      ...(label.description === undefined ? {} : { description: label.description }),
      setup: label.setup,
      service: this.time(service),
    }
  }

  step(step: DrivenStep, type: number): VroomStep {
    return {
      type: step.kind === 'stop' ? (this.read.stops[step.stop]?.type ?? 'job') : step.kind,
      ...(step.kind === 'break' ? {} : this.where(step.place)),
      ...this.#label(step, type),
      waiting_time: this.time(step.begin - step.arrival),
      load: this.loads(step.load),
      arrival: this.time(step.arrival),
      duration: this.time(step.travelTime),
      ...this.distance(step.distance),
      violations: [],
    }
  }
}

const sumOf = (rows: readonly (readonly number[])[], size: number): number[] =>
  Array.from({ length: size }, (_, index) => rows.reduce((sum, row) => sum + (row[index] ?? 0), 0))

/** Totals of a driven route in the problem's integers. */
function totals({ problem, stops: labels, vehiclesFirst }: ReadProblem, route: Route, driven: DrivenRoute) {
  const vehicle = problem.vehicles[route.vehicle] as VehicleType
  const served = route.visits.flatMap(visit => (visit.kind === 'stop' ? [visit.stop] : []))
  const paired = problem.pairs.filter(({ pickup }) => served.includes(pickup)).map(({ load }) => load)
  return {
    cost: vehicle.fixedCost - vehiclesFirst + vehicle.costPerDistance * driven.distance + vehicle.costPerTime * driven.travelTime,
    delivery: sumOf([...served.map(stop => problem.stops[stop]?.delivery ?? []), ...paired], problem.loads.length),
    pickup: sumOf([...served.map(stop => problem.stops[stop]?.pickup ?? []), ...paired], problem.loads.length),
    setup: served.reduce((sum, stop) => sum + (labels[stop]?.setup ?? 0), 0),
    service: driven.service - served.reduce((sum, stop) => sum + (labels[stop]?.setup ?? 0), 0),
    duration: driven.travelTime,
    waiting: driven.waiting,
    priority: served.reduce((sum, stop) => sum + (labels[stop]?.priority ?? 0), 0),
    distance: driven.distance,
  }
}
type Totals = ReturnType<typeof totals>

const written = (writer: Writer, sums: Totals): Record<string, unknown> & { cost: number } => ({
  cost: writer.cost(sums.cost),
  delivery: writer.loads(sums.delivery),
  pickup: writer.loads(sums.pickup),
  setup: writer.time(sums.setup),
  service: writer.time(sums.service),
  duration: writer.time(sums.duration),
  waiting_time: writer.time(sums.waiting),
  priority: sums.priority,
  ...writer.distance(sums.distance),
  violations: [],
})

function unassigned(read: ReadProblem, writer: Writer, stop: number, forBreaks: ReadonlySet<number>): Record<string, unknown> {
  const label = read.stops[stop]
  const place = read.problem.stops[stop]?.place ?? -1
  const reason = forBreaks.has(stop)
    ? { code: 'no-room', what: 'the driver’s breaks leave no time for it' }
    : whyUnserved(read.problem, stop)
  return {
    id: label?.id,
    type: label?.type,
    ...(label?.description === undefined ? {} : { description: label.description }),
    ...writer.where(place),
    reason: reason.code,
    why: reason.what,
  }
}

/**
 * Writes a plan in VROOM's solution format. Beyond VROOM each unassigned task has `reason` and `why`, and the summary says
 * where distances come from. Setup is always counted, also between two tasks at one place.
 * @param times milliseconds of reading and of solving, where they are to be told
 */
export function vroomAnswer(
  read: ReadProblem,
  solution: RoutingSolution,
  times: { loading: number; solving: number } | null = null,
): VroomAnswer {
  const writer = new Writer(read)
  const planned: WithBreaks[] = solution.routes
    .filter(({ visits }) => visits.length > 0)
    .map(route => placeBreaks(read.problem, route, read.vehicles[route.vehicle]?.breaks ?? []))
  const forBreaks = new Set(planned.flatMap(({ dropped }) => dropped))
  const kept = planned.filter(({ route }) => route.visits.length > 0)
  const driven = kept.map(({ route, pauses }) =>
    driveRoute(read.problem, route, read.problem.vehicles[route.vehicle] as VehicleType, pauses),
  )
  const sums = kept.map(({ route }, index) => totals(read, route, driven[index] as DrivenRoute))
  const routes = kept.map(({ route }, index): VroomRoute => {
    const steps = (driven[index] as DrivenRoute).steps.map(step => writer.step(step, route.vehicle))
    const description = read.vehicles[route.vehicle]?.description
    return {
      vehicle: writer.vehicleId(route.vehicle, index),
      ...(description === undefined ? {} : { description }),
      ...written(writer, sums[index] as Totals),
      steps,
    }
  })
  const left = [...new Set([...solution.unserved, ...forBreaks])].sort((one, other) => one - other)
  const total = addUp(sums, read.problem.loads.length)
  const { violations, ...summary } = written(writer, total)
  return {
    code: 0,
    summary: {
      ...summary,
      routes: routes.length,
      unassigned: left.length,
      violations,
      distances: read.distances,
      ...(times ? { computing_times: times } : {}),
    },
    unassigned: left.map(stop => unassigned(read, writer, stop, forBreaks)),
    routes,
  }
}

const addUp = (all: readonly Totals[], loads: number): Totals => {
  const add = (key: Exclude<keyof Totals, 'delivery' | 'pickup'>): number => all.reduce((sum, each) => sum + each[key], 0)
  return {
    cost: add('cost'),
    delivery: sumOf(
      all.map(({ delivery }) => delivery),
      loads,
    ),
    pickup: sumOf(
      all.map(({ pickup }) => pickup),
      loads,
    ),
    setup: add('setup'),
    service: add('service'),
    duration: add('duration'),
    waiting: add('waiting'),
    priority: add('priority'),
    distance: add('distance'),
  }
}
