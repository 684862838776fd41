import type { Flat } from './flat.ts'
import { lengthBetween } from './network.ts'
import { daySpan } from './fits.ts'
import { firstOpen, timeBetween } from './refresh.ts'

/** Whether a route may be driven as this sequence of nodes (its own start and end included), judged from the ground up. */
export function sequenceFits(flat: Flat, route: number, nodes: Int32Array, count: number): boolean {
  return sequenceAllowed(flat, route, nodes, count) && sequenceLoads(flat, route, nodes, count) && sequenceTimes(flat, route, nodes, count)
}

function sequenceAllowed(flat: Flat, route: number, nodes: Int32Array, count: number): boolean {
  const type = flat.typeOf[route] as number
  let trips = 1
  for (let k = 1; k < count - 1; k++) {
    const node = nodes[k] as number
    if (node >= flat.stops) trips++
    else if (flat.allowed[type * flat.stops + node] === 0) return false
  }
  return trips <= (flat.maxTrips[type] as number) && count - 1 - trips <= (flat.maxStops[type] as number)
}

function sequenceLoads(flat: Flat, route: number, nodes: Int32Array, count: number): boolean {
  const { dimensions, stops, delivery, pickup, carried, capacity } = flat
  const type = flat.typeOf[route] as number
  for (let d = 0; d < dimensions; d++) {
    const base = d * flat.nodes
    const room = capacity[type * dimensions + d] as number
    let load = 0
    for (let k = 0; k < count - 1; k++) {
      const node = nodes[k] as number
      if (node >= stops) {
        load = 0
        for (let later = k + 1; (nodes[later] as number) < stops; later++) load += delivery[base + (nodes[later] as number)] as number
      } else load += (pickup[base + node] as number) + (carried[base + node] as number) - (delivery[base + node] as number)
      if (load > room) return false
    }
  }
  return true
}

function sequenceTimes(flat: Flat, route: number, nodes: Int32Array, count: number): boolean {
  const type = flat.typeOf[route] as number
  if (flat.timed) {
    let clock = firstOpen(flat, nodes[0] as number, 0)
    for (let k = 1; k < count; k++) {
      const node = nodes[k] as number
      clock = firstOpen(flat, node, clock + timeBetween(flat, route, nodes[k - 1] as number, node)) + (flat.service[node] as number)
    }
    if (clock === Number.POSITIVE_INFINITY) return false
  }
  if (!flat.limited) return true
  const distances = flat.networks[flat.distancesOf[type] as number]
  let [distance, travelTime] = [0, 0]
  for (let k = 1; k < count; k++) {
    const [from, to] = [nodes[k - 1] as number, nodes[k] as number]
    if (distances !== undefined) distance += lengthBetween(distances, flat.place[from] as number, flat.place[to] as number)
    travelTime += timeBetween(flat, route, from, to)
  }
  if (distance > (flat.maxDistance[type] as number) || travelTime > (flat.maxTravelTime[type] as number)) return false
  const most = flat.maxDuration[type] as number
  return most === Number.POSITIVE_INFINITY || daySpan(flat, route, nodes, count).duration <= most
}
