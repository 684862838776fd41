import { applicationBlocks } from '@jincun/applications'
import type { Application, Submission } from '@jincun/applications'
import { readAttachment } from '@jincun/applications/server'
import { Download, route } from '@jincun/http'
import { accept } from '@jincun/kernel'
import { z } from 'zod'
import { ItemScore } from '../../index.ts'
import { countyNamesIn, ownAssignments, submissionOf } from './assignment-store.ts'
import { AnswerBody } from './draw-routes.ts'
import { ownInvitations } from './draw-store.ts'
import { answerOwn } from './invitation-work.ts'
import { noSuchAssignment } from './round-refusals.ts'
import { roundsByIds } from './round-store.ts'
import { handIn, keepDraft, ownOf, scoringOpen, stepBack } from './scoring-work.ts'
import { getDraft, sheetsOf } from './score-store.ts'

const clauses = ['notice-2020/5.2'] as const
const Path = z.strictObject({ roundId: z.uuid(), applicationId: z.uuid() })
const Items = z.array(ItemScore).max(60)
const Comment = z.string().max(5_000)

const myReviews = route({
  method: 'GET',
  path: '/api/my-reviews',
  action: 'signed-in',
  summary: "A reviewer's own invitations and assignments",
  clauses,
  handle: async ({ tx, caller, now }) => {
    const me = caller.personId ?? ''
    const invitations = await ownInvitations(tx, me)
    const assignments = await ownAssignments(tx, me)
    const ids = [...new Set([...invitations.map(each => each.invitation.roundId), ...assignments.map(each => each.roundId)])]
    const rounds = await roundsByIds(tx, ids)
    const names = await countyNamesIn(tx, ids)
    return accept({
      rounds: rounds.map(({ round, counties, scoringUntil }) => ({
        id: round.id,
        title: round.title,
        year: round.year,
        provinceCode: round.provinceCode,
        state: round.state,
        clause: round.settings.clause,
        counties,
        scoringUntil,
      })),
      invitations: invitations.map(({ invitation, declared, invitedAt }) => ({ ...invitation, declared, invitedAt })),
      assignments: assignments.map(({ personId: _own, ...each }) => ({ ...each, countyName: names.get(each.applicationId) ?? '' })),
      asOf: now.toISOString(),
    })
  },
})

const answer = route({
  method: 'POST',
  path: '/api/my-reviews/invitations/:id/answer',
  action: 'signed-in',
  summary: 'Accept or decline an invitation, declaring ties to the counties under review',
  clauses,
  params: z.strictObject({ id: z.uuid() }),
  body: AnswerBody,
  handle: context => answerOwn(context, context.params.id, context.body),
})

/** What was submitted, in the shape of an application, so that it is laid out as the county printed it. */
const asApplication = ({
  applicationId,
  countyCode,
  policyYear,
  version,
  content,
  attachments,
  rulings,
  confirmations,
}: Submission): Application => ({
  id: applicationId,
  countyCode,
  year: policyYear,
  state: 'accepted-for-review',
  version,
  content,
  attachments: [...attachments],
  rulings: [...rulings],
  confirmations: [...confirmations],
  extendedTo: null,
})

const readAssignment = route({
  method: 'GET',
  path: '/api/my-reviews/:roundId/:applicationId',
  action: 'signed-in',
  summary: 'An application assigned to the caller, as it was submitted, beside the score sheet and the own draft and sheets',
  clauses,
  params: Path,
  handle: async context => {
    const { tx, params, now, policy } = context
    const own = await ownOf(context, params.roundId, params.applicationId)
    if (!own.ok) return own
    const { record, assignment } = own.value
    const application = await submissionOf(tx, params.roundId, params.applicationId)
    if (!application) return noSuchAssignment()
    const open = scoringOpen(own.value, now)
    const { submission } = application
    const sheets = (await sheetsOf(tx, params.roundId)).filter(
      sheet => sheet.applicationId === params.applicationId && sheet.expertId === assignment.expertId,
    )
    return accept({
      round: { id: record.round.id, title: record.round.title, year: record.round.year, state: record.round.state },
      scoringUntil: record.scoringUntil,
      reasonRule: record.round.settings.reasonRule,
      items: record.scorecard.items,
      application: {
        countyCode: submission.countyCode,
        countyName: submission.countyName,
        type: submission.content.type,
        submittedAt: submission.submittedAt,
        hash: application.submissionHash,
        blocks: applicationBlocks(
          { application: asApplication(submission), facts: submission.facts, findings: submission.findings },
          policy,
        ),
        attachments: submission.attachments,
      },
      draft: (await getDraft(tx, assignment)) ?? null,
      sheets,
      recheckReason: assignment.recheckReason,
      closed: open.ok ? null : open.reason.message,
    })
  },
})

const putDraft = route({
  method: 'PUT',
  path: '/api/my-reviews/:roundId/:applicationId/draft',
  action: 'signed-in',
  summary: 'Keep a sheet in work',
  clauses,
  params: Path,
  body: z.strictObject({ version: z.number().int().min(0), items: Items, comment: Comment }),
  handle: async context => {
    const own = await ownOf(context, context.params.roundId, context.params.applicationId)
    return own.ok ? keepDraft(context, own.value, context.body) : own
  },
})

const submitSheet = route({
  method: 'POST',
  path: '/api/my-reviews/:roundId/:applicationId/sheets',
  action: 'signed-in',
  summary: 'Hand in a sheet; it is kept for ever',
  clauses,
  params: Path,
  body: z.strictObject({
    id: z.uuid(),
    items: Items,
    comment: Comment,
    revisionReason: z.string().trim().max(1_000).nullable().default(null),
  }),
  handle: async context => {
    const own = await ownOf(context, context.params.roundId, context.params.applicationId)
    return own.ok ? handIn(context, own.value, context.body) : own
  },
})

const withdraw = route({
  method: 'POST',
  path: '/api/my-reviews/:roundId/:applicationId/step-back',
  action: 'signed-in',
  summary: 'Step back from an application because of a tie found only now',
  clauses,
  params: Path,
  body: z.strictObject({ reason: z.string().trim().min(2, '请写明需要回避的关系 / say what ties you').max(1_000) }),
  handle: async context => {
    const own = await ownOf(context, context.params.roundId, context.params.applicationId)
    return own.ok ? stepBack(context, own.value, context.body.reason) : own
  },
})

/** Runs with the reviewer's province as scope, because attachments belong to the counties; the own assignment is asked for first. */
const attachment = route({
  method: 'GET',
  path: '/api/my-reviews/:roundId/:applicationId/attachments/:attachmentId',
  action: 'reviews.score',
  summary: 'A file of an application assigned to the caller',
  clauses,
  params: Path.extend({ attachmentId: z.uuid() }),
  handle: async context => {
    const { tx, params } = context
    const own = await ownOf(context, params.roundId, params.applicationId)
    if (!own.ok) return own
    const submitted = await submissionOf(tx, params.roundId, params.applicationId)
    if (!submitted?.submission.attachments.some(each => each.id === params.attachmentId)) return noSuchAssignment()
    const file = await readAttachment(tx, { countyCode: own.value.assignment.countyCode, id: params.applicationId }, params.attachmentId)
    return file ? accept(new Download(file.bytes, file.name, file.mediaType)) : noSuchAssignment()
  },
})

export const reviewerRoutes = [myReviews, answer, readAssignment, putDraft, submitSheet, withdraw, attachment]
