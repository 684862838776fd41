import type { Finding } from '@jincun/policy'
import { byKey } from './assign-reviewers.ts'
import type { DrawCandidate } from './draw-experts.ts'
import type { Expert, ReviewedApplication } from './expert.ts'
import { ConflictTable } from './find-conflicts.ts'
import type { ConflictGround } from './find-conflicts.ts'
import type { ReviewSettings } from './review-round.ts'

export type Candidates = {
  /** Who can be drawn, sorted by id. */
  candidates: DrawCandidate[]
  /** Who cannot, with the conflicts that keep him out; none where the expert is no longer active. */
  excluded: { expertId: string; conflicts: readonly Finding[] }[]
  conflicts: ConflictTable
}

/**
 * Checks conflicts of interest before anybody is drawn or invited (五（二）公平、公正). Under `whole-panel` one conflict keeps an expert out;
 * under `own-applications` an expert stays in as long as there is one application he may review.
 */
export function selectCandidates(
  experts: readonly Expert[],
  applications: readonly ReviewedApplication[],
  settings: Pick<ReviewSettings, 'avoidance' | 'contractYears' | 'clause'>,
  year: number,
  ground: ConflictGround,
): Candidates {
  const { clause, contractYears } = settings
  const conflicts = new ConflictTable(experts, applications, { clause, contractYears, year }, ground)
  const candidates: DrawCandidate[] = []
  const excluded: Candidates['excluded'] = []
  for (const expert of [...experts].sort(byKey(each => each.id))) {
    const own = applications.map(application => conflicts.between(expert.id, application.applicationId))
    const inConflict = own.filter(findings => findings.length > 0).length
    const out = settings.avoidance === 'whole-panel' ? inConflict > 0 : inConflict === applications.length
    if (!expert.active || out) excluded.push({ expertId: expert.id, conflicts: expert.active ? own.flat() : [] })
    else candidates.push({ id: expert.id, fields: expert.fields, organisationName: expert.organisationName })
  }
  return { candidates, excluded, conflicts }
}
