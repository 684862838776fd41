import type { RoutingProblem } from '../problem.ts'
import type { Network } from './network.ts'

/**
 * The problem as flat arrays, by node. Nodes 0…n−1 are the stops; route r begins at node n + 2r and ends at node
 * n + 2r + 1; the nodes after those stand for reloads. Amounts of several load dimensions lie one dimension after
 * the other (dimension × nodes + node).
 */
export type Flat = {
  problem: RoutingProblem
  stops: number
  routes: number
  nodes: number
  dimensions: number
  firstReload: number
  place: Int32Array
  service: Float64Array
  delivery: Float64Array
  pickup: Float64Array
  /** Load moved between the stops of a pair: taken on (+) or put down (−). */
  carried: Float64Array
  /** The other stop of a pair, or −1. */
  mate: Int32Array
  /** First of its pair (or alone): only these are inserted by themselves. */
  leads: Uint8Array
  /** Windows of node v: from `windowAt[v]` to before `windowAt[v + 1]`. */
  windowAt: Int32Array
  opens: Float64Array
  closes: Float64Array
  prize: Float64Array
  required: Uint8Array
  /** Vehicle type × stops: 1 when the type has the skills and the room. */
  allowed: Uint8Array
  types: number
  /** Vehicle type of each route; types that differ in their name alone are one here. */
  typeOf: Int32Array
  /** The problem's own vehicle type of each route. */
  vehicleOf: Int32Array
  capacity: Float64Array
  fixedCost: Float64Array
  /** Money = multiplier × length in the type's cost network. */
  multiplier: Float64Array
  networks: readonly Network[]
  /** Vehicle type → network of costs, times, distances; −1 where the problem never asks. */
  costsOf: Int32Array
  timesOf: Int32Array
  distancesOf: Int32Array
  maxDistance: Float64Array
  maxDuration: Float64Array
  maxTravelTime: Float64Array
  maxStops: Float64Array
  maxTrips: Int32Array
  reloadPlaces: readonly (readonly number[])[]
  reloadService: Float64Array
  /** Clocks matter: windows, shifts, or limits on time. */
  timed: boolean
  windowed: boolean
  /** Loads need more than a sum a route: pickups beside deliveries, pairs or reloads. */
  layered: boolean
  limited: boolean
  paired: boolean
  reloads: boolean
}
