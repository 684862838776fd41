import { accept, asJson } from '@jincun/kernel'
import type { Refusal, Result } from '@jincun/kernel'
import { permitInState } from '../../index.ts'
import { assignmentsOf, endAssignments, refreshReaders } from './assignment-store.ts'
import { answerInvitation, invitationsOf, ownInvitations } from './draw-store.ts'
import type { DeclaredTie, InvitationRecord } from './draw-store.ts'
import { getExpert } from './expert-store.ts'
import { conflictOf, noSuchInvitation, noSuchRound } from './round-refusals.ts'
import { getRound } from './round-store.ts'
import type { RoundRecord } from './round-store.ts'
import type { ReviewWork } from './review-work.ts'

export type InvitationAnswer = { answer: 'accept' | 'decline'; reason: string; declared: readonly DeclaredTie[] }

async function keepAnswer(
  work: ReviewWork,
  { round, counties }: RoundRecord,
  record: InvitationRecord,
  order: InvitationAnswer,
  personId: string | null,
): Promise<Result<{ state: 'accepted' | 'declined' }, Refusal>> {
  const permitted = permitInState('answer', round.state)
  if (!permitted.ok) return permitted
  if (order.answer === 'decline' && order.reason.trim() === '')
    return conflictOf('reason-wanted', '请写明不能参加的原因。', 'Say why you cannot take part.')
  const foreign = order.declared.find(tie => !counties.some(county => county.code === tie.countyCode))
  if (foreign)
    return conflictOf(
      'county-not-under-review',
      `${foreign.countyCode}不在本轮评审的县中。`,
      `${foreign.countyCode} is not under review in this round.`,
    )
  const state = order.answer === 'accept' ? 'accepted' : 'declined'
  const changed = await answerInvitation(work.tx, record, {
    state,
    reason: order.reason.trim() || null,
    declared: order.declared,
    personId,
    now: work.now,
  })
  if (changed === 0) return noSuchInvitation()
  await work.audit({
    countyCode: round.provinceCode,
    action: 'reviews.answer',
    recordKind: 'review-invitation',
    recordId: record.invitation.id,
    before: asJson({ state: record.invitation.state }),
    after: asJson({ state, declared: order.declared }),
    ...(order.reason.trim() ? { reason: order.reason.trim() } : {}),
  })
  return accept({ state })
}

/** An expert answers his own invitation; ties to counties under review are declared with it. */
export async function answerOwn(work: ReviewWork, invitationId: string, order: InvitationAnswer): Promise<Result<unknown, Refusal>> {
  const own = await ownInvitations(work.tx, work.caller.personId ?? '')
  const record = own.find(each => each.invitation.id === invitationId && each.invitation.state === 'invited')
  if (!record) return noSuchInvitation()
  const round = await getRound(work.tx, record.invitation.roundId)
  return round ? keepAnswer(work, round, record, order, null) : noSuchRound()
}

/** The office writes down an answer given by telephone or letter; the account the expert has by now is kept with it. */
export async function recordAnswer(
  work: ReviewWork,
  roundId: string,
  invitationId: string,
  order: InvitationAnswer,
): Promise<Result<unknown, Refusal>> {
  const round = await getRound(work.tx, roundId)
  if (!round) return noSuchRound()
  const record = (await invitationsOf(work.tx, roundId)).find(each => each.invitation.id === invitationId)
  if (record?.invitation.state !== 'invited') return noSuchInvitation()
  const expert = await getExpert(work.tx, round.round.provinceCode, record.invitation.expertId)
  return keepAnswer(work, round, record, order, expert?.expert.personId ?? null)
}

/**
 * Takes an expert off the panel with a recorded reason. What he has not handed in goes to others; sheets already handed in count on, unless
 * the reason taints them too (`dropSubmitted`). Raw sheets stay on record either way.
 */
export async function replaceExpert(
  work: ReviewWork,
  roundId: string,
  invitationId: string,
  order: { reason: string; dropSubmitted: boolean },
): Promise<Result<{ freed: number }, Refusal>> {
  const found = await getRound(work.tx, roundId)
  if (!found) return noSuchRound()
  const { round } = found
  const permitted = permitInState('replace', round.state)
  if (!permitted.ok) return permitted
  const record = (await invitationsOf(work.tx, roundId)).find(each => each.invitation.id === invitationId)
  if (!record || !['invited', 'accepted'].includes(record.invitation.state)) return noSuchInvitation()
  await answerInvitation(work.tx, record, { state: 'replaced', reason: order.reason, now: work.now })
  const own = (await assignmentsOf(work.tx, roundId)).filter(
    each => each.expertId === record.invitation.expertId && each.endedAt === null && (order.dropSubmitted || each.submittedAt === null),
  )
  await endAssignments(work.tx, own, order.reason, work.now)
  await refreshReaders(work.tx, roundId)
  await work.audit({
    countyCode: round.provinceCode,
    action: 'reviews.run',
    recordKind: 'review-invitation',
    recordId: invitationId,
    before: asJson({ state: record.invitation.state }),
    after: asJson({ state: 'replaced', freed: own.length, dropSubmitted: order.dropSubmitted }),
    reason: order.reason,
  })
  return accept({ freed: own.length })
}
