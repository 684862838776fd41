import { expect, test } from 'vitest'
import type { RoutingProblem, RoutingSolution, Stop, VehicleType, Visit } from '../problem.ts'
import { checkSolution } from './check-solution.ts'
import type { FaultCode } from './check-solution.ts'
import { driveRoute } from './drive-route.ts'

/*
 * Five places on a line, ten apart: the hub at 0, then 10, 20, 30, 40. One unit of distance takes one unit of time.
 * Stops 0–2 deliver 4, 5, 6 and pick up 6, 2, 1 (the van holds 15); stops 3 → 4 are a pair of 5; 5 is optional.
 */
const places = 5
const line = Int32Array.from({ length: places * places }, (_, cell) => 10 * Math.abs(Math.floor(cell / places) - (cell % places)))
const stop = (id: string, place: number, given: Partial<Stop> = {}): Stop => ({
  id,
  place,
  delivery: [0],
  pickup: [0],
  service: 5,
  windows: [],
  prize: null,
  skills: [],
  ...given,
})
const van: VehicleType = {
  id: 'van',
  count: 2,
  capacity: [15],
  fixedCost: 100,
  costPerDistance: 2,
  costPerTime: 1,
  start: 0,
  end: 0,
  shift: { start: 0, end: 400 },
  skills: [7],
  maxDistance: 120,
  maxDuration: 200,
  maxTravelTime: 120,
  maxStops: 4,
  reloading: { places: [0], service: 3, maxTrips: 2 },
  travel: 0,
}
const problem: RoutingProblem = {
  loads: ['kg'],
  places,
  travel: [{ kind: 'matrix', distance: line, time: line }],
  stops: [
    stop('a', 1, {
      delivery: [4],
      pickup: [6],
      windows: [
        { start: 0, end: 20 },
        { start: 60, end: 90 },
      ],
    }),
    stop('b', 2, { delivery: [5], pickup: [2], skills: [7] }),
    stop('c', 3, { delivery: [6], pickup: [1] }),
    stop('fetch', 2),
    stop('bring', 4),
    stop('extra', 4, { prize: 50 }),
  ],
  pairs: [{ pickup: 3, delivery: 4, load: [5] }],
  vehicles: [van, { ...van, id: 'bare', count: null, skills: [], reloading: null }],
}
const visits = (...stops: number[]): Visit[] => stops.map(each => ({ kind: 'stop', stop: each }))
/* Van: hub → c (30) → b → a → hub = 60. Van: hub → fetch (20) → bring (40) → hub = 80. Cost 2 × 100 + 3 × 140 + 50 = 670. */
const good: RoutingSolution = {
  routes: [
    { vehicle: 0, departure: 10, visits: visits(2, 1, 0) },
    { vehicle: 0, departure: 0, visits: visits(3, 4) },
  ],
  unserved: [5],
  cost: 670,
}
const [first, second] = good.routes
const with1 = (given: object): Partial<RoutingSolution> => ({ routes: [{ ...first, ...given }, second] as RoutingSolution['routes'] })
const with2 = (given: object): Partial<RoutingSolution> => ({ routes: [first, { ...second, ...given }] as RoutingSolution['routes'] })
const van0 = (given: Partial<VehicleType>): Partial<RoutingProblem> => ({ vehicles: [{ ...van, ...given }, ...problem.vehicles.slice(1)] })
const reload = (place: number): Visit => ({ kind: 'reload', place })

test('a good plan passes, with cost, schedule and loads as worked by hand', () => {
  const verdict = checkSolution(problem, good)
  expect(verdict.faults).toEqual([])
  expect(verdict).toMatchObject({ feasible: true, cost: 670, drivingCost: 620, distance: 140, travelTime: 140 })
  expect(
    driveRoute(problem, { vehicle: 0, departure: 10, visits: visits(2, 1, 0) }, van).steps.map(step => [
      step.kind,
      step.arrival,
      step.begin,
      step.leave,
      step.load[0],
    ]),
  ).toEqual([
    ['start', 10, 10, 10, 15],
    ['stop', 40, 40, 45, 10],
    ['stop', 55, 55, 60, 7],
    ['stop', 70, 70, 75, 9],
    ['end', 85, 85, 85, 0],
  ])
})

test.each<[string, FaultCode, Partial<RoutingSolution>, Partial<RoutingProblem>]>([
  ['a vehicle that does not exist', 'unknown-vehicle', with2({ vehicle: 9 }), {}],
  ['more vehicles than there are', 'too-many-vehicles', {}, van0({ count: 1 })],
  ['a stop that does not exist', 'unknown-stop', with2({ visits: visits(3, 4, 77) }), {}],
  ['a stop served twice', 'served-twice', with2({ visits: visits(3, 1, 4) }), {}],
  ['a required stop forgotten', 'not-served', with1({ visits: visits(2, 1) }), {}],
  ['a required stop told as left out', 'not-served', { ...with1({ visits: visits(2, 1) }), unserved: [0, 5] }, {}],
  ['an optional stop forgotten and not told', 'not-served', { unserved: [] }, {}],
  ['a stop served and told as left out', 'served-and-unserved', { unserved: [5, 2] }, {}],
  ['leaving out a stop that does not exist', 'unknown-unserved', { unserved: [5, -1] }, {}],
  ['too much to deliver at the start', 'over-capacity', {}, van0({ capacity: [14] })],
  ['too much on board midway, though start and end are light', 'over-capacity', with1({ visits: visits(0, 1, 2), departure: 50 }), {}],
  ['too heavy goods of a pair', 'over-capacity', {}, { pairs: [{ pickup: 3, delivery: 4, load: [16] }] }],
  [
    'a pair split between vehicles',
    'pair-split',
    {
      routes: [
        { vehicle: 0, departure: 10, visits: visits(2, 1, 0, 3) },
        { vehicle: 0, departure: 0, visits: visits(4) },
      ],
    },
    {},
  ],
  ['brought before fetched', 'pair-order', with2({ visits: visits(4, 3) }), {}],
  ['half a pair', 'pair-half', with2({ visits: visits(3) }), {}],
  ['a pair kept over a reload', 'pair-across-reload', with2({ visits: [...visits(3), reload(0), ...visits(4)] }), {}],
  ['a stop reached between its windows is served when the next opens, after the last never', 'late', with1({ departure: 31 }), {}],
  ['a skill that is missing', 'skill-missing', with1({ vehicle: 1 }), {}],
  ['leaving before the shift', 'shift-too-early', with2({ departure: -1 }), {}],
  ['coming back after the shift', 'shift-too-late', with2({ departure: 311 }), {}],
  ['driving too far', 'too-far', {}, van0({ maxDistance: 79 })],
  ['being away too long', 'too-long', {}, van0({ maxDuration: 89 })],
  ['driving too long', 'too-much-travel', {}, van0({ maxTravelTime: 79 })],
  ['too many stops', 'too-many-stops', {}, van0({ maxStops: 2 })],
  ['a reload by a vehicle that does not', 'reload-not-allowed', with2({ visits: [...visits(3, 4), reload(0)] }), van0({ reloading: null })],
  ['a reload somewhere else', 'reload-elsewhere', with2({ visits: [...visits(3, 4), reload(2)] }), {}],
  ['too many trips', 'too-many-trips', with2({ visits: [...visits(3, 4), reload(0), reload(0)] }), {}],
  ['a leg without length', 'no-way', {}, { travel: [{ kind: 'matrix', distance: line.subarray(0, 3), time: line }] }],
  ['a cost that is not true', 'wrong-cost', { cost: 669 }, {}],
])('%s is caught', (_what, code, solution, changed) => {
  const verdict = checkSolution({ ...problem, ...changed }, { ...good, ...solution })
  expect(verdict.feasible).toBe(false)
  expect(verdict.faults.map(fault => fault.code)).toContain(code)
})

test('on the bound is allowed: capacity, shift, distance, duration and windows', () => {
  const tight = van0({ capacity: [15], maxDistance: 80, maxDuration: 90, maxTravelTime: 80, maxStops: 3, shift: { start: 0, end: 90 } })
  expect(checkSolution({ ...problem, ...tight }, good).faults).toEqual([])
  const atClosing = { ...good, routes: [{ vehicle: 0, departure: 30, visits: visits(2, 1, 0) }, second] } as RoutingSolution
  expect(checkSolution(problem, atClosing).faults).toEqual([])
})

test('a reload makes a second trip: what it delivers is loaded there, what was picked up is taken off', () => {
  const trips = {
    ...good,
    routes: [{ vehicle: 0, departure: 0, visits: [...visits(0), reload(0), ...visits(2, 1)] }, second],
    cost: 0,
  } as RoutingSolution
  const verdict = checkSolution(problem, trips, { declared: false })
  expect(verdict.faults).toEqual([])
  expect(verdict.routes[0]?.steps.map(step => step.load[0])).toEqual([4, 6, 11, 6, 3, 0])
  expect(verdict.routes[0]?.duration).toBe(10 + 5 + 10 + 3 + 30 + 5 + 10 + 5 + 20)
})

test('open ends cost nothing, planes are measured by their rounding, an unused vehicle costs nothing', () => {
  const plane = { kind: 'plane', x: Float64Array.from([0, 1, 2]), y: Float64Array.from([0, 1, 0]), scale: 10 } as const
  const open: VehicleType = { ...van, start: null, end: null, fixedCost: 7, costPerTime: 0, costPerDistance: 1, maxDistance: null }
  const at = (rounding: 'nearest' | 'down' | 'up'): number => {
    const flat = {
      ...problem,
      places: 3,
      travel: [{ ...plane, rounding }],
      stops: [stop('a', 0), stop('b', 1), stop('c', 2)],
      pairs: [],
      vehicles: [open],
    }
    return checkSolution(
      flat,
      {
        routes: [
          { vehicle: 0, departure: 0, visits: visits(0, 1, 2) },
          { vehicle: 0, departure: 0, visits: [] },
        ],
        unserved: [],
        cost: 0,
      },
      { declared: false },
    ).cost
  }
  expect([at('nearest'), at('down'), at('up')]).toEqual([7 + 28, 7 + 28, 7 + 30])
})
