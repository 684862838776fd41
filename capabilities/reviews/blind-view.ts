import type { Assignment } from './review-round.ts'
import type { ScoreSheet } from './score-sheet.ts'

/** Who asks: a reviewer by expert id, or the office that runs the review. */
export type ReviewViewer = { kind: 'reviewer'; expertId: string } | { kind: 'office' }

/**
 * 公平、公正: a reviewer scores blind. He sees his own assignments and his own sheets; never another's, never preference points, and
 * no total of others. The office sees who has submitted, but no score before the round is closed, so that nobody can lean on a
 * reviewer whose score displeases. Row-level security of the database repeats this.
 */
export function visibleSheets(viewer: ReviewViewer, roundClosed: boolean, sheets: readonly ScoreSheet[]): ScoreSheet[] {
  if (viewer.kind === 'reviewer') return sheets.filter(sheet => sheet.expertId === viewer.expertId)
  return roundClosed ? sheets.filter(sheet => sheet.submittedAt !== null) : []
}

export const visibleAssignments = (viewer: ReviewViewer, assignments: readonly Assignment[]): Assignment[] =>
  viewer.kind === 'office' ? [...assignments] : assignments.filter(assignment => assignment.expertId === viewer.expertId)
