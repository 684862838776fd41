import { assignCustomers } from './assign-customers.ts'
import type { RelaxedPoint } from './lagrangian-bound.ts'
import { totalDemand } from './siting-problem.ts'
import type { OpenSite, ServedPart, SitingProblem } from './siting-problem.ts'

/** The cheapest plan met so far, of a problem without a second stage. */
export type BestPlan = { open: readonly OpenSite[]; served: readonly ServedPart[]; cost: number }

const sizeOf = (problem: SitingProblem, { site, size }: OpenSite) => problem.sites[site]?.sizes[size] ?? { capacity: 0, openingCost: 0 }
const keyOf = (open: readonly OpenSite[]): string => open.map(({ site, size }) => `${site}.${size}`).join()
const sorted = (open: readonly OpenSite[]): OpenSite[] => [...open].sort((one, other) => one.site - other.site)

/** Prices sets of open sites quickly, each once, and keeps the cheapest plan. */
export class PlanFinder {
  readonly #problem: SitingProblem
  readonly #needed: number
  readonly #priced = new Map<string, { open: readonly OpenSite[]; cost: number }>()
  best: BestPlan | null = null

  constructor(problem: SitingProblem) {
    this.#problem = problem
    this.#needed = totalDemand(problem)
  }

  get cost(): number {
    return this.best?.cost ?? Infinity
  }

  /** What serving everybody from these sites costs, opening included; Infinity when the quick way finds no room. */
  price(open: readonly OpenSite[]): number {
    const set = sorted(open)
    const key = keyOf(set)
    const known = this.#priced.get(key)
    if (known !== undefined) return known.cost
    const cost = this.#priceAnew(set)
    this.#priced.set(key, { open: set, cost })
    return cost
  }

  #priceAnew(open: readonly OpenSite[]): number {
    const { sitesMax, openingBudget } = this.#problem
    const sizes = open.map(option => sizeOf(this.#problem, option))
    const opening = sizes.reduce((sum, { openingCost }) => sum + openingCost, 0)
    const capacity = sizes.reduce((sum, size) => sum + size.capacity, 0)
    if (capacity < this.#needed || opening >= this.cost || open.length > (sitesMax ?? Infinity) || opening > (openingBudget ?? Infinity))
      return Infinity
    const assigned = assignCustomers(this.#problem, open)
    if (!assigned) return Infinity
    const busy = new Set(assigned.served.map(({ site }) => site))
    const used = open.filter(({ site }) => busy.has(site))
    const cost = assigned.cost + used.reduce((sum, option) => sum + sizeOf(this.#problem, option).openingCost, 0)
    if (cost < this.cost) this.best = { open: used, served: assigned.served, cost }
    return cost
  }

  /** The sets of open sites that were quickly priced cheapest. */
  cheapest(number: number): readonly (readonly OpenSite[])[] {
    return [...this.#priced.values()]
      .filter(({ cost }) => Number.isFinite(cost))
      .sort((one, other) => one.cost - other.cost)
      .slice(0, number)
      .map(({ open }) => open)
  }

  /** Takes in a plan found elsewhere. */
  learn(plan: BestPlan): void {
    if (plan.cost < this.cost) this.best = plan
  }

  /** Tries the sites a relaxed point would open, with the next most promising ones until they hold everybody. */
  try(point: RelaxedPoint): void {
    const order = [...point.siteCost.keys()].sort((one, other) => (point.siteCost[one] as number) - (point.siteCost[other] as number))
    const open: OpenSite[] = []
    let capacity = 0
    let tries = 0
    for (const site of order) {
      if ((point.siteCost[site] as number) >= 0 && capacity >= this.#needed) {
        if (Number.isFinite(this.price(open)) || ++tries > 3) return
      }
      open.push({ site, size: point.siteSize[site] as number })
      capacity += sizeOf(this.#problem, { site, size: point.siteSize[site] as number }).capacity
    }
    this.price(open)
  }

  /** Sets one step away: a site closed, opened, resized, or swapped for another. */
  *#neighbours(open: readonly OpenSite[], candidates: readonly number[]): Generator<OpenSite[]> {
    const isOpen = new Set(open.map(({ site }) => site))
    const others = candidates
      .filter(site => !isOpen.has(site))
      .flatMap(site => (this.#problem.sites[site]?.sizes ?? []).map((_, size) => ({ site, size })))
    for (const option of open) {
      const rest = open.filter(({ site }) => site !== option.site)
      yield rest
      for (const size of (this.#problem.sites[option.site]?.sizes ?? []).keys())
        if (size !== option.size) yield [...rest, { site: option.site, size }]
      for (const other of others) yield [...rest, other]
    }
    for (const other of others) yield [...open, other]
  }

  /** Local search over sets of open sites (add, drop, swap: Kuehn & Hamburger 1963), first improvement, until time is up. */
  search(candidates: readonly number[], stop: () => boolean): void {
    let better = true
    while (better && this.best && !stop()) {
      better = false
      const from: BestPlan = this.best
      for (const open of this.#neighbours(from.open, candidates)) {
        if (stop()) return
        if (this.price(open) < from.cost - 1e-9) {
          better = true
          break
        }
      }
    }
  }
}
