import { accept, answerRepeated, asJson, canonicalJson, endOfShanghaiDay, formatShanghai, refuse } from '@jincun/kernel'
import type { Refusal, Result } from '@jincun/kernel'
import type { RouteContext, RuleRefusal } from '@jincun/http'
import { sha256Hex } from '@jincun/proof'
import { checkScoreSheet, totalOf } from '../../index.ts'
import type { ItemScore } from '../../index.ts'
import { endAssignments, markStarted, markSubmitted, ownAssignment } from './assignment-store.ts'
import type { AssignmentRecord } from './assignment-store.ts'
import { conflictOf, noSuchAssignment, noSuchRound, stale } from './round-refusals.ts'
import { getRound } from './round-store.ts'
import type { RoundRecord } from './round-store.ts'
import { getDraft, getSheet, insertSheet, saveDraft } from './score-store.ts'
import { stampOf } from './review-work.ts'
import type { ReviewWork } from './review-work.ts'

export type Own = { record: RoundRecord; assignment: AssignmentRecord }

/**
 * A reviewer's own assignment: named by the reviewer's account, in a round that admits it, while he is a reviewer of that province.
 * Anybody else, and a reviewer who stepped back, is told that there is no such thing.
 */
export async function ownOf(
  { tx, caller, may }: Pick<RouteContext<unknown, unknown, unknown>, 'tx' | 'caller' | 'may'>,
  roundId: string,
  applicationId: string,
): Promise<Result<Own, Refusal>> {
  const record = await getRound(tx, roundId)
  if (!record || !may('reviews.score', record.round.provinceCode)) return noSuchRound()
  const assignment = await ownAssignment(tx, { roundId, applicationId, personId: caller.personId ?? '' })
  return assignment ? accept({ record, assignment }) : noSuchAssignment()
}

/** Whether the sheet may be written now: while scoring is open and its last day not over, or on a request to look again. */
export function scoringOpen({ record, assignment }: Own, now: Date): Result<undefined, Refusal> {
  const { state } = record.round
  if (state === 'closed' && assignment.recheckReason !== null) return accept(undefined)
  if (state !== 'scoring')
    return conflictOf('scoring-closed', '本轮评分没有开放，或者已经结束。', 'Scoring is not open in this round, or is over.')
  const closes = record.scoringUntil ? endOfShanghaiDay(record.scoringUntil) : null
  if (closes && now >= closes)
    return conflictOf(
      'scoring-late',
      `评分已于${formatShanghai(closes)}截止，请联系省级主管部门延期。`,
      `Scoring closed at ${formatShanghai(closes)}; ask the province to extend it.`,
    )
  return accept(undefined)
}

/** Keeps work in hand; nothing is checked but its form. Refuses over a version saved elsewhere (another window). */
export async function keepDraft(
  work: ReviewWork,
  own: Own,
  order: { version: number; items: readonly ItemScore[]; comment: string },
): Promise<Result<{ version: number }, Refusal>> {
  const open = scoringOpen(own, work.now)
  if (!open.ok) return open
  const written = await saveDraft(work.tx, own.assignment, order, stampOf(work))
  if (written === 0) return stale(await getDraft(work.tx, own.assignment))
  await markStarted(work.tx, own.assignment, work.now)
  return accept({ version: order.version + 1 })
}

export type SheetOrder = { id: string; items: readonly ItemScore[]; comment: string; revisionReason: string | null }

const contentHash = (order: SheetOrder): string => sha256Hex(canonicalJson(asJson(order)))

/**
 * Hands in a sheet. It is judged against the round's frozen score sheet and kept for ever; a later one is the next revision and needs its
 * reason. The audit log gets the hash of the sheet and not the scores, so that nobody reads them there before the close.
 */
export async function handIn(
  work: ReviewWork,
  own: Own,
  order: SheetOrder,
): Promise<Result<{ revision: number; total: number }, Refusal | RuleRefusal>> {
  const { record, assignment } = own
  const known = await getSheet(work.tx, assignment.countyCode, order.id)
  if (known) {
    const kept = [known.applicationId, known.items, known.comment, known.revisionReason]
    const asked = [assignment.applicationId, order.items, order.comment, order.revisionReason]
    return answerRepeated({ revision: known.revision, total: known.total }, kept, asked)
  }
  const open = scoringOpen(own, work.now)
  if (!open.ok) return open
  const revision = assignment.revision + 1
  if (revision > 1 && !order.revisionReason?.trim())
    return conflictOf(
      'revision-reason-wanted',
      '这份评分已经提交过，再次提交须写明修改原因。',
      'This sheet was handed in before; say why you change it.',
    )
  const findings = checkScoreSheet(order.items, record.scorecard, record.round.settings)
  if (findings.length > 0)
    return refuse({
      kind: 'rules',
      code: 'sheet-incomplete',
      message: { zh: `评分表还有${findings.length}处需要补全。`, en: `${findings.length} things are missing on the score sheet.` },
      findings,
    })
  const total = totalOf(order.items)
  const sheet = { id: order.id, revision, items: [...order.items], comment: order.comment, total, revisionReason: order.revisionReason }
  await insertSheet(work.tx, assignment, sheet, { ...stampOf(work), released: record.round.state === 'closed' })
  await markSubmitted(work.tx, assignment, revision, work.now)
  await work.audit({
    countyCode: assignment.countyCode,
    action: 'reviews.score',
    recordKind: 'score-sheet',
    recordId: order.id,
    before: asJson({ revision: assignment.revision }),
    after: asJson({ revision, sha256: contentHash(order) }),
    ...(order.revisionReason ? { reason: order.revisionReason } : {}),
  })
  return accept({ revision, total })
}

/** A reviewer who finds a tie only when reading steps back before handing in; the office gives the application to another. */
export async function stepBack(work: ReviewWork, own: Own, reason: string): Promise<Result<unknown, Refusal>> {
  if (own.record.round.state !== 'scoring' || own.assignment.submittedAt !== null)
    return conflictOf('handed-in', '评分已经提交，不能再申请回避；请联系省级主管部门。', 'The sheet was handed in; ask the province.')
  await endAssignments(work.tx, [own.assignment], reason, work.now)
  await work.audit({
    countyCode: own.assignment.countyCode,
    action: 'reviews.score',
    recordKind: 'review-assignment',
    recordId: `${own.assignment.roundId}/${own.assignment.applicationId}/${own.assignment.expertId}`,
    before: null,
    after: asJson({ steppedBack: true }),
    reason,
  })
  return accept({ steppedBack: true })
}
