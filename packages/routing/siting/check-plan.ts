import type { SitingPlan, SitingProblem } from './siting-problem.ts'

/** One thing wrong with a plan, in words with numbers. */
export type PlanFault = { code: string; what: string }

const off = (value: number): number => 1e-6 * Math.max(1, Math.abs(value))

function customerFaults(problem: SitingProblem, plan: SitingPlan): PlanFault[] {
  return problem.customers.flatMap(({ id }, customer) => {
    const parts = plan.served.filter(part => part.customer === customer)
    const fraction = parts.reduce((sum, part) => sum + part.fraction, 0)
    const faults: PlanFault[] = []
    if (Math.abs(fraction - 1) > 1e-5) faults.push({ code: 'not-served-once', what: `${id} is served ${fraction} times` })
    if (problem.singleSource && parts.length > 1) faults.push({ code: 'several-sources', what: `${id} is served by ${parts.length} sites` })
    for (const { site } of parts)
      if (!Number.isFinite(problem.serving[site * problem.customers.length + customer]))
        faults.push({ code: 'unreachable', what: `${id} cannot be served from ${problem.sites[site]?.id}` })
    return faults
  })
}

function siteFaults(problem: SitingProblem, plan: SitingPlan): PlanFault[] {
  return problem.sites.flatMap(({ id, sizes }, site) => {
    const options = plan.open.filter(option => option.site === site)
    const capacity = sizes[options[0]?.size ?? -1]?.capacity ?? 0
    const load = plan.served
      .filter(part => part.site === site)
      .reduce((sum, part) => sum + part.fraction * (problem.customers[part.customer]?.demand ?? 0), 0)
    const handed = plan.moved.filter(move => move.site === site).reduce((sum, move) => sum + move.units, 0)
    const faults: PlanFault[] = []
    if (options.length > 1) faults.push({ code: 'opened-twice', what: `${id} is opened at ${options.length} sizes` })
    if (load > capacity + off(capacity)) faults.push({ code: 'over-capacity', what: `${id} handles ${load} of ${capacity}` })
    if (plan.served.some(part => part.site === site) && options.length === 0)
      faults.push({ code: 'closed-site-serves', what: `${id} serves but is not open` })
    if (problem.supply && Math.abs(handed - load) > off(load))
      faults.push({ code: 'unbalanced', what: `${id} gets ${handed} and hands out ${load}` })
    return faults
  })
}

function limitFaults(problem: SitingProblem, plan: SitingPlan): PlanFault[] {
  const faults: PlanFault[] = (problem.supply?.sources ?? []).flatMap(({ id, capacity }, source) => {
    const given = plan.moved.filter(move => move.source === source).reduce((sum, move) => sum + move.units, 0)
    return given > capacity + off(capacity) ? [{ code: 'source-over-capacity', what: `${id} gives ${given} of ${capacity}` }] : []
  })
  if (problem.sitesMax !== null && plan.open.length > problem.sitesMax)
    faults.push({ code: 'too-many-sites', what: `${plan.open.length} sites of at most ${problem.sitesMax}` })
  if (problem.openingBudget !== null && plan.cost.opening > problem.openingBudget + off(problem.openingBudget))
    faults.push({ code: 'over-budget', what: `opening costs ${plan.cost.opening} of ${problem.openingBudget}` })
  return faults
}

/** Everything wrong with a siting plan; shares no arithmetic with the search. Empty: it holds. */
export const checkSitingPlan = (problem: SitingProblem, plan: SitingPlan): readonly PlanFault[] => [
  ...customerFaults(problem, plan),
  ...siteFaults(problem, plan),
  ...limitFaults(problem, plan),
]
