import { accept } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import type { Travel } from '../problem.ts'
import { lengthMax, matrixPlacesMax } from './read-problem.ts'
import type { ReadingOptions } from './read-problem.ts'
import type { VroomFile } from './vroom-schema.ts'
import { wrongInput } from './wrong-input.ts'

type Spot = { location?: [number, number] | undefined; location_index?: number | undefined }

/** Every place of the problem once: by index where a matrix is given, by coordinates otherwise. */
export class VroomPlaces {
  readonly locations: ([number, number] | null)[] = []
  readonly #byCoordinates = new Map<string, number>()
  readonly #matrixSize: number | null

  constructor(matrixSize: number | null) {
    this.#matrixSize = matrixSize
    if (matrixSize !== null) this.locations = Array.from({ length: matrixSize }, () => null)
  }

  /** The place of a spot; says what is missing. */
  find({ location, location_index: index }: Spot, where: string): Result<number> {
    if (this.#matrixSize !== null) {
      if (index === undefined)
        return wrongInput('no-location', where, 'needs a location_index, since matrices are given', '给出矩阵时须有 location_index')
      if (index >= this.#matrixSize)
        return wrongInput(
          'unknown-place',
          where,
          `location_index ${index} exceeds the matrix of ${this.#matrixSize} places`,
          `location_index ${index} 超出矩阵范围`,
        )
      if (location) this.locations[index] = location
      return accept(index)
    }
    if (!location)
      return wrongInput(
        'no-location',
        where,
        'needs a location [longitude, latitude], or a location_index with matrices',
        '需要 location [经度, 纬度]',
      )
    const key = location.join()
    const known = this.#byCoordinates.get(key)
    if (known !== undefined) return accept(known)
    this.#byCoordinates.set(key, this.locations.length)
    this.locations.push(location)
    return accept(this.locations.length - 1)
  }
}

type Table = (number | null)[][]

/** Packs a square matrix; null or a number beyond 2³¹ − 1 is a place that cannot be reached (VROOM's code 3). */
function packed(where: string, table: Table, size: number): Result<Int32Array> {
  const cells = new Int32Array(size * size)
  if (table.length !== size)
    return wrongInput('wrong-table', where, `has ${table.length} rows, expected ${size} as in the other matrices`, `矩阵应为 ${size} 行`)
  for (const [row, values] of table.entries()) {
    if (values.length !== size)
      return wrongInput('wrong-table', `${where}[${row}]`, `has ${values.length} numbers, expected ${size}`, `矩阵每行应有 ${size} 个数`)
    for (const [column, value] of values.entries()) {
      const cell = `${where}[${row}][${column}]`
      if (value === null || value > lengthMax)
        return wrongInput(
          'unreachable',
          cell,
          `place ${column} cannot be reached from place ${row}; take it out or give a way`,
          `从地点 ${row} 无法到达地点 ${column}`,
        )
      if (value < 0) return wrongInput('negative', cell, `is ${value}; times and distances are from 0`, '时间与距离不能为负')
      cells[row * size + column] = Math.round(value)
    }
  }
  return accept(cells)
}

export type ProfileMatrices = { durations: Int32Array; distances: Int32Array | null; costs: Int32Array | null }

/** The matrices of each profile, all of one size. */
export function profilesOf(file: VroomFile): Result<{ size: number; profiles: Map<string, ProfileMatrices> } | null> {
  const given = file.matrices ?? (file.matrix ? { car: { durations: file.matrix } } : null)
  if (!given) return accept(null)
  const size = Object.values(given).flatMap(({ durations }) => (durations ? [durations.length] : []))[0]
  if (size === undefined || size === 0)
    return wrongInput('no-durations', 'matrices', 'needs durations for each profile', '每个 profile 须有 durations 矩阵')
  if (size > matrixPlacesMax)
    return wrongInput(
      'too-many-stops',
      'matrices',
      `${size} places are too many (at most ${matrixPlacesMax}); split the problem by area`,
      '矩阵过大，请按片区拆分',
    )
  const profiles = new Map<string, ProfileMatrices>()
  for (const [profile, tables] of Object.entries(given)) {
    const where = `matrices.${profile}`
    if (!tables.durations) return wrongInput('no-durations', where, 'needs durations', '缺少 durations 矩阵')
    const durations = packed(`${where}.durations`, tables.durations, size)
    const distances = 'distances' in tables && tables.distances ? packed(`${where}.distances`, tables.distances, size) : accept(null)
    const costs = 'costs' in tables && tables.costs ? packed(`${where}.costs`, tables.costs, size) : accept(null)
    if (!durations.ok) return durations
    if (!distances.ok) return distances
    if (!costs.ok) return costs
    profiles.set(profile, { durations: durations.value, distances: distances.value, costs: costs.value })
  }
  return accept({ size, profiles })
}

const radius = 6_371_008.8
const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** Metres along the great circle (haversine; mean radius of the IUGG). */
export function greatCircle([lon, lat]: readonly [number, number], [toLon, toLat]: readonly [number, number]): number {
  const [halfLat, halfLon] = [Math.sin(radians(toLat - lat) / 2), Math.sin(radians(toLon - lon) / 2)]
  return 2 * radius * Math.asin(Math.min(1, Math.sqrt(halfLat ** 2 + Math.cos(radians(lat)) * Math.cos(radians(toLat)) * halfLon ** 2)))
}

/** Roads guessed from coordinates: great circle × terrain factor, at one speed. Marked as such in the answer. */
export function guessedMatrices(
  locations: readonly (readonly [number, number] | null)[],
  options: ReadingOptions,
): Result<ProfileMatrices> {
  const size = locations.length
  if (size > matrixPlacesMax)
    return wrongInput(
      'too-many-stops',
      'jobs',
      `${size} places are too many for a matrix (at most ${matrixPlacesMax}); split the problem by area`,
      '地点过多，请按片区拆分',
    )
  const [distances, durations] = [new Int32Array(size * size), new Int32Array(size * size)]
  for (const [from, start] of locations.entries())
    for (const [to, end] of locations.entries()) {
      const metres = start && end ? greatCircle(start, end) * options.terrainFactor : 0
      distances[from * size + to] = Math.round(metres)
      durations[from * size + to] = Math.round((metres * 3.6) / options.kilometresPerHour)
    }
  return accept({ durations, distances, costs: null })
}

/** Travel of a vehicle: a matrix of costs takes the place of distances, which then are not known to the search. */
export function travelOf({ durations, distances, costs }: ProfileMatrices, speedFactor: number): Travel {
  const time = speedFactor === 1 ? durations : durations.map(value => Math.round(value / speedFactor))
  return { kind: 'matrix', distance: costs ?? distances ?? new Int32Array(durations.length), time }
}
