import { route } from '@jincun/http'
import { accept } from '@jincun/kernel'
import { AtCounty, place } from '@jincun/projects/server'
import { summariseDuties } from '../index.ts'
import { dutiesOfContracts, obligedOf } from './duty-ground.ts'
import { visibleContractor } from './own-contractor.ts'

const duties = route({
  method: 'GET',
  path: '/api/reporting/:county/duties',
  action: 'reporting.batches',
  summary:
    'Completeness by contractor, site, form and month: required, present, valid, on time, late, back-filled, corrected, and what is missing; a contractor sees its own',
  clauses: ['notice-2020/6.4c', 'notice-2020/6.4d'],
  params: AtCounty,
  place,
  handle: async context => {
    const { tx, params, now, may } = context
    const obliged = await obligedOf(tx, params.county, await visibleContractor(context, params.county))
    const rows = await dutiesOfContracts(context, params.county, obliged)
    return accept({
      rows,
      summary: summariseDuties(rows),
      mayEnter: may('reporting.contract-forms', params.county),
      asOf: now.toISOString(),
    })
  },
})

export const dutyRoutes = [duties]
