import { accept, asJson } from '@jincun/kernel'
import type { Refusal, Result } from '@jincun/kernel'
import { assignReviewers, ConflictTable, permitInState } from '../../index.ts'
import type { AssignmentPlan, ConflictGround, Expert, ReviewedApplication, ReviewRound } from '../../index.ts'
import { applicationsOf, askToRecheck, assignmentsOf, insertAssignments, refreshReaders } from './assignment-store.ts'
import type { AssignmentRecord } from './assignment-store.ts'
import { conflictGround } from './conflict-ground.ts'
import { getDraw, invitationsOf } from './draw-store.ts'
import type { InvitationRecord } from './draw-store.ts'
import { expertsOf } from './expert-store.ts'
import { conflictOf, noSuchAssignment, noSuchRound } from './round-refusals.ts'
import { admitToRound, getRound } from './round-store.ts'
import { moveRound, seenRound, stampOf } from './review-work.ts'
import type { ReviewWork } from './review-work.ts'

/** The expert with the ties declared in the answer to this round's invitation. */
const withDeclared = (expert: Expert, { declared }: InvitationRecord): Expert => ({
  ...expert,
  declaredRelations: [
    ...expert.declaredRelations,
    ...declared.map(tie => ({ countyCode: tie.countyCode, organisationName: null, kind: 'other' as const, text: tie.text })),
  ],
})

type Panel = {
  experts: Expert[]
  applications: ReviewedApplication[]
  seed: string
  standing: AssignmentRecord[]
  ground: ConflictGround
}

/** The accepted experts with their accounts, ready to be assigned; refuses while answers are out or an account is missing. */
async function panelOf(work: ReviewWork, round: ReviewRound): Promise<Result<Panel, Refusal>> {
  const invitations = await invitationsOf(work.tx, round.id)
  const pending = invitations.filter(each => each.invitation.state === 'invited').length
  if (pending > 0)
    return conflictOf('answers-pending', `还有${pending}名专家没有答复邀请。`, `${pending} experts have not answered their invitation yet.`)
  const pool = new Map((await expertsOf(work.tx, round.provinceCode)).map(({ expert }) => [expert.id, expert]))
  const experts = invitations
    .filter(each => each.invitation.state === 'accepted')
    .flatMap(each => {
      const expert = pool.get(each.invitation.expertId)
      return expert ? [withDeclared(expert, each)] : []
    })
  const without = experts.filter(expert => expert.personId === null).map(expert => expert.name)
  if (without.length > 0)
    return conflictOf(
      'no-account',
      `${without.join('、')}还没有登录账号，请先由系统管理员开通并在专家库中关联。`,
      `${without.join(', ')} have no account yet; have the administrator open one and link it in the pool.`,
    )
  const draw = await getDraw(work.tx, round)
  const applications = (await applicationsOf(work.tx, round.id)).map(each => each.reviewed)
  return accept({
    experts,
    applications,
    ground: await conflictGround(work.tx, [...pool.values()], applications),
    seed: draw?.draw?.seed ?? '',
    standing: await assignmentsOf(work.tx, round.id),
  })
}

/** Assigns what is missing, keeping what stands; conflicts are asked again, now with what was declared on accepting. */
function plan(round: ReviewRound, { experts, applications, seed, standing, ground }: Panel): Result<AssignmentPlan, Refusal> {
  const { settings, year } = round
  const { clause, contractYears } = settings
  const table = new ConflictTable(experts, applications, { clause, contractYears, year }, ground)
  const left = new Set(standing.filter(each => each.endedAt !== null).map(each => `${each.expertId}/${each.applicationId}`))
  return assignReviewers({
    applications,
    reviewers: experts,
    forbidden: (expertId, applicationId) => left.has(`${expertId}/${applicationId}`) || table.between(expertId, applicationId).length > 0,
    kept: standing.filter(each => each.endedAt === null),
    rules: {
      reviewersPerApplication: settings.reviewersPerApplication,
      loadMinimum: settings.loadMinimum,
      loadMaximum: settings.loadMaximum,
      fieldMismatchCost: settings.fieldMismatchCost,
      seed,
    },
  })
}

async function keepPlan(work: ReviewWork, round: ReviewRound, panel: Panel, { pairs }: AssignmentPlan): Promise<void> {
  const countyOf = new Map(panel.applications.map(each => [each.applicationId, each.countyCode]))
  const personOf = new Map(panel.experts.map(each => [each.id, each.personId ?? '']))
  const rows = pairs.map(pair => ({
    ...pair,
    countyCode: countyOf.get(pair.applicationId) ?? '',
    personId: personOf.get(pair.expertId) ?? '',
  }))
  await insertAssignments(work.tx, round, rows, stampOf(work))
  await admitToRound(work.tx, round, [...new Set(rows.map(row => row.personId))])
  await refreshReaders(work.tx, round.id)
}

export type Assigned = { round: ReviewRound; added: number; connected: boolean }

/** Assigns the panel to the applications and opens scoring until the end of a day. */
export async function openScoring(
  work: ReviewWork,
  id: string,
  order: { version: number; scoringUntil: string },
): Promise<Result<Assigned, Refusal>> {
  const record = await seenRound(work, id, order.version)
  if (!record.ok) return record
  const permitted = permitInState('assign', record.value.round.state)
  if (!permitted.ok) return permitted
  return assign(work, record.value.round, { state: 'scoring', scoringUntil: order.scoringUntil })
}

/** Fills the gaps that a reviewer who stepped back left, and moves the last day where one is given. */
export async function fillGaps(
  work: ReviewWork,
  id: string,
  order: { version: number; scoringUntil?: string | undefined },
): Promise<Result<Assigned, Refusal>> {
  const record = await seenRound(work, id, order.version)
  if (!record.ok) return record
  const permitted = permitInState('score', record.value.round.state)
  if (!permitted.ok) return permitted
  return assign(work, record.value.round, order.scoringUntil ? { scoringUntil: order.scoringUntil } : {})
}

async function assign(
  work: ReviewWork,
  round: ReviewRound,
  change: { state?: 'scoring'; scoringUntil?: string },
): Promise<Result<Assigned, Refusal>> {
  const panel = await panelOf(work, round)
  if (!panel.ok) return panel
  const planned = plan(round, panel.value)
  if (!planned.ok) return planned
  const { pairs, cost, connected } = planned.value
  const moved = await moveRound(work, round, change, 'reviews.run', {
    after: { pairs: pairs.map(({ applicationId, expertId }) => [applicationId, expertId]), cost, connected, ...change },
  })
  if (!moved.ok) return moved
  await keepPlan(work, moved.value, panel.value, planned.value)
  return accept({ round: moved.value, added: pairs.length, connected })
}

/** Asks a reviewer to look at a sheet again after the close, with the reason; he may hand in another revision or leave it. */
export async function askRecheck(
  work: ReviewWork,
  id: string,
  order: { applicationId: string; expertId: string; reason: string },
): Promise<Result<unknown, Refusal>> {
  const record = await getRound(work.tx, id)
  if (!record) return noSuchRound()
  const permitted = permitInState('recheck', record.round.state)
  if (!permitted.ok) return permitted
  const assignment = (await assignmentsOf(work.tx, id)).find(
    each => each.applicationId === order.applicationId && each.expertId === order.expertId && each.endedAt === null,
  )
  if (!assignment) return noSuchAssignment()
  await askToRecheck(work.tx, assignment, order.reason)
  await work.audit({
    countyCode: assignment.countyCode,
    action: 'reviews.run',
    recordKind: 'review-assignment',
    recordId: `${id}/${order.applicationId}/${order.expertId}`,
    before: null,
    after: asJson({ recheck: true }),
    reason: order.reason,
  })
  return accept({ asked: true })
}
