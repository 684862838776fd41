import type { Flat } from './flat.ts'
import { lengthBetween } from './network.ts'
import type { Network } from './network.ts'

/** The nearest stops of each stop, nearest first: row `stop` of `near`, `reach` entries long. */
export type Neighbours = { near: Int32Array; reach: number }

/** The `reach` smallest of what is offered, kept in order by insertion. */
class Nearest {
  readonly stop: Int32Array
  readonly length: Float64Array
  count = 0

  constructor(reach: number) {
    this.stop = new Int32Array(reach)
    this.length = new Float64Array(reach)
  }

  offer(stop: number, length: number): void {
    const full = this.count === this.stop.length
    if (full && length >= (this.length[this.count - 1] as number)) return
    let at = full ? this.count - 1 : this.count++
    for (; at > 0 && (this.length[at - 1] as number) > length; at--) {
      this.stop[at] = this.stop[at - 1] as number
      this.length[at] = this.length[at - 1] as number
    }
    this.stop[at] = stop
    this.length[at] = length
  }

  get reached(): number {
    return this.count < this.stop.length ? Number.POSITIVE_INFINITY : (this.length[this.count - 1] as number)
  }
}

/** Stops sorted into square cells of about three each. */
class Grid {
  readonly side: number
  readonly columns: number
  readonly rows: number
  readonly #left: number
  readonly #bottom: number
  readonly cells: number[][]

  constructor(x: Float64Array, y: Float64Array) {
    this.#left = x.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY)
    this.#bottom = y.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY)
    const wide = x.reduce((most, value) => Math.max(most, value - this.#left), 1)
    const high = y.reduce((most, value) => Math.max(most, value - this.#bottom), 1)
    this.side = Math.max(Math.sqrt((3 * wide * high) / x.length), Math.max(wide, high) / 2000)
    this.columns = Math.floor(wide / this.side) + 1
    this.rows = Math.floor(high / this.side) + 1
    this.cells = Array.from({ length: this.columns * this.rows }, () => [])
    x.forEach((value, stop) => {
      this.cells[this.row(y[stop] as number) * this.columns + this.column(value)]?.push(stop)
    })
  }

  column(x: number): number {
    return Math.floor((x - this.#left) / this.side)
  }

  row(y: number): number {
    return Math.floor((y - this.#bottom) / this.side)
  }

  /** Calls back with every stop of the cells at `ring` steps from a cell; false when the ring lies outside altogether. */
  visit(column: number, row: number, ring: number, offer: (stop: number) => void): boolean {
    let any = false
    for (let r = row - ring; r <= row + ring; r++) {
      if (r < 0 || r >= this.rows) continue
      const step = r === row - ring || r === row + ring || ring === 0 ? 1 : 2 * ring
      for (let c = column - ring; c <= column + ring; c += step) {
        if (c < 0 || c >= this.columns) continue
        any = true
        for (const stop of this.cells[r * this.columns + c] ?? []) offer(stop)
      }
    }
    return any
  }
}

function byGrid(flat: Flat, network: Network, plane: NonNullable<Network['plane']>, reach: number): Int32Array {
  const x = Float64Array.from({ length: flat.stops }, (_, stop) => plane.x[flat.place[stop] as number] as number)
  const y = Float64Array.from({ length: flat.stops }, (_, stop) => plane.y[flat.place[stop] as number] as number)
  const grid = new Grid(x, y)
  const near = new Int32Array(flat.stops * reach)
  for (let stop = 0; stop < flat.stops; stop++) {
    const nearest = new Nearest(reach)
    const [column, row] = [grid.column(x[stop] as number), grid.row(y[stop] as number)]
    const offer = (other: number): void => {
      if (other !== stop) nearest.offer(other, lengthBetween(network, flat.place[stop] as number, flat.place[other] as number))
    }
    for (let ring = 0; (ring - 1) * grid.side * plane.scale <= nearest.reached; ring++)
      if (!grid.visit(column, row, ring, offer) && ring > 0) break
    near.set(nearest.stop, stop * reach)
  }
  return near
}

function byTable(flat: Flat, network: Network, reach: number): Int32Array {
  const near = new Int32Array(flat.stops * reach)
  for (let stop = 0; stop < flat.stops; stop++) {
    const nearest = new Nearest(reach)
    const from = flat.place[stop] as number
    for (let other = 0; other < flat.stops; other++) {
      const to = flat.place[other] as number
      if (other !== stop) nearest.offer(other, lengthBetween(network, from, to) + lengthBetween(network, to, from))
    }
    near.set(nearest.stop, stop * reach)
  }
  return near
}

/** Nearest stops by the first vehicle type's cost; on a big plane by rings of a grid, so that n² is never paid. */
export function findNeighbours(flat: Flat, most: number): Neighbours {
  const reach = Math.max(0, Math.min(most, flat.stops - 1))
  const network = flat.networks[flat.costsOf[0] as number]
  if (network === undefined || reach === 0) return { near: new Int32Array(0), reach: 0 }
  return { near: network.plane === null ? byTable(flat, network, reach) : byGrid(flat, network, network.plane, reach), reach }
}
