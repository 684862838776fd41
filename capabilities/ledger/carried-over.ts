import { daysBetween } from '@jincun/kernel'
import { countOf, parameterFor } from '@jincun/policy'
import type { PolicyPack } from '@jincun/policy'

/** How old money of a budget year is by the rules of `year`, and when it will be taken back. */
export type CarriedOver = { state: 'to-reclaim' | 'counting-down' | 'current'; reclaimableFrom: string; daysLeft: number; clause: string }

/**
 * 存量资金 (3.7): the province takes back central money of 2018 and before that is unspent, and reassigns it to rural circulation.
 * For other years the rule of two years, as a parameter: money of year Y may be taken back from 1 January of Y + years on.
 * @param today the business day, YYYY-MM-DD.
 */
export function carriedOverState(pack: PolicyPack, ruleYear: number, budgetYear: number, today: string): CarriedOver {
  const years = parameterFor(pack, 'carried-over-years', ruleYear)
  const latest = pack.parameters.get('carried-over-latest-budget-year')?.values[ruleYear]
  const reclaimableFrom = `${budgetYear + countOf(years)}-01-01`
  const named = latest !== undefined && budgetYear <= Number(latest.value)
  const daysLeft = daysBetween(today, reclaimableFrom)
  const state = named || daysLeft <= 0 ? 'to-reclaim' : daysLeft <= 366 ? 'counting-down' : 'current'
  return { state, reclaimableFrom, daysLeft: Math.max(0, daysLeft), clause: named && latest ? latest.clause : years.clause }
}
