import { accept, asJson, canonicalJson } from '@jincun/kernel'
import type { Refusal, Result } from '@jincun/kernel'
import { sha256Hex } from '@jincun/proof'
import { scorecardFor } from '@jincun/policy'
import { commitDraw, fillSeats, performDraw, permitInState, reviewedApplication, selectCandidates } from '../../index.ts'
import type { DrawCommitment, DrawPlan, ReviewRound, Seat, SeedSource } from '../../index.ts'
import { insertApplications } from './assignment-store.ts'
import { conflictGround } from './conflict-ground.ts'
import { getDraw, insertCommitment, insertInvitations, invitationsOf, saveDraw } from './draw-store.ts'
import type { InvitationRecord } from './draw-store.ts'
import { expertsOf } from './expert-store.ts'
import { conflictOf } from './round-refusals.ts'
import { admitToRound } from './round-store.ts'
import { openSubmissions } from './round-work.ts'
import { moveRound, seenRound, stampOf } from './review-work.ts'
import type { ReviewWork } from './review-work.ts'

/** Who can be drawn for a round that is being prepared, and who not and why; the pool and the applications as they are now. */
export async function candidatesOf(work: Pick<ReviewWork, 'tx'>, round: ReviewRound) {
  const experts = (await expertsOf(work.tx, round.provinceCode)).map(record => record.expert)
  const submissions = await openSubmissions(work, round)
  const applications = submissions.map(({ submission }) => reviewedApplication(submission))
  const ground = await conflictGround(work.tx, experts, applications)
  return { experts, submissions, applications, selected: selectCandidates(experts, applications, round.settings, round.year, ground) }
}

/** Fixes applications, pool, seats and seed sources, freezes the score sheet, and publishes the commitment before the seed is known. */
export async function commitRound(
  work: ReviewWork,
  id: string,
  order: { version: number; plan: DrawPlan; sources: readonly SeedSource[] },
): Promise<Result<ReviewRound, Refusal>> {
  const record = await seenRound(work, id, order.version)
  if (!record.ok) return record
  const { round } = record.value
  const { submissions, applications, selected } = await candidatesOf(work, round)
  const committed = commitDraw(round, applications.length, selected.candidates, order.plan, order.sources)
  if (!committed.ok) return committed
  await insertApplications(work.tx, round.id, submissions, work.caller.realm)
  await insertCommitment(work.tx, round, committed.value, stampOf(work))
  const counties = applications.map(({ countyCode, countyName }) => ({ code: countyCode, name: countyName }))
  await publishCommitment(work, round, committed.value, counties)
  const change = { state: 'committed' as const, counties, scorecard: scorecardFor(work.policy, round.year) }
  return moveRound(work, round, change, 'reviews.run', {
    after: { poolHash: committed.value.poolHash, plan: order.plan, sources: order.sources },
  })
}

async function publishCommitment(
  work: ReviewWork,
  round: ReviewRound,
  { plan, sources, pool, poolHash }: DrawCommitment,
  counties: readonly { code: string; name: string }[],
): Promise<void> {
  await work.publish({
    id: work.newId(),
    countyCode: round.provinceCode,
    kind: 'review-draw-commitment',
    year: round.year,
    title: { zh: `${round.title}：专家抽取公告`, en: `${round.title}: announcement of the draw of reviewers` },
    content: asJson({ roundId: round.id, plan, sources, candidates: pool.length, poolHash, counties }),
    clause: round.settings.clause,
  })
}

/** Draws the panel from the announced seed and invites it; publishes seed and result hash, so that the draw can be checked later. */
export async function drawRound(
  work: ReviewWork,
  id: string,
  order: { version: number; parts: readonly string[] },
): Promise<Result<ReviewRound, Refusal>> {
  const record = await seenRound(work, id, order.version)
  if (!record.ok) return record
  const { round } = record.value
  const committed = await getDraw(work.tx, round)
  const permitted = permitInState('draw', round.state)
  if (!permitted.ok) return permitted
  if (!committed) return conflictOf('no-commitment', '这个轮次还没有发布抽取公告。', 'This round has no announcement of its draw.')
  const drawn = performDraw(round, committed.commitment, order.parts)
  if (!drawn.ok) return drawn
  await saveDraw(work.tx, round, drawn.value, work.now)
  const resultHash = sha256Hex(canonicalJson(asJson(drawn.value.drawn)))
  await work.publish({
    id: work.newId(),
    countyCode: round.provinceCode,
    kind: 'review-draw',
    year: round.year,
    title: { zh: `${round.title}：专家抽取结果`, en: `${round.title}: the draw of reviewers` },
    content: asJson({ roundId: round.id, poolHash: drawn.value.poolHash, parts: drawn.value.parts, seed: drawn.value.seed, resultHash }),
    clause: round.settings.clause,
  })
  const seats = drawn.value.drawn.filter(each => each.seat)
  const moved = await moveRound(work, round, { state: 'inviting' }, 'reviews.run', { after: { seed: drawn.value.seed, resultHash } })
  if (!moved.ok) return moved
  await invite(work, moved.value, seats)
  return moved
}

/** Invites experts for seats and lets their accounts read the round. */
async function invite(work: ReviewWork, round: ReviewRound, seats: readonly Seat[]): Promise<void> {
  const experts = new Map((await expertsOf(work.tx, round.provinceCode)).map(({ expert }) => [expert.id, expert]))
  const invitations = seats.map(({ expertId, place, forField }) => ({
    id: work.newId(),
    expertId,
    place,
    forField,
    personId: experts.get(expertId)?.personId ?? null,
  }))
  await insertInvitations(work.tx, round, invitations, stampOf(work))
  await admitToRound(
    work.tx,
    round,
    invitations.flatMap(({ personId }) => (personId ? [personId] : [])),
  )
}

/** Invites the next in drawn order for every seat that fell free. */
export async function inviteReserves(
  work: ReviewWork,
  id: string,
  order: { version: number },
): Promise<Result<{ invited: number }, Refusal>> {
  const record = await seenRound(work, id, order.version)
  if (!record.ok) return record
  const { round } = record.value
  const permitted = permitInState('replace', round.state)
  if (!permitted.ok) return permitted
  const drawn = await getDraw(work.tx, round)
  if (!drawn?.draw) return conflictOf('not-drawn', '这个轮次还没有抽取专家。', 'This round has not been drawn yet.')
  const seats = fillSeats(drawn.draw, (await invitationsOf(work.tx, round.id)).map(askedOf))
  if (!seats.ok) return seats
  await invite(work, round, seats.value)
  const moved = await moveRound(work, round, {}, 'reviews.run', { after: { invited: seats.value.map(seat => seat.expertId) } })
  return moved.ok ? accept({ invited: seats.value.length }) : moved
}

const askedOf = ({ invitation, forField }: InvitationRecord) => ({
  expertId: invitation.expertId,
  place: invitation.place,
  forField,
  state: invitation.state,
})
