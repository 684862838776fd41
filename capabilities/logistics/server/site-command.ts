import type { Command } from '@jincun/http'
import { accept } from '@jincun/kernel'
import { checkSitingPlan, readSiting, solveSiting } from '@jincun/routing/siting'
import type { SitingOutcome, SitingProblem } from '@jincun/routing/siting'
import { fileOption, numberOption } from './number-option.ts'

function described(problem: SitingProblem, { plan, bound, gap, optimal, method }: SitingOutcome) {
  const site = (index: number): string => problem.sites[index]?.id ?? ''
  return {
    cost: plan.cost,
    bound,
    gapPercent: Math.round(gap * 1e6) / 1e4,
    optimal,
    method,
    open: plan.open.map(option => ({ site: site(option.site), size: option.size, ...problem.sites[option.site]?.sizes[option.size] })),
    served: plan.served.map(part => ({
      customer: problem.customers[part.customer]?.id ?? '',
      site: site(part.site),
      fraction: part.fraction,
    })),
    moved: plan.moved.map(({ source, site: to, units }) => ({ source: problem.supply?.sources[source]?.id ?? '', site: site(to), units })),
    faults: checkSitingPlan(problem, plan),
  }
}

const textOf = ({ cost, bound, gapPercent, optimal, open, served }: ReturnType<typeof described>): string =>
  [
    `cost ${cost.total} = opening ${cost.opening} + serving ${cost.serving} + moving ${cost.moving}`,
    optimal ? 'proven best' : `no plan costs less than ${bound} (gap ${gapPercent}%)`,
    ...open.map(
      ({ site, size, capacity }) =>
        `  ${site} (size ${size + 1}, capacity ${capacity}) serves ${served.filter(part => part.site === site).length}`,
    ),
  ].join('\n')

/** Which sites to open, at which size, serving whom. */
export const siteCommand: Command = {
  name: 'site',
  summary: 'Which hubs and stations to open, at which size, serving whom, with a proven bound',
  usage: 'site FILE [--seconds 60] [--capacity N] [--single-source | --by-parts] [--json]',
  options: {
    seconds: { type: 'string' },
    capacity: { type: 'string' },
    'single-source': { type: 'boolean' },
    'by-parts': { type: 'boolean' },
  },
  run: async ({ values, positionals, readFile }) => {
    const path = fileOption(positionals, 0, 'siting')
    const seconds = numberOption(values, 'seconds', 60, { min: 0.1, max: 86_400 })
    const capacity = numberOption(values, 'capacity', Number.NaN, { min: 0, max: 1e15 })
    if (!path.ok) return path
    if (!seconds.ok) return seconds
    if (!capacity.ok) return capacity
    const asked = values['single-source'] ? { singleSource: true } : values['by-parts'] ? { singleSource: false } : {}
    const problem = readSiting(await readFile(path.value), {
      ...asked,
      ...(Number.isNaN(capacity.value) ? {} : { capacity: capacity.value }),
    })
    if (!problem.ok) return problem
    const outcome = await solveSiting(problem.value, { seconds: seconds.value, now: () => performance.now() })
    if (!outcome.ok) return outcome
    const json = described(problem.value, outcome.value)
    return accept({ json, text: textOf(json) })
  },
}
