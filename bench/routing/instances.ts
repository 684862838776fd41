import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Pair, RoutingProblem, Stop, VehicleType } from '../../packages/routing/problem.ts'

/** A public instance with its best-known value in the instance's own unit; `scale` integer units make one of those. */
export type Instance = {
  name: string
  set: string
  problem: RoutingProblem
  scale: number
  best: number
  /** Where vehicles come first: how many the best-known plan has, and what one costs here. */
  bestVehicles: number | null
  vehicleCost: number
}

type Read = Pick<Instance, 'problem' | 'scale'>

const vehicle = (given: Partial<VehicleType>): VehicleType => ({
  id: 'vehicle',
  count: null,
  capacity: [],
  fixedCost: 0,
  costPerDistance: 1,
  costPerTime: 0,
  start: 0,
  end: 0,
  shift: null,
  skills: [],
  maxDistance: null,
  maxDuration: null,
  maxTravelTime: null,
  maxStops: null,
  reloading: null,
  travel: 0,
  ...given,
})

const stop = (given: Partial<Stop> & { id: string; place: number }): Stop => ({
  delivery: [],
  pickup: [],
  service: 0,
  windows: [],
  prize: null,
  skills: [],
  ...given,
})

function textOf(path: string): string {
  const bytes = readFileSync(path)
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
}

const numbersOf = (line: string): number[] => line.trim().split(/\s+/).map(Number)

/** Head lines ("KEY : value") and sections of a VRPLIB file. */
function sectionsOf(text: string) {
  const head = new Map<string, string>()
  const sections = new Map<string, number[][]>()
  let open: number[][] | null = null
  for (const line of text.split('\n').map(each => each.trim())) {
    if (line === '' || line === 'EOF') continue
    const key = /^([A-Z_0-9]+)\s*(?::\s*(.*))?$/.exec(line)
    if (key?.[1] !== undefined && /^[A-Z]/.test(line)) {
      open = null
      if (key[2] === undefined && key[1].endsWith('SECTION')) {
        open = []
        sections.set(key[1], open)
      } else head.set(key[1], (key[2] ?? '').trim())
    } else open?.push(numbersOf(line))
  }
  return { head, sections }
}

function planeOf(points: readonly (readonly number[])[], scale: number, rounding: 'nearest' | 'down') {
  const x = Float64Array.from(points, point => point[0] ?? 0)
  const y = Float64Array.from(points, point => point[1] ?? 0)
  return [{ kind: 'plane', x, y, scale, rounding }] as const
}

/** Exact distances of the literature are counted in ten-thousandths. */
const fine = 10_000

function readVrplib(text: string): Read {
  const { head, sections } = sectionsOf(text)
  const size = Number(head.get('DIMENSION'))
  const exact = head.get('EDGE_WEIGHT_TYPE') === 'EXACT_2D'
  const coordinates = (sections.get('NODE_COORD_SECTION') ?? []).map(line => line.slice(1))
  const explicit = sections.get('EDGE_WEIGHT_SECTION')?.flat()
  const matrix = Int32Array.from(explicit ?? [])
  const travel =
    explicit === undefined
      ? planeOf(coordinates, exact ? fine : 1, 'nearest')
      : ([{ kind: 'matrix', distance: matrix, time: matrix }] as const)
  const both = sections.get('PICKUP_AND_DELIVERY_SECTION')
  const demand = sections.get('DEMAND_SECTION') ?? []
  const unit = exact ? fine : 1
  const limit = Number(head.get('DISTANCE') ?? 0) * unit
  const stops = Array.from({ length: size - 1 }, (_, k) => {
    const line = both?.[k + 1] ?? []
    const loads = both === undefined ? [demand[k + 1]?.[1] ?? 0, 0] : [line[5] ?? 0, line[6] ?? 0]
    return stop({ id: String(k + 2), place: k + 1, delivery: [loads[0] ?? 0], pickup: [loads[1] ?? 0], service: (line[4] ?? 0) * unit })
  })
  const capacities = sections.get('CAPACITY_SECTION')?.map(line => line[1] ?? 0)
  const vehicles =
    capacities === undefined
      ? [vehicle({ capacity: [Number(head.get('CAPACITY'))], maxDuration: limit > 0 ? limit : null })]
      : capacities.map((capacity, k) =>
          vehicle({
            id: String(k + 1),
            count: 1,
            capacity: [capacity],
            fixedCost: sections.get('VEHICLES_FIXED_COST_SECTION')?.[k]?.[1] ?? 0,
            costPerDistance: sections.get('VEHICLES_UNIT_DISTANCE_COST_SECTION')?.[k]?.[1] ?? 1,
          }),
        )
  const scale = exact || explicit !== undefined ? fine : capacities === undefined ? 1 : 100
  return { problem: { loads: ['load'], places: size, travel, stops, pairs: [], vehicles }, scale }
}

/** Solomon's and Gehring and Homberger's files by the convention of DIMACS: distances cut off after one decimal. */
function readSolomon(text: string): Read {
  const lines = text
    .split('\n')
    .map(numbersOf)
    .filter(line => line.every(Number.isFinite))
  const fleet = lines.find(line => line.length === 2) ?? []
  const nodes = lines.filter(line => line.length === 7)
  const stops = nodes.slice(1).map((line, k) =>
    stop({
      id: String(line[0]),
      place: k + 1,
      delivery: [line[3] ?? 0],
      pickup: [0],
      service: (line[6] ?? 0) * 10,
      windows: [{ start: (line[4] ?? 0) * 10, end: (line[5] ?? 0) * 10 }],
    }),
  )
  const shift = { start: 0, end: (nodes[0]?.[5] ?? 0) * 10 }
  const vehicles = [vehicle({ count: null, capacity: [fleet[1] ?? 0], shift })]
  const travel = planeOf(
    nodes.map(line => line.slice(1, 3)),
    10,
    'down',
  )
  return { problem: { loads: ['load'], places: nodes.length, travel, stops, pairs: [], vehicles }, scale: 10 }
}

/** What makes a vehicle dearer than any detour, for "vehicles first". */
const vehiclesFirst = 1e9

function readLiLim(text: string): Read {
  const lines = text
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(numbersOf)
  const [fleet = [], ...nodes] = lines
  const stops = nodes.slice(1).map((line, k) =>
    stop({
      id: String(line[0]),
      place: k + 1,
      delivery: [0],
      pickup: [0],
      service: (line[6] ?? 0) * fine,
      windows: [{ start: (line[4] ?? 0) * fine, end: (line[5] ?? 0) * fine }],
    }),
  )
  const pairs: Pair[] = nodes
    .slice(1)
    .flatMap((line, k) => ((line[3] ?? 0) > 0 ? [{ pickup: k, delivery: (line[8] ?? 0) - 1, load: [line[3] ?? 0] }] : []))
  const shift = { start: 0, end: (nodes[0]?.[5] ?? 0) * fine }
  const vehicles = [vehicle({ count: fleet[0] ?? 0, capacity: [fleet[1] ?? 0], shift, fixedCost: vehiclesFirst })]
  const travel = planeOf(
    nodes.map(line => line.slice(1, 3)),
    fine,
    'nearest',
  )
  return { problem: { loads: ['load'], places: nodes.length, travel, stops, pairs, vehicles }, scale: fine }
}

const reader = (file: string, text: string) => {
  if (file.includes('.vrp')) return readVrplib(text)
  return /^lr?c?\d/.test(basename(file)) ? readLiLim(text) : readSolomon(text)
}

type BestKnown = { value: number; vehicles: number | null }

/** Best-known values of a folder by instance; "12/3456.7" means vehicles first. `@hier` rows are another convention. */
function bestKnown(folder: string): Map<string, BestKnown> {
  const lines = existsSync(join(folder, 'bks.csv')) ? readFileSync(join(folder, 'bks.csv'), 'utf8').split('\n').slice(1) : []
  return new Map(
    lines.map((line): [string, BestKnown] => {
      const [name = '', given = ''] = line.split(',')
      const [value, vehicles] = given.split('/').toReversed()
      return [name, { value: Number(value), vehicles: vehicles === undefined ? null : Number(vehicles) }]
    }),
  )
}

/** Instances of a folder that have both a file and a best-known value. */
export function namesOf(folder: string): string[] {
  const best = bestKnown(folder)
  return readdirSync(folder)
    .map(nameOf)
    .filter(name => best.has(name))
}

const nameOf = (file: string): string => file.replace(/\.(vrpspd|vrp|txt)(\.gz)?$/, '')

export function loadInstance(folder: string, name: string): Instance | null {
  const best = bestKnown(folder).get(name)
  const file = readdirSync(folder).find(each => nameOf(each) === name)
  if (best === undefined || file === undefined) return null
  // The mixed fleets of Belgian cities come with values that have lost their decimal point, five places from the right.
  const value = basename(folder) === 'hfvrp-x' && Number.isInteger(best.value) ? best.value / 100_000 : best.value
  const vehicleCost = best.vehicles === null ? 0 : vehiclesFirst
  return { name, set: basename(folder), best: value, bestVehicles: best.vehicles, vehicleCost, ...reader(file, textOf(join(folder, file))) }
}
