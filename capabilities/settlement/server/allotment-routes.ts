import { allot, moveClause } from '@jincun/ledger'
import { amountOf, beginOf, dateInOrder, earliestAllotment, postMovement, refuseByClause } from '@jincun/ledger/server'
import { provisionalQuotas } from '@jincun/allocation/server'
import { route } from '@jincun/http'
import { accept, asJson, formatWanYuan } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import { provinceName } from '@jincun/reviews/server'
import { z } from 'zod'
import { followingId, roundBatch, settlementMovement, together } from '../index.ts'
import { postedByProvince, shortOf, toPost } from './posted-money.ts'
import { stampOf } from './settlement-request.ts'
import type { Context } from './settlement-request.ts'
import { insertAdvance } from './settlement-store.ts'
import { settlementFacts } from './settlement-view.ts'

const Year = z.strictObject({ year: z.coerce.number().int().min(2014).max(2100) })

/** What an order that follows from a decision still has to say: by which document and when. */
export const OrderBody = z.strictObject({
  id: z.uuid(),
  document: z.string().trim().min(1, '请填写下达文件文号 / name the document').max(200),
  allottedOn: z.iso.date('日期写作 2020-07-10 / write the day as 2020-07-10'),
})

const names = (lines: readonly { provinceCode: string }[]): string => lines.map(line => provinceName(line.provinceCode)).join('、')

async function postSettlement(context: Context, year: number, order: z.output<typeof OrderBody>) {
  const clause = moveClause(context.policy, 'settlement', year)
  const date = dateInOrder(order.allottedOn, context.now, clause, beginOf(year))
  if (!date.ok) return date
  const facts = await settlementFacts(context, year)
  if (facts.settled.length === 0)
    return refuseByClause(
      'wrong-state',
      'not-settled',
      clause,
      '本年度资金还没有结算，不能下达。',
      'The money of the year is not settled yet.',
    )
  const due = await shortOf(context.tx, year, toPost(facts.settled, await postedByProvince(context.tx, facts)))
  const [ready, waiting] = [due.filter(line => line.short === 0n), due.filter(line => line.short > 0n)]
  if (ready.length === 0 && waiting.length > 0)
    return refuseByClause(
      'wrong-state',
      'give-back-short',
      clause,
      `${names(waiting)}应退资金已下达到县，本级还差${waiting.map(({ short }) => formatWanYuan(short)).join('、')}万元，请先从县退回。`,
      `${waiting.map(({ provinceCode }) => provinceCode).join(', ')} allotted on what is to be given back; take it back from the counties first.`,
    )
  const paper = { realm: context.caller.realm, document: order.document, businessDate: date.value, clause }
  const movements = ready.flatMap(line => settlementMovement(line, year, paper) ?? [])
  const posted = await postMovement(context.tx, stampOf(context), together(movements))
  if (!posted.ok) return posted
  for (const line of ready)
    await context.audit({
      countyCode: line.provinceCode,
      action: 'settlement.decide',
      recordKind: 'settlement',
      recordId: line.settlementId,
      before: null,
      after: asJson({ document: order.document, allottedOn: date.value, makeUp: line.makeUp, giveBack: line.giveBack }),
    })
  return accept({
    posted: ready.map(({ provinceCode }) => provinceCode),
    waiting: waiting.map(({ provinceCode, short }) => ({ provinceCode, short })),
  })
}

const allotSettled = route({
  method: 'POST',
  path: '/api/settlement/:year/final-allotments',
  action: 'settlement.decide',
  summary: 'Allot what the settlement makes up and take back what it returns, by one document; each province once',
  clauses: ['notice-2020/5.4'],
  params: Year,
  body: OrderBody,
  place: () => '000000',
  handle: async context => postSettlement(context, context.params.year, context.body),
})

/** Provinces with a provisional number and no advance on record yet. */
async function provincesToAdvance(context: Context, year: number): Promise<Result<{ provinceCode: string; quota: number }[]>> {
  const clause = moveClause(context.policy, 'advance-allotment', year)
  const facts = await settlementFacts(context, year)
  if (facts.settled.length > 0)
    return refuseByClause(
      'wrong-state',
      'round-settled',
      clause,
      '本年度资金已结算，预拨数不能再改。',
      'The money of the year is settled; advances stand.',
    )
  const quotas = await provisionalQuotas(context.tx, year)
  if (quotas.length === 0)
    return refuseByClause(
      'wrong-state',
      'no-provisional-numbers',
      clause,
      '因素法的预下达数量还没有发布，不能据此提前下达。',
      'The provisional numbers are not published yet.',
    )
  return accept(quotas.filter(({ provinceCode, quota }) => quota > 0 && !facts.advances.has(provinceCode)))
}

async function advanceByNumber(context: Context, year: number, order: z.output<typeof AdvanceBody>) {
  const clause = moveClause(context.policy, 'advance-allotment', year)
  const each = amountOf(order.perCountyYuan, clause, 'perCountyYuan')
  if (!each.ok) return each
  const date = dateInOrder(order.allottedOn, context.now, clause, earliestAllotment(year))
  if (!date.ok) return date
  const provinces = await provincesToAdvance(context, year)
  if (!provinces.ok) return provinces
  const record = 'advance-allotment'
  const advances = provinces.value.map(({ provinceCode, quota }) => ({
    // By year and province, not by order: two orders at once cannot both advance to a province.
    id: followingId('advance', `${context.caller.realm} ${year}`, provinceCode),
    provinceCode,
    amount: BigInt(quota) * each.value,
    document: order.document,
    allottedOn: date.value,
  }))
  const paper = { realm: context.caller.realm, document: order.document, businessDate: date.value, clause, reason: '' }
  const movements = advances.map(({ id, provinceCode, amount }) =>
    allot({ ...paper, id, recordKind: record, recordId: id }, provinceCode, roundBatch(year), amount),
  )
  for (const advance of advances) {
    await insertAdvance(context.tx, year, advance, stampOf(context))
    const after = asJson({ ...advance, perCounty: each.value })
    await context.audit({
      countyCode: advance.provinceCode,
      action: 'settlement.decide',
      recordKind: record,
      recordId: advance.id,
      before: null,
      after,
    })
  }
  const posted = await postMovement(context.tx, stampOf(context), together(movements))
  if (!posted.ok) return posted
  return accept({ posted: advances.map(({ provinceCode }) => provinceCode) })
}

const AdvanceBody = OrderBody.extend({
  /** Yuan for each county of the provisional number. */
  perCountyYuan: z.string().trim().max(30),
})

const advance = route({
  method: 'POST',
  path: '/api/settlement/:year/provisional-advances',
  action: 'settlement.decide',
  summary: 'Allot in advance to every province by its provisional number; provinces with an advance on record are left as they are',
  clauses: ['notice-2020/5.1'],
  params: Year,
  body: AdvanceBody,
  place: () => '000000',
  handle: async context => advanceByNumber(context, context.params.year, context.body),
})

export const allotmentRoutes = [allotSettled, advance]
