import type { Flat } from './flat.ts'
import { lengthBetween } from './network.ts'
import { firstOpen, lastOpen, timeBetween } from './refresh.ts'
import type { State } from './state.ts'

/** Whether the loads allow a stop (no pair) behind a node: sums where they suffice, otherwise both sides of the place. */
export function loadsFit(state: State, node: number, prev: number, route: number): boolean {
  const { flat, sum, before, after } = state
  const { dimensions, nodes, routes, delivery, pickup, capacity } = flat
  const type = flat.typeOf[route] as number
  for (let d = 0; d < dimensions; d++) {
    const room = capacity[type * dimensions + d] as number
    const down = delivery[d * nodes + node] as number
    const up = pickup[d * nodes + node] as number
    if (!flat.layered) {
      if ((sum[d * routes + route] as number) + down + up > room) return false
    } else if ((before[d * nodes + prev] as number) + down > room || (after[d * nodes + prev] as number) + up > room) return false
  }
  return true
}

/** False when no place of the route can take the stop's loads, by one look at the whole route; reloads are not looked through. */
export function hasRoom(state: State, node: number, start: number, route: number): boolean {
  const { flat, before, after } = state
  if (!flat.layered) return loadsFit(state, node, start, route)
  if (flat.reloads) return true
  const { dimensions, nodes, delivery, pickup, capacity } = flat
  const type = flat.typeOf[route] as number
  const last = state.prev[start + 1] as number
  for (let d = 0; d < dimensions; d++) {
    const room = capacity[type * dimensions + d] as number
    if ((before[d * nodes + start] as number) + (delivery[d * nodes + node] as number) > room) return false
    if ((after[d * nodes + last] as number) + (pickup[d * nodes + node] as number) > room) return false
  }
  return true
}

/** Whether service at a node placed behind another begins in a window and lets everything after it begin in time. */
export function timesFit(state: State, node: number, prev: number, next: number, route: number): boolean {
  const { flat, ready, due } = state
  const { place, windowAt } = flat
  const network = flat.networks[flat.timesOf[flat.typeOf[route] as number] as number]
  if (network === undefined) return true
  const here = place[node] as number
  const arrival = (ready[prev] as number) + lengthBetween(network, place[prev] as number, here)
  const window = windowAt[node] as number
  let begin = arrival
  if ((windowAt[node + 1] as number) - window === 1) {
    if (arrival > (flat.closes[window] as number)) return false
    const open = flat.opens[window] as number
    if (open > begin) begin = open
  } else begin = firstOpen(flat, node, arrival)
  return begin + (flat.service[node] as number) + lengthBetween(network, here, place[next] as number) <= (due[next] as number)
}

/** Whether a route's limits (stops, distance, travel time, duration) allow a node more behind another. */
export function limitsFit(state: State, node: number, prev: number, next: number, route: number): boolean {
  const { flat } = state
  const type = flat.typeOf[route] as number
  const [before, here, after] = [flat.place[prev] as number, flat.place[node] as number, flat.place[next] as number]
  if (node < flat.stops && (state.size[route] as number) >= (flat.maxStops[type] as number)) return false
  const distances = flat.networks[flat.distancesOf[type] as number]
  if (distances !== undefined) {
    const more = lengthBetween(distances, before, here) + lengthBetween(distances, here, after) - lengthBetween(distances, before, after)
    if ((state.distance[route] as number) + more > (flat.maxDistance[type] as number)) return false
  }
  const times = flat.networks[flat.timesOf[type] as number]
  if (times === undefined) return true
  const more = lengthBetween(times, before, here) + lengthBetween(times, here, after) - lengthBetween(times, before, after)
  const travelTime = (state.travelTime[route] as number) + more
  if (travelTime > (flat.maxTravelTime[type] as number)) return false
  const most = flat.maxDuration[type] as number
  const busy = travelTime + (state.work[route] as number) + (flat.service[node] as number)
  return busy <= most && (!flat.windowed || most === Number.POSITIVE_INFINITY || durationWith(state, node, prev, route) <= most)
}

/** Whether a stop (no pair) or a reload may stand behind a node of a route. */
export function fits(state: State, node: number, prev: number, next: number, route: number): boolean {
  const { flat } = state
  if (!loadsFit(state, node, prev, route)) return false
  if (flat.timed && !timesFit(state, node, prev, next, route)) return false
  return !flat.limited || limitsFit(state, node, prev, next, route)
}

let sequence = new Int32Array(256)

function durationWith(state: State, node: number, prev: number, route: number): number {
  const room = (state.size[route] as number) + (state.trips[route] as number) + 2
  if (sequence.length < room) sequence = new Int32Array(2 * room)
  let count = 0
  for (let at = state.startOf(route), end = at + 1; ; at = state.next[at] as number) {
    sequence[count++] = at
    if (at === prev) sequence[count++] = node
    if (at === end) break
  }
  return daySpan(state.flat, route, sequence, count).duration
}

/**
 * The day of a sequence of nodes: it arrives as early as it can and leaves as late as that arrival allows, which is
 * the shortest duration when every node has one window (Savelsbergh 1992), and a feasible one when some have more.
 */
export function daySpan(flat: Flat, route: number, nodes: Int32Array, count: number): { departure: number; duration: number } {
  let clock = firstOpen(flat, nodes[0] as number, 0)
  for (let k = 1; k < count; k++) {
    const to = nodes[k] as number
    clock = firstOpen(flat, to, clock + timeBetween(flat, route, nodes[k - 1] as number, to)) + (flat.service[to] as number)
  }
  const finish = clock
  for (let k = count - 2; k >= 0; k--) {
    const at = nodes[k] as number
    clock = lastOpen(flat, at, clock - timeBetween(flat, route, at, nodes[k + 1] as number) - (flat.service[at] as number))
  }
  return { departure: clock, duration: finish - clock }
}
