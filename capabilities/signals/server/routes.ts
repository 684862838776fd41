import { route } from '@jincun/http'
import { accept, asJson, refuse } from '@jincun/kernel'
import type { Refusal } from '@jincun/kernel'
import { signalRulesOn } from '@jincun/policy'
import { AtCounty, AtRecord, byOf, notFound, place } from '@jincun/projects/server'
import { rowsOfOrders } from '@jincun/reporting/server'
import { z } from 'zod'
import { measures } from '../index.ts'
import type { Outcome } from '../index.ts'
import { look } from './look.ts'
import {
  findRun,
  findSignal,
  insertOutcome,
  insertRun,
  insertSignals,
  latestRuns,
  listSignals,
  outcomesByRule,
  outcomesOf,
} from './store.ts'
import type { Run } from './store.ts'

const clauses = ['notice-2020/6.3'] as const
const Month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/, '应为月份，如 2020-05 / a month such as 2020-05')
const size = 50

const idInUse: Refusal = {
  kind: 'conflict',
  code: 'id-used-for-another',
  message: { zh: '这个编号已用于另一次登记，请刷新后重试。', en: 'This id was used for another entry; reload and try again.' },
  details: { clause: 'notice-2020/6.3' },
}

const list = route({
  method: 'GET',
  path: '/api/signals/:county',
  action: 'signals.read',
  summary: 'Signals of a county, newest first, with the looks taken',
  clauses: [...clauses],
  params: AtCounty,
  query: z.strictObject({
    rule: z.string().max(60).optional(),
    outcome: z.enum(['open', 'confirmed', 'cleared']).optional(),
    subject: z.string().max(40).optional(),
    page: z.coerce.number().int().min(1).max(10_000).default(1),
  }),
  place,
  handle: async ({ tx, params, query, now, may }) => {
    const { page, ...filter } = query
    const found = await listSignals(tx, params.county, filter, { skip: (page - 1) * size, size })
    const runs = await latestRuns(tx, params.county)
    return accept({ ...found, size, runs, mayRun: may('signals.run', params.county), asOf: now.toISOString() })
  },
})

const run = route({
  method: 'POST',
  path: '/api/signals/:county/runs',
  action: 'signals.run',
  summary: 'Look at the orders of a county and period by the rules in force',
  clauses: [...clauses],
  params: AtCounty,
  body: z.strictObject({ id: z.uuid(), from: Month, to: Month }),
  place,
  handle: async context => {
    const { tx, params, body, policy, now, caller } = context
    const known = await findRun(tx, params.county, body.id)
    if (known) return known.from === body.from && known.to === body.to ? accept(known) : refuse(idInUse)
    const found = await look(tx, policy, { county: params.county, from: body.from, to: body.to }, now)
    if (!found.ok) return found
    const { orders, stations, signals, wholes } = found.value
    const made: Run = { ...body, orders: BigInt(orders), stations, raised: signals.length, wholes, ranAt: now, ranBy: byOf(context) }
    await insertRun(tx, params.county, caller.realm, made)
    if (signals.length > 0)
      await insertSignals(tx, { countyCode: params.county, realm: caller.realm, runId: body.id, raisedAt: now }, signals)
    await context.audit({
      countyCode: params.county,
      action: 'signals.run',
      recordKind: 'signal-run',
      recordId: body.id,
      before: null,
      after: asJson({ from: body.from, to: body.to, orders, stations, raised: signals.length }),
    })
    return accept(made)
  },
})

const read = route({
  method: 'GET',
  path: '/api/signals/:county/:id',
  action: 'signals.read',
  summary: 'A signal with the rows it used and what came of it',
  clauses: [...clauses],
  params: AtRecord,
  place,
  handle: async ({ tx, params, policy, now, may }) => {
    const signal = await findSignal(tx, params.county, params.id)
    if (!signal) return refuse(notFound)
    const outcomes = await outcomesOf(tx, params.county, params.id)
    const orders = await rowsOfOrders(tx, params.county, signal.rows)
    const rule = policy.signalRules.get(`${signal.rule}-${signal.version}`) ?? null
    return accept({
      ...signal,
      orders,
      outcomes,
      definition: rule,
      mayDecide: may('signals.decide', params.county),
      asOf: now.toISOString(),
    })
  },
})

const decide = route({
  method: 'POST',
  path: '/api/signals/:county/:id/outcomes',
  action: 'signals.decide',
  summary: 'Record what came of a signal: confirmed with the measure taken, or cleared, with the reason',
  clauses: [...clauses],
  params: AtRecord,
  body: z
    .strictObject({
      id: z.uuid(),
      outcome: z.enum(['confirmed', 'cleared']),
      measure: z.enum(['', ...(Object.keys(measures) as (keyof typeof measures)[])]),
      reason: z.string().trim().min(1, '请写明核查的经过和理由 / say what was looked at and why').max(4000),
    })
    .refine(({ outcome, measure }) => (outcome === 'confirmed') === (measure !== ''), {
      path: ['measure'],
      message: '属实时选处理结果，排除时不选 / choose a measure when confirmed, none when cleared',
    }),
  place,
  handle: async context => {
    const { tx, params, body, now, caller } = context
    const signal = await findSignal(tx, params.county, params.id)
    if (!signal) return refuse(notFound)
    const before = await outcomesOf(tx, params.county, params.id)
    const same = before.find(({ id }) => id === body.id)
    if (same)
      return same.outcome === body.outcome && same.measure === body.measure && same.reason === body.reason ? accept(same) : refuse(idInUse)
    const outcome: Outcome = { ...body, decidedAt: now, decidedBy: byOf(context) }
    await insertOutcome(tx, params.county, caller.realm, params.id, outcome)
    await context.audit({
      countyCode: params.county,
      action: 'signals.decide',
      recordKind: 'signal',
      recordId: params.id,
      before: asJson(before.at(-1) ?? null),
      after: asJson(outcome),
      reason: body.reason,
    })
    return accept(outcome)
  },
})

const ruleList = route({
  method: 'GET',
  path: '/api/signals/rules',
  action: 'signals.read',
  summary: 'Every rule in force with its threshold, how often it was raised in your scope, and how often rightly',
  clauses: [...clauses],
  handle: async ({ tx, policy, now }) => {
    const counts = new Map((await outcomesByRule(tx)).map(each => [`${each.rule}-${each.version}`, each]))
    const rules = signalRulesOn(policy, now.toISOString().slice(0, 10)).map(rule => {
      const { raised = 0, confirmed = 0, cleared = 0 } = counts.get(`${rule.code}-${rule.version}`) ?? {}
      return { ...rule, raised, confirmed, cleared }
    })
    return accept({ rows: rules, asOf: now.toISOString() })
  },
})

export const routes = [ruleList, list, run, read, decide]
