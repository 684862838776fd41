import { sql } from '@jincun/db'
import { route } from '@jincun/http'
import { accept, asJson, refuse } from '@jincun/kernel'
import { z } from 'zod'
import { citing, clausesOf, ruleOnSpending } from '../index.ts'
import type { Bare } from '../index.ts'
import { candidateAt, doubtfulLines } from './doubtful-lines.ts'
import { gateRulings } from './kinds.ts'
import { gateRulingsOf } from './front-door.ts'
import { listRecords } from './records.ts'
import { addOnce } from './save-record.ts'
import { AtCounty, auditRecord, notFound, place } from './work.ts'

const renamed = (now: string): Bare => ({
  kind: 'conflict',
  code: 'line-renamed',
  message: {
    zh: `这一行的名称已改为“${now}”，请刷新后按新名称裁定。`,
    en: `The line is called "${now}" by now; reload and rule on that.`,
  },
})

const list = route({
  method: 'GET',
  path: '/api/projects/:county/rulings',
  action: 'projects.read',
  summary: 'Doubtful lines of plans, contracts and invoices that wait for a ruling, and the rulings made',
  clauses: ['notice-2020/3.6'],
  params: AtCounty,
  place,
  handle: async context => {
    const { tx, params, now, may } = context
    const waiting = (await doubtfulLines(context, params.county)).map(({ spending, where: _where, ...line }) => ({
      ...line,
      lineId: spending.lineId,
      name: spending.name,
      under: spending.under,
      centralFen: spending.centralFen,
    }))
    return accept({
      waiting,
      rulings: await listRecords(tx, gateRulings, sql`county_code = ${params.county}`),
      mayRule: may('projects.rule', params.county),
      asOf: now.toISOString(),
    })
  },
})

const rule = route({
  method: 'POST',
  path: '/api/projects/:county/rulings',
  action: 'projects.rule',
  summary: 'A named official rules on a doubtful spending where it stands; the ruling is public and holds at every door',
  clauses: ['notice-2020/3.6'],
  params: AtCounty,
  body: z.strictObject({
    id: z.uuid(),
    door: z.enum(['plan-line', 'contract-line', 'payment-request']),
    /** Of the plan version, the contract or its change, or the request for a ruling. */
    recordId: z.uuid(),
    lineId: z.string().max(64),
    /** As the official saw it. */
    name: z.string().max(200),
    decision: z.enum(['permitted', 'prohibited']),
    reason: z.string().trim().min(1, '请写明理由 / give the reason').max(2_000),
  }),
  place,
  handle: async context => {
    const { tx, params, body, caller, policy, now, publish } = context
    const { recordId, lineId, name, ...wanted } = body
    // One ruling of a county after the other: the same thing may wait at two doors before two officials.
    await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${`rulings of ${params.county}`}, 0))`)
    const [same] = await listRecords(tx, gateRulings, sql`county_code = ${params.county} and id = ${body.id}`)
    if (same) return accept(same)
    const found = await candidateAt(context, params.county, { door: body.door, recordId, lineId })
    if (!found) return refuse(notFound)
    if (found.spending.name !== name) return refuse(citing(renamed(found.spending.name), clausesOf(found.year).negativeList))
    const by = { personId: caller.personId ?? '', name: caller.name, office: caller.organisationName }
    const rulings = await gateRulingsOf(tx, params.county, found.year)
    const moment = { pack: policy, year: found.year, now }
    const ruling = ruleOnSpending(found.spending, { ...wanted, countyCode: params.county }, rulings, by, moment)
    if (!ruling.ok) return ruling
    const kept = await addOnce(context, gateRulings, ruling.value, 'projects.rule')
    if (!kept.ok) return kept
    await publish({
      id: ruling.value.id,
      countyCode: params.county,
      kind: 'gate-ruling',
      year: found.year,
      title: { zh: `对存疑支出“${found.spending.name}”的裁定`, en: `Ruling on the doubtful spending ${found.spending.name}` },
      content: asJson(ruling.value),
      clause: ruling.value.clause,
    })
    await auditRecord(context, {
      countyCode: params.county,
      action: 'projects.rule',
      recordKind: body.door,
      recordId,
      before: null,
      after: ruling.value,
      reason: body.reason,
    })
    return kept
  },
})

export const rulingRoutes = [list, rule]
