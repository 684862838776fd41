import { readFileSync } from 'node:fs'
import { runCommand } from '../../../apps/cli/run-command.ts'
import { loadPolicy } from '@jincun/policy/load'
import { expect, test } from 'vitest'
import { noDatabase } from '../../../test/support/no-database.ts'
import { logistics } from './index.ts'

const fromRouting = (path: string): Uint8Array => readFileSync(new URL(`../../../packages/routing/${path}`, import.meta.url))
const files = new Map<string, string | Uint8Array>([
  ['C101.txt', fromRouting('formats/cases/C101.txt')],
  ['CMT6X.vrpspd.gz', fromRouting('formats/cases/CMT6X.vrpspd.gz')],
  ['lc101.txt', fromRouting('formats/cases/lc101.txt')],
  ['cap71.txt', fromRouting('siting/cases/cap71.txt')],
  [
    'games.json',
    JSON.stringify(
      Object.fromEntries(
        Object.entries(JSON.parse(new TextDecoder().decode(fromRouting('sharing/cases/pooling-games.json'))).games).map(([name, cost]) => [
          name,
          { carriers: ['post', 'courierA', 'courierB', 'coop', 'trade'], cost },
        ]),
      ),
    ),
  ],
])
const run = (args: string) =>
  runCommand(args.split(' '), {
    commands: logistics.commands ?? [],
    loadPolicy,
    now: new Date('2020-05-20T09:00:00+08:00'),
    openDatabase: noDatabase,
    readFile: async path => {
      const content = files.get(path)
      if (content === undefined) throw Object.assign(new Error('absent'), { code: 'ENOENT', path })
      return typeof content === 'string' ? new TextEncoder().encode(content) : content
    },
  })
const json = async (args: string) => {
  const outcome = await run(`${args} --json`)
  if (outcome.exitCode !== 0) throw new Error(outcome.error)
  return JSON.parse(outcome.output ?? '')
}

/** Two villages on each side of the hub; partners a and b, a van each and one for whoever drives. */
const village = (id: number, location: [number, number], partner: string) => ({
  id,
  location,
  delivery: [3],
  pickup: [1],
  service: 300,
  partner,
})
const pooling = {
  problem: {
    vehicles: ['a', 'b', undefined].map((partner, index) => ({
      id: index + 1,
      start: [124.48, 48.48],
      end: [124.48, 48.48],
      capacity: [20],
      costs: { fixed: 5000, per_hour: 3600 },
      ...(partner ? { partner } : {}),
    })),
    jobs: [
      village(1, [124.1, 48.6], 'a'),
      village(2, [124.11, 48.6], 'b'),
      village(3, [124.9, 48.4], 'a'),
      village(4, [124.91, 48.4], 'b'),
    ],
  },
  unit: 1,
}
files.set('pooling.json', JSON.stringify(pooling))
files.set('vroom.json', JSON.stringify(pooling.problem))

test.each([
  ['C101.txt', 100, 10],
  ['CMT6X.vrpspd.gz', 50, 6],
  ['lc101.txt', 106, 10],
  ['vroom.json', 4, 1],
])('solve %s, answer in VROOM’s format, and the checker agrees', async (file, stops, routes) => {
  const answer = await json(`solve ${file} --iterations 4000 --threads 1 --seed 1`)
  expect(answer.code).toBe(0)
  expect(answer.summary).toMatchObject({ unassigned: 0 })
  expect(answer.summary.routes).toBeLessThanOrEqual(routes + 2)
  const served = answer.routes.flatMap((route: { steps: { type: string; id?: number }[] }) =>
    route.steps.filter(step => step.id !== undefined),
  )
  expect(served).toHaveLength(stops)
  files.set('answer.json', JSON.stringify(answer))
  const verdict = await json(`check ${file} answer.json`)
  expect(verdict).toMatchObject({ feasible: true, faults: [], notServed: 0 })
  expect(verdict.cost).toBeCloseTo(answer.summary.cost, file === 'vroom.json' ? -1 : 3)
})

test('the same seed and iterations give the same plan; nodes are the file’s numbers', async () => {
  const [one, other] = [
    await json('solve CMT6X.vrpspd.gz --iterations 1000 --seed 7'),
    await json('solve CMT6X.vrpspd.gz --iterations 1000 --seed 7'),
  ]
  expect(one.routes).toEqual(other.routes)
  const ids = one.routes.flatMap((route: { steps: { id?: number }[] }) => route.steps.flatMap(step => step.id ?? []))
  expect(ids.sort((a: number, b: number) => a - b)).toEqual(Array.from({ length: 50 }, (_, index) => index + 2))
})

test('a malformed problem is told on stderr, and with --json in VROOM’s words on stdout: 2 for input, 3 for no way', async () => {
  const lost = {
    vehicles: [{ id: 1, start_index: 0 }],
    jobs: [{ id: 1, location_index: 1 }],
    matrices: {
      car: {
        durations: [
          [0, null],
          [1, 0],
        ],
      },
    },
  }
  files.set('lost.json', JSON.stringify(lost))
  files.set('negative.json', JSON.stringify({ ...lost, jobs: [{ id: 1, location_index: 1, service: -1 }] }))
  const [way, input] = [await run('solve lost.json --json'), await run('solve negative.json --json')]
  expect([way.exitCode, JSON.parse(way.output ?? '').code]).toEqual([2, 3])
  expect(way.error).toMatch(/matrices.car.durations\[0\]\[1\]: place 1 cannot be reached from place 0/)
  expect(JSON.parse(input.output ?? '')).toEqual({ code: 2, error: 'jobs[0].service: should not be below 0' })
  expect((await run('solve negative.json')).output).toBeUndefined()
})

test('check tells what is wrong in words and codes', async () => {
  const answer = await json('solve vroom.json --iterations 200')
  answer.routes[0].steps = answer.routes[0].steps.filter((step: { id?: number }) => step.id !== 4)
  files.set('forgotten.json', JSON.stringify(answer))
  expect((await json('check vroom.json forgotten.json')).faults.map(({ code }: { code: string }) => code)).toContain('not-served')
  expect((await run('check vroom.json forgotten.json')).output).toMatch(/infeasible.*\n.*not-served: stop job 4 is in no route/)
})

test('share a table: amounts add up to the cent, who would leave is named', async () => {
  const statement = await json('share games.json --game SCA3-0-disjoint')
  expect(statement).toMatchObject({ total: 635.62, saving: 632.96, coreIsEmpty: false, complete: true })
  for (const { amounts } of statement.rules) {
    const cents = Object.values(amounts as Record<string, number>).reduce((sum, amount) => sum + Math.round(100 * amount), 0)
    expect(cents).toBe(63_562)
  }
  expect(statement.rules[0]).toMatchObject({
    rule: 'shapley',
    inCore: false,
    leaving: [{ coalition: ['post', 'courierA', 'courierB', 'coop'] }],
  })
  expect((await run('share games.json --game SCA3-0-disjoint')).output).toMatch(/post\+courierA\+courierB\+coop would gain/)
})

test('share a problem: every coalition is planned, then shared also by stops and load', async () => {
  const statement = await json('share pooling.json --iterations 200')
  expect(Object.keys(statement.costs)).toEqual(['a', 'b', 'a+b'])
  expect(statement.saving).toBeGreaterThan(0.3 * statement.total)
  expect(statement.rules.map(({ rule }: { rule: string }) => rule)).toEqual([
    'shapley',
    'nucleolus',
    'equal-profit',
    'alone',
    'stops',
    'load',
  ])
  expect(statement.rules.every(({ inCore }: { inCore: boolean }) => inCore)).toBe(true)
})

test('site an OR-Library file to its proven best', async () => {
  const plan = await json('site cap71.txt --seconds 20')
  expect(plan).toMatchObject({ optimal: true, gapPercent: 0, faults: [] })
  expect(plan.cost.total).toBeCloseTo(932_615.75, 2)
  expect((await run('site cap71.txt')).output).toMatch(/proven best/)
})

test('pool: a county’s villages, demand marked as demo, legs with their source; pooling is cheaper and shares add up', async () => {
  const lines = readFileSync(new URL('../cases/150722-network-nodes.csv', import.meta.url), 'utf8').split('\n')
  files.set('nodes.csv', [...lines.slice(0, 2), ...lines.filter(line => line.startsWith('village,')).slice(0, 12)].join('\n'))
  const study = await json('pool nodes.csv --iterations 150')
  expect(study).toMatchObject({
    realm: 'demo',
    legs: { source: 'great-circle', terrainFactor: 1.4 },
    network: { villages: 12 },
    coreIsEmpty: false,
  })
  expect(Object.keys(study.costs)).toHaveLength(15)
  expect(study.yuanPerParcel.pooled).toBeLessThan(study.yuanPerParcel.separate)
  expect(study.rules.map(({ rule }: { rule: string }) => rule)).toEqual([
    'shapley',
    'nucleolus',
    'equal-profit',
    'alone',
    'parcels',
    'stops',
  ])
  for (const { amounts } of study.rules)
    expect(Object.values(amounts as Record<string, number>).reduce((sum, amount) => sum + Math.round(100 * amount), 0)).toBe(
      Math.round(100 * study.total),
    )
})

test.each([
  ['pool', /name the network file/],
  ['pool C101.txt', /the column 'level' is missing/],
  ['solve', /name the problem file/],
  ['solve absent.json', /absent.json cannot be read \(ENOENT\)/],
  ['solve vroom.json --seconds soon', /--seconds: should be a number/],
  ['solve vroom.json --threads 0', /--threads: should be a whole number from 1/],
  ['solve vroom.json --distances miles', /--distances: should be one of/],
  ['check vroom.json', /name the solution file/],
  ['check vroom.json games.json', /routes/],
  ['share games.json', /partners: list the partners/],
  ['share games.json --game X', /no game 'X'/],
  ['share C101.txt', /not JSON/],
  ['site games.json', /sites/],
  ['site cap71.txt --capacity=-1', /--capacity/],
])('%s exits with 2 and one sentence', async (args, sentence) => {
  const outcome = await run(args)
  expect(outcome.exitCode).toBe(2)
  expect(outcome.error).toMatch(sentence)
  expect(outcome.error).not.toContain('\n')
})

test.each([
  ['a coalition missing', { partners: ['a', 'b'], costs: { a: 1, b: 2 } }, /the cost of 'a\+b' is missing/],
  ['an unknown partner', { partners: ['a', 'b'], costs: { a: 1, b: 2, 'a+c': 3 } }, /costs.a\+c: names no coalition/],
  ['a coalition twice', { partners: ['a', 'b'], costs: { a: 1, b: 2, 'a+b': 3, 'b+a': 3 } }, /stands twice/],
  ['a partner twice', { partners: ['a', 'a'], costs: { a: 1 } }, /named twice/],
  ['a measure without a value', { partners: ['a'], costs: { a: 1 }, measures: { weight: {} } }, /measures.weight: has no value for 'a'/],
  ['neither costs nor problem', { partners: ['a'] }, /give either 'costs'/],
  [
    'thirteen partners in a table',
    { partners: Array.from({ length: 13 }, (_, index) => `p${index}`), costs: { p0: 1 } },
    /at most 12 partners/,
  ],
  [
    'a task of nobody',
    { problem: { ...pooling.problem, jobs: [...pooling.problem.jobs, { id: 9, location: [1, 1] }] } },
    /task 9 names no partner/,
  ],
  [
    'a coalition that cannot serve its own',
    { problem: { ...pooling.problem, vehicles: pooling.problem.vehicles.slice(0, 1) } },
    /b: vehicles: needs at least one vehicle/,
  ],
  [
    'a coalition whose van is too small',
    { problem: { ...pooling.problem, vehicles: [{ ...pooling.problem.vehicles[0], partner: undefined, capacity: [8], max_tasks: 2 }] } },
    /a\+b: cannot serve job/,
  ],
])('a sharing file with %s is refused', async (_what, document, sentence) => {
  files.set('wrong.json', JSON.stringify(document))
  const outcome = await run('share wrong.json --iterations 50')
  expect(outcome.exitCode).toBe(2)
  expect(outcome.error).toMatch(sentence)
})
