import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadInstance } from '../../../bench/routing/instances.ts'
import { checkSolution } from '../check/index.ts'
import type { RoutingProblem } from '../problem.ts'
import { optimumOf, worthOf } from '../testing/exhaustive.ts'
import { randomProblem } from '../testing/random-problem.ts'
import { Random } from './random.ts'
import { solve } from './solve.ts'

const instances = join(import.meta.dirname, '../../../bench/routing/instances')

function instance(set: string, name: string) {
  const found = loadInstance(join(instances, set), name)
  if (found === null) throw new Error(`No instance ${name}`)
  return found
}

const problemOf = (seed: number, stops: number): RoutingProblem => randomProblem(new Random(seed), stops)
const seeds = (count: number): number[] => Array.from({ length: count }, (_, seed) => seed)

test.each([
  ['vrpspd-dethloff', 'CON8-4', 30_000],
  ['vrpspd-salhi-nagy', 'CMT1X', 60_000],
  ['vrptw-solomon', 'C107', 3000],
  ['pdptw-lilim', 'lc101', 3000],
])('%s %s: the best-known plan is found', async (set, name, iterations) => {
  const { problem, best, bestVehicles, scale, vehicleCost } = instance(set, name)
  const { solution } = await solve(problem, { seed: 1, iterations })
  expect(checkSolution(problem, solution).faults).toEqual([])
  expect((solution.cost - vehicleCost * solution.routes.length) / scale / best).toBeCloseTo(1, 4)
  expect(bestVehicles === null || bestVehicles === solution.routes.length).toBe(true)
})

test.each([
  ['vrptw-solomon', 'RC107', 1.03],
  ['cvrp-x', 'X-n106-k14', 1.02],
  ['hfvrp-x', 'X110-HD', 1.06],
])('%s %s: a few thousand iterations come near the best-known plan', async (set, name, within) => {
  const { problem, best, scale } = instance(set, name)
  const { solution } = await solve(problem, { seed: 1, iterations: 15_000 })
  expect(checkSolution(problem, solution).faults).toEqual([])
  expect(solution.cost / scale / best).toBeGreaterThan(0.99999)
  expect(solution.cost / scale / best).toBeLessThan(within)
})

test('on tiny problems of every feature no plan beats the optimum by enumeration, and nearly all reach it', async () => {
  const missed: number[] = []
  for (const seed of seeds(40)) {
    const problem = problemOf(seed, 2 + (seed % 3))
    const { solution } = await solve(problem, { seed, iterations: 400 })
    const [found, optimum] = [worthOf(problem, solution), optimumOf(problem)]
    expect(found.requiredUnserved, `seed ${seed}`).toBe(optimum.requiredUnserved)
    expect(found.cost, `seed ${seed}`).toBeGreaterThanOrEqual(optimum.cost)
    if (found.cost !== optimum.cost) missed.push(seed)
  }
  expect(missed.length).toBeLessThanOrEqual(1)
})

test('every plan passes the independent checker', async () => {
  for (const seed of seeds(100)) {
    const problem = problemOf(1000 + seed, 4 + (seed % 14))
    const { solution } = await solve(problem, { seed, iterations: 250 })
    const { faults } = checkSolution(problem, solution)
    expect(
      faults.filter(({ code }) => code !== 'not-served'),
      `seed ${seed}`,
    ).toEqual([])
    const required = solution.unserved.filter(stop => problem.stops[stop]?.prize === null)
    expect(faults.map(({ stop }) => stop)).toEqual(required)
  }
})

test('a seed and a count of iterations give the same plan, byte for byte; another seed another search', async () => {
  const { problem } = instance('vrptw-solomon', 'RC107')
  const plan = async (seed: number): Promise<string> => JSON.stringify((await solve(problem, { seed, iterations: 600 })).solution)
  expect(await plan(7)).toBe(await plan(7))
  expect(await plan(8)).not.toBe(await plan(7))
})

test('two threads exchange plans at fixed counts: the same plan twice', async () => {
  const { problem } = instance('vrpspd-dethloff', 'SCA3-0')
  const plan = async (): Promise<string> => JSON.stringify((await solve(problem, { seed: 3, iterations: 1200, threads: 2 })).solution)
  const first = await plan()
  expect(await plan()).toBe(first)
  expect(checkSolution(problem, JSON.parse(first)).faults).toEqual([])
})

test('the best plan only ever gets better, and stopping early answers it', async () => {
  const { problem } = instance('cvrp-x', 'X-n106-k14')
  const costs: number[] = []
  const stopper = new AbortController()
  const { solution } = await solve(problem, {
    seed: 1,
    milliseconds: 6000,
    signal: stopper.signal,
    onProgress: ({ cost }) => {
      costs.push(cost)
      if (costs.length === 5) stopper.abort()
    },
  })
  expect(costs.length).toBeGreaterThanOrEqual(5)
  expect(costs).toEqual(costs.toSorted((a, b) => b - a))
  expect(solution.cost).toBe(costs.at(-1))
  expect(checkSolution(problem, solution).feasible).toBe(true)
})

test('nothing to do and nobody to do it are answered, not crashed on', async () => {
  const problem = problemOf(5, 4)
  const empty = await solve({ ...problem, stops: [], pairs: [] }, { seed: 1, iterations: 10 })
  expect(empty.solution).toEqual({ routes: [], unserved: [], cost: 0 })
  const idle = await solve({ ...problem, vehicles: [] }, { seed: 1, iterations: 10 })
  expect(idle.solution.unserved).toEqual(problem.stops.map((_, stop) => stop))
})
