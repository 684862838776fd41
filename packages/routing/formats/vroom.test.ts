import { expect, test } from 'vitest'
import type { RoutingSolution } from '../problem.ts'
import { checkAnswer } from './check-answer.ts'
import { readAnswer } from './read-answer.ts'
import { readProblem } from './read-any.ts'
import { defaultReading } from './read-problem.ts'
import type { ReadProblem } from './read-problem.ts'
import { reserveBreaks } from './place-breaks.ts'
import { vroomAnswer } from './vroom-answer.ts'

const bytes = (value: unknown): Uint8Array => new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value))
/* Four places on a line, 600 s and 5,000 m apart. */
const line = (step: number) => [0, 1, 2, 3].map(from => [0, 1, 2, 3].map(to => step * Math.abs(from - to)))
const base = {
  vehicles: [
    {
      id: 1,
      start_index: 0,
      end_index: 0,
      capacity: [10],
      costs: { fixed: 100, per_hour: 3600, per_km: 10 },
      skills: [1],
      time_window: [0, 20_000],
      breaks: [{ id: 9, time_windows: [[3_000, 3_600]], service: 900 }],
    },
    { id: 2, start_index: 0, end_index: 0, capacity: [4], description: 'small', costs: { fixed: 0, per_hour: 1800 } },
    { id: 3, start_index: 0, end_index: 0, capacity: [4], costs: { fixed: 0, per_hour: 1800 } },
  ],
  jobs: [
    { id: 11, location_index: 1, setup: 60, service: 300, delivery: [4], pickup: [1], time_windows: [[0, 9_000]] },
    { id: 12, location_index: 2, service: 300, delivery: [3], skills: [1], priority: 50, description: '村口' },
    { id: 13, location_index: 3, service: 300, delivery: [40] },
  ],
  shipments: [{ amount: [2], pickup: { id: 11, location_index: 2, service: 60 }, delivery: { id: 12, location_index: 3, service: 60 } }],
  matrices: { car: { durations: line(600), distances: line(5_000) } },
}
function good(document: unknown): ReadProblem {
  const read = readProblem(bytes(document), defaultReading)
  if (!read.ok) throw new Error(`${read.reason.where}: ${read.reason.message.en}`)
  return read.value
}
const visits = (...stops: number[]) => stops.map(stop => ({ kind: 'stop' as const, stop }))
/* Vehicle 1: hub, 11, 12, pickup 11, delivery 12, hub; job 13 is too heavy for anybody. */
const plan: RoutingSolution = { routes: [{ vehicle: 0, departure: 0, visits: visits(0, 1, 3, 4) }], unserved: [2], cost: 0 }

test('reads jobs, shipments, equal vehicles as one type, priorities as prizes, money as whole numbers', () => {
  const read = good(base)
  expect(
    read.problem.vehicles.map(({ count, fixedCost, costPerDistance, costPerTime }) => [count, fixedCost, costPerDistance, costPerTime]),
  ).toEqual([
    [1, 1_800_000, 180, 18_000],
    [2, 0, 0, 9_000],
  ])
  expect(read.vehicles.map(({ ids }) => ids)).toEqual([[1], [2, 3]])
  expect(read.problem.stops.map(({ service, skills }) => [service, skills])).toEqual([
    [360, []],
    [300, [1]],
    [300, []],
    [60, []],
    [60, []],
  ])
  expect(read.problem.pairs).toEqual([{ pickup: 3, delivery: 4, load: [2] }])
  const [common = 0, dear = 0] = read.problem.stops.map(({ prize }) => prize ?? 0)
  expect(dear).toBeGreaterThan(4 * common)
  expect(common).toBeGreaterThan(100 * 18_000 + 3_600 * 18_000)
})

test('answers in VROOM’s format: steps, loads, arrivals, a break in its window, reasons for what is left out', () => {
  const answer = vroomAnswer(good(base), plan)
  expect(answer.code).toBe(0)
  const [route] = answer.routes
  expect(route?.steps.map(step => [step.type, step.id, step.arrival, step.waiting_time, step.load])).toEqual([
    ['start', undefined, 0, 0, [7]],
    ['job', 11, 600, 0, [4]],
    ['job', 12, 1_560, 0, [1]],
    ['pickup', 11, 1_860, 0, [3]],
    ['delivery', 12, 2_520, 0, [1]],
    ['break', 9, 2_580, 420, [1]],
    ['end', undefined, 5_700, 0, [0]],
  ])
  expect(route).toMatchObject({
    vehicle: 1,
    cost: 100 + 3_600 + 300,
    delivery: [9],
    pickup: [3],
    setup: 60,
    service: 1_620,
    duration: 3_600,
    waiting_time: 420,
    priority: 50,
    distance: 30_000,
  })
  expect(answer.summary).toMatchObject({ cost: 4_000, routes: 1, unassigned: 1 })
  expect(answer.unassigned).toEqual([
    { id: 13, type: 'job', location_index: 3, reason: 'over-capacity', why: expect.stringContaining('40 load 1') },
  ])
  expect(route?.steps[2]).toMatchObject({ description: '村口', location_index: 2, duration: 1_200, distance: 10_000 })
})

test('a stop that the breaks leave no time for is left out with that reason; the search is told to keep their time free', () => {
  const [first, ...others] = base.vehicles
  const tight = good({ ...base, vehicles: [{ ...first, time_window: [0, 5_200] }, ...others] })
  expect(reserveBreaks(tight).vehicles[0]?.shift?.end).toBe(4_300)
  const answer = vroomAnswer(tight, plan)
  expect(answer.unassigned.map(({ id, type, reason }) => [type, id, reason])).toEqual([
    ['job', 13, 'over-capacity'],
    ['pickup', 11, 'no-room'],
    ['delivery', 12, 'no-room'],
  ])
  expect(answer.routes[0]?.steps.map(({ type }) => type)).toEqual(['start', 'job', 'job', 'break', 'end'])
})

test('coordinates alone: one place for each, guessed roads that say so', () => {
  const read = good({
    vehicles: [{ id: 1, start: [124.48333, 48.48333] }],
    jobs: [
      { id: 1, location: [124.1036, 48.59978] },
      { id: 2, location: [124.1036, 48.59978] },
    ],
  })
  expect(read.problem.places).toBe(2)
  expect(read.distances).toBe('great circle × 1.4 at 40 km/h')
  const [travel] = read.problem.travel
  expect(travel?.kind === 'matrix' && travel.distance[1]).toBeCloseTo(30_900 * 1.4, -3)
})

test('what older clients call the amount of a job is a delivery', () => {
  const read = good({ ...base, shipments: [], jobs: [{ id: 1, location_index: 1, amount: [3] }] })
  expect(read.problem.stops[0]).toMatchObject({ delivery: [3], pickup: [0] })
})

test('what it writes it reads back, and the checker agrees', () => {
  const read = good(base)
  const answer = readAnswer(bytes(vroomAnswer(read, plan)), read)
  expect(answer.ok && checkAnswer(read, answer.value)).toMatchObject({
    feasible: true,
    faults: [],
    cost: 4_000,
    vehicles: 1,
    unassigned: 1,
  })
})

type Written = ReturnType<typeof vroomAnswer>
const spoil = (change: (answer: Written) => void): Written => {
  const answer = structuredClone(vroomAnswer(good(base), plan))
  change(answer)
  return answer
}
const steps = (answer: Written) => answer.routes[0]?.steps ?? []
test.each<[string, string, (answer: Written) => void]>([
  ['a break forgotten', 'break-missing', answer => steps(answer).splice(5, 1)],
  ['a break taken too late', 'break-late', answer => Object.assign(steps(answer)[0] ?? {}, { arrival: 2_000 })],
  ['an arrival nobody can make', 'wrong-arrival', answer => Object.assign(steps(answer)[2] ?? {}, { arrival: 900 })],
  ['a cost that is not true', 'wrong-cost', answer => Object.assign(answer.summary, { cost: 3_990 })],
  [
    'one vehicle on two routes',
    'vehicle-twice',
    answer =>
      answer.routes.push({
        vehicle: 1,
        steps: [
          { type: 'start', arrival: 0 },
          { type: 'end', arrival: 0 },
        ],
      }),
  ],
  [
    'a skill missing',
    'skill-missing',
    answer => Object.assign(answer.routes[0] ?? {}, { vehicle: 2, steps: steps(answer).filter(({ type }) => type !== 'break') }),
  ],
  ['a task forgotten', 'not-served', answer => answer.unassigned.splice(0)],
  ['a task served twice', 'served-twice', answer => steps(answer).splice(1, 0, { type: 'job', id: 11, arrival: 600 })],
  [
    'goods brought before they are fetched',
    'pair-order',
    answer => steps(answer).splice(3, 2, { type: 'delivery', id: 12, arrival: 9_000 }, { type: 'pickup', id: 11, arrival: 9_900 }),
  ],
  ['reached after the window', 'late', answer => Object.assign(steps(answer)[0] ?? {}, { arrival: 8_500 })],
  ['back after the shift', 'shift-too-late', answer => Object.assign(steps(answer)[0] ?? {}, { arrival: 15_000 })],
])('the checker of answers catches %s', (_what, code, change) => {
  const read = good(base)
  const answer = readAnswer(bytes(spoil(change)), read)
  expect(answer.ok && checkAnswer(read, answer.value).faults.map(fault => fault.code)).toContain(code)
})

test.each<[string, string, (answer: Written) => void]>([
  ['a vehicle that is not in the problem', 'unknown-vehicle', answer => Object.assign(answer.routes[0] ?? {}, { vehicle: 77 })],
  ['a task that is not in the problem', 'unknown-stop', answer => Object.assign(steps(answer)[1] ?? {}, { id: 77 })],
  ['a left-out task that is not in the problem', 'unknown-stop', answer => Object.assign(answer.unassigned[0] ?? {}, { id: 77 })],
  ['a break that is not the vehicle’s', 'unknown-break', answer => Object.assign(steps(answer)[5] ?? {}, { id: 77 })],
])('an answer with %s is refused', (_what, code, change) => {
  const answer = readAnswer(bytes(spoil(change)), good(base))
  expect(answer.ok ? null : answer.reason.code).toBe(code)
})

const with1 = (key: 'jobs' | 'vehicles' | 'shipments', given: object) => ({
  ...base,
  [key]: [{ ...base[key][0], ...given }, ...base[key].slice(1)],
})
const table = (given: object) => ({ ...base, matrices: { car: { ...base.matrices.car, ...given } } })
test.each<[string, unknown, string, string]>([
  ['no JSON', '{"jobs": [NaN]}', 'not-json', 'file'],
  ['no vehicles', { ...base, vehicles: [] }, 'wrong-shape', 'vehicles'],
  ['nothing to do', { ...base, jobs: [], shipments: [] }, 'nothing-to-do', 'jobs'],
  ['a negative service time', with1('jobs', { service: -1 }), 'wrong-shape', 'jobs[0].service'],
  ['half a second', with1('jobs', { service: 0.5 }), 'wrong-shape', 'jobs[0].service'],
  ['a negative load', with1('jobs', { delivery: [-4] }), 'wrong-shape', 'jobs[0].delivery[0]'],
  ['a time as words', with1('jobs', { time_windows: [['8:00', '9:00']] }), 'wrong-shape', 'jobs[0].time_windows[0][0]'],
  ['a window that closes before it opens', with1('jobs', { time_windows: [[9, 8]] }), 'wrong-shape', 'jobs[0].time_windows[0]'],
  [
    'windows that overlap',
    with1('jobs', {
      time_windows: [
        [0, 9],
        [5, 12],
      ],
    }),
    'wrong-window',
    'jobs[0].time_windows',
  ],
  ['a time beyond 2³¹', with1('jobs', { service: 3e9 }), 'wrong-shape', 'jobs[0].service'],
  ['times by type of vehicle', with1('jobs', { service_per_type: { bike: 100 } }), 'wrong-shape', 'jobs[0].service_per_type'],
  ['a priority above 100', with1('jobs', { priority: 101 }), 'wrong-shape', 'jobs[0].priority'],
  ['an id twice', with1('jobs', { id: 12 }), 'duplicate-id', 'jobs[1].id'],
  ['a vehicle’s id twice', with1('vehicles', { id: 2 }), 'duplicate-id', 'vehicles[1].id'],
  ['loads of different dimensions', with1('jobs', { delivery: [1, 2] }), 'wrong-amounts', 'jobs[0].delivery'],
  [
    'capacity below any load',
    { ...base, vehicles: base.vehicles.map(vehicle => ({ ...vehicle, capacity: [0] })) },
    'over-capacity',
    'vehicles[0].capacity[0]',
  ],
  ['a job nowhere', with1('jobs', { location_index: undefined }), 'no-location', 'jobs[0]'],
  ['a place beyond the matrix', with1('jobs', { location_index: 4 }), 'unknown-place', 'jobs[0]'],
  ['a vehicle without start and end', with1('vehicles', { start_index: undefined, end_index: undefined }), 'no-location', 'vehicles[0]'],
  [
    'a longitude of 200',
    { vehicles: [{ id: 1, start: [200, 40] }], jobs: [{ id: 1, location: [120, 40] }] },
    'wrong-shape',
    'vehicles[0].start[0]',
  ],
  ['a profile without matrix', with1('vehicles', { profile: 'truck' }), 'no-matrix', 'vehicles[0].profile'],
  [
    'a point nobody can reach',
    table({ durations: [...line(600).slice(0, 3), [0, 1, null, 0]] }),
    'unreachable',
    'matrices.car.durations[3][2]',
  ],
  [
    'a negative time in the matrix',
    table({ durations: [[0, -1, 1, 1], ...line(600).slice(1)] }),
    'negative',
    'matrices.car.durations[0][1]',
  ],
  ['a matrix that is not square', table({ durations: line(600).slice(1) }), 'wrong-table', 'matrices.car.durations[0]'],
  ['distances of another size', table({ distances: [[0]] }), 'wrong-table', 'matrices.car.distances'],
  ['paid service time', with1('vehicles', { costs: { per_task_hour: 5 } }), 'not-supported', 'vehicles[0].costs.per_task_hour'],
  [
    'a million stops',
    { ...base, jobs: Array.from({ length: 1_000_000 }, (_, id) => ({ id, location_index: 0 })) },
    'too-many-stops',
    'jobs',
  ],
])('%s gets one sentence with its place', (_what, document, code, where) => {
  const read = readProblem(bytes(document))
  expect(read.ok ? null : [read.reason.code, read.reason.where]).toEqual([code, where])
  expect(read.ok ? 0 : read.reason.message.en.length).toBeGreaterThan(5)
})
