import { solveProgram } from '../linear/solve-program.ts'
import type { LinearProgram, LinearRow, ProgramOutcome } from '../linear/solve-program.ts'
import { planOf } from './siting-plan.ts'
import { servingCost, totalDemand } from './siting-problem.ts'
import type { SitingPlan, SitingProblem } from './siting-problem.ts'

/** Which column of the program stands for which decision. */
export type Columns = {
  open: readonly { site: number; size: number }[]
  serve: readonly { site: number; customer: number }[]
  sources: readonly number[]
  move: readonly { source: number; site: number }[]
}

export type Restriction = {
  /** Sites that may open; absent: all. */
  sites?: readonly number[]
  /** Sites known to be open in a best plan. */
  opened?: ReadonlySet<number>
  /** A plan known beforehand, of a problem without a second stage. */
  start?: Pick<SitingPlan, 'open' | 'served'>
  /** Pairs worth a column; absent: all that can serve. */
  mayServe?: (site: number, customer: number) => boolean
}

function columnsOf(problem: SitingProblem, { sites, mayServe }: Restriction): Columns {
  const chosen = sites ?? problem.sites.map((_, site) => site)
  const open = chosen.flatMap(site => (problem.sites[site]?.sizes ?? []).map((_, size) => ({ site, size })))
  const serve = chosen.flatMap(site =>
    problem.customers.flatMap((_, customer) =>
      Number.isFinite(servingCost(problem, site, customer)) && (mayServe?.(site, customer) ?? true) ? [{ site, customer }] : [],
    ),
  )
  const sources = problem.supply?.sources.map((_, source) => source) ?? []
  const unitCost = problem.supply?.unitCost ?? new Float64Array()
  const move = sources.flatMap(source =>
    chosen.flatMap(site => (Number.isFinite(unitCost[source * problem.sites.length + site]) ? [{ source, site }] : [])),
  )
  return { open, serve, sources, move }
}

const grouped = <T>(items: readonly T[], key: (item: T) => number, offset: number): Map<number, number[]> => {
  const groups = new Map<number, number[]>()
  for (const [index, item] of items.entries()) {
    const group = groups.get(key(item))
    if (group) group.push(offset + index)
    else groups.set(key(item), [offset + index])
  }
  return groups
}

const ones = (columns: readonly unknown[]): number[] => columns.map(() => 1)

/** Everyone is served; no site beyond its size; one size a site; limits on number and money. */
function firstStageRows(problem: SitingProblem, columns: Columns, opened: ReadonlySet<number>): LinearRow[] {
  const sizeOf = ({ site, size }: Columns['open'][number]) => problem.sites[site]?.sizes[size] ?? { capacity: 0, openingCost: 0 }
  const demand = (customer: number): number => problem.customers[customer]?.demand ?? 0
  const sizesOf = grouped(columns.open, ({ site }) => site, 0)
  const servedBy = grouped(columns.serve, ({ site }) => site, columns.open.length)
  const servesWhom = grouped(columns.serve, ({ customer }) => customer, columns.open.length)
  const rows: LinearRow[] = problem.customers.map((_, customer) => {
    const ways = servesWhom.get(customer) ?? []
    return { lower: 1, upper: 1, columns: ways, values: ones(ways) }
  })
  for (const [site, sizes] of sizesOf) {
    const ways = servedBy.get(site) ?? []
    const used = ways.map(column => demand(columns.serve[column - columns.open.length]?.customer ?? 0))
    const held = sizes.map(column => -sizeOf(columns.open[column] ?? { site, size: 0 }).capacity)
    rows.push({ lower: -Infinity, upper: 0, columns: [...ways, ...sizes], values: [...used, ...held] })
    rows.push({ lower: opened.has(site) ? 1 : 0, upper: 1, columns: sizes, values: ones(sizes) })
  }
  const all = columns.open.map((_, index) => index)
  rows.push({ lower: totalDemand(problem), upper: Infinity, columns: all, values: columns.open.map(option => sizeOf(option).capacity) })
  if (problem.sitesMax !== null) rows.push({ lower: 0, upper: problem.sitesMax, columns: all, values: ones(all) })
  return rows
}

/** What a site hands out comes from sources, and no source gives more than it has once it is open. */
function secondStageRows(problem: SitingProblem, columns: Columns): LinearRow[] {
  const { supply } = problem
  if (!supply) return []
  const [firstSource, firstMove] = [
    columns.open.length + columns.serve.length,
    columns.open.length + columns.serve.length + columns.sources.length,
  ]
  const into = grouped(columns.move, ({ site }) => site, firstMove)
  const outOf = grouped(columns.move, ({ source }) => source, firstMove)
  const servedBy = grouped(columns.serve, ({ site }) => site, columns.open.length)
  const balance = [...servedBy].map(([site, ways]) => {
    const demands = ways.map(column => -(problem.customers[columns.serve[column - columns.open.length]?.customer ?? 0]?.demand ?? 0))
    const moves = into.get(site) ?? []
    return { lower: 0, upper: 0, columns: [...moves, ...ways], values: [...ones(moves), ...demands] }
  })
  const capacity = supply.sources.map(({ capacity: held }, source) => {
    const moves = outOf.get(source) ?? []
    return { lower: -Infinity, upper: 0, columns: [...moves, firstSource + source], values: [...ones(moves), -held] }
  })
  return [...balance, ...capacity]
}

function budgetRow(problem: SitingProblem, columns: Columns): LinearRow[] {
  if (problem.openingBudget === null) return []
  const firstSource = columns.open.length + columns.serve.length
  const opening = columns.open.map(({ site, size }) => problem.sites[site]?.sizes[size]?.openingCost ?? 0)
  const sources = columns.sources.map(source => problem.supply?.sources[source]?.openingCost ?? 0)
  const indices = [...opening.keys(), ...columns.sources.map(source => firstSource + source)]
  return [{ lower: 0, upper: problem.openingBudget, columns: indices, values: [...opening, ...sources] }]
}

function programOf(problem: SitingProblem, columns: Columns, restriction: Restriction): LinearProgram {
  const { open, serve, sources, move } = columns
  const unitCost = problem.supply?.unitCost ?? new Float64Array()
  const costs = [
    ...open.map(({ site, size }) => problem.sites[site]?.sizes[size]?.openingCost ?? 0),
    ...serve.map(({ site, customer }) => servingCost(problem, site, customer)),
    ...sources.map(source => problem.supply?.sources[source]?.openingCost ?? 0),
    ...move.map(({ source, site }) => unitCost[source * problem.sites.length + site] ?? 0),
  ]
  return {
    costs,
    lower: costs.map(() => 0),
    upper: [...open.map(() => 1), ...serve.map(() => 1), ...sources.map(() => 1), ...move.map(() => Infinity)],
    rows: [
      ...firstStageRows(problem, columns, restriction.opened ?? new Set()),
      ...secondStageRows(problem, columns),
      ...budgetRow(problem, columns),
    ],
  }
}

/** "Served by a site only if it is open", for the pairs where the relaxed solution breaks it. */
function brokenLinks(columns: Columns, x: Float64Array, known: Set<number>): LinearRow[] {
  const sizesOf = grouped(columns.open, ({ site }) => site, 0)
  return columns.serve.flatMap(({ site }, index) => {
    const column = columns.open.length + index
    const sizes = sizesOf.get(site) ?? []
    const open = sizes.reduce((sum, size) => sum + (x[size] ?? 0), 0)
    if (known.has(column) || (x[column] ?? 0) <= open + 1e-6) return []
    known.add(column)
    return [{ lower: -Infinity, upper: 0, columns: [column, ...sizes], values: [1, ...sizes.map(() => -1)] }]
  })
}

/** A plan as values of the columns. */
function valuesOf({ open, serve }: Columns, plan: Pick<SitingPlan, 'open' | 'served'>): Float64Array {
  const opened = new Set(plan.open.map(({ site, size }) => `${site}.${size}`))
  const fractions = new Map(plan.served.map(({ site, customer, fraction }) => [`${site}.${customer}`, fraction]))
  return Float64Array.from([
    ...open.map(({ site, size }) => (opened.has(`${site}.${size}`) ? 1 : 0)),
    ...serve.map(({ site, customer }) => fractions.get(`${site}.${customer}`) ?? 0),
  ])
}

/** Customers without demand bind no capacity, so nothing but these rows keeps them from closed sites. */
function weightlessLinks(problem: SitingProblem, columns: Columns, known: Set<number>): LinearRow[] {
  const weightless = Float64Array.from([
    ...columns.open.map(() => 0),
    ...columns.serve.map(({ customer }) => (problem.customers[customer]?.demand === 0 ? 1 : 0)),
  ])
  return brokenLinks(columns, weightless, known)
}

/**
 * Solves the siting program by HiGHS: the linking rows x ≤ y that the linear relaxation breaks are added round by round
 * (all of them would be sites × customers), then the integer program is solved with those. Null: no plan was found in
 * the time, or there is none.
 */
export async function solveSitingProgram(
  problem: SitingProblem,
  restriction: Restriction,
  { seconds }: { seconds: () => number },
): Promise<{ plan: SitingPlan; bound: number; optimal: boolean } | { plan: null; infeasible: boolean }> {
  const columns = columnsOf(problem, restriction)
  const program = programOf(problem, columns, restriction)
  const known = new Set<number>()
  const rows = [...program.rows, ...weightlessLinks(problem, columns, known)]
  let relaxed: ProgramOutcome
  do {
    relaxed = await solveProgram({ ...program, rows }, { secondsMax: seconds() })
    if (relaxed.status === 'infeasible') return { plan: null, infeasible: true }
    const links = relaxed.status === 'optimal' ? brokenLinks(columns, relaxed.x, known) : []
    rows.push(...links)
    if (links.length === 0) break
  } while (seconds() > 0)
  const integer = program.costs.map((_, column) => {
    const serving = column >= columns.open.length && column < columns.open.length + columns.serve.length
    const moving = column >= columns.open.length + columns.serve.length + columns.sources.length
    return serving ? problem.singleSource : !moving
  })
  const start = restriction.start && !problem.supply ? { start: valuesOf(columns, restriction.start) } : {}
  const outcome = await solveProgram({ ...program, rows, integer }, { secondsMax: seconds(), ...start })
  if (outcome.x.length === 0) return { plan: null, infeasible: outcome.status === 'infeasible' }
  const bound = Math.max(outcome.bound, relaxed.status === 'optimal' ? relaxed.objective : -Infinity)
  return { plan: planOf(problem, columns, outcome.x), bound, optimal: outcome.status === 'optimal' }
}
