import type { Flat } from './flat.ts'
import { Fleet } from './fleet.ts'
import { Journal } from './journal.ts'
import { lengthBetween } from './network.ts'
import { Prints } from './prints.ts'
import { refreshLimits, refreshLoads, refreshTimes, refreshTimesAround } from './refresh.ts'
import { RouteSet } from './route-set.ts'

/**
 * A plan being changed: routes as doubly linked lists of nodes over flat arrays, what each node must know of the
 * part of the route before and after it so that an insertion is judged in constant time, and a journal by which
 * the last changes are taken back. Nothing here is allocated after the constructor.
 */
export class State {
  readonly flat: Flat
  readonly next: Int32Array
  readonly prev: Int32Array
  /** Route of each node; −1 when the stop is absent. */
  readonly route: Int32Array
  /** Length from each node to the next, in the cost network of its route. */
  readonly leg: Float64Array
  readonly size: Int32Array
  readonly length: Float64Array
  /** Dimension × routes + route: sum of deliveries and pickups, where a sum is all that loads need. */
  readonly sum: Float64Array
  /** Greatest load on board from the trip's begin until leaving the node, and from leaving the node to the trip's end. */
  readonly before: Float64Array
  readonly after: Float64Array
  /** Load on board when leaving the node. */
  readonly load: Float64Array
  /** Earliest departure from the node, and latest begin of service there. */
  readonly ready: Float64Array
  readonly due: Float64Array
  readonly distance: Float64Array
  readonly travelTime: Float64Array
  readonly work: Float64Array
  readonly trips: Int32Array
  readonly prints: Prints
  readonly fleet: Fleet
  readonly absent: Int32Array
  absentCount = 0
  readonly #absentAt: Int32Array
  /** What being absent costs a stop: its prize, or the penalty of a required one. */
  readonly penalty: Float64Array
  cost = 0
  requiredAbsent = 0
  readonly #journal = new Journal()
  /** Routes changed since the last `settle`, and since the last time the best plan was copied. */
  readonly dirty: RouteSet
  readonly stale: RouteSet

  constructor(flat: Flat, penaltyOfRequired: number) {
    const { stops, nodes, routes, dimensions } = flat
    this.flat = flat
    this.next = new Int32Array(nodes)
    this.prev = new Int32Array(nodes)
    this.route = new Int32Array(nodes).fill(-1)
    this.leg = new Float64Array(nodes)
    this.size = new Int32Array(routes)
    this.length = new Float64Array(routes)
    this.sum = new Float64Array(dimensions * routes)
    const layers = flat.layered ? dimensions * nodes : 0
    this.before = new Float64Array(layers)
    this.after = new Float64Array(layers)
    this.load = new Float64Array(layers)
    this.ready = new Float64Array(flat.timed ? nodes : 0)
    this.due = new Float64Array(flat.timed ? nodes : 0)
    this.distance = new Float64Array(routes)
    this.travelTime = new Float64Array(routes)
    this.work = new Float64Array(routes)
    this.trips = new Int32Array(routes).fill(1)
    this.prints = new Prints(routes, nodes)
    this.fleet = new Fleet(flat)
    this.absent = new Int32Array(stops)
    this.#absentAt = new Int32Array(stops)
    this.penalty = new Float64Array(stops)
    this.dirty = new RouteSet(routes)
    this.stale = new RouteSet(routes)
    this.#begin(penaltyOfRequired)
  }

  #begin(penaltyOfRequired: number): void {
    const { flat } = this
    for (let route = flat.routes - 1; route >= 0; route--) {
      const start = flat.stops + 2 * route
      this.next[start] = start + 1
      this.prev[start + 1] = start
      this.route[start] = route
      this.route[start + 1] = route
      this.length[route] = this.leg[start] = this.between(route, start, start + 1)
    }
    for (let route = flat.routes - 1; route >= 0; route--) {
      this.refresh(route)
    }
    for (let stop = 0; stop < flat.stops; stop++) {
      this.penalty[stop] = flat.required[stop] === 1 ? penaltyOfRequired : (flat.prize[stop] as number)
      this.#leaveOut(stop)
    }
  }

  startOf(route: number): number {
    return this.flat.stops + 2 * route
  }

  /** Length between two nodes for the vehicle of a route. */
  between(route: number, from: number, to: number): number {
    const { flat } = this
    const network = flat.networks[flat.costsOf[flat.typeOf[route] as number] as number]
    return network === undefined ? 0 : lengthBetween(network, flat.place[from] as number, flat.place[to] as number)
  }

  /** Begins to pay (sign 1) or stops paying (−1) for a route's vehicle and its length so far. */
  #pay(route: number, sign: number): void {
    const type = this.flat.typeOf[route] as number
    this.cost += sign * ((this.flat.fixedCost[type] as number) + (this.flat.multiplier[type] as number) * (this.length[route] as number))
  }

  setPenalty(stop: number, penalty: number): void {
    if (this.route[stop] === -1) this.cost += penalty - (this.penalty[stop] as number)
    this.penalty[stop] = penalty
  }

  #leaveOut(stop: number): void {
    this.#absentAt[stop] = this.absentCount
    this.absent[this.absentCount++] = stop
    this.route[stop] = -1
    this.cost += this.penalty[stop] as number
    this.requiredAbsent += this.flat.required[stop] as number
  }

  #takeIn(stop: number): void {
    const at = this.#absentAt[stop] as number
    const last = this.absent[--this.absentCount] as number
    this.absent[at] = last
    this.#absentAt[last] = at
    this.cost -= this.penalty[stop] as number
    this.requiredAbsent -= this.flat.required[stop] as number
  }

  #touch(route: number): void {
    this.dirty.add(route)
    this.stale.add(route)
  }

  #add(node: number, route: number, sign: number): void {
    const { flat, sum } = this
    this.size[route] = (this.size[route] as number) + sign
    for (let d = 0; d < flat.dimensions; d++) {
      const amount = (flat.delivery[d * flat.nodes + node] as number) + (flat.pickup[d * flat.nodes + node] as number)
      const at = d * flat.routes + route
      sum[at] = (sum[at] as number) + sign * amount
    }
  }

  #link(node: number, prev: number): void {
    const { flat, leg } = this
    const route = this.route[prev] as number
    if (node < flat.stops) {
      this.#takeIn(node)
      if (this.size[route] === 0) {
        this.fleet.occupy(route)
        this.#pay(route, 1)
      }
      this.#add(node, route, 1)
    } else this.trips[route] = (this.trips[route] as number) + 1
    const next = this.next[prev] as number
    this.prints.put(route, prev, node, next)
    const to = this.between(route, prev, node)
    const from = this.between(route, node, next)
    const change = to + from - (leg[prev] as number)
    leg[prev] = to
    leg[node] = from
    this.length[route] = (this.length[route] as number) + change
    if ((this.size[route] as number) > 0) this.cost += (flat.multiplier[flat.typeOf[route] as number] as number) * change
    this.next[prev] = node
    this.prev[node] = prev
    this.next[node] = next
    this.prev[next] = node
    this.route[node] = route
    this.#touch(route)
  }

  #unlink(node: number): void {
    const { flat, leg } = this
    const route = this.route[node] as number
    const prev = this.prev[node] as number
    const next = this.next[node] as number
    this.prints.take(route, prev, node, next)
    const straight = this.between(route, prev, next)
    const change = straight - (leg[prev] as number) - (leg[node] as number)
    leg[prev] = straight
    this.length[route] = (this.length[route] as number) + change
    this.cost += (flat.multiplier[flat.typeOf[route] as number] as number) * change
    this.next[prev] = next
    this.prev[next] = prev
    this.#touch(route)
    if (node >= flat.stops) {
      this.trips[route] = (this.trips[route] as number) - 1
      this.route[node] = -1
      return
    }
    this.#add(node, route, -1)
    this.#leaveOut(node)
    if ((this.size[route] as number) > 0) return
    this.fleet.vacate(route)
    this.#pay(route, -1)
  }

  /** Puts a node behind another; the caller has made sure that it fits. */
  insert(node: number, prev: number): void {
    this.#journal.note(node, -1)
    this.#link(node, prev)
  }

  remove(node: number): void {
    const route = this.route[node] as number
    if (node < this.flat.stops && this.size[route] === 1 && (this.trips[route] as number) > 1) this.#removeReloads(route)
    this.#journal.note(node, this.prev[node] as number)
    this.#unlink(node)
  }

  /** A route is never empty but for reloads. */
  #removeReloads(route: number): void {
    for (let at = this.startOf(route); at !== this.startOf(route) + 1; ) {
      const next = this.next[at] as number
      if (at >= this.flat.firstReload) this.remove(at)
      at = next
    }
  }

  /** Takes everything back that was done since the last `settle`. */
  undo(): void {
    const journal = this.#journal
    while (journal.count > 0) {
      const node = journal.node[--journal.count] as number
      const prev = journal.prev[journal.count] as number
      if (prev < 0) this.#unlink(node)
      else this.#link(node, prev)
    }
    this.refreshDirty()
    this.settle()
  }

  /** What was done so far stays. */
  settle(): void {
    this.#journal.count = 0
    this.dirty.clear()
  }

  refreshDirty(): void {
    for (let k = 0; k < this.dirty.count; k++) this.refresh(this.dirty.list[k] as number)
  }

  /** As `refresh`, when nothing but this one stop was put in since. */
  refreshBehind(stop: number, route: number): void {
    if (this.flat.layered) refreshLoads(this, route)
    if (this.flat.timed) refreshTimesAround(this, stop, route)
    if (this.flat.limited) refreshLimits(this, route)
  }

  /** Brings the node caches of a route up to date after it changed. */
  refresh(route: number): void {
    if (this.flat.layered) refreshLoads(this, route)
    if (this.flat.timed) refreshTimes(this, route)
    if (this.flat.limited) refreshLimits(this, route)
  }
}
