import { planeDistance } from '../problem.ts'
import type { Travel } from '../problem.ts'

/**
 * Lengths between places in one unit: a table with its transpose (so that both "from here" and "to here" read one row),
 * or a plane from which they are computed when a table would be too big. The last place is nowhere: an open start
 * or end of a route, at no distance from anything.
 */
export type Network = {
  /** Places, nowhere included. */
  width: number
  /** Row-major, the same array twice where both ways are alike; empty when computed. */
  rows: Float64Array
  columns: Float64Array
  plane: Extract<Travel, { kind: 'plane' }> | null
}

/** Beyond this many places on a plane no table is made: 2,000² doubles are 32 MB. */
export const tableLimit = 2000

export function lengthBetween(network: Network, from: number, to: number): number {
  const { rows, width, plane } = network
  if (plane === null) return rows[from * width + to] as number
  return from === width - 1 || to === width - 1 ? 0 : planeDistance(plane, from, to)
}

function transposed(rows: Float64Array, width: number): Float64Array {
  const columns = new Float64Array(width * width)
  let symmetric = true
  for (let from = 0; from < width; from++)
    for (let to = 0; to < width; to++) {
      const length = rows[from * width + to] as number
      columns[to * width + from] = length
      if (length !== rows[to * width + from]) symmetric = false
    }
  return symmetric ? rows : columns
}

function table(places: number, lengthOf: (from: number, to: number) => number): Network {
  const width = places + 1
  const rows = new Float64Array(width * width)
  for (let from = 0; from < places; from++) for (let to = 0; to < places; to++) rows[from * width + to] = lengthOf(from, to)
  return { width, rows, columns: transposed(rows, width), plane: null }
}

/** `distanceRate` × distance + `timeRate` × time between all places of a travel. On a plane both are the same length. */
export function makeNetwork(travel: Travel, places: number, distanceRate: number, timeRate: number): Network {
  if (travel.kind === 'matrix') {
    const { distance, time } = travel
    const at = (from: number, to: number): number =>
      distanceRate * (distance[from * places + to] as number) + timeRate * (time[from * places + to] as number)
    return table(places, at)
  }
  if (places <= tableLimit) return table(places, (from, to) => planeDistance(travel, from, to))
  const none = new Float64Array(0)
  return { width: places + 1, rows: none, columns: none, plane: travel }
}
