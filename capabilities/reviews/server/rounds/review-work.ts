import type { RouteContext } from '@jincun/http'
import type { Refusal, Result } from '@jincun/kernel'
import { accept, asJson } from '@jincun/kernel'
import type { ReviewRound } from '../../index.ts'
import { noSuchRound, stale } from './round-refusals.ts'
import { getRound, updateRound } from './round-store.ts'
import type { RoundChange, RoundRecord } from './round-store.ts'

/** What every step of a review needs of its request; the demo seed makes one itself. */
export type ReviewWork = Pick<RouteContext<unknown, unknown, unknown>, 'tx' | 'now' | 'policy' | 'newId' | 'audit' | 'publish'> & {
  caller: Pick<RouteContext<unknown, unknown, unknown>['caller'], 'personId' | 'name' | 'realm'>
}

export const stampOf = ({ caller, now }: ReviewWork): { realm: string; now: Date; personId: string } => ({
  realm: caller.realm,
  personId: caller.personId ?? '',
  now,
})

/** A round in the version the caller saw; refuses one that was changed meanwhile. */
export async function seenRound(work: Pick<ReviewWork, 'tx'>, id: string, version: number): Promise<Result<RoundRecord, Refusal>> {
  const record = await getRound(work.tx, id)
  if (!record) return noSuchRound()
  return record.round.version === version ? accept(record) : stale(record.round)
}

/** Moves a round on and writes down who did; `detail` says what beside the state. */
export async function moveRound(
  work: ReviewWork,
  round: ReviewRound,
  change: RoundChange,
  action: string,
  detail: { before?: unknown; after?: unknown; reason?: string } = {},
): Promise<Result<ReviewRound, Refusal>> {
  if ((await updateRound(work.tx, round, change)) === 0) return stale(round)
  const next = (await getRound(work.tx, round.id))?.round ?? round
  await work.audit({
    countyCode: round.provinceCode,
    action,
    recordKind: 'review-round',
    recordId: round.id,
    before: asJson({ state: round.state, ...(detail.before === undefined ? {} : { detail: detail.before }) }),
    after: asJson({ state: next.state, ...(detail.after === undefined ? {} : { detail: detail.after }) }),
    ...(detail.reason ? { reason: detail.reason } : {}),
  })
  return accept(next)
}
