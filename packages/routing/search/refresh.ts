import type { Flat } from './flat.ts'
import { lengthBetween } from './network.ts'
import type { State } from './state.ts'

/** Earliest moment at or after `arrival` that lies in a window of the node; infinite when all have closed. */
export function firstOpen(flat: Flat, node: number, arrival: number): number {
  const end = flat.windowAt[node + 1] as number
  for (let w = flat.windowAt[node] as number; w < end; w++)
    if (arrival <= (flat.closes[w] as number)) return Math.max(arrival, flat.opens[w] as number)
  return Number.POSITIVE_INFINITY
}

/** Latest moment at or before `limit` that lies in a window of the node; minus infinity when none has opened. */
export function lastOpen(flat: Flat, node: number, limit: number): number {
  for (let w = (flat.windowAt[node + 1] as number) - 1; w >= (flat.windowAt[node] as number); w--)
    if (limit >= (flat.opens[w] as number)) return Math.min(limit, flat.closes[w] as number)
  return Number.NEGATIVE_INFINITY
}

/** Travel time between two nodes for the vehicle of a route. */
export function timeBetween(flat: Flat, route: number, from: number, to: number): number {
  const network = flat.networks[flat.timesOf[flat.typeOf[route] as number] as number]
  return network === undefined ? 0 : lengthBetween(network, flat.place[from] as number, flat.place[to] as number)
}

/** Forward time slack (Savelsbergh 1992), with several windows a node: earliest departures forward, latest begins backward. */
export function refreshTimes(state: State, route: number): void {
  const { flat, next, prev, ready, due } = state
  const start = state.startOf(route)
  const end = start + 1
  const network = flat.networks[flat.timesOf[flat.typeOf[route] as number] as number]
  if (network === undefined) return
  const { place, service } = flat
  let clock = firstOpen(flat, start, 0)
  ready[start] = clock
  for (let at = start, to = next[start] as number; at !== end; at = to, to = next[to] as number) {
    clock = firstOpen(flat, to, clock + lengthBetween(network, place[at] as number, place[to] as number)) + (service[to] as number)
    ready[to] = clock
    if (to === end) break
  }
  clock = lastOpen(flat, end, Number.POSITIVE_INFINITY)
  due[end] = clock
  for (let to = end, at = prev[end] as number; to !== start; to = at, at = prev[at] as number) {
    const leave = clock - lengthBetween(network, place[at] as number, place[to] as number) - (service[at] as number)
    clock = lastOpen(flat, at, leave)
    due[at] = clock
    if (at === start) break
  }
}

/** Loads on board with deliveries and pickups mixed (Dethloff 2001), trip by trip. */
export function refreshLoads(state: State, route: number): void {
  const { flat, next, prev, before, after, load } = state
  const { nodes, stops, firstReload, delivery, pickup, carried } = flat
  const start = state.startOf(route)
  const end = start + 1
  for (let base = 0; base < flat.dimensions * nodes; base += nodes) {
    let later = 0
    for (let at = end; ; at = prev[at] as number) {
      after[base + at] = later
      if (at === start) break
      later = at >= firstReload ? 0 : later + (delivery[base + at] as number)
    }
    let gathered = 0
    let peak = 0
    for (let at = start; at !== end; at = next[at] as number) {
      if (at >= stops) gathered = peak = 0
      else gathered += (pickup[base + at] as number) + (carried[base + at] as number)
      const aboard = (after[base + at] as number) + gathered
      if (aboard > peak) peak = aboard
      before[base + at] = peak
      load[base + at] = aboard
    }
    let ahead = 0
    for (let at = prev[end] as number; ; at = prev[at] as number) {
      const aboard = load[base + at] as number
      if (aboard > ahead) ahead = aboard
      after[base + at] = ahead
      if (at === start) break
      if (at >= firstReload) ahead = 0
    }
  }
}

/** Sums a route's limits are held against. */
export function refreshLimits(state: State, route: number): void {
  const { flat, next } = state
  const type = flat.typeOf[route] as number
  const times = flat.networks[flat.timesOf[type] as number]
  const distances = flat.networks[flat.distancesOf[type] as number]
  const start = state.startOf(route)
  let distance = 0
  let travelTime = 0
  let work = 0
  for (let at = start; at !== start + 1; ) {
    const to = next[at] as number
    const from = flat.place[at] as number
    const there = flat.place[to] as number
    if (distances !== undefined) distance += lengthBetween(distances, from, there)
    if (times !== undefined) travelTime += lengthBetween(times, from, there)
    work += flat.service[to] as number
    at = to
  }
  state.distance[route] = distance
  state.travelTime[route] = travelTime
  state.work[route] = work
}
