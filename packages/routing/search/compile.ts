import type { RoutingProblem, VehicleType } from '../problem.ts'
import { withoutIdleLimits } from './idle-limits.ts'
import { makeNetwork } from './network.ts'
import type { Flat } from './flat.ts'
import type { Network } from './network.ts'

const unlimited = Number.POSITIVE_INFINITY
/** Finite, so that never (infinite) is later than it. */
const always = Number.MAX_SAFE_INTEGER
const numbers = (of: readonly VehicleType[], read: (vehicle: VehicleType) => number): Float64Array => Float64Array.from(of, read)

/** Vehicles that differ in nothing but their name, as one type: the search need not tell them apart. */
type Twins = { vehicle: VehicleType; members: number[] }

function mergeTwins(problem: RoutingProblem): Twins[] {
  const most = problem.stops.length - problem.pairs.length
  const types = new Map<string, Twins>()
  problem.vehicles.forEach((vehicle, index) => {
    const key = JSON.stringify({ ...vehicle, id: '', count: 0 })
    const twins = types.get(key) ?? { vehicle, members: [] }
    types.set(key, twins)
    for (let more = vehicle.count ?? most; more > 0 && twins.members.length < most; more--) twins.members.push(index)
  })
  return [...types.values()]
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b)
}

/** Networks made once for each travel and pair of rates. On a plane distance, time and cost are one and the same. */
class Networks {
  readonly made: Network[] = []
  readonly #known = new Map<string, number>()
  readonly #problem: RoutingProblem

  constructor(problem: RoutingProblem) {
    this.#problem = problem
  }

  indexOf(travelIndex: number, distanceRate: number, timeRate: number): number {
    const travel = this.#problem.travel[travelIndex]
    if (travel === undefined) throw new Error(`A vehicle drives by travel ${travelIndex}, which is not there`)
    const rates = travel.kind === 'plane' ? ([1, 0] as const) : ([distanceRate, timeRate] as const)
    const key = `${travelIndex} ${rates.join(' ')}`
    const index = this.#known.get(key) ?? this.made.push(makeNetwork(travel, this.#problem.places, ...rates)) - 1
    this.#known.set(key, index)
    return index
  }
}

/** Vehicle types whose rates stand in the same proportion share one cost network. */
function networks(problem: RoutingProblem, types: readonly VehicleType[], timed: boolean) {
  const all = new Networks(problem)
  const multiplier = new Float64Array(types.length)
  const costsOf = Int32Array.from(types, (vehicle, type) => {
    const plane = problem.travel[vehicle.travel]?.kind === 'plane'
    const { costPerDistance, costPerTime } = vehicle
    const common = plane ? costPerDistance + costPerTime : greatestCommonDivisor(costPerDistance, costPerTime)
    multiplier[type] = common
    return common === 0 ? all.indexOf(vehicle.travel, 1, 0) : all.indexOf(vehicle.travel, costPerDistance / common, costPerTime / common)
  })
  const timesOf = Int32Array.from(types, ({ travel, maxTravelTime }) => (timed || maxTravelTime !== null ? all.indexOf(travel, 0, 1) : -1))
  const distancesOf = Int32Array.from(types, ({ travel, maxDistance }) => (maxDistance !== null ? all.indexOf(travel, 1, 0) : -1))
  return { networks: all.made, costsOf, timesOf, distancesOf, multiplier }
}

function capacities(types: readonly VehicleType[], dimensions: number): Float64Array {
  const capacity = new Float64Array(types.length * dimensions).fill(unlimited)
  types.forEach((vehicle, type) => {
    vehicle.capacity.forEach((amount, dimension) => {
      capacity[type * dimensions + dimension] = amount
    })
  })
  return capacity
}

function fleet(twins: readonly Twins[], dimensions: number) {
  const types = twins.map(({ vehicle }) => vehicle)
  const typeOf = twins.flatMap(({ members }, type) => members.map(() => type))
  return {
    typeOf: Int32Array.from(typeOf),
    vehicleOf: Int32Array.from(twins.flatMap(({ members }) => members)),
    routes: typeOf.length,
    types: types.length,
    capacity: capacities(types, dimensions),
    fixedCost: numbers(types, vehicle => vehicle.fixedCost),
    maxDistance: numbers(types, vehicle => vehicle.maxDistance ?? unlimited),
    maxDuration: numbers(types, vehicle => vehicle.maxDuration ?? unlimited),
    maxTravelTime: numbers(types, vehicle => vehicle.maxTravelTime ?? unlimited),
    maxStops: numbers(types, vehicle => vehicle.maxStops ?? unlimited),
    maxTrips: Int32Array.from(types, vehicle => vehicle.reloading?.maxTrips ?? 1),
    reloadPlaces: types.map(vehicle => vehicle.reloading?.places ?? []),
    reloadService: numbers(types, vehicle => vehicle.reloading?.service ?? 0),
  }
}

type Shape = { stops: number; nodes: number; dimensions: number; typeOf: Int32Array; vehicleOf: Int32Array }

function loads(problem: RoutingProblem, { stops, nodes, dimensions }: Shape) {
  const delivery = new Float64Array(dimensions * nodes)
  const pickup = new Float64Array(dimensions * nodes)
  const carried = new Float64Array(dimensions * nodes)
  const mate = new Int32Array(nodes).fill(-1)
  const leads = new Uint8Array(nodes).fill(1, 0, stops)
  problem.stops.forEach((stop, node) => {
    stop.delivery.forEach((amount, dimension) => {
      delivery[dimension * nodes + node] = amount
    })
    stop.pickup.forEach((amount, dimension) => {
      pickup[dimension * nodes + node] = amount
    })
  })
  for (const pair of problem.pairs) {
    mate[pair.pickup] = pair.delivery
    mate[pair.delivery] = pair.pickup
    leads[pair.delivery] = 0
    pair.load.forEach((amount, dimension) => {
      carried[dimension * nodes + pair.pickup] = amount
      carried[dimension * nodes + pair.delivery] = -amount
    })
  }
  return { delivery, pickup, carried, mate, leads }
}

/** Stops have their windows, the two ends of a route its shift, reloads none. */
function windows(problem: RoutingProblem, { stops, nodes, vehicleOf }: Shape) {
  const windowAt = new Int32Array(nodes + 1)
  const opens: number[] = []
  const closes: number[] = []
  for (let node = 0; node < nodes; node++) {
    const shift = problem.vehicles[vehicleOf[(node - stops) >> 1] ?? -1]?.shift ?? null
    const own = node < stops ? problem.stops[node]?.windows : shift === null ? [] : [shift]
    for (const { start, end } of own?.length ? own : [{ start: 0, end: always }]) {
      opens.push(start)
      closes.push(end)
    }
    windowAt[node + 1] = opens.length
  }
  return { windowAt, opens: Float64Array.from(opens), closes: Float64Array.from(closes) }
}

function places(problem: RoutingProblem, { stops, nodes, vehicleOf }: Shape): Int32Array {
  const nowhere = problem.places
  return Int32Array.from({ length: nodes }, (_, node) => {
    if (node < stops) return problem.stops[node]?.place ?? nowhere
    const vehicle = problem.vehicles[vehicleOf[(node - stops) >> 1] ?? -1]
    return (((node - stops) & 1) === 0 ? vehicle?.start : vehicle?.end) ?? nowhere
  })
}

function allowances(problem: RoutingProblem, types: readonly VehicleType[]): Uint8Array {
  const fits = (amounts: readonly number[], vehicle: VehicleType): boolean =>
    amounts.every((amount, dimension) => amount <= (vehicle.capacity[dimension] ?? unlimited))
  const allowed = types.flatMap(vehicle => {
    const skills = new Set(vehicle.skills)
    return problem.stops.map(
      stop => stop.skills.every(skill => skills.has(skill)) && fits(stop.delivery, vehicle) && fits(stop.pickup, vehicle),
    )
  })
  for (const pair of problem.pairs)
    types.forEach((vehicle, type) => {
      const row = type * problem.stops.length
      const both = allowed[row + pair.pickup] && allowed[row + pair.delivery] && fits(pair.load, vehicle)
      allowed[row + pair.pickup] = allowed[row + pair.delivery] = both === true
    })
  return Uint8Array.from(allowed, Number)
}

/** What the problem asks for at all; the search leaves out the bookkeeping of what it does not. */
function flags(problem: RoutingProblem) {
  const { stops, vehicles, pairs } = problem
  const reloads = vehicles.some(vehicle => (vehicle.reloading?.maxTrips ?? 1) > 1)
  const windowed = stops.some(stop => stop.windows.length > 0)
  const both = stops.some(stop => stop.delivery.some(amount => amount > 0)) && stops.some(stop => stop.pickup.some(amount => amount > 0))
  return {
    reloads,
    windowed,
    paired: pairs.length > 0,
    timed: windowed || vehicles.some(vehicle => vehicle.shift !== null || vehicle.maxDuration !== null),
    layered: both || reloads || pairs.length > 0,
    limited: vehicles.some(vehicle =>
      [vehicle.maxDistance, vehicle.maxDuration, vehicle.maxTravelTime, vehicle.maxStops].some(limit => limit !== null),
    ),
  }
}

/** Lays the problem out for the search. Throws when a vehicle drives by a travel that is not there. */
export function compile(asked: RoutingProblem): Flat {
  const problem = withoutIdleLimits(asked)
  const stops = problem.stops.length
  const dimensions = Math.max(1, problem.loads.length)
  const twins = mergeTwins(problem)
  const types = twins.map(({ vehicle }) => vehicle)
  const routes = fleet(twins, dimensions)
  const kinds = flags(problem)
  const firstReload = stops + 2 * routes.routes
  const nodes = firstReload + (kinds.reloads ? 2 * stops + 64 : 0)
  const shape = { stops, nodes, dimensions, typeOf: routes.typeOf, vehicleOf: routes.vehicleOf }
  const service = new Float64Array(nodes)
  service.set(problem.stops.map(stop => stop.service))
  return {
    problem,
    ...shape,
    firstReload,
    ...routes,
    ...kinds,
    place: places(problem, shape),
    service,
    ...loads(problem, shape),
    ...windows(problem, shape),
    prize: Float64Array.from(problem.stops, stop => stop.prize ?? 0),
    required: Uint8Array.from(problem.stops, stop => Number(stop.prize === null)),
    allowed: allowances(problem, types),
    ...networks(problem, types, kinds.timed),
  }
}
