import { route } from '@jincun/http'
import { accept } from '@jincun/kernel'
import { PlaceCode } from '@jincun/places'
import { z } from 'zod'
import { checkDraw, DrawPlan, SeedSource } from '../../index.ts'
import { askRecheck, fillGaps, openScoring } from './assignment-work.ts'
import { getDraw } from './draw-store.ts'
import { commitRound, drawRound, inviteReserves } from './draw-work.ts'
import { recordAnswer, replaceExpert } from './invitation-work.ts'
import { noSuchRound } from './round-refusals.ts'
import { getRound } from './round-store.ts'

const clauses = ['notice-2020/5.2'] as const
const Path = z.strictObject({ id: z.uuid() })
const InvitationPath = Path.extend({ invitationId: z.uuid() })
const Version = z.number().int().min(1)
const Reason = z.string().trim().min(2, '请写明原因 / give the reason').max(2_000)
const Day = z.iso.date('日期写作 2020-05-25 / write the day as 2020-05-25')

/** How an invitation is answered, by the expert or by the office for him. */
export const AnswerBody = z.strictObject({
  answer: z.enum(['accept', 'decline']),
  reason: z.string().trim().max(1_000).default(''),
  declared: z
    .array(
      z.strictObject({
        countyCode: PlaceCode,
        text: z.string().trim().min(2, '请写明与该县的关系 / say what ties you to the county').max(500),
      }),
    )
    .max(100)
    .default([]),
})

const commit = route({
  method: 'POST',
  path: '/api/review-rounds/:id/commitment',
  action: 'reviews.run',
  summary: 'Fix and publish pool, seats and seed sources before the seed is known',
  clauses,
  params: Path,
  body: z.strictObject({ version: Version, plan: DrawPlan, sources: z.array(SeedSource).min(1).max(10) }),
  handle: context => commitRound(context, context.params.id, context.body),
})

const draw = route({
  method: 'POST',
  path: '/api/review-rounds/:id/draw',
  action: 'reviews.run',
  summary: 'Draw the panel from the announced seed and invite it',
  clauses,
  params: Path,
  body: z.strictObject({ version: Version, parts: z.array(z.string().max(500)).min(1).max(10) }),
  handle: context => drawRound(context, context.params.id, context.body),
})

const verifyDraw = route({
  method: 'GET',
  path: '/api/review-rounds/:id/draw',
  action: 'reviews.read',
  summary: 'Everything needed to do the draw again, and whether it holds',
  clauses,
  params: Path,
  handle: async ({ params, tx }) => {
    const record = await getRound(tx, params.id)
    const drawn = record && (await getDraw(tx, record.round))
    if (!drawn?.draw) return noSuchRound()
    return accept({ ...drawn.draw, committedAt: drawn.committedAt, drawnAt: drawn.drawnAt, faults: checkDraw(drawn.draw) })
  },
})

const reserves = route({
  method: 'POST',
  path: '/api/review-rounds/:id/reserves',
  action: 'reviews.run',
  summary: 'Invite the next in drawn order for every free seat',
  clauses,
  params: Path,
  body: z.strictObject({ version: Version }),
  handle: context => inviteReserves(context, context.params.id, context.body),
})

const answerFor = route({
  method: 'POST',
  path: '/api/review-rounds/:id/invitations/:invitationId/answer',
  action: 'reviews.run',
  summary: 'Write down an answer given by telephone or letter',
  clauses,
  params: InvitationPath,
  body: AnswerBody,
  handle: context => recordAnswer(context, context.params.id, context.params.invitationId, context.body),
})

const replace = route({
  method: 'POST',
  path: '/api/review-rounds/:id/invitations/:invitationId/replacement',
  action: 'reviews.run',
  summary: 'Take an expert off the panel with the reason',
  clauses,
  params: InvitationPath,
  body: z.strictObject({ reason: Reason, dropSubmitted: z.boolean().default(false) }),
  handle: context => replaceExpert(context, context.params.id, context.params.invitationId, context.body),
})

const assign = route({
  method: 'POST',
  path: '/api/review-rounds/:id/assignments',
  action: 'reviews.run',
  summary: 'Assign reviewers at least cost and open scoring',
  clauses,
  params: Path,
  body: z.strictObject({ version: Version, scoringUntil: Day }),
  handle: context => openScoring(context, context.params.id, context.body),
})

const fill = route({
  method: 'POST',
  path: '/api/review-rounds/:id/assignments/gaps',
  action: 'reviews.run',
  summary: 'Give what a reviewer left to others, and extend scoring',
  clauses,
  params: Path,
  body: z.strictObject({ version: Version, scoringUntil: Day.optional() }),
  handle: context => fillGaps(context, context.params.id, context.body),
})

const recheck = route({
  method: 'POST',
  path: '/api/review-rounds/:id/rechecks',
  action: 'reviews.run',
  summary: 'Ask a reviewer to look at a sheet again after the close',
  clauses,
  params: Path,
  body: z.strictObject({ applicationId: z.uuid(), expertId: z.uuid(), reason: Reason }),
  handle: context => askRecheck(context, context.params.id, context.body),
})

export const drawRoutes = [commit, draw, verifyDraw, reserves, answerFor, replace, assign, fill, recheck]
