import { route } from '@jincun/http'
import { accept, answerRepeated, asJson, fenFromYuanText, refuse } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import { designationData } from '@jincun/designation/server'
import { dateInOrder, earliestAllotment } from '@jincun/ledger/server'
import { findProvince } from '@jincun/places'
import { z } from 'zod'
import { approveQuota, PlanReview } from '../index.ts'
import type { QuotaApproval } from '../index.ts'
import { postAdvance } from './post-advance.ts'
import { ProvinceCode, byOf, refusing, stampOf } from './settlement-request.ts'
import { findApproval, findReview, insertAdvance, insertApproval, insertReview, lockSettlement } from './settlement-store.ts'
import { groundOf, settlementFacts, settlementView } from './settlement-view.ts'
import { settleYear } from './settle-year.ts'

const Year = z.strictObject({ year: z.coerce.number().int().min(2014).max(2100) })
const readSettlement = route({
  method: 'GET',
  path: '/api/settlement/:year',
  action: 'settlement.read',
  summary: 'Plan reviews, approved numbers and settlement of the provinces in scope',
  clauses: ['notice-2020/5.4'],
  params: Year,
  handle: async context => accept(await settlementView(context, context.params.year)),
})

const reviewPlan = route({
  method: 'POST',
  path: '/api/settlement/:year/plan-reviews',
  action: 'settlement.decide',
  summary: 'Score the plan of a province',
  clauses: ['notice-2020/5.4'],
  params: Year,
  body: z.strictObject({ id: z.uuid(), provinceCode: ProvinceCode, score: PlanReview.shape.score, comment: z.string().trim().max(4_000) }),
  place: ({ body }) => body.provinceCode,
  handle: async context => {
    const { year } = context.params
    const { id, provinceCode, score, comment } = context.body
    const { no } = refusing(context, 'approved-number', year)
    await lockSettlement(context.tx, year)
    const repeated = await findReview(context.tx, provinceCode, id)
    if (repeated) return answerRepeated({ id }, [repeated.year, repeated.score, repeated.comment], [year, score, comment])
    const facts = await settlementFacts(context, year)
    if (facts.settled.length > 0)
      return no('wrong-state', 'round-settled', '本年度资金已结算，评审不能再改。', 'The money of the year is settled; reviews stand.')
    if (groundOf(facts, provinceCode).listState !== 'submitted')
      return no(
        'wrong-state',
        'list-not-submitted',
        '该省尚未按规定报送方案，不能评审。',
        'The province has not submitted its plan as prescribed.',
      )
    const review: PlanReview = { provinceCode, year, score, comment, reviewedBy: byOf(context), reviewedAt: context.now.toISOString() }
    await insertReview(context.tx, id, review, stampOf(context))
    await context.audit({
      countyCode: provinceCode,
      action: 'settlement.decide',
      recordKind: 'plan-review',
      recordId: id,
      before: asJson(facts.reviews.get(provinceCode) ?? null),
      after: asJson(review),
    })
    return accept({ id })
  },
})

const approve = route({
  method: 'POST',
  path: '/api/settlement/:year/approvals',
  action: 'settlement.decide',
  summary: 'Set the final number of a province',
  clauses: ['notice-2020/5.4'],
  params: Year,
  body: z.strictObject({
    id: z.uuid(),
    provinceCode: ProvinceCode,
    approved: z.number().int().min(0).max(3_000),
    reason: z.string().trim().max(4_000),
  }),
  place: ({ body }) => body.provinceCode,
  handle: async (context): Promise<Result<QuotaApproval>> => {
    const { year } = context.params
    const { approved, reason } = context.body
    const { clause } = refusing(context, 'approved-number', year)
    await lockSettlement(context.tx, year)
    const repeated = await findApproval(context.tx, context.body.provinceCode, context.body.id)
    if (repeated) return answerRepeated(repeated, [repeated.year, repeated.approved, repeated.reason], [year, approved, reason])
    const facts = await settlementFacts(context, year)
    const order = { ...context.body, year, approvedBy: byOf(context), approvedAt: context.now.toISOString() }
    const result = approveQuota(groundOf(facts, order.provinceCode), order)
    if (!result.ok) return refuse({ ...result.reason, details: { clause } })
    await insertApproval(context.tx, result.value, stampOf(context))
    await context.audit({
      countyCode: order.provinceCode,
      action: 'settlement.decide',
      recordKind: 'quota-approval',
      recordId: order.id,
      before: asJson(facts.approvals.get(order.provinceCode) ?? null),
      after: asJson(result.value),
      ...(order.reason ? { reason: order.reason } : {}),
    })
    return result
  },
})

const enterAdvance = route({
  method: 'POST',
  path: '/api/settlement/:year/advances',
  action: 'settlement.decide',
  summary: 'Enter money allotted in advance to a province, or a correction of it',
  clauses: ['notice-2020/5.1'],
  params: Year,
  body: z.strictObject({
    id: z.uuid(),
    provinceCode: ProvinceCode,
    /** Yuan with at most two decimals; negative only to correct an entry. */
    amountYuan: z.string().max(30),
    document: z.string().trim().min(1, '请填写下达文件文号 / name the document').max(200),
    allottedOn: z.iso.date('日期写作 2019-11-20 / write the day as 2019-11-20'),
  }),
  place: ({ body }) => body.provinceCode,
  handle: async context => {
    const { year } = context.params
    const { amountYuan, ...advance } = context.body
    const { clause, no } = refusing(context, 'advance-allotment', year)
    if (!findProvince(designationData().places, advance.provinceCode))
      return no('not-found', 'no-such-province', '没有这个省级行政区。', 'There is no such province.', 'provinceCode')
    const amount = fenFromYuanText(amountYuan)
    if (amount === null || amount === 0n)
      return no(
        'invalid',
        'amount-unreadable',
        `金额写的是“${amountYuan}”，应为元，最多两位小数，如 15000000。`,
        `The amount reads "${amountYuan}"; write yuan with at most two decimals, e.g. 15000000.`,
        'amountYuan',
      )
    const date = dateInOrder(advance.allottedOn, context.now, clause, earliestAllotment(year))
    if (!date.ok) return date
    await lockSettlement(context.tx, year)
    const facts = await settlementFacts(context, year)
    const known = facts.advances.get(advance.provinceCode) ?? []
    const sent = known.find(({ id }) => id === advance.id)
    if (sent) {
      const { enteredAt: _when, ...kept } = sent
      return answerRepeated({ id: sent.id }, kept, { ...advance, amount })
    }
    if (facts.settled.length > 0)
      return no('wrong-state', 'round-settled', '本年度资金已结算，预拨数不能再改。', 'The money of the year is settled; advances stand.')
    if (known.reduce((sum, each) => sum + each.amount, amount) < 0n)
      return no(
        'invalid',
        'advance-below-zero',
        '更正后的预拨数小于零，请核对金额。',
        'The correction would bring the advance below zero; check the amount.',
        'amountYuan',
      )
    await insertAdvance(context.tx, year, { ...advance, amount }, stampOf(context))
    const posted = await postAdvance(context, year, { ...advance, amount })
    if (!posted.ok) return posted
    await context.audit({
      countyCode: advance.provinceCode,
      action: 'settlement.decide',
      recordKind: 'advance-allotment',
      recordId: advance.id,
      before: null,
      after: asJson({ ...advance, amount }),
    })
    return accept({ id: advance.id })
  },
})

export const settlementRoutes = [readSettlement, reviewPlan, approve, enterAdvance, settleYear]
