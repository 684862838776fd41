import { deliveriesOf } from '@jincun/acceptance/server'
import { route } from '@jincun/http'
import { accept, shanghaiDate } from '@jincun/kernel'
import { reportTypesOn } from '@jincun/policy'
import { AtCounty, place } from '@jincun/projects/server'
import { owedOf, summariseOwed } from '../index.ts'
import { owingOf } from './owing.ts'
import { visibleContractor } from './own-contractor.ts'

const owed = route({
  method: 'GET',
  path: '/api/reporting/:county/owed',
  action: 'reporting.batches',
  summary:
    'Who owes what by when: everything the gate of acceptance asks for every month, on time, late, missing or not due; a contractor sees its own',
  clauses: ['notice-2020/6.4d'],
  params: AtCounty,
  place,
  handle: async context => {
    const { tx, params, policy, now } = context
    const whose = await visibleContractor(context, params.county)
    const owing = await owingOf(tx, params.county, whose)
    const today = shanghaiDate(now)
    const rows = owedOf(policy, owing, await deliveriesOf(tx, params.county), reportTypesOn(policy, today), today)
    return accept({ rows, summary: summariseOwed(rows), asOf: now.toISOString() })
  },
})

export const owedRoutes = [owed]
