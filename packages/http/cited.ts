import type { Finding } from '@jincun/policy'
import type { Permission } from './caller.ts'
import type { Problem } from './problem.ts'
import type { Route } from './route.ts'

/** The year a request is about, where its address says one. */
const yearOf = (params: unknown): number | null => {
  const year = (params as { year?: unknown } | undefined)?.year
  return typeof year === 'number' ? year : null
}

/**
 * A refusal with the clause it rests on: the one the rule names, or that of the first rule not met, else the first its route carries. A clause of one year never speaks for
 * another: about 2017 no clause of 2020 is cited.
 */
export function cited(problem: Problem, route: Pick<Route, 'clauses'>, params: unknown): Problem {
  const named = (problem.details as { clause?: unknown } | undefined)?.clause
  if (typeof named === 'string') return { ...problem, clause: named }
  const broken = (problem.findings as readonly Pick<Finding, 'status' | 'clause'>[] | undefined)?.find(({ status }) => status !== 'met')
  if (broken) return { ...problem, clause: broken.clause }
  const year = yearOf(params)
  const carried = route.clauses?.find(clause => year === null || clause.startsWith(`notice-${year}/`))
  return carried === undefined ? problem : { ...problem, clause: carried }
}

/** Who may do what rests on a clause too. */
export const citedPermission = (problem: Problem, permission: Permission | undefined): Problem =>
  permission?.clause && problem.status === 403 ? { ...problem, clause: permission.clause } : problem
