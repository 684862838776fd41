import { route, streamRoute } from '@jincun/http'
import { accept } from '@jincun/kernel'
import { AtCounty, place } from '@jincun/projects/server'
import { z } from 'zod'
import { queueDay, queueDueDays } from './queue-days.ts'
import { addressFor, sendOutbox } from './send-outbox.ts'
import { tryNow } from './message-store.ts'

const clauses = ['notice-2020/6.4c']
const action = 'ministry.report'
const Day = z.iso.date('应为日期，如 2020-05-08 / a day such as 2020-05-08')

const make = route({
  method: 'POST',
  path: '/api/ministry/:county/days/:day/message',
  action,
  summary: 'Make the report of a day and put it into the outbox; after an answer it is a correction and wants a reason',
  clauses,
  params: z.strictObject({ ...AtCounty.shape, day: Day }),
  body: z.strictObject({ id: z.uuid(), reason: z.string().max(2_000).default(''), seenVersion: z.number().int().min(0) }),
  place,
  handle: async ({ tx, params, body, policy, now, newId, caller, audit }) => {
    const work = { policy, now, newId, realm: caller.realm, personId: caller.personId }
    const made = await queueDay(tx, params.county, params.day, body, work)
    if (!made.ok) return made
    const reason = body.reason.trim()
    const after = { day: params.day, ...made.value }
    await audit({
      countyCode: params.county,
      action,
      recordKind: 'ministry_message',
      recordId: body.id,
      before: null,
      after,
      ...(reason ? { reason } : {}),
    })
    return accept(made.value)
  },
})

/** Sends outside a transaction: the line to the ministry may hang for as long as a call may take. */
const send = streamRoute({
  method: 'POST',
  path: '/api/ministry/:county/sending',
  action,
  summary: 'Make what is due, then send everything that waits now, oldest day first, until the first failure',
  clauses,
  params: AtCounty,
  query: z.strictObject({}),
  maximumBytes: 1_024,
  place,
  handle: async ({ params, database, scope, policy, now, newId, caller, audit }) => {
    const county = params.county
    const work = { policy, now, newId, realm: caller.realm, personId: caller.personId }
    const address = await addressFor({ database, scope }, county)
    if (!address.ok) return address
    const queued = await database.transaction(scope, 'write', async tx => {
      const days = await queueDueDays(tx, county, work)
      await tryNow(tx, county, now)
      return days
    })
    const round = await sendOutbox({ database, scope, policy, now: () => now }, county)
    if (!round.ok) return round
    const after = { queued, sent: round.value.sent.length, stoppedBy: round.value.stoppedBy }
    await audit({ countyCode: county, action, recordKind: 'ministry_sending', recordId: newId(), before: null, after })
    return accept({ queued, ...round.value })
  },
})

export const reportRoutes = [make]
export const reportStreams = [send]
