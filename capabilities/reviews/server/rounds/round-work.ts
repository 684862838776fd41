import { submissionsForReview } from '@jincun/applications/server'
import type { AcceptedSubmission } from '@jincun/applications/server'
import type { Transaction } from '@jincun/db'
import type { Caller } from '@jincun/http'
import { accept, asJson } from '@jincun/kernel'
import type { Refusal, Result } from '@jincun/kernel'
import { scorecardFor } from '@jincun/policy'
import { permitInState, reviewSettingsFor } from '../../index.ts'
import type { ReviewRound, ReviewSettings } from '../../index.ts'
import { applicationIdsIn } from './assignment-store.ts'
import { idInUse } from './round-refusals.ts'
import { getRound, insertRound, roundsOf } from './round-store.ts'
import type { RoundRecord } from './round-store.ts'
import { moveRound, seenRound, stampOf } from './review-work.ts'
import type { ReviewWork } from './review-work.ts'

/** Begins a round with the year's settings and score sheet; the id is the caller's, so sending twice is one round. */
export async function createRound(
  work: ReviewWork,
  order: { id: string; provinceCode: string; year: number; title: string },
): Promise<Result<ReviewRound, Refusal>> {
  const { tx, policy } = work
  const round: ReviewRound = { ...order, state: 'preparing', version: 1, settings: reviewSettingsFor(policy, order.year) }
  const added = await insertRound(tx, { round, scorecard: scorecardFor(policy, order.year) }, stampOf(work))
  if (added === 0) {
    const known = (await getRound(tx, order.id))?.round
    const same = known?.provinceCode === order.provinceCode && known.year === order.year && known.title === order.title
    return known && same ? accept(known) : idInUse()
  }
  await work.audit({
    countyCode: round.provinceCode,
    action: 'reviews.run',
    recordKind: 'review-round',
    recordId: round.id,
    before: null,
    after: asJson(round),
  })
  return accept(round)
}

/** Settles what the province may settle before the draw. */
export async function changeRound(
  work: ReviewWork,
  id: string,
  order: { version: number; title: string; settings: Omit<ReviewSettings, 'clause'> },
): Promise<Result<ReviewRound, Refusal>> {
  const record = await seenRound(work, id, order.version)
  if (!record.ok) return record
  const { round } = record.value
  const permitted = permitInState('change', round.state)
  if (!permitted.ok) return permitted
  const settings = { ...order.settings, clause: round.settings.clause }
  return moveRound(work, round, { title: order.title, settings }, 'reviews.run', { before: round.settings, after: settings })
}

/** Ends a round that will come to nothing; what was done in it stays on record. */
export async function cancelRound(
  work: ReviewWork,
  id: string,
  order: { version: number; reason: string },
): Promise<Result<ReviewRound, Refusal>> {
  const record = await seenRound(work, id, order.version)
  if (!record.ok) return record
  const permitted = permitInState('cancel', record.value.round.state)
  if (!permitted.ok) return permitted
  return moveRound(work, record.value.round, { state: 'cancelled', cancelReason: order.reason }, 'reviews.run', { reason: order.reason })
}

/** The accepted applications of the round's province that stand before no other round of the year (5.2: a supplement reviews the new ones only). */
export async function openSubmissions({ tx }: Pick<ReviewWork, 'tx'>, round: ReviewRound): Promise<AcceptedSubmission[]> {
  const accepted = await submissionsForReview(tx, round.year, round.provinceCode.slice(0, 2))
  const others = (await roundsOf(tx, round.provinceCode, round.year)).map(each => each.round)
  const standing = others.filter(each => each.id !== round.id && each.state !== 'cancelled').map(each => each.id)
  const taken = await applicationIdsIn(tx, standing)
  return accepted.filter(({ submission }) => !taken.has(submission.applicationId))
}

/** The caller's own provinces with accepted applications that stand before no round yet: a first round, or a supplement (5.2). */
export async function waitingProvinces(
  tx: Transaction,
  caller: Pick<Caller, 'grants'>,
  year: number,
  records: readonly RoundRecord[],
): Promise<{ provinceCode: string; applications: number }[]> {
  const own = caller.grants.filter(grant => grant.role === 'provincial-commerce').map(grant => grant.placeCode)
  const taken = await applicationIdsIn(
    tx,
    records.filter(({ round }) => round.state !== 'cancelled').map(({ round }) => round.id),
  )
  const found = await Promise.all(own.map(async code => ({ code, accepted: await submissionsForReview(tx, year, code.slice(0, 2)) })))
  return found.flatMap(({ code, accepted }) => {
    const open = accepted.filter(({ submission }) => !taken.has(submission.applicationId)).length
    const preparing = records.some(({ round }) => round.provinceCode === code && round.state === 'preparing')
    return open > 0 && !preparing ? [{ provinceCode: code, applications: open }] : []
  })
}
