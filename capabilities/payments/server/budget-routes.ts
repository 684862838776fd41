import { route } from '@jincun/http'
import type { NoReason } from '@jincun/http'
import { accept, formatYuan, shanghaiDate } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import { budgetLine, MoneySource } from '@jincun/ledger'
import type { MovementPaper } from '@jincun/ledger'
import { amountOf, balancesOf, refuseByClause as no } from '@jincun/ledger/server'
import type { Posted } from '@jincun/ledger/server'
import { gateRulingsOf, planInForce } from '@jincun/projects/server'
import type { PlanLine } from '@jincun/projects'
import { z } from 'zod'
import type { Context } from './ground.ts'
import { postLineTransfers } from './post-spending.ts'
import { stampOf } from './steps.ts'

const clause = 'notice-2020/6.2'
const County = z.strictObject({ countyCode: z.string().regex(/^\d{6}$/), year: z.coerce.number().int().min(2014).max(2100) })

const approvedOf = (line: PlanLine, source: MoneySource): bigint =>
  BigInt({ central: line.money.centralFen, local: line.money.localFen, enterprise: line.money.enterpriseFen }[source])

const titleOf = (line: PlanLine): string => `${line.projectName} ${line.name}`

/** Money set aside for a plan line so far, of a source: what it holds, what its projects hold, what was paid. */
async function assignedTo(tx: Parameters<typeof balancesOf>[0], countyCode: string, year: number) {
  const accounts = await balancesOf(tx, { countyCode, kinds: ['line', 'project', 'payee'] })
  return (lineId: string, source: MoneySource): bigint =>
    accounts
      .filter(
        each => each.batchYear === year && each.source === source && (each.subject === lineId || each.subject.startsWith(`${lineId}/`)),
      )
      .reduce((sum, each) => sum + each.held, 0n)
}

const readBudget = route({
  method: 'GET',
  path: '/api/payments/budget/:countyCode/:year',
  action: 'payments.read',
  summary: 'Lines of the approved plan: approved, assigned, and the funds that can still be assigned',
  clauses: [clause],
  params: County,
  place: ({ params }) => params.countyCode,
  handle: async ({ tx, params, now }) => {
    const plan = await planInForce(tx, params.countyCode, params.year)
    const assigned = await assignedTo(tx, params.countyCode, params.year)
    const funds = (await balancesOf(tx, { countyCode: params.countyCode, kinds: ['fund'] })).filter(each => each.batchYear === params.year)
    const rows = (plan?.lines ?? []).flatMap(line =>
      MoneySource.options
        .filter(source => approvedOf(line, source) > 0n)
        .map(source => ({
          lineId: line.id,
          name: titleOf(line),
          source,
          approved: approvedOf(line, source),
          assigned: assigned(line.id, source),
        })),
    )
    return accept({ asOf: now.toISOString(), planVersion: plan?.version ?? null, rows, funds })
  },
})

type Assignment = { id: string; lineId: string; source: MoneySource; budgetYear: number; amountYuan: string; document: string }
type Place = { countyCode: string; year: number }

/** Asked after posting, while the book is held: two who assign at once cannot both be within the plan. */
async function withinPlan(context: Context, { countyCode, year }: Place, line: PlanLine, source: MoneySource) {
  const whole = (await assignedTo(context.tx, countyCode, year))(line.id, source)
  const approved = approvedOf(line, source)
  if (whole <= approved) return null
  const [most, sum] = [formatYuan(approved), formatYuan(whole)]
  const zh = `“${titleOf(line)}”批准${most}元，安排后为${sum}元。请先报批调整方案。`
  return no(
    'wrong-state',
    'over-plan-line',
    clause,
    zh,
    `"${titleOf(line)}" was approved for ${most} yuan and would come to ${sum}.`,
    'amountYuan',
  )
}

const paperOf = (context: Context, body: Assignment): MovementPaper => ({
  id: body.id,
  realm: context.caller.realm,
  businessDate: shanghaiDate(context.now),
  document: body.document,
  clause,
  reason: '',
  recordKind: 'plan-line',
  recordId: body.lineId,
})

async function assign(context: Context, place: Place, body: Assignment): Promise<Result<Posted, NoReason>> {
  const { countyCode, year } = place
  const plan = await planInForce(context.tx, countyCode, year)
  const line = plan?.lines.find(each => each.id === body.lineId)
  if (!line)
    return no(
      'not-found',
      'no-such-plan-line',
      clause,
      '批准的方案里没有这一明细；资金只能安排到批准的方案。',
      'The approved plan has no such line; money is assigned to the approved plan only.',
      'lineId',
    )
  const amount = amountOf(body.amountYuan, clause)
  if (!amount.ok) return amount
  const batch = { source: body.source, budgetYear: body.budgetYear, batchYear: year }
  const path = { countyCode, batch, line: { id: line.id, title: titleOf(line) } }
  const rulings = await gateRulingsOf(context.tx, countyCode, year)
  const posting = { tx: context.tx, policy: context.policy, stamp: stampOf(context) }
  const spending = { year, source: body.source, rulings }
  const posted = await postLineTransfers(posting, line, spending, budgetLine(paperOf(context, body), path, amount.value))
  if (!posted.ok || posted.value.posted === 0) return posted
  const over = await withinPlan(context, place, line, body.source)
  if (over) return over
  await context.audit({
    countyCode,
    action: 'payments.assign-budget',
    recordKind: 'plan-line',
    recordId: line.id,
    before: null,
    after: { amount: amount.value.toString(), source: body.source },
  })
  return posted
}

const assignBudget = route({
  method: 'POST',
  path: '/api/payments/budget/:countyCode/:year',
  action: 'payments.assign-budget',
  summary: "Assign money of the county's fund to a line of the approved plan, at most what the plan gives it",
  clauses: [clause],
  params: County,
  body: z.strictObject({
    id: z.uuid(),
    lineId: z.string().max(64),
    source: MoneySource,
    budgetYear: z.number().int().min(2014).max(2100),
    amountYuan: z.string().trim().max(30),
    document: z.string().trim().max(200),
  }),
  place: ({ params }) => params.countyCode,
  handle: context => assign(context, context.params, context.body),
})

export const budgetRoutes = [readBudget, assignBudget]
