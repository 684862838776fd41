import { accept, refuse } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import { PlanFinder } from './find-plans.ts'
import { lagrangianBound } from './lagrangian-bound.ts'
import type { LagrangianBound } from './lagrangian-bound.ts'
import { promisingSets } from './promising-sets.ts'
import { costOfPlan } from './siting-plan.ts'
import type { SitingOutcome, SitingPlan, SitingProblem } from './siting-problem.ts'
import { solveSitingProgram } from './siting-program.ts'
import type { Restriction } from './siting-program.ts'

export type SitingOptions = {
  /** Wall seconds for everything. */
  seconds: number
  /** A clock in milliseconds. */
  now: () => number
}

/** Up to so many pairs of site and customer the program is solved as a whole: 40 × 250. */
const exactPairsMax = 10_000
const sameCost = 1e-6

/** With every site fed from its cheapest source: never dearer than the two-stage problem. */
function withoutSupply(problem: SitingProblem): SitingProblem {
  const { supply, customers, sites } = problem
  if (!supply) return problem
  const serving = Float64Array.from(problem.serving, (cost, index) => {
    const [site, customer] = [Math.floor(index / customers.length), index % customers.length]
    const cheapest = Math.min(...supply.sources.map((_, source) => supply.unitCost[source * sites.length + site] ?? Infinity))
    const demand = customers[customer]?.demand ?? 0
    return demand === 0 ? cost : cost + demand * cheapest
  })
  return { ...problem, serving, supply: null }
}

/** Sites that no plan cheaper than the best one can open, and those it cannot leave closed, at these multipliers. */
function settled(relaxed: LagrangianBound, cost: number): { sites: number[]; opened: Set<number> } {
  const room = cost - relaxed.bound + sameCost * Math.abs(cost)
  const siteCost = relaxed.best.siteCost
  return {
    sites: [...siteCost.keys()].filter(site => (siteCost[site] as number) <= room),
    opened: new Set([...siteCost.keys()].filter(site => -(siteCost[site] as number) > room)),
  }
}

/** Pairs whose cost beyond the multiplier is within what the best plan leaves. */
function worthServing(problem: SitingProblem, relaxed: LagrangianBound, cost: number): (site: number, customer: number) => boolean {
  const room = Math.max(cost - relaxed.bound, 0.001 * Math.abs(relaxed.bound))
  const columns = problem.customers.length
  return (site, customer) => (problem.serving[site * columns + customer] as number) - (relaxed.multipliers[customer] as number) <= room
}

const outcomeOf = (plan: SitingPlan, bound: number, method: SitingOutcome['method']): SitingOutcome => {
  const least = Math.min(bound, plan.cost.total)
  const gap = plan.cost.total === 0 ? 0 : (plan.cost.total - least) / plan.cost.total
  return { plan, bound: least, gap, optimal: gap <= sameCost, method }
}

const noPlan = refuse({
  kind: 'invalid' as const,
  code: 'siting-infeasible',
  message: {
    zh: '没有可行方案：有客户谁也到不了，或容量、数量、预算不够；请放宽其中一项',
    en: 'no plan serves everybody: a customer is out of reach, or capacity, number of sites or budget is too small; loosen one of them',
  },
})

const plainPlan = (problem: SitingProblem, finder: PlanFinder): SitingPlan | null => {
  if (!finder.best || problem.supply) return null
  const plan = { open: finder.best.open, served: finder.best.served, moved: [] }
  return { ...plan, cost: costOfPlan(problem, plan) }
}

const setsPolished = 40

/** Shares customers out by HiGHS, to the end or for some seconds, among the most promising sets of open sites. */
async function polish(problem: SitingProblem, finder: PlanFinder, relaxed: LagrangianBound, stop: () => boolean): Promise<void> {
  const promising = promisingSets(problem, relaxed.best, finder.cost - relaxed.bound, setsPolished)
  const cheapest = finder.cheapest(setsPolished / 4)
  // In turn: the one list knows what plans cost, the other what they might.
  const turns = Array.from({ length: Math.max(promising.length, cheapest.length) }, (_, index) => index)
  for (const open of turns.flatMap(index => [...promising.slice(index, index + 1), ...cheapest.slice(index, index + 1)])) {
    if (stop()) return
    const sites = open.map(({ site }) => site)
    const { plan } = await solveSitingProgram(problem, { sites, opened: new Set(sites) }, { seconds: () => 3 })
    if (plan) finder.learn({ open: plan.open, served: plan.served, cost: plan.cost.total })
  }
}

type Hunt = { problem: SitingProblem; simple: SitingProblem; finder: PlanFinder; relaxed: LagrangianBound; small: boolean }

/** HiGHS on the sites still in question, beginning from the best plan. */
function searchProgram({ problem, simple, finder, relaxed, small }: Hunt, seconds: () => number): ReturnType<typeof solveSitingProgram> {
  const restriction: Restriction = problem.supply || problem.openingBudget !== null ? {} : settled(relaxed, finder.cost)
  const narrow = small ? {} : { mayServe: worthServing(simple, relaxed, finder.cost) }
  const start = finder.best ? { start: finder.best } : {}
  return solveSitingProgram(problem, { ...restriction, ...narrow, ...start }, { seconds: () => Math.max(0.5, seconds()) })
}

/**
 * Which sites to open, at which size, serving whom. Lagrangian relaxation bounds the cost and points at sites; a local
 * search over sets of open sites finds plans; both together tell which sites are still in question. Up to 40 × 250 the
 * program over those is solved to proof by HiGHS; beyond, HiGHS searches among the pairs worth it and the relaxation's
 * bound is stated. With two stages the relaxation feeds each site from its cheapest source, so its bound holds.
 */
export async function solveSiting(problem: SitingProblem, options: SitingOptions): Promise<Result<SitingOutcome>> {
  const begun = options.now()
  const seconds = (): number => options.seconds - (options.now() - begun) / 1000
  const simple = withoutSupply(problem)
  const small = problem.sites.length * problem.customers.length <= exactPairsMax
  const finder = new PlanFinder(simple)
  const stop = (): boolean => seconds() < options.seconds * 0.5
  const visit = async (point: LagrangianBound['best'], iteration: number): Promise<number> => {
    if (iteration % 10 === 9) finder.try(point)
    return finder.cost
  }
  const relaxed = await lagrangianBound(simple, visit, { iterationsMax: small ? 300 : 1000, stop })
  finder.search(settled(relaxed, finder.cost).sites, stop)
  const hunt = { problem, simple, finder, relaxed, small }
  const plain = !problem.supply && problem.openingBudget === null
  if (!small && plain) await polish(simple, finder, relaxed, stop)
  const first = await searchProgram(hunt, () => (small ? seconds() - 0.7 * options.seconds : seconds()))
  learnFrom(first, finder, plain)
  const unfinished = small && plain && !(first.plan && first.optimal)
  if (unfinished) await polish(simple, finder, relaxed, () => seconds() < 0.4 * options.seconds)
  const answer = unfinished ? await searchProgram(hunt, seconds) : first
  const quick = plainPlan(problem, finder)
  const plan = answer.plan && answer.plan.cost.total <= (quick?.cost.total ?? Infinity) ? answer.plan : quick
  if (!plan) return noPlan
  const bounds = [first, answer].flatMap(each => (small && each.plan ? [each.bound] : []))
  return accept(outcomeOf(plan, Math.max(relaxed.bound, ...bounds), small ? 'exact' : 'lagrangian'))
}

function learnFrom(answer: Awaited<ReturnType<typeof solveSitingProgram>>, finder: PlanFinder, plain: boolean): void {
  if (plain && answer.plan) finder.learn({ open: answer.plan.open, served: answer.plan.served, cost: answer.plan.cost.total })
}
