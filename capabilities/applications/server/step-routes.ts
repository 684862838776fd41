import { route } from '@jincun/http'
import { refuse } from '@jincun/kernel'
import type { Refusal, Result } from '@jincun/kernel'
import { z } from 'zod'
import { ItemId } from '../index.ts'
import type { Application, RulesNotMet } from '../index.ts'
import { At, place } from './application-routes.ts'
import * as steps from './steps.ts'
import { findApplication } from './store.ts'
import { viewOf } from './view.ts'
import { notFound, workOf } from './work.ts'

const Step = z.strictObject({ id: z.uuid() })
const Reasoned = Step.extend({ reason: z.string().trim().max(2_000) })

/** After a step the caller sees the application as it is now. */
async function shown(
  context: Parameters<typeof viewOf>[0] & { params: z.infer<typeof At> },
  taken: Result<Application, Refusal | RulesNotMet>,
): Promise<Result<unknown, Refusal | RulesNotMet>> {
  if (!taken.ok) return taken
  const stored = await findApplication(context.tx, context.params.county, context.params.id, 'read')
  return stored ? viewOf(context, stored) : refuse(notFound)
}

const submit = route({
  method: 'POST',
  path: '/api/applications/:county/:id/submission',
  action: 'applications.submit',
  summary: 'Submit the version seen; frozen as it was shown',
  clauses: ['notice-2020/5.2', 'notice-2020/5.3'],
  params: At,
  body: Step.extend({ version: z.number().int().min(1) }),
  place,
  handle: async context => shown(context, await steps.submit(workOf(context), context.params.county, context.params.id, context.body)),
})

const giveBack = route({
  method: 'POST',
  path: '/api/applications/:county/:id/return',
  action: 'applications.decide',
  summary: 'Return a submitted application for amendment, with the reason',
  clauses: ['notice-2020/5.2'],
  params: At,
  body: Reasoned,
  place,
  handle: async context => shown(context, await steps.giveBack(workOf(context), context.params.county, context.params.id, context.body)),
})

const takeIntoReview = route({
  method: 'POST',
  path: '/api/applications/:county/:id/acceptance',
  action: 'applications.decide',
  summary: 'Accept a submitted application for review',
  clauses: ['notice-2020/5.2'],
  params: At,
  body: Step,
  place,
  handle: async context =>
    shown(context, await steps.takeIntoReview(workOf(context), context.params.county, context.params.id, context.body)),
})

const withdraw = route({
  method: 'POST',
  path: '/api/applications/:county/:id/withdrawal',
  action: 'applications.submit',
  summary: 'Withdraw an application, with the reason',
  clauses: ['notice-2020/5.2'],
  params: At,
  body: Reasoned,
  place,
  handle: async context => shown(context, await steps.withdraw(workOf(context), context.params.county, context.params.id, context.body)),
})

const reopen = route({
  method: 'POST',
  path: '/api/applications/:county/:id/reopening',
  action: 'applications.reopen',
  summary: 'Reopen a forfeited application by a recorded ruling of the centre',
  clauses: ['notice-2020/5.3'],
  params: At,
  body: Reasoned.extend({ until: z.iso.datetime({ offset: true }) }),
  place,
  handle: async context => {
    const { params, body, newId } = context
    const wanted = { ...body, until: new Date(body.until) }
    return shown(context, await steps.reopen(workOf(context), params.county, params.id, wanted, newId()))
  },
})

const rule = route({
  method: 'POST',
  path: '/api/applications/:county/:id/rulings',
  action: 'applications.rule',
  summary: 'Rule on a doubtful budget line; public at once',
  clauses: ['notice-2020/3.6'],
  params: At,
  body: Reasoned.extend({ lineId: ItemId, lineName: z.string().max(600), decision: z.enum(['permitted', 'prohibited']) }),
  place,
  handle: async context => shown(context, await steps.rule(workOf(context), context.params.county, context.params.id, context.body)),
})

const confirm = route({
  method: 'POST',
  path: '/api/applications/:county/:id/confirmations',
  action: 'applications.confirm',
  summary: 'Confirm or deny scope or earlier support where the public lists leave it open',
  clauses: ['notice-2017/3'],
  params: At,
  body: Reasoned.extend({ rule: z.enum(['eligible-scope', 'not-supported-before']), holds: z.boolean() }),
  place,
  handle: async context => shown(context, await steps.confirm(workOf(context), context.params.county, context.params.id, context.body)),
})

const confirmIncentive = route({
  method: 'POST',
  path: '/api/applications/:county/:id/incentive-confirmations',
  action: 'applications.confirm-incentive',
  summary: 'Confirm or deny that a county is an incentive county of the year',
  clauses: ['notice-2020/4.7'],
  params: At,
  body: Reasoned.extend({ holds: z.boolean() }),
  place,
  handle: async context => {
    const wanted = { ...context.body, rule: 'incentive-need-not-apply' as const }
    return shown(context, await steps.confirm(workOf(context), context.params.county, context.params.id, wanted))
  },
})

export const stepRoutes = [submit, giveBack, takeIntoReview, withdraw, reopen, rule, confirm, confirmIncentive]
