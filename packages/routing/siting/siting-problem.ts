/** One way to build a site: what it can handle and what it costs to open. */
export type SiteSize = { capacity: number; openingCost: number }

/** A node that may be opened, at one of several sizes (or not at all). */
export type CandidateSite = { id: string; sizes: readonly SiteSize[] }

/** Somebody to be served: a village, with its demand in the unit of the capacities. */
export type Customer = { id: string; demand: number }

/** Where sites get their goods from, in a two-stage problem: hubs before stations. */
export type Supply = {
  sources: readonly { id: string; capacity: number; openingCost: number }[]
  /** Cost of moving one unit of demand from a source to a site, row-major sources × sites; Infinity: cannot. */
  unitCost: Float64Array
}

/** Which sites to open, at which size, serving whom, at least cost. All numbers are finite and from 0 unless said. */
export type SitingProblem = {
  sites: readonly CandidateSite[]
  customers: readonly Customer[]
  /** Cost of serving the whole demand of a customer from a site, row-major sites × customers; Infinity: cannot. */
  serving: Float64Array
  /** Each customer is served by one site only; otherwise by parts. */
  singleSource: boolean
  /** At most so many sites; null: any number. */
  sitesMax: number | null
  /** At most so much for opening, sources included; null: any amount. */
  openingBudget: number | null
  supply: Supply | null
}

export type OpenSite = { site: number; size: number }
/** Fraction of a customer's demand that a site serves. */
export type ServedPart = { site: number; customer: number; fraction: number }
/** Units moved from a source to a site. */
export type MovedUnits = { source: number; site: number; units: number }

export type SitingPlan = {
  open: readonly OpenSite[]
  served: readonly ServedPart[]
  moved: readonly MovedUnits[]
  cost: { opening: number; serving: number; moving: number; total: number }
}

export type SitingOutcome = {
  plan: SitingPlan
  /** No plan costs less than this. */
  bound: number
  /** (cost − bound) / cost, at least 0. */
  gap: number
  /** The gap is closed to a millionth. */
  optimal: boolean
  method: 'exact' | 'lagrangian'
}

export const servingCost = (problem: SitingProblem, site: number, customer: number): number =>
  problem.serving[site * problem.customers.length + customer] as number

export const totalDemand = (problem: SitingProblem): number => problem.customers.reduce((sum, { demand }) => sum + demand, 0)
