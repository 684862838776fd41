import { route } from '@jincun/http'
import { accept, asJson } from '@jincun/kernel'
import { findProvince, PlaceCode } from '@jincun/places'
import { places } from '@jincun/places/server'
import { deadlineOf, parameterFor } from '@jincun/policy'
import { z } from 'zod'
import { permitInState, ReviewSettings } from '../../index.ts'
import { applicationsOf, settleFacts } from './assignment-store.ts'
import { candidatesOf } from './draw-work.ts'
import { noSuchAssignment, noSuchRound } from './round-refusals.ts'
import { getRound, roundsOf } from './round-store.ts'
import { countsOf } from './round-counts.ts'
import { cancelRound, changeRound, createRound, waitingProvinces } from './round-work.ts'
import { roundView } from './round-view.ts'

const clauses = ['notice-2020/5.2'] as const
const nameOf = (code: string): string => findProvince(places(), code)?.name ?? code
const Path = z.strictObject({ id: z.uuid() })
const Version = z.number().int().min(1)
const Reason = z.string().trim().min(2, '请写明原因 / give the reason').max(2_000)

const listRounds = route({
  method: 'GET',
  path: '/api/review-rounds',
  action: 'reviews.read',
  summary: 'Review rounds of a year with their progress, the latest first; of one province, or of all in scope',
  clauses,
  query: z.strictObject({ province: PlaceCode.optional(), year: z.coerce.number().int() }),
  handle: async ({ query, tx, now, caller, policy }) => {
    const records = await roundsOf(tx, query.province ?? null, query.year)
    const counts = await countsOf(
      tx,
      records.map(({ round }) => round.id),
    )
    const waiting = await waitingProvinces(tx, caller, query.year, records)
    return accept({
      year: query.year,
      rounds: records.map(({ round, counties, scoringUntil, createdAt, confirmedAt, publishedAt }) => ({
        ...round,
        provinceName: nameOf(round.provinceCode),
        counties: counties.length,
        scoringUntil,
        createdAt,
        confirmedAt,
        publishedAt,
        counts: counts.get(round.id),
      })),
      waiting: waiting.map(each => ({ ...each, provinceName: nameOf(each.provinceCode) })),
      due: deadlineOf(parameterFor(policy, 'ranked-list-deadline', query.year)).toISOString(),
      asOf: now.toISOString(),
    })
  },
})

const startRound = route({
  method: 'POST',
  path: '/api/review-rounds',
  action: 'reviews.run',
  summary: 'Begin a round of review',
  clauses,
  body: z.strictObject({ id: z.uuid(), provinceCode: PlaceCode, year: z.number().int(), title: z.string().trim().min(2).max(100) }),
  place: ({ body }) => body.provinceCode,
  handle: context => createRound(context, context.body),
})

const readRound = route({
  method: 'GET',
  path: '/api/review-rounds/:id',
  action: 'reviews.read',
  summary: 'A round with draw, invitations, assignments and progress; never a score',
  clauses,
  params: Path,
  handle: async context => {
    const record = await getRound(context.tx, context.params.id)
    return record ? accept(await roundView(context, record)) : noSuchRound()
  },
})

const readCandidates = route({
  method: 'GET',
  path: '/api/review-rounds/:id/candidates',
  action: 'reviews.read',
  summary: 'Who can be drawn for a round in preparation, and who is kept out by which conflict',
  clauses,
  params: Path,
  handle: async context => {
    const record = await getRound(context.tx, context.params.id)
    if (!record) return noSuchRound()
    const { experts, applications, selected } = await candidatesOf(context, record.round)
    const names = Object.fromEntries(experts.map(expert => [expert.id, { name: expert.name, organisationName: expert.organisationName }]))
    const { candidates, excluded, conflicts } = selected
    return accept({ candidates, excluded, conflicts: conflicts.all(), experts: names, applications, asOf: context.now.toISOString() })
  },
})

const putSettings = route({
  method: 'PUT',
  path: '/api/review-rounds/:id/settings',
  action: 'reviews.run',
  summary: 'Settle what the province may settle before the draw',
  clauses,
  params: Path,
  body: z.strictObject({ version: Version, title: z.string().trim().min(2).max(100), settings: ReviewSettings.omit({ clause: true }) }),
  handle: context => changeRound(context, context.params.id, context.body),
})

const putFacts = route({
  method: 'PUT',
  path: '/api/review-rounds/:id/applications/:applicationId/facts',
  action: 'reviews.run',
  summary: 'Settle, with its source, a fact that earns a preference and stands in no public list',
  clauses: ['notice-2020/4.1', 'notice-2020/4.5'],
  params: Path.extend({ applicationId: z.uuid() }),
  body: z.strictObject({
    facts: z.record(
      z.string().regex(/^[A-Za-z]{1,60}$/),
      z.strictObject({ value: z.boolean(), source: z.string().trim().min(2, '请写明依据 / name the source').max(500) }),
    ),
  }),
  handle: async ({ params, body, tx, audit }) => {
    const record = await getRound(tx, params.id)
    if (!record) return noSuchRound()
    const permitted = permitInState('settle', record.round.state)
    if (!permitted.ok) return permitted
    const application = (await applicationsOf(tx, params.id)).find(each => each.applicationId === params.applicationId)
    if (!application) return noSuchAssignment()
    await settleFacts(tx, application, params.id, body.facts)
    await audit({
      countyCode: application.countyCode,
      action: 'reviews.run',
      recordKind: 'review-application',
      recordId: `${params.id}/${params.applicationId}`,
      before: asJson(application.settled),
      after: asJson(body.facts),
    })
    return accept({ settled: body.facts })
  },
})

const cancel = route({
  method: 'POST',
  path: '/api/review-rounds/:id/cancellation',
  action: 'reviews.run',
  summary: 'Cancel a round with its reason; what was done in it stays on record',
  clauses,
  params: Path,
  body: z.strictObject({ version: Version, reason: Reason }),
  handle: context => cancelRound(context, context.params.id, context.body),
})

export const roundRoutes = [listRounds, startRound, readRound, readCandidates, putSettings, putFacts, cancel]
