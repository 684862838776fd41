import { route } from '@jincun/http'
import { accept, asJson } from '@jincun/kernel'
import { parameterFor } from '@jincun/policy'
import { z } from 'zod'
import { settle } from '../index.ts'
import type { Settlement } from '../index.ts'
import { publicSettlement, refusing, stampOf } from './settlement-request.ts'
import type { Context } from './settlement-request.ts'
import { insertSettlement, lockSettlement } from './settlement-store.ts'
import { groundOf, inputOf, provincesFor, settlementFacts } from './settlement-view.ts'

const Year = z.strictObject({ year: z.coerce.number().int().min(2014).max(2100) })

/** Puts the settlement in the public log. */
async function publishSettlement(context: Context, id: string, settlement: Settlement, names: ReadonlyMap<string, string>): Promise<void> {
  const { year } = settlement
  const { clause } = parameterFor(context.policy, 'standard-per-county', year)
  const title = { zh: `${year}年综合示范资金结算（多退少补）`, en: `Settlement of the money of ${year}` }
  await context.publish({
    id,
    countyCode: '000000',
    kind: 'settlement',
    year,
    title,
    content: publicSettlement(settlement, names),
    clause,
  })
}

export const settleYear = route({
  method: 'POST',
  path: '/api/settlement/:year/settlements',
  action: 'settlement.decide',
  summary: 'Settle the money of the year against the advances, all provinces at once, and publish it',
  clauses: ['notice-2020/5.4'],
  params: Year,
  body: z.strictObject({ id: z.uuid(), acceptsAssumedStandard: z.boolean() }),
  place: () => '000000',
  handle: async context => {
    const { year } = context.params
    const { id, acceptsAssumedStandard } = context.body
    const { no } = refusing(context, 'settlement', year)
    await lockSettlement(context.tx, year)
    const facts = await settlementFacts(context, year)
    const [first] = facts.settled
    if (first)
      return first.settlementId === id
        ? accept({ id })
        : no('wrong-state', 'round-settled', '本年度资金已经结算。', 'The money of the year is settled already.')
    const provinces = provincesFor(context.may, 'settlement.decide')
    const stateOf = (code: string) => groundOf(facts, code).listState
    const open = provinces.filter(({ code }) => stateOf(code) === 'draft' || stateOf(code) === 'reopened')
    if (open.length > 0)
      return no(
        'wrong-state',
        'lists-open',
        `还有${open.length}个省可以报送名单（如${open[0]?.name}），期限过后才能结算。`,
        `${open.length} provinces may still submit their lists (${open[0]?.name}, …); settle after the deadline.`,
      )
    const waiting = provinces.filter(({ code }) => stateOf(code) === 'submitted' && !facts.approvals.has(code))
    const names = new Map(provinces.map(({ code, name }) => [code, name]))
    if (waiting.length > 0) {
      const named = waiting.map(({ name }) => name)
      return no(
        'wrong-state',
        'approvals-missing',
        `还有省份没有核定数量：${named.join('、')}。`,
        `No number is approved yet for ${waiting.map(({ code }) => code).join(', ')}.`,
      )
    }
    const settlement = settle(
      context.policy,
      year,
      provinces.map(({ code }) => inputOf(facts, context.policy, year, code)),
    )
    if (settlement.standardOrigin === 'house' && !acceptsAssumedStandard)
      return no(
        'wrong-state',
        'standard-assumed',
        '每县标准是本系统的假定值，不是文件规定；请先在政策数据中填入当年文件的标准，或明确确认按假定值试算结算。',
        'The standard per county is an assumption of this system; put the number of the year’s document into the policy data, or confirm expressly.',
      )
    await insertSettlement(context.tx, id, settlement, stampOf(context))
    await context.audit({
      countyCode: '000000',
      action: 'settlement.decide',
      recordKind: 'settlement',
      recordId: id,
      before: null,
      after: asJson(settlement.total),
    })
    await publishSettlement(context, id, settlement, names)
    return accept({ id, total: settlement.total })
  },
})
