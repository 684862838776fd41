import { servingCost } from './siting-problem.ts'
import type { OpenSite, ServedPart, SitingProblem } from './siting-problem.ts'

/** Open sites with the room they have left, and who is served by whom so far. */
type Assignment = {
  problem: SitingProblem
  sites: readonly number[]
  left: Float64Array
  /** The site of each customer that is served whole; −1: not yet, or by parts. */
  siteOf: Int32Array
  parts: ServedPart[]
}

const demandOf = (problem: SitingProblem, customer: number): number => problem.customers[customer]?.demand ?? 0

function emptyAssignment(problem: SitingProblem, open: readonly OpenSite[]): Assignment {
  const left = new Float64Array(problem.sites.length)
  for (const { site, size } of open) left[site] = problem.sites[site]?.sizes[size]?.capacity ?? 0
  return { problem, sites: open.map(({ site }) => site), left, siteOf: new Int32Array(problem.customers.length).fill(-1), parts: [] }
}

/** Customers, those first who would lose most by getting only their second cheapest site (Martello & Toth 1981). */
function byRegret({ problem, sites }: Assignment): number[] {
  const regret = Float64Array.from(problem.customers, (_, customer) => {
    let [least, second] = [Infinity, Infinity]
    for (const site of sites) {
      const cost = servingCost(problem, site, customer)
      if (cost < least) [least, second] = [cost, least]
      else if (cost < second) second = cost
    }
    return Number.isFinite(second) ? second - least : Number.MAX_VALUE
  })
  return [...problem.customers.keys()].sort((one, other) => (regret[other] as number) - (regret[one] as number) || one - other)
}

function cheapest({ problem, sites, left }: Assignment, customer: number, needed: number): number {
  let [best, bestCost] = [-1, Infinity]
  for (const site of sites) {
    const cost = servingCost(problem, site, customer)
    if (cost < bestCost && (left[site] as number) >= needed) [best, bestCost] = [site, cost]
  }
  return best
}

function put({ problem, left, siteOf }: Assignment, customer: number, site: number): void {
  const before = siteOf[customer] as number
  const demand = demandOf(problem, customer)
  if (before >= 0) left[before] = (left[before] as number) + demand
  siteOf[customer] = site
  left[site] = (left[site] as number) - demand
}

/** Serves a customer by parts from the cheapest sites with room; false when the room does not suffice, or there is nothing to part. */
function split(assignment: Assignment, customer: number): boolean {
  const { problem, left, parts } = assignment
  const demand = demandOf(problem, customer)
  if (demand === 0) return false
  let open = demand
  while (open > 1e-9 * demand) {
    const site = cheapest(assignment, customer, 1e-9 * demand)
    if (site < 0) return false
    const units = Math.min(open, left[site] as number)
    left[site] = (left[site] as number) - units
    open -= units
    parts.push({ site, customer, fraction: units / demand })
  }
  return true
}

/** Lets two customers change places when that pays and fits. */
function tradePlaces(assignment: Assignment, customer: number, site: number, gain: number): boolean {
  const { problem, siteOf, left } = assignment
  const here = siteOf[customer] as number
  const demand = demandOf(problem, customer)
  for (let other = 0; other < siteOf.length; other++) {
    if (siteOf[other] !== site) continue
    const change = demandOf(problem, other) - demand
    if ((left[site] as number) + change < 0 || (left[here] as number) - change < 0) continue
    if (servingCost(problem, here, other) - servingCost(problem, site, other) >= gain - 1e-9) continue
    put(assignment, other, here)
    put(assignment, customer, site)
    return true
  }
  return false
}

function improveOne(assignment: Assignment, customer: number): boolean {
  const { problem, siteOf, left, sites } = assignment
  const here = siteOf[customer] as number
  if (here < 0) return false
  for (const site of sites) {
    const gain = servingCost(problem, here, customer) - servingCost(problem, site, customer)
    if (!(gain > 1e-9)) continue
    if ((left[site] as number) >= demandOf(problem, customer)) {
      put(assignment, customer, site)
      return true
    }
    if (tradePlaces(assignment, customer, site, gain)) return true
  }
  return false
}

const roundsMax = 8

/** Customers move to cheaper sites with room or trade places, until neither pays. */
function improve(assignment: Assignment): void {
  for (let round = 0; round < roundsMax; round++) {
    let better = false
    for (let customer = 0; customer < assignment.siteOf.length; customer++) better = improveOne(assignment, customer) || better
    if (!better) return
  }
}

/**
 * Shares customers out among given open sites: by regret, then by moves and trades. Quick, not best. Null when it finds
 * no room for somebody (the set may still be feasible).
 */
export function assignCustomers(problem: SitingProblem, open: readonly OpenSite[]): { served: ServedPart[]; cost: number } | null {
  const assignment = emptyAssignment(problem, open)
  for (const customer of byRegret(assignment)) {
    const site = cheapest(assignment, customer, demandOf(problem, customer))
    if (site >= 0) put(assignment, customer, site)
    else if (problem.singleSource || !split(assignment, customer)) return null
  }
  improve(assignment)
  const whole = [...assignment.siteOf.entries()]
    .filter(([, site]) => site >= 0)
    .map(([customer, site]) => ({ site, customer, fraction: 1 }))
  const served = [...whole, ...assignment.parts]
  return { served, cost: served.reduce((sum, { site, customer, fraction }) => sum + fraction * servingCost(problem, site, customer), 0) }
}
