import { accept, asJson, canonicalJson, refuse } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import type { PlanLine, PlanVersion } from './approved-plan.ts'
import { citing } from './citing.ts'
import type { Bare } from './citing.ts'
import { clausesOf } from './clauses.ts'

const unchanged: Bare = {
  kind: 'invalid',
  code: 'plan-not-changed',
  message: {
    zh: '与现行方案没有不同，不必报批；请先修改预算行。',
    en: 'Nothing differs from the plan in force, so there is nothing to approve; change its lines first.',
  },
  where: 'lines',
}

const textOf = (lines: readonly PlanLine[]): string => canonicalJson(asJson(lines.toSorted((a, b) => (a.id < b.id ? -1 : 1))))

/** Whether two plans say the same; the order of their lines says nothing. */
export const samePlan = (some: readonly PlanLine[], other: readonly PlanLine[]): boolean => textOf(some) === textOf(other)

/** Whether lines may be proposed for approval (6.2): not when they are the plan in force. The first plan of a county always may. */
export const planChanged = (lines: readonly PlanLine[], standing: Pick<PlanVersion, 'lines' | 'year'> | null): Result<true> =>
  standing && samePlan(lines, standing.lines) ? refuse(citing(unchanged, clausesOf(standing.year).register)) : accept(true)
