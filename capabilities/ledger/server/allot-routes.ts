import { designationData } from '@jincun/designation/server'
import { route } from '@jincun/http'
import { shanghaiDate } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import { findCounty, findProvince } from '@jincun/places'
import { z } from 'zod'
import { allot, contribute, giveBack, moveClauseOf } from '../index.ts'
import type { NamedMove } from '../index.ts'
import { listAllotments } from './allotment-list.ts'
import { no } from './no.ts'
import type { Posted } from './post-transfers.ts'
import { PaperBody, PlaceParams, amountOf, batchOf, beginOf, dateInOrder, earliestAllotment, paperOf, postAndAudit } from './request.ts'
import type { Context } from './request.ts'

const AllotBody = PaperBody.extend({
  /** Forward, or back to the place above (5.4). */
  direction: z.enum(['allot', 'give-back']),
})
type AllotBody = z.output<typeof AllotBody>

async function move(context: Context, action: string, toCode: string, body: AllotBody, named: NamedMove): Promise<Result<Posted>> {
  const clause = moveClauseOf(context.policy, named, body.batchYear, shanghaiDate(context.now))
  const amount = amountOf(body.amountYuan, clause)
  if (!amount.ok) return amount
  const date = dateInOrder(body.businessDate, context.now, clause, earliestAllotment(body.budgetYear))
  if (!date.ok) return date
  const paper = paperOf(context, body, clause, { recordKind: 'allotment', recordId: body.id })
  const make = body.direction === 'allot' ? allot : giveBack
  return postAndAudit(context, action, toCode, make(paper, toCode, batchOf(body), amount.value))
}

const unknownPlace = (code: string) =>
  no('not-found', 'no-such-place', 'notice-2020/5.6', `没有代码为${code}的地区。`, `There is no place with code ${code}.`, 'countyCode')

const allotToProvince = route({
  method: 'POST',
  path: '/api/ledger/provinces/:countyCode/allotments',
  action: 'ledger.allot-to-province',
  summary: 'Record an allotment of the centre to a province, or money given back by it',
  clauses: ['notice-2020/5.1', 'notice-2020/5.4'],
  params: PlaceParams,
  body: AllotBody,
  place: () => '000000',
  handle: async context => {
    const { countyCode } = context.params
    if (!findProvince(designationData().places, countyCode)) return unknownPlace(countyCode)
    return move(context, 'ledger.allot-to-province', countyCode, context.body, 'central-allotment')
  },
})

const allotToCounty = route({
  method: 'POST',
  path: '/api/ledger/counties/:countyCode/allotments',
  action: 'ledger.allot-to-county',
  summary: 'Record an allotment of the province to a county, or money given back by it',
  clauses: ['notice-2020/5.6'],
  params: PlaceParams,
  body: AllotBody,
  place: ({ params }) => params.countyCode,
  handle: async context => {
    const { countyCode } = context.params
    if (!findCounty(designationData().places, countyCode)) return unknownPlace(countyCode)
    return move(context, 'ledger.allot-to-county', countyCode, context.body, 'county-allotment')
  },
})

const contributeToCounty = route({
  method: 'POST',
  path: '/api/ledger/counties/:countyCode/contributions',
  action: 'ledger.contribute',
  summary: 'Record local match or enterprise money that has really come',
  clauses: ['notice-2020/3.0'],
  params: PlaceParams,
  body: PaperBody.extend({ source: z.enum(['local', 'enterprise']) }),
  place: ({ params }) => params.countyCode,
  handle: async context => {
    const { countyCode } = context.params
    if (!findCounty(designationData().places, countyCode)) return unknownPlace(countyCode)
    const clause = moveClauseOf(context.policy, 'contribution', context.body.batchYear, shanghaiDate(context.now))
    const amount = amountOf(context.body.amountYuan, clause)
    if (!amount.ok) return amount
    const date = dateInOrder(context.body.businessDate, context.now, clause, beginOf(context.body.budgetYear))
    if (!date.ok) return date
    const paper = paperOf(context, context.body, clause, { recordKind: 'contribution', recordId: context.body.id })
    return postAndAudit(
      context,
      'ledger.contribute',
      countyCode,
      contribute(paper, countyCode, batchOf(context.body, context.body.source), amount.value),
    )
  },
})

export const allotRoutes = [allotToProvince, allotToCounty, contributeToCounty, listAllotments]
