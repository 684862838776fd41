import type { Flat } from './compile.ts'
import { lengthBetween } from './network.ts'
import { refreshLimits, refreshLoads, refreshTimes } from './refresh.ts'

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
  /** Routes with stops in them: the first `activeCount`. */
  readonly active: Int32Array
  activeCount = 0
  readonly #activeAt: Int32Array
  /** Empty routes of each vehicle type, as a stack beginning at `firstRoute`. */
  readonly #free: Int32Array
  readonly #firstRoute: Int32Array
  readonly freeCount: Int32Array
  readonly absent: Int32Array
  absentCount = 0
  readonly #absentAt: Int32Array
  /** What being absent costs a stop: its prize, or the penalty of a required one. */
  readonly penalty: Float64Array
  cost = 0
  requiredAbsent = 0
  /** Routes that may be in use at once. */
  mostRoutes = Number.POSITIVE_INFINITY
  #journalNode: Int32Array = new Int32Array(1024)
  #journalPrev: Int32Array = new Int32Array(1024)
  journalCount = 0
  /** Routes changed since the last `settle`, and since the last time the best plan was copied. */
  readonly dirty: Int32Array
  dirtyCount = 0
  readonly #isDirty: Uint8Array
  readonly stale: Int32Array
  staleCount = 0
  readonly isStale: Uint8Array

  constructor(flat: Flat, penaltyOfRequired: number) {
    const { stops, nodes, routes, dimensions, types } = flat
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
    this.active = new Int32Array(routes)
    this.#activeAt = new Int32Array(routes)
    this.#free = new Int32Array(routes)
    this.#firstRoute = new Int32Array(types)
    this.freeCount = new Int32Array(types)
    this.absent = new Int32Array(stops)
    this.#absentAt = new Int32Array(stops)
    this.penalty = new Float64Array(stops)
    this.dirty = new Int32Array(routes)
    this.#isDirty = new Uint8Array(routes)
    this.stale = new Int32Array(routes)
    this.isStale = new Uint8Array(routes)
    this.#begin(penaltyOfRequired)
  }

  #begin(penaltyOfRequired: number): void {
    const { flat } = this
    for (let route = flat.routes - 1; route >= 0; route--) {
      const start = flat.stops + 2 * route
      const type = flat.typeOf[route] as number
      this.#firstRoute[type] = route
      this.next[start] = start + 1
      this.prev[start + 1] = start
      this.route[start] = route
      this.route[start + 1] = route
      this.length[route] = this.leg[start] = this.between(route, start, start + 1)
    }
    for (let route = flat.routes - 1; route >= 0; route--) {
      this.#release(route)
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

  /** An empty route of the type, or −1. */
  emptyRoute(type: number): number {
    const count = this.freeCount[type] as number
    return count === 0 || this.activeCount >= this.mostRoutes ? -1 : (this.#free[(this.#firstRoute[type] as number) + count - 1] as number)
  }

  #release(route: number): void {
    const type = this.flat.typeOf[route] as number
    const count = this.freeCount[type] as number
    this.#free[(this.#firstRoute[type] as number) + count] = route
    this.freeCount[type] = count + 1
  }

  /** Takes a route into use; it may lie anywhere in its type's stack when changes are taken back. */
  #occupy(route: number): void {
    const type = this.flat.typeOf[route] as number
    const first = this.#firstRoute[type] as number
    const last = first + (this.freeCount[type] as number) - 1
    let at = last
    while (this.#free[at] !== route) at--
    this.#free[at] = this.#free[last] as number
    this.#free[last] = route
    this.freeCount[type] = (this.freeCount[type] as number) - 1
    this.#activeAt[route] = this.activeCount
    this.active[this.activeCount++] = route
    this.cost += this.flat.fixedCost[type] as number
    this.cost += (this.flat.multiplier[type] as number) * (this.length[route] as number)
  }

  #vacate(route: number): void {
    const type = this.flat.typeOf[route] as number
    const at = this.#activeAt[route] as number
    const last = this.active[--this.activeCount] as number
    this.active[at] = last
    this.#activeAt[last] = at
    this.#release(route)
    this.cost -= this.flat.fixedCost[type] as number
    this.cost -= (this.flat.multiplier[type] as number) * (this.length[route] as number)
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
    if (this.#isDirty[route] === 0) {
      this.#isDirty[route] = 1
      this.dirty[this.dirtyCount++] = route
    }
    if (this.isStale[route] === 0) {
      this.isStale[route] = 1
      this.stale[this.staleCount++] = route
    }
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
      if (this.size[route] === 0) this.#occupy(route)
      this.#add(node, route, 1)
    } else this.trips[route] = (this.trips[route] as number) + 1
    const next = this.next[prev] as number
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
    if (this.size[route] === 0) this.#vacate(route)
  }

  #note(node: number, prev: number): void {
    if (this.journalCount === this.#journalNode.length) {
      this.#journalNode = grown(this.#journalNode)
      this.#journalPrev = grown(this.#journalPrev)
    }
    this.#journalNode[this.journalCount] = node
    this.#journalPrev[this.journalCount++] = prev
  }

  /** Puts a node behind another; the caller has made sure that it fits. */
  insert(node: number, prev: number): void {
    this.#note(node, -1)
    this.#link(node, prev)
  }

  remove(node: number): void {
    const route = this.route[node] as number
    if (node < this.flat.stops && this.size[route] === 1 && (this.trips[route] as number) > 1) this.#removeReloads(route)
    this.#note(node, this.prev[node] as number)
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
    while (this.journalCount > 0) {
      const node = this.#journalNode[--this.journalCount] as number
      const prev = this.#journalPrev[this.journalCount] as number
      if (prev < 0) this.#unlink(node)
      else this.#link(node, prev)
    }
    this.refreshDirty()
    this.settle()
  }

  /** What was done so far stays. */
  settle(): void {
    this.journalCount = 0
    for (let k = 0; k < this.dirtyCount; k++) this.#isDirty[this.dirty[k] as number] = 0
    this.dirtyCount = 0
  }

  refreshDirty(): void {
    for (let k = 0; k < this.dirtyCount; k++) this.refresh(this.dirty[k] as number)
  }

  /** Brings the node caches of a route up to date after it changed. */
  refresh(route: number): void {
    if (this.flat.layered) refreshLoads(this, route)
    if (this.flat.timed) refreshTimes(this, route)
    if (this.flat.limited) refreshLimits(this, route)
  }
}

function grown(journal: Int32Array): Int32Array {
  const longer = new Int32Array(2 * journal.length)
  longer.set(journal)
  return longer
}
