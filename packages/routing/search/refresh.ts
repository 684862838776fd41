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
  ready[start] = firstOpen(flat, start, 0)
  due[start + 1] = lastOpen(flat, start + 1, Number.POSITIVE_INFINITY)
  runForward(state, route, next[start] as number, false)
  runBackward(state, route, prev[start + 1] as number, false)
}

/** The same after one stop was put in: only as far as times really change. */
export function refreshTimesAround(state: State, stop: number, route: number): void {
  runForward(state, route, stop, true)
  runBackward(state, route, stop, true)
}

/** Earliest departures from a node on; `brief`: until one is what it was, but never before the node behind the first. */
function runForward(state: State, route: number, first: number, brief: boolean): void {
  const { flat, next, ready } = state
  const { place, service, windowAt, opens, closes } = flat
  const network = flat.networks[flat.timesOf[flat.typeOf[route] as number] as number]
  if (network === undefined) return
  const end = state.startOf(route) + 1
  const from = state.prev[first] as number
  let clock = ready[from] as number
  for (let at = from, to = first; ; at = to, to = next[to] as number) {
    const arrival = clock + lengthBetween(network, place[at] as number, place[to] as number)
    const window = windowAt[to] as number
    if ((windowAt[to + 1] as number) - window !== 1) clock = firstOpen(flat, to, arrival)
    else if (arrival > (closes[window] as number)) clock = Number.POSITIVE_INFINITY
    else clock = Math.max(arrival, opens[window] as number)
    clock += service[to] as number
    if (brief && to !== first && ready[to] === clock) return
    ready[to] = clock
    if (to === end) return
  }
}

function runBackward(state: State, route: number, first: number, brief: boolean): void {
  const { flat, prev, due } = state
  const { place, service, windowAt, opens, closes } = flat
  const network = flat.networks[flat.timesOf[flat.typeOf[route] as number] as number]
  if (network === undefined) return
  const start = state.startOf(route)
  const after = state.next[first] as number
  let clock = due[after] as number
  for (let to = after, at = first; ; to = at, at = prev[at] as number) {
    const leave = clock - lengthBetween(network, place[at] as number, place[to] as number) - (service[at] as number)
    const window = windowAt[at] as number
    if ((windowAt[at + 1] as number) - window !== 1) clock = lastOpen(flat, at, leave)
    else if (leave < (opens[window] as number)) clock = Number.NEGATIVE_INFINITY
    else clock = Math.min(leave, closes[window] as number)
    if (brief && at !== first && due[at] === clock) return
    due[at] = clock
    if (at === start) return
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
