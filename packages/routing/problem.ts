/**
 * The nouns of the planner: what is asked (`RoutingProblem`) and what is answered (`RoutingSolution`).
 * Every number is an integer. Distances and times are below 2³¹ in whatever unit the caller picks (metres and
 * seconds in the county); money is below 2⁵³ and its unit is so small that rates are whole (a rate of 0.9 yuan
 * a kilometre is 900 a metre when money is counted in millionths of a yuan).
 * Indices count from 0: a place is a row of `travel`, a stop an element of `stops`, a vehicle type of `vehicles`.
 */

/** Service must begin at `start` or later and at `end` or earlier (both ends allowed). */
export type TimeWindow = { start: number; end: number }

/** One amount per load dimension (kilograms, litres, pieces), in the order of `RoutingProblem.loads`. */
export type Load = readonly number[]

/**
 * One visit asked for. `delivery` comes from the vehicle's last depot (or reload) visit, `pickup` stays on board to
 * its next one (both at once: simultaneous delivery and pickup). A stop of a pair has neither.
 */
export type Stop = {
  /** The caller's own name for it; unique. */
  id: string
  place: number
  delivery: Load
  pickup: Load
  /** Time spent there once service begins. */
  service: number
  /** One of them must hold the beginning of service; none at all means any time. Sorted, apart from each other. */
  windows: readonly TimeWindow[]
  /** Cost of leaving it out; null when it must be served. The two stops of a pair are left out together and both prizes count. */
  prize: number | null
  /** Served only by a vehicle that has all of these. */
  skills: readonly number[]
}

/** Goods fetched at one stop and brought to another by the same vehicle, later in the same route, without a reload between. */
export type Pair = { pickup: number; delivery: number; load: Load }

/** Coming back to load and unload in the middle of a working day. */
export type Reloading = {
  /** Where it may happen; any of them. */
  places: readonly number[]
  /** Time one reload takes. */
  service: number
  /** Trips a vehicle may drive, the first included (1 = no reload). */
  maxTrips: number
}

export type VehicleType = {
  id: string
  /** How many there are; null when as many as needed. */
  count: number | null
  capacity: Load
  /** Paid once for each vehicle that serves a stop. */
  fixedCost: number
  costPerDistance: number
  /** Paid on travel time only; service and waiting cost nothing. */
  costPerTime: number
  /** Where the day begins and ends; null: at the first or last stop. */
  start: number | null
  end: number | null
  /** Working hours: it leaves `start` no earlier and is at `end` no later; null when unlimited. */
  shift: TimeWindow | null
  skills: readonly number[]
  maxDistance: number | null
  /** From leaving `start` to reaching `end`: travel, service, reloads and waiting. */
  maxDuration: number | null
  /** Travel time alone. */
  maxTravelTime: number | null
  maxStops: number | null
  reloading: Reloading | null
  /** Which of `travel` it drives by. */
  travel: number
}

/**
 * How far it is. `matrix`: row-major places × places, may be asymmetric. `plane`: straight lines, `scale` × the
 * length rounded as told (EUC_2D is scale 1 'nearest'; one decimal cut off, as DIMACS has it for Solomon, is scale
 * 10 'down'); time equals distance there. Never a matrix in memory for more than about 2,000 places on a plane.
 */
export type Travel =
  | { kind: 'matrix'; distance: Int32Array; time: Int32Array }
  | { kind: 'plane'; x: Float64Array; y: Float64Array; scale: number; rounding: 'nearest' | 'down' | 'up' }

export type RoutingProblem = {
  /** Names of the load dimensions; may be empty. */
  loads: readonly string[]
  /** Number of places each of `travel` covers. */
  places: number
  travel: readonly Travel[]
  stops: readonly Stop[]
  pairs: readonly Pair[]
  vehicles: readonly VehicleType[]
}

export type Visit = { kind: 'stop'; stop: number } | { kind: 'reload'; place: number }

/** One vehicle's day. Every service begins as early as `departure` and the windows allow. */
export type Route = { vehicle: number; departure: number; visits: readonly Visit[] }

export type RoutingSolution = {
  routes: readonly Route[]
  /** Stops left out: optional ones by choice, required ones only when no place was found for them. */
  unserved: readonly number[]
  /** Fixed cost + distance + travel time + prizes of optional stops left out. Required stops left out cost nothing here. */
  cost: number
}

/** Length of a straight line on a plane, by the plane's rounding. */
export function planeDistance(plane: Extract<Travel, { kind: 'plane' }>, from: number, to: number): number {
  const dx = (plane.x[from] as number) - (plane.x[to] as number)
  const dy = (plane.y[from] as number) - (plane.y[to] as number)
  const length = plane.scale * Math.sqrt(dx * dx + dy * dy)
  if (plane.rounding === 'down') return Math.floor(length)
  return plane.rounding === 'up' ? Math.ceil(length) : Math.floor(length + 0.5)
}
