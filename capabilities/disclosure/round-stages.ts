import { deadlineOf, parameterFor } from '@jincun/policy'
import type { ClauseRef, PolicyPack } from '@jincun/policy'

export type StageId = 'allocation' | 'reviews' | 'ranked-lists' | 'settlement' | 'final-lists'

/** How many places have published something of a kind, and when the last did. */
export type KindCount = { kind: string; count: number; latest: string }

/** A stage of the yearly round as far as the public log shows it. */
export type Stage = {
  id: StageId
  clause: ClauseRef
  /** Instant at which it closes; null where the notice sets none. */
  due: string | null
  /** National stages are published once; the others by each province. */
  scope: 'nation' | 'provinces'
  /** Places (the nation, or provinces) that have published it. */
  published: number
  latest: string | null
}

type StageRule = Pick<Stage, 'id' | 'scope' | 'clause' | 'due'> & { kind: string }

/** The stages in the order of the notice, each with the clause that the year's policy names for it; a stage the year does not know is left out. */
function stageRules(policy: PolicyPack, year: number): StageRule[] {
  const sheet = policy.factorSheets.get(year)
  const standard = policy.parameters.get('standard-per-county')?.values[year]
  const [lists, finals] = [parameterFor(policy, 'ranked-list-deadline', year), parameterFor(policy, 'final-list-deadline', year)]
  const review = policy.parameters.get('reviewers-per-application')?.values[year]
  const closing = (parameter: typeof lists) => ({ clause: parameter.clause, due: deadlineOf(parameter).toISOString() })
  return [
    ...(sheet ? [{ id: 'allocation', kind: 'provisional-quotas', scope: 'nation', clause: sheet.clause, due: null } as const] : []),
    ...(review ? [{ id: 'reviews', kind: 'review-outcome', scope: 'provinces', clause: review.clause, due: null } as const] : []),
    { id: 'ranked-lists', kind: 'ranked-list', scope: 'provinces', ...closing(lists) },
    ...(standard ? [{ id: 'settlement', kind: 'settlement', scope: 'nation', clause: standard.clause, due: null } as const] : []),
    { id: 'final-lists', kind: 'final-list', scope: 'provinces', ...closing(finals) },
  ]
}

/** The round of a year so far. Only what was published counts: what is under way in the offices is not public. */
export function roundStages(policy: PolicyPack, year: number, counts: readonly KindCount[]): Stage[] {
  return stageRules(policy, year).map(({ kind, ...rule }) => {
    const own = counts.find(count => count.kind === kind)
    return { ...rule, published: own?.count ?? 0, latest: own?.latest ?? null }
  })
}

/** Years whose rules are known, newest first. */
export const roundYears = (policy: PolicyPack): number[] => [...policy.ruleBooks.keys()].sort((a, b) => b - a)

/** The year to show when none is asked for: the year it is, if its rules are known, else the newest known. */
export function currentRoundYear(policy: PolicyPack, year: number): number {
  const years = roundYears(policy)
  return years.includes(year) ? year : (years[0] ?? year)
}
