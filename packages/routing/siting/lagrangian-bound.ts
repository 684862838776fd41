import type { SitingProblem } from './siting-problem.ts'
import { totalDemand } from './siting-problem.ts'

/**
 * The relaxed problem at one vector of multipliers: what each site is worth if opened at its best size, which customers
 * it would serve, and the bound that follows.
 */
export type RelaxedPoint = {
  bound: number
  /** Cost of opening each site (below zero: it pays to open), after the price of capacity. */
  siteCost: Float64Array
  siteSize: Int32Array
  /** How much of each customer's demand the open sites serve together; 1 for all in a feasible plan. */
  coverage: Float64Array
}

type SizeCost = { capacity: number; cost: number; size: number }
type Choice = { siteCost: Float64Array; siteSize: Int32Array; open: readonly number[]; bound: number }

function cheapestSize(sizes: readonly SizeCost[], capacityPrice: number, numberPrice: number): SizeCost {
  let best = sizes[0] ?? { capacity: 0, cost: Infinity, size: 0 }
  for (const size of sizes)
    if (size.cost - capacityPrice * size.capacity - numberPrice < best.cost - capacityPrice * best.capacity - numberPrice) best = size
  return best
}

/** No fewer sites than this can hold the demand. */
function fewestSites(problem: SitingProblem): number {
  const largest = problem.sites.map(({ sizes }) => Math.max(...sizes.map(({ capacity }) => capacity))).sort((one, other) => other - one)
  let left = totalDemand(problem)
  let number = 0
  while (left > 0 && number < largest.length) left -= largest[number++] ?? 0
  return number
}

/** Flat copies and work space, so that nothing is allocated while multipliers move. */
export class Relaxation {
  readonly #problem: SitingProblem
  readonly #demand: Float64Array
  readonly #total: number
  readonly #openMin: number
  readonly #order: Int32Array
  readonly #reduced: Float64Array
  readonly #fractions: Float64Array

  constructor(problem: SitingProblem) {
    this.#problem = problem
    this.#demand = Float64Array.from(problem.customers, ({ demand }) => demand)
    this.#total = totalDemand(problem)
    this.#openMin = fewestSites(problem)
    this.#order = new Int32Array(problem.customers.length)
    this.#reduced = new Float64Array(problem.customers.length)
    this.#fractions = new Float64Array(problem.sites.length * problem.customers.length)
  }

  /** Customers that pay for themselves at a site, cheapest per unit first; returns their number. */
  #worthwhile(site: number, multipliers: Float64Array): number {
    const { serving, customers } = this.#problem
    const [order, reduced, demand] = [this.#order, this.#reduced, this.#demand]
    let count = 0
    for (let customer = 0; customer < customers.length; customer++) {
      const value = (serving[site * customers.length + customer] as number) - (multipliers[customer] as number)
      if (value >= 0) continue
      reduced[customer] = value
      order[count++] = customer
    }
    let needed = 0
    for (let at = 0; at < count; at++) needed += demand[order[at] as number] as number
    const smallest = Math.min(...(this.#problem.sites[site]?.sizes ?? []).map(({ capacity }) => capacity))
    if (needed > smallest)
      order
        .subarray(0, count)
        .sort(
          (one, other) =>
            (reduced[one] as number) * (demand[other] as number) - (reduced[other] as number) * (demand[one] as number) || one - other,
        )
    return count
  }

  /** Fills a capacity with the first `count` customers of the order, the last one in part; returns what that costs. */
  #fill(count: number, capacity: number, into: Float64Array | null): number {
    let [value, taken] = [0, 0]
    for (let at = 0; at < count; at++) {
      const customer = this.#order[at] as number
      const demand = this.#demand[customer] as number
      const fraction = demand <= capacity - taken || demand === 0 ? 1 : Math.max(0, (capacity - taken) / demand)
      value += fraction * (this.#reduced[customer] as number)
      taken += fraction * demand
      if (into) into[customer] = fraction
      if (fraction < 1) break
    }
    return value
  }

  /** The price of a unit of capacity at which the open sites cover the demand: found by halving, since it only falls short. */
  #capacityPrice(options: readonly SizeCost[][]): number {
    const short = (price: number): number => {
      let left = this.#total
      for (const sizes of options) {
        const best = cheapestSize(sizes, price, 0)
        if (best.cost - price * best.capacity < 0) left -= best.capacity
      }
      return left
    }
    if (short(0) <= 0) return 0
    let [low, high] = [0, 1]
    while (short(high) > 0 && high < 1e12) high *= 4
    for (let step = 0; step < 40; step++) {
      const middle = (low + high) / 2
      if (short(middle) > 0) low = middle
      else high = middle
    }
    return low
  }

  /** What the site at the last place that must open costs, if that is above zero: the price of one more open site. */
  #numberPrice(options: readonly SizeCost[][]): number {
    const costs = options.map(sizes => cheapestSize(sizes, 0, 0).cost).sort((one, other) => one - other)
    return Math.max(0, costs[Math.min(this.#openMin, costs.length) - 1] ?? 0)
  }

  /** The sites under two prices: of capacity (the demand must be covered), or of their number (so many must open). */
  #choose(options: readonly SizeCost[][], capacityPrice: number, numberPrice: number): Choice {
    const siteCost = new Float64Array(options.length)
    const siteSize = new Int32Array(options.length)
    for (const [site, sizes] of options.entries()) {
      const best = cheapestSize(sizes, capacityPrice, numberPrice)
      siteCost[site] = best.cost - capacityPrice * best.capacity - numberPrice
      siteSize[site] = best.size
    }
    const open = this.#openSites(siteCost)
    const bound = open.reduce((sum, site) => sum + (siteCost[site] as number), capacityPrice * this.#total + numberPrice * this.#openMin)
    return { siteCost, siteSize, open, bound }
  }

  /** Relaxes "every customer is served once" by multipliers; what is left is a knapsack for each site. */
  evaluate(multipliers: Float64Array): RelaxedPoint {
    const { sites, customers } = this.#problem
    const columns = customers.length
    const fractions = this.#fractions.fill(0)
    const options = sites.map(({ sizes }, site) => {
      const count = this.#worthwhile(site, multipliers)
      return sizes.map(({ capacity, openingCost }, size) => {
        const into = sizes.length === 1 ? fractions.subarray(site * columns, (site + 1) * columns) : null
        return { capacity, cost: openingCost + this.#fill(count, capacity, into), size }
      })
    })
    const byCapacity = this.#choose(options, this.#capacityPrice(options), 0)
    const byNumber = this.#choose(options, 0, this.#numberPrice(options))
    const { siteCost, siteSize, open, bound } = byNumber.bound > byCapacity.bound ? byNumber : byCapacity
    const coverage = new Float64Array(columns)
    for (const site of open) this.#cover(site, siteSize[site] as number, multipliers, coverage)
    return { bound: multipliers.reduce((sum, multiplier) => sum + multiplier, bound), siteCost, siteSize, coverage }
  }

  /** Sites worth opening (those just at the price too, while the number asks for them), the best where it is limited. */
  #openSites(siteCost: Float64Array): number[] {
    const order = [...siteCost.keys()].sort((one, other) => (siteCost[one] as number) - (siteCost[other] as number) || one - other)
    const worth = order.filter(site => (siteCost[site] as number) < 0).length
    const tied = order.filter(site => (siteCost[site] as number) <= 1e-9).length
    const number = Math.max(worth, Math.min(tied, this.#openMin))
    return order.slice(0, Math.min(number, this.#problem.sitesMax ?? number))
  }

  #cover(site: number, size: number, multipliers: Float64Array, coverage: Float64Array): void {
    const columns = coverage.length
    const sizes = this.#problem.sites[site]?.sizes ?? []
    const fractions = this.#fractions.subarray(site * columns, (site + 1) * columns)
    if (sizes.length > 1) this.#fill(this.#worthwhile(site, multipliers), sizes[size]?.capacity ?? 0, fractions)
    for (let customer = 0; customer < columns; customer++)
      coverage[customer] = (coverage[customer] as number) + (fractions[customer] as number)
  }
}

export type LagrangianBound = {
  bound: number
  best: RelaxedPoint
  multipliers: Float64Array
  iterations: number
}

/** The cheapest way to serve each customer, and the second cheapest: where multipliers begin. */
function secondCheapest(problem: SitingProblem): Float64Array {
  return Float64Array.from(problem.customers, (_, customer) => {
    let [least, second] = [Infinity, Infinity]
    for (let site = 0; site < problem.sites.length; site++) {
      const cost = problem.serving[site * problem.customers.length + customer] as number
      if (cost < least) [least, second] = [cost, least]
      else if (cost < second) second = cost
    }
    return second === Infinity ? least : second
  })
}

/**
 * Lagrangian relaxation of "every customer is served once" by subgradient steps (Beasley 1993,
 * doi 10.1016/0377-2217(93)90210-V; step lengths of Held, Wolfe & Crowder 1974, direction deflected as Camerini, Fratta &
 * Maffioli 1975). Capacity in total is priced as well. `visit` sees every point, may find plans, and answers the
 * cheapest plan's cost known so far.
 */
export async function lagrangianBound(
  problem: SitingProblem,
  visit: (point: RelaxedPoint, iteration: number) => Promise<number>,
  { iterationsMax, stop }: { iterationsMax: number; stop: () => boolean },
): Promise<LagrangianBound> {
  const relaxation = new Relaxation(problem)
  const multipliers = secondCheapest(problem)
  const direction = new Float64Array(multipliers.length)
  let best: LagrangianBound | undefined
  let [scale, sinceBetter] = [1, 0]
  for (let iteration = 0; iteration < iterationsMax; iteration++) {
    const point = relaxation.evaluate(multipliers)
    if (best === undefined || point.bound > best.bound) {
      best = { bound: point.bound, best: point, multipliers: multipliers.slice(), iterations: iteration + 1 }
      sinceBetter = 0
    } else if (++sinceBetter >= 15) [scale, sinceBetter] = [scale / 2, 0]
    best.iterations = iteration + 1
    const upper = await visit(point, iteration)
    if ((Number.isFinite(upper) && upper - best.bound <= 1e-7 * Math.abs(upper)) || scale < 1e-4 || stop()) break
    let square = 0
    for (let customer = 0; customer < direction.length; customer++) {
      direction[customer] = 0.3 * (direction[customer] as number) + 1 - (point.coverage[customer] as number)
      square += (direction[customer] as number) ** 2
    }
    if (square < 1e-12) break
    const target = Number.isFinite(upper) ? upper : best.bound + 0.1 * Math.abs(best.bound) + 1
    const step = (scale * Math.max(target - point.bound, 1e-9 * Math.abs(target))) / square
    for (let customer = 0; customer < direction.length; customer++)
      multipliers[customer] = (multipliers[customer] as number) + step * (direction[customer] as number)
  }
  return best ?? { bound: -Infinity, best: relaxation.evaluate(multipliers), multipliers, iterations: 0 }
}
