import type { Columns } from './siting-program.ts'
import { servingCost } from './siting-problem.ts'
import type { SitingPlan, SitingProblem } from './siting-problem.ts'

const nothing = 1e-7

/** What a plan costs, recomputed from the problem. */
export function costOfPlan(problem: SitingProblem, plan: Omit<SitingPlan, 'cost'>): SitingPlan['cost'] {
  const sites = plan.open.reduce((sum, { site, size }) => sum + (problem.sites[site]?.sizes[size]?.openingCost ?? 0), 0)
  const used = new Set(plan.moved.map(({ source }) => source))
  const sources = [...used].reduce((sum, source) => sum + (problem.supply?.sources[source]?.openingCost ?? 0), 0)
  const serving = plan.served.reduce((sum, { site, customer, fraction }) => sum + fraction * servingCost(problem, site, customer), 0)
  const moving = plan.moved.reduce((sum, { source, site, units }) => {
    const unit = problem.supply?.unitCost[source * problem.sites.length + site] ?? 0
    return sum + units * unit
  }, 0)
  const opening = sites + sources
  return { opening, serving, moving, total: opening + serving + moving }
}

/** Reads a plan from the values of the program's columns; a site that serves nobody stays closed. */
export function planOf(problem: SitingProblem, { open, serve, sources, move }: Columns, x: Float64Array): SitingPlan {
  const [firstServe, firstMove] = [open.length, open.length + serve.length + sources.length]
  const served = serve.flatMap(({ site, customer }, index) => {
    const value = x[firstServe + index] ?? 0
    const fraction = value > 1 - nothing ? 1 : value
    return fraction > nothing ? [{ site, customer, fraction }] : []
  })
  const moved = move.flatMap(({ source, site }, index) => {
    const units = x[firstMove + index] ?? 0
    return units > nothing ? [{ source, site, units }] : []
  })
  const busy = new Set(served.map(({ site }) => site))
  const opened = open.filter(({ site }, index) => (x[index] ?? 0) > 0.5 && busy.has(site))
  const plan = { open: opened, served, moved }
  return { ...plan, cost: costOfPlan(problem, plan) }
}
