import { route } from '@jincun/http'
import { accept } from '@jincun/kernel'
import { z } from 'zod'
import { ScoreBasis } from '../../index.ts'
import { closeRound, confirm, outcomeView, publishOutcome, scoredRound } from './outcome-work.ts'
import { conflictOf } from './round-refusals.ts'
import { expertsOf } from './expert-store.ts'

const clauses = ['notice-2020/5.2', 'notice-2020/4.1', 'notice-2020/4.2', 'notice-2020/4.5'] as const
const Path = z.strictObject({ id: z.uuid() })
const Version = z.number().int().min(1)
const Reason = z.string().trim().min(2, '请写明理由 / give the reason').max(2_000)

const close = route({
  method: 'POST',
  path: '/api/review-rounds/:id/close',
  action: 'reviews.run',
  summary: 'End scoring; the office sees the scores from now on',
  clauses,
  params: Path,
  body: z.strictObject({ version: Version }),
  handle: context => closeRound(context, context.params.id, context.body),
})

const outcome = route({
  method: 'GET',
  path: '/api/review-rounds/:id/outcome',
  action: 'reviews.read',
  summary: 'Ranking with every component, statistics, and all sheets with their reasons; only after the close',
  clauses,
  params: Path,
  query: z.strictObject({ quota: z.coerce.number().int().min(0).max(3_000).optional() }),
  handle: async context => {
    const { tx, params, query, now } = context
    const scored = await scoredRound(context, params.id, query.quota ?? null)
    if (!scored.ok) return scored
    const { record, sheets, letters } = scored.value
    if (record.round.state !== 'closed' && record.round.state !== 'confirmed')
      return conflictOf('not-closed', '评分结束后才能查看评分。', 'Scores can be seen only after scoring is closed.')
    const view = await outcomeView(context, scored.value, query.quota ?? null)
    if (!view.ok) return view
    const names = new Map((await expertsOf(tx, record.round.provinceCode)).map(({ expert }) => [expert.id, expert.name]))
    return accept({
      ...view.value,
      round: record.round,
      published: record.publishedAt !== null,
      reviewers: [...letters].map(([expertId, reviewer]) => ({ expertId, reviewer, name: names.get(expertId) ?? '' })),
      sheets: sheets.map(sheet => ({ ...sheet, reviewer: letters.get(sheet.expertId) ?? '' })),
      asOf: now.toISOString(),
    })
  },
})

const confirmOutcome = route({
  method: 'POST',
  path: '/api/review-rounds/:id/confirmation',
  action: 'reviews.run',
  summary: 'Stand by the outcome, with a reason for each kind of signal',
  clauses,
  params: Path,
  body: z.strictObject({
    version: Version,
    reasons: z.record(z.string().regex(/^[a-z0-9-]+$/), z.string().trim().max(2_000)),
    basisChange: z.strictObject({ basis: ScoreBasis, reason: Reason }).nullable().default(null),
  }),
  handle: context => confirm(context, context.params.id, context.body),
})

const publication = route({
  method: 'POST',
  path: '/api/review-rounds/:id/publication',
  action: 'reviews.run',
  summary: 'Publish a confirmed outcome',
  clauses,
  params: Path,
  body: z.strictObject({ version: Version, id: z.uuid() }),
  handle: context => publishOutcome(context, context.params.id, context.body),
})

export const outcomeRoutes = [close, outcome, confirmOutcome, publication]
