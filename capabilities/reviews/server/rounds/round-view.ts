import type { RouteContext } from '@jincun/http'
import { deadlineOf, parameterFor } from '@jincun/policy'
import { ConflictTable, factsToSettle, fillSeats, preferencesOf, reviewRoundActions, roundCan } from '../../index.ts'
import type { ReviewRoundAction } from '../../index.ts'
import { applicationsOf, assignmentsOf } from './assignment-store.ts'
import { conflictGround } from './conflict-ground.ts'
import { getDraw, invitationsOf } from './draw-store.ts'
import type { DrawRecord, InvitationRecord } from './draw-store.ts'
import { expertsOf } from './expert-store.ts'
import { fieldLabels } from './field-labels.ts'
import type { RoundRecord } from './round-store.ts'

type Context = Pick<RouteContext<unknown, unknown, unknown>, 'tx' | 'now' | 'may' | 'policy'>

/** What the caller may do with the round now: state and role together; the page's buttons read it. */
export const actionsFor = ({ round }: RoundRecord, may: Context['may']): ReviewRoundAction[] =>
  (Object.keys(reviewRoundActions) as ReviewRoundAction[]).filter(
    action => action !== 'score' && action !== 'answer' && roundCan(action, round.state) && may('reviews.run', round.provinceCode),
  )

/** How many seats wait for a reserve; null while there is no draw. */
function openSeats(drawn: DrawRecord | undefined, invitations: readonly InvitationRecord[]): number | null {
  if (!drawn?.draw) return null
  const held = invitations.filter(each => each.invitation.state === 'invited' || each.invitation.state === 'accepted').length
  return Math.max(0, drawn.draw.plan.seats - held)
}

/** Who would come next, or why nobody can. */
function nextSeats(drawn: DrawRecord | undefined, invitations: readonly InvitationRecord[]) {
  if (!drawn?.draw) return null
  const asked = invitations.map(({ invitation, forField }) => ({
    expertId: invitation.expertId,
    place: invitation.place,
    state: invitation.state,
    forField,
  }))
  const seats = fillSeats(drawn.draw, asked)
  return seats.ok ? { seats: seats.value, problem: null } : { seats: [], problem: seats.reason.message }
}

/**
 * Everything the office's page needs of a round: settings, draw, invitations with names, applications with settled facts and
 * preferences, assignments with progress, conflicts of the panel. A constant number of queries; never a score.
 */
export async function roundView({ tx, now, may, policy }: Context, record: RoundRecord) {
  const { round, scorecard } = record
  const experts = (await expertsOf(tx, round.provinceCode)).map(each => each.expert)
  const names = new Map(experts.map(expert => [expert.id, expert]))
  const drawn = await getDraw(tx, round)
  const invitations = await invitationsOf(tx, round.id)
  const applications = await applicationsOf(tx, round.id)
  const assignments = await assignmentsOf(tx, round.id)
  const panel = experts.filter(expert =>
    invitations.some(each => each.invitation.expertId === expert.id && each.invitation.state !== 'declined'),
  )
  const { clause, contractYears } = round.settings
  const reviewed = applications.map(each => each.reviewed)
  const ground = await conflictGround(tx, experts, reviewed)
  const conflicts = new ConflictTable(panel, reviewed, { clause, contractYears, year: round.year }, ground)
  return {
    ...record,
    fields: fieldLabels(policy, round.year),
    due: deadlineOf(parameterFor(policy, 'ranked-list-deadline', round.year)).toISOString(),
    actions: actionsFor(record, may),
    draw: drawn ?? null,
    openSeats: openSeats(drawn, invitations),
    next: nextSeats(drawn, invitations),
    invitations: invitations.map(({ invitation, forField, declared, invitedAt }) => {
      const expert = names.get(invitation.expertId)
      return {
        ...invitation,
        forField,
        declared,
        invitedAt,
        name: expert?.name ?? '',
        organisationName: expert?.organisationName ?? '',
        title: expert?.title ?? '',
        hasAccount: expert?.personId !== null && expert !== undefined,
      }
    }),
    experts: Object.fromEntries(experts.map(expert => [expert.id, { name: expert.name, organisationName: expert.organisationName }])),
    applications: applications.map(({ standing, reviewed, ...application }) => ({
      ...application,
      fields: reviewed.fields,
      preferences: preferencesOf(scorecard, standing, application.settled),
    })),
    factsToSettle: factsToSettle(scorecard),
    assignments: assignments.map(({ personId: _account, ...assignment }) => assignment),
    conflicts: conflicts.all(),
    asOf: now.toISOString(),
  }
}
