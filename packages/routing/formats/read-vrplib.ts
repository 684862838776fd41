import { accept } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import { benchmarkProblem } from './benchmark-problem.ts'
import type { BenchmarkParts, Node } from './benchmark-problem.ts'
import { stopsMax } from './read-problem.ts'
import type { ReadingOptions, ReadProblem } from './read-problem.ts'
import { headNumber, numberAt, valuesByNode, vrplibSections } from './vrplib-sections.ts'
import type { Vrplib } from './vrplib-sections.ts'
import { vrplibTravel } from './vrplib-travel.ts'
import { wrongInput } from './wrong-input.ts'

function depotOf({ sections }: Vrplib, size: number): Result<number> {
  const rows = sections.get('DEPOT_SECTION')?.rows.flatMap(({ line, words }) => words.map(word => ({ line, word }))) ?? []
  const depots = rows.filter(({ word }) => word !== '-1')
  const [first] = depots
  if (!first) return accept(0)
  const node = numberAt(first.word, first.line, 'a depot')
  if (!node.ok) return node
  if (depots.length > 1)
    return wrongInput(
      'several-depots',
      `line ${first.line}`,
      'the file has several depots; this reader knows one',
      '文件有多个车场，此格式只支持一个',
    )
  const known = Number.isInteger(node.value) && node.value >= 1 && node.value <= size
  return known
    ? accept(node.value - 1)
    : wrongInput('unknown-node', `line ${first.line}`, `depot ${first.word} is not among 1–${size}`, `车场 ${first.word} 不存在`)
}

/** LKH's section: node, demand, earliest, latest, service, delivery, pickup (Helsgaun 2017, LKH-3 report). */
function bothWays(rows: readonly number[][]): Omit<Node, 'id' | 'place'>[] {
  return rows.map(([, open = 0, close = 0, service = 0, delivery = 0, pickup = 0]) => ({
    delivery,
    pickup,
    service,
    window: close > 0 && (open > 0 || close < 10_000_000) ? { start: open, end: close } : null,
  }))
}

function oneWay(file: Vrplib, size: number): Result<Omit<Node, 'id' | 'place'>[]> {
  const section = file.sections.get('DEMAND_SECTION')
  if (!section)
    return wrongInput(
      'section-missing',
      'DEMAND_SECTION',
      'the file has neither DEMAND_SECTION nor PICKUP_AND_DELIVERY_SECTION',
      '缺少 DEMAND_SECTION',
    )
  const demand = valuesByNode(section, size, 1, 0)
  if (!demand.ok) return demand
  const windows = file.sections.get('TIME_WINDOW_SECTION')
  const opening = windows ? valuesByNode(windows, size, 2, 0) : accept([])
  if (!opening.ok) return opening
  const times = file.sections.get('SERVICE_TIME_SECTION')
  const each = times ? valuesByNode(times, size, 1, 0) : accept([])
  if (!each.ok) return each
  const common = headNumber(file, 'SERVICE_TIME', 0)
  if (!common.ok) return common
  return accept(
    demand.value.map(([delivery = 0], index) => {
      const [start, end] = opening.value[index] ?? []
      return {
        delivery,
        pickup: 0,
        service: each.value[index]?.[0] ?? common.value,
        window: start === undefined || end === undefined ? null : { start, end },
      }
    }),
  )
}

function customersOf(file: Vrplib, size: number): Result<Omit<Node, 'id' | 'place'>[]> {
  const both = file.sections.get('PICKUP_AND_DELIVERY_SECTION')
  if (!both) return oneWay(file, size)
  const rows = valuesByNode(both, size, 6, 0)
  return rows.ok ? accept(bothWays(rows.value)) : rows
}

/** One capacity for all, or a list of vehicles each with its own (the dialect of HFVRP files). */
function fleetOf(file: Vrplib, options: ReadingOptions): Result<BenchmarkParts['vehicles']> {
  const limit = headNumber(file, 'DISTANCE', 0)
  const number = headNumber(file, 'VEHICLES', 0)
  if (!limit.ok) return limit
  if (!number.ok) return number
  const maxDuration = limit.value > 0 ? limit.value : null
  const section = file.sections.get('CAPACITY_SECTION')
  if (!section) {
    const capacity = headNumber(file, 'CAPACITY')
    if (!capacity.ok) return capacity
    const count = options.fleet === 'file' && number.value > 0 ? number.value : null
    return accept([{ capacity: capacity.value, fixedCost: 0, costPerDistance: 1, count, maxDuration }])
  }
  const listed = section.rows.length
  const column = (name: string, otherwise: number): Result<number[]> => {
    const found = file.sections.get(name)
    const rows = found ? valuesByNode(found, listed, 1, 0) : accept(Array.from({ length: listed }, () => [otherwise]))
    return rows.ok ? accept(rows.value.map(row => row[0] ?? otherwise)) : rows
  }
  const [capacities, fixed, unit] = [
    column('CAPACITY_SECTION', 0),
    column('VEHICLES_FIXED_COST_SECTION', 0),
    column('VEHICLES_UNIT_DISTANCE_COST_SECTION', 1),
  ]
  if (!capacities.ok) return capacities
  if (!fixed.ok) return fixed
  if (!unit.ok) return unit
  return accept(
    capacities.value.map((capacity, index) => ({
      capacity,
      fixedCost: fixed.value[index] ?? 0,
      costPerDistance: unit.value[index] ?? 1,
      count: 1,
      maxDuration,
    })),
  )
}

/**
 * Reads a VRPLIB file: CVRP, distance-limited, VRPTW, heterogeneous fleets, and simultaneous delivery and pickup by LKH's
 * PICKUP_AND_DELIVERY_SECTION. DISTANCE limits travel and service together, as CMT6–14 have it. Stops are known by node.
 */
export function readVrplib(text: string, options: ReadingOptions): Result<ReadProblem> {
  const file = vrplibSections(text)
  if (!file.ok) return file
  const size = headNumber(file.value, 'DIMENSION')
  if (!size.ok) return size
  if (!Number.isInteger(size.value) || size.value < 2)
    return wrongInput(
      'wrong-size',
      'DIMENSION',
      `DIMENSION is ${size.value}; it counts the depot and at least one customer`,
      'DIMENSION 应为不小于 2 的整数',
    )
  if (size.value > stopsMax)
    return wrongInput(
      'too-many-stops',
      'DIMENSION',
      `${size.value} nodes are too many (at most ${stopsMax}); split the problem by area`,
      `节点过多（${size.value}），请按片区拆分`,
    )
  const travel = vrplibTravel(file.value, size.value, options.distances)
  const depot = depotOf(file.value, size.value)
  const customers = customersOf(file.value, size.value)
  const vehicles = fleetOf(file.value, options)
  if (!travel.ok) return travel
  if (!depot.ok) return depot
  if (!customers.ok) return customers
  if (!vehicles.ok) return vehicles
  const nodes = customers.value
    .map((node, index) => ({ ...node, id: index + 1, place: index }))
    .filter(({ place }) => place !== depot.value)
  const parts = {
    format: 'vrplib',
    nodes,
    depot: depot.value,
    horizon: customers.value[depot.value]?.window ?? null,
    pairs: [],
    vehiclesFirst: false,
  } as const
  return benchmarkProblem({ ...parts, vehicles: vehicles.value, travel: travel.value }, options)
}
