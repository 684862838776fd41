import type { Pause } from '../check/drive-route.ts'
import type { RoutingProblem } from '../problem.ts'

/** What a stop is called in the file and in the answer. */
export type StopLabel = {
  type: 'job' | 'pickup' | 'delivery'
  /** The file's own number: a job's id, a node of a VRPLIB file. */
  id: number
  description?: string
  /** Setup and service as the file has them; together they are the stop's service. */
  setup: number
  priority: number
  /** VROOM's index of the location in its matrix. */
  locationIndex?: number
}

export type VehicleLabel = {
  /** The file's numbers of the vehicles of one type; null: they are numbered as routes are. */
  ids: readonly number[] | null
  description?: string
  breaks: readonly BreakLabel[]
}

/** A break a driver must take, anywhere on the way. */
export type BreakLabel = Pause & { id: number; description?: string }

/** How many of the problem's integers make one of the file's units. */
export type Units = { cost: number; distance: number; time: number; load: number }

export type ReadProblem = {
  format: 'vroom' | 'vrplib' | 'solomon' | 'li-lim' | 'jd'
  problem: RoutingProblem
  /** One for each stop of the problem. */
  stops: readonly StopLabel[]
  vehicles: readonly VehicleLabel[]
  /** Coordinates of each place, where the file has them. */
  locations: readonly (readonly [number, number] | null)[]
  units: Units
  /** Added to each vehicle's fixed cost so that fewer vehicles always win; taken off in the answer. */
  vehiclesFirst: number
  /** Where distances come from: 'file', or the rule by which they were computed. */
  distances: string
  /** Whether the problem's distances are lengths: VROOM may give times alone, or costs in their place. */
  hasDistances: boolean
}

/** How straight lines become integers. 'file': as the kind of file has it by custom. */
export type DistanceRule = 'file' | 'nearest' | 'truncate-1' | 'exact'

export type ReadingOptions = {
  distances: DistanceRule
  /** 'file': the custom of the kind of file (vehicles first for Li & Lim). */
  objective: 'file' | 'distance' | 'vehicles-first'
  /** Whether a benchmark file's number of vehicles binds. */
  fleet: 'free' | 'file'
  /** For files with coordinates and no matrix: road length over great circle, and speed. */
  terrainFactor: number
  kilometresPerHour: number
}

export const defaultReading: ReadingOptions = {
  distances: 'file',
  objective: 'file',
  fleet: 'free',
  terrainFactor: 1.4,
  kilometresPerHour: 40,
}

/** More stops than this are refused: split the problem by area. */
export const stopsMax = 200_000
/** A matrix beyond so many places would not fit in memory. */
export const matrixPlacesMax = 8_000
/** Exact distances are counted in ten-thousandths. */
export const exactScale = 10_000
/** Distances and times are below 2³¹. */
export const lengthMax = 2 ** 31 - 1
/** What makes a vehicle dearer than any detour of a benchmark file. */
export const vehicleFirstCost = 1e9
