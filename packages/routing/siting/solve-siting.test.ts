import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkSitingPlan } from './check-plan.ts'
import { lagrangianBound } from './lagrangian-bound.ts'
import { readSiting } from './read-siting.ts'
import type { SitingPlan, SitingProblem } from './siting-problem.ts'
import { solveSiting } from './solve-siting.ts'

const now = (): number => performance.now()
const solved = async (problem: SitingProblem, seconds = 20) => {
  const outcome = await solveSiting(problem, { seconds, now })
  if (!outcome.ok) throw new Error(outcome.reason.message.en)
  return outcome.value
}
const instance = (file: string, reading = {}): SitingProblem => {
  const problem = readSiting(readFileSync(new URL(`cases/${file}`, import.meta.url)), reading)
  if (!problem.ok) throw new Error(problem.reason.message.en)
  return problem.value
}

test.each([
  ['cap71.txt', 932_615.75, 11],
  ['holmberg-p1.txt', 8_848, 7],
])('%s to its best-known value with proof', async (file, cost, sites) => {
  const problem = instance(file)
  const outcome = await solved(problem)
  expect(outcome.plan.cost.total).toBeCloseTo(cost, 3)
  expect(outcome).toMatchObject({ optimal: true, method: 'exact' })
  expect(outcome.plan.open).toHaveLength(sites)
  expect(checkSitingPlan(problem, outcome.plan)).toEqual([])
})

/** Small problems with every feature: sizes, unreachable pairs, limits, two stages. */
const anyProblem: fc.Arbitrary<SitingProblem> = fc
  .record({ sites: fc.integer({ min: 1, max: 4 }), customers: fc.integer({ min: 1, max: 5 }) })
  .chain(({ sites, customers }) =>
    fc.record({
      sites: fc
        .array(
          fc.array(fc.record({ capacity: fc.integer({ min: 1, max: 30 }), openingCost: fc.integer({ min: 0, max: 90 }) }), {
            minLength: 1,
            maxLength: 2,
          }),
          { minLength: sites, maxLength: sites },
        )
        .map(list => list.map((sizes, index) => ({ id: `s${index}`, sizes }))),
      customers: fc
        .array(fc.integer({ min: 0, max: 12 }), { minLength: customers, maxLength: customers })
        .map(list => list.map((demand, index) => ({ id: `c${index}`, demand }))),
      serving: fc
        .array(fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 0, max: 60 }) }, fc.constant(Infinity)), {
          minLength: sites * customers,
          maxLength: sites * customers,
        })
        .map(costs => Float64Array.from(costs)),
      singleSource: fc.constant(true),
      sitesMax: fc.option(fc.integer({ min: 1, max: 3 })),
      openingBudget: fc.option(fc.integer({ min: 20, max: 200 })),
      supply: fc.constant(null),
    }),
  )

/** Every choice of sizes and of a site for each customer. */
function byEnumeration(problem: SitingProblem): number {
  let best = Infinity
  const visit = (open: (number | null)[]): void => {
    if (open.length < problem.sites.length) {
      visit([...open, null])
      for (const size of problem.sites[open.length]?.sizes.keys() ?? []) visit([...open, size])
      return
    }
    const sizes = open.map((size, site) => (size === null ? null : (problem.sites[site]?.sizes[size] ?? null)))
    const opening = sizes.reduce((sum, size) => sum + (size?.openingCost ?? 0), 0)
    const number = sizes.filter(size => size !== null).length
    if (number > (problem.sitesMax ?? Infinity) || opening > (problem.openingBudget ?? Infinity)) return
    const serve = (customer: number, left: number[], cost: number): void => {
      if (cost >= best) return
      if (customer === problem.customers.length) {
        best = cost
        return
      }
      const demand = problem.customers[customer]?.demand ?? 0
      for (const [site, size] of sizes.entries()) {
        const room = left[site] ?? 0
        if (size && room >= demand)
          serve(
            customer + 1,
            left.with(site, room - demand),
            cost + (problem.serving[site * problem.customers.length + customer] ?? Infinity),
          )
      }
    }
    serve(
      0,
      sizes.map(size => size?.capacity ?? 0),
      opening,
    )
  }
  visit([])
  return best
}

test('single-source plans are the best of all choices, or there is none', async () => {
  await fc.assert(
    fc.asyncProperty(anyProblem, async problem => {
      const best = byEnumeration(problem)
      const outcome = await solveSiting(problem, { seconds: 10, now })
      expect(outcome.ok).toBe(Number.isFinite(best))
      if (!outcome.ok) return
      expect(outcome.value.plan.cost.total).toBeCloseTo(best, 5)
      expect(outcome.value.bound).toBeLessThanOrEqual(best + 1e-4)
      expect(checkSitingPlan(problem, outcome.value.plan)).toEqual([])
    }),
    { numRuns: 60 },
  )
})

test('parts never cost more than whole customers, and two stages never less than one', async () => {
  await fc.assert(
    fc.asyncProperty(anyProblem, fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 8, maxLength: 8 }), async (problem, unit) => {
      const whole = await solveSiting(problem, { seconds: 10, now })
      if (!whole.ok) return
      const parts = await solved({ ...problem, singleSource: false })
      expect(parts.plan.cost.total).toBeLessThanOrEqual(whole.value.plan.cost.total + 1e-5)
      expect(checkSitingPlan({ ...problem, singleSource: false }, parts.plan)).toEqual([])
      const sources = [1, 2].map(number => ({ id: `h${number}`, capacity: 60, openingCost: 0 }))
      const staged = { ...problem, supply: { sources, unitCost: Float64Array.from(unit.slice(0, 2 * problem.sites.length)) } }
      const moved = await solved(staged)
      expect(checkSitingPlan(staged, moved.plan)).toEqual([])
      expect(moved.plan.cost.total).toBeGreaterThanOrEqual(whole.value.plan.cost.total - 1e-5)
      expect(moved.bound).toBeLessThanOrEqual(moved.plan.cost.total + 1e-6)
    }),
    { numRuns: 30 },
  )
})

/** Villages and stations on a plane of whole kilometres, by a fixed rule. */
function spread(sites: number, customers: number, singleSource: boolean): SitingProblem {
  const at = (index: number, salt: number): [number, number] => [
    (index * 7919 + salt * 104729) % 997,
    (index * 6101 + salt * 15485863) % 991,
  ]
  const demands = Array.from({ length: customers }, (_, index) => 5 + ((index * 37) % 26))
  return {
    sites: Array.from({ length: sites }, (_, index) => ({
      id: `s${index}`,
      sizes: [{ capacity: (40 * customers) / 8, openingCost: 20_000 + ((index * 997) % 9_000) }],
    })),
    customers: demands.map((demand, index) => ({ id: `c${index}`, demand })),
    serving: Float64Array.from({ length: sites * customers }, (_, pair) => {
      const [[x, y], [u, v]] = [at(Math.floor(pair / customers), 1), at(pair % customers, 2)]
      return Math.round(Math.hypot(x - u, y - v)) * (demands[pair % customers] ?? 0)
    }),
    singleSource,
    sitesMax: null,
    openingBudget: null,
    supply: null,
  }
}

test.each([
  ['by parts', false],
  ['whole', true],
])('beyond 40 × 250, customers %s: a plan that holds, with a stated bound near it', async (_how, singleSource) => {
  const problem = spread(60, 300, singleSource)
  const outcome = await solved(problem, 8)
  expect(checkSitingPlan(problem, outcome.plan)).toEqual([])
  expect(outcome.method).toBe('lagrangian')
  expect(outcome.bound).toBeLessThanOrEqual(outcome.plan.cost.total)
  expect(outcome.gap).toBeLessThan(0.03)
})

test('the relaxation never claims more than the best plan costs', async () => {
  await fc.assert(
    fc.asyncProperty(anyProblem, async problem => {
      const best = byEnumeration({ ...problem, openingBudget: null })
      if (!Number.isFinite(best)) return
      const { bound } = await lagrangianBound(problem, async () => best, { iterationsMax: 60, stop: () => false })
      expect(bound).toBeLessThanOrEqual(best + 1e-6)
    }),
    { numRuns: 60 },
  )
})

test('the checker of plans names what is planted', () => {
  const problem = { ...spread(4, 6, true), sitesMax: 1, openingBudget: 1 }
  const part = (customer: number, site = 0) => ({ site, customer, fraction: 1 })
  const cost = { opening: 2, serving: 0, moving: 0, total: 2 }
  const plan: SitingPlan = {
    open: [
      { site: 0, size: 0 },
      { site: 1, size: 0 },
    ],
    served: [0, 1, 2, 3].map(customer => part(customer)),
    moved: [],
    cost,
  }
  const codes = (spoiled: Partial<SitingPlan>, of = problem) => checkSitingPlan(of, { ...plan, ...spoiled }).map(({ code }) => code)
  expect(codes({})).toEqual(['not-served-once', 'not-served-once', 'over-capacity', 'too-many-sites', 'over-budget'])
  expect(codes({ served: [part(0), part(0, 2)] })).toEqual(expect.arrayContaining(['several-sources', 'closed-site-serves']))
  expect(
    codes({
      open: [
        { site: 0, size: 0 },
        { site: 0, size: 0 },
      ],
    }),
  ).toContain('opened-twice')
  expect(codes({}, { ...problem, serving: problem.serving.map(() => Infinity) })).toContain('unreachable')
  const supply = { sources: [{ id: 'hub', capacity: 1, openingCost: 0 }], unitCost: new Float64Array(4) }
  expect(codes({ moved: [{ source: 0, site: 1, units: 5 }] }, { ...problem, supply } as typeof problem)).toEqual(
    expect.arrayContaining(['unbalanced', 'source-over-capacity']),
  )
})

const text = (value: unknown): Uint8Array => new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value))
const small = {
  sites: [{ id: 'a', sizes: [{ capacity: 9, openingCost: 5 }] }],
  customers: [{ id: 'v', demand: 2 }],
  servingUnitCosts: [[3]],
}

test('JSON by unit costs, text in gzip, and the word capacity', async () => {
  const problem = readSiting(gzipSync(text(small)))
  expect(problem.ok && (await solved(problem.value)).plan.cost).toEqual({ opening: 5, serving: 6, moving: 0, total: 11 })
  const orLibrary = ' 2 1\n capacity 7.\n capacity 9.\n 4\n 10 20\n'
  const named = readSiting(text(orLibrary), { capacity: 6 })
  expect(named.ok && named.value.sites.map(({ sizes }) => sizes[0])).toEqual([
    { capacity: 6, openingCost: 7 },
    { capacity: 6, openingCost: 9 },
  ])
  const unnamed = readSiting(text(orLibrary))
  expect(unnamed.ok && unnamed.value.sites[0]?.sizes[0]?.capacity).toBe(4)
})

test.each([
  ['no JSON', '{"sites": [NaN]}', 'not-json', 'file'],
  ['a negative demand', { ...small, customers: [{ id: 'v', demand: -2 }] }, 'wrong-shape', 'customers[0].demand'],
  ['an unknown field', { ...small, sitesMaxx: 3 }, 'wrong-shape', 'file'],
  ['no sites', { ...small, sites: [] }, 'wrong-shape', 'sites'],
  ['a table of another size', { ...small, servingUnitCosts: [[3, 4]] }, 'wrong-table', 'servingUnitCosts[0]'],
  ['no costs', { ...small, servingUnitCosts: undefined }, 'no-serving-costs', 'servingCosts'],
  ['an unreachable customer', { ...small, servingUnitCosts: [[null]] }, 'unreachable', 'customers[0]'],
  [
    'the same id twice',
    {
      ...small,
      customers: [
        { id: 'v', demand: 2 },
        { id: 'v', demand: 2 },
      ],
      servingUnitCosts: [[3, 3]],
    },
    'duplicate-id',
    'customers[1].id',
  ],
  ['sources without costs', { ...small, sources: [{ id: 'hub', capacity: 9 }] }, 'wrong-table', 'sourceUnitCosts'],
  ['a text that ends', '2 2\n5 5\n5 5\n1 3 4\n', 'file-ends', 'word 10'],
  ['a text with a word', '1 1\n5 five\n1 3\n', 'not-a-number', 'word 4'],
  ['a size of nonsense', '0 5', 'wrong-size', 'line 1'],
  ['words left over', '1 1\n5 5\n1 3 9 9\n', 'words-left', 'word 7'],
])('%s gets one sentence', (_what, given, code, where) => {
  const read = readSiting(text(given))
  expect(read.ok ? null : [read.reason.code, read.reason.where]).toEqual([code, where])
})

test('a customer without demand must be reached all the same', async () => {
  const customers = [
    { id: 'a', demand: 2 },
    { id: 'b', demand: 0 },
  ]
  const problem = { ...spread(1, 2, false), customers, serving: Float64Array.from([0, Infinity]) }
  const outcome = await solveSiting(problem, { seconds: 5, now })
  expect(outcome.ok ? null : outcome.reason.code).toBe('siting-infeasible')
})

test('no plan is said, not thrown', async () => {
  const problem = {
    ...spread(3, 4, true),
    sitesMax: 1,
    sites: spread(3, 4, true).sites.map(({ id }) => ({ id, sizes: [{ capacity: 20, openingCost: 1 }] })),
  }
  const outcome = await solveSiting(problem, { seconds: 5, now })
  expect(outcome.ok ? null : outcome.reason.code).toBe('siting-infeasible')
})
