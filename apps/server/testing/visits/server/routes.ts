import { route } from '@jincun/http'
import { accept, answerRepeated } from '@jincun/kernel'
import { z } from 'zod'
import { findVisit, insertVisit, visitsOf } from './store.ts'

export const routes = [
  route({
    method: 'GET',
    path: '/api/visits',
    action: 'visits.read',
    summary: 'Visits in the places of the caller',
    handle: async ({ tx }) => accept({ visits: await visitsOf(tx) }),
  }),
  route({
    method: 'POST',
    path: '/api/visits/:county',
    action: 'visits.record',
    summary: 'Record a visit',
    clauses: ['notice-2020/6.3'],
    params: z.object({ county: z.string().length(6) }),
    body: z.strictObject({ id: z.uuid(), seen: z.string().trim().min(1, '请写明看到的情况 / write what was seen') }),
    place: ({ params }) => params.county,
    handle: async ({ params, body, tx, now, caller, audit }) => {
      const visit = { countyCode: params.county, ...body }
      if (!(await insertVisit(tx, visit, caller.realm, now)))
        return answerRepeated(visit, (await findVisit(tx, params.county, body.id)) ?? null, visit)
      await audit({
        countyCode: params.county,
        action: 'visits.record',
        recordKind: 'visit',
        recordId: body.id,
        before: null,
        after: { seen: body.seen },
      })
      return accept(visit)
    },
  }),
]
