import { route } from '@jincun/http'
import { contributionsOf } from '@jincun/ledger/server'
import type { Contribution } from '@jincun/ledger/server'
import { accept, asJson, refuse } from '@jincun/kernel'
import { listFor } from '@jincun/policy'
import { z } from 'zod'
import {
  checkPlanVersion,
  citing,
  clausesOf,
  decidePlanVersion,
  DayText,
  planChanged,
  PlanLine,
  PlanVersion,
  spendingCategories,
} from '../index.ts'
import type { Bare, MatchingReceipt } from '../index.ts'
import { excelFile } from './excel-file.ts'
import { planInForce } from './front-door.ts'
import { planVersions } from './kinds.ts'
import { planSheet } from './plan-file.ts'
import { planGround } from './plan-ground.ts'
import { lockPlans, plansOf, proposerOf } from './plan-store.ts'
import { findRecord, saveRecord } from './records.ts'
import { addOnce } from './save-record.ts'
import { AtCounty, AtRecord, auditRecord, byOf, notFound, place, stampOf, Year } from './work.ts'

const path = '/api/projects/:county/plans' as const

const changeWaiting: Bare = {
  kind: 'wrong-state',
  code: 'plan-change-waiting',
  message: { zh: '已有一版方案变更在等待审批。', en: 'A proposed version waits for a decision already.' },
}

/** Money that came in, as the ledger has it: entered there once, shown here against what the plan promised. */
const matchingReceipt = ({ id, source, amount, businessDate, document, movement }: Contribution): MatchingReceipt => ({
  id,
  source,
  amountFen: String(amount),
  receivedOn: businessDate,
  voucher: document,
  movement,
})

const read = route({
  method: 'GET',
  path,
  action: 'projects.read',
  summary: 'Versions of a county plan, money bound by line, matching money promised and received',
  clauses: ['notice-2020/6.2', 'notice-2020/3.0'],
  params: AtCounty,
  query: z.strictObject({ year: Year }),
  place,
  handle: async ({ tx, policy, params: { county }, query: { year }, now, may }) => {
    const versions = await plansOf(tx, county, year)
    const ground = await planGround({ tx, policy }, county, year)
    const receipts = (await contributionsOf(tx, county, year)).map(matchingReceipt)
    const waiting = versions.find(version => version.state === 'proposed')
    return accept({
      countyCode: county,
      year,
      versions,
      inForce: ground.standing?.version ?? null,
      findings: waiting ? checkPlanVersion(waiting, ground) : [],
      committed: Object.fromEntries(ground.committed),
      receipts,
      supportAreas: listFor(policy, 'support-areas', year),
      supportModes: listFor(policy, 'support-modes', year),
      categories: spendingCategories(policy, year),
      mayPropose: may('projects.propose-plan', county),
      mayDecide: may('projects.decide-plan', county),
      asOf: now.toISOString(),
    })
  },
})

const propose = route({
  method: 'POST',
  path,
  action: 'projects.propose-plan',
  summary: 'Propose a new version of the plan',
  clauses: ['notice-2020/6.2'],
  params: AtCounty,
  body: PlanVersion.pick({ id: true, year: true, lines: true, reason: true, reasons: true }).extend({
    lines: z.array(PlanLine).min(1).max(2_000),
  }),
  place,
  handle: async context => {
    const { tx, params, body } = context
    await lockPlans(tx, params.county, body.year)
    const versions = await plansOf(tx, params.county, body.year)
    const same = versions.find(version => version.id === body.id)
    const waiting = versions.find(version => version.state === 'proposed' && version.id !== body.id)
    if (waiting) return refuse(citing(changeWaiting, clausesOf(body.year).register))
    // Sent again after it was approved, a proposal is the first time's success.
    const changed = same ? accept(true) : planChanged(body.lines, await planInForce(tx, params.county, body.year))
    if (!changed.ok) return changed
    const plan: PlanVersion = {
      ...body,
      countyCode: params.county,
      version: same?.version ?? Math.max(0, ...versions.map(version => version.version)) + 1,
      state: 'proposed',
      basis: versions.length > 0 ? 'change' : 'entered',
      document: '',
      approvedOn: null,
      proposedBy: byOf(context),
      decidedBy: null,
      returnedBecause: null,
    }
    return addOnce(context, planVersions, plan, 'projects.propose-plan')
  },
})

const decision = route({
  method: 'POST',
  path: `${path}/:id/decision`,
  action: 'projects.decide-plan',
  summary: 'Approve or return a proposed version of the plan',
  clauses: ['notice-2020/6.2', 'notice-2020/3.6'],
  params: AtRecord,
  body: z.discriminatedUnion('decision', [
    z.strictObject({
      decision: z.literal('approve'),
      document: z.string().trim().min(1, '请填写批复文号 / give the number of the approval').max(100),
      on: DayText,
    }),
    z.strictObject({ decision: z.literal('return'), reason: z.string().trim().min(1, '请写明退回理由 / give the reason').max(2_000) }),
  ]),
  place,
  handle: async context => {
    const { tx, params, body, caller, publish, policy } = context
    const plan = await findRecord(tx, planVersions, params.county, params.id, true)
    if (!plan) return refuse(notFound)
    const done =
      body.decision === 'approve'
        ? plan.state === 'approved' && plan.document === body.document
        : plan.state === 'returned' && plan.returnedBecause === body.reason
    if (done) return accept(plan)
    const findings = checkPlanVersion(plan, await planGround({ tx, policy }, params.county, plan.year))
    const by = { id: caller.personId ?? '', name: byOf(context) }
    const decided = decidePlanVersion(plan, body, findings, by, await proposerOf(tx, params.county, plan.id))
    if (!decided.ok) return decided
    const next = decided.value
    await saveRecord(tx, planVersions, next, stampOf(context), ['state'])
    await auditRecord(context, {
      countyCode: params.county,
      action: 'projects.decide-plan',
      recordKind: 'plan_version',
      recordId: plan.id,
      before: plan,
      after: next,
    })
    if (next.state === 'approved')
      await publish({
        id: plan.id,
        countyCode: params.county,
        kind: 'plan-version',
        year: plan.year,
        title: { zh: `${plan.year}年实施方案第${plan.version}版（${next.document}）`, en: `Plan of ${plan.year}, version ${plan.version}` },
        content: asJson(next),
        clause: clausesOf(plan.year).register,
      })
    return accept(next)
  },
})

const workbook = route({
  method: 'GET',
  path: `${path}/workbook`,
  action: 'projects.read',
  summary: 'The plan in force as Excel',
  clauses: ['notice-2020/6.2'],
  params: AtCounty,
  query: z.strictObject({ year: Year }),
  place,
  handle: async ({ tx, policy, params: { county }, query: { year }, now }) => {
    const plan = await planInForce(tx, county, year)
    if (!plan) return refuse(notFound)
    return accept(await excelFile(`${county}-${year}-实施方案`, planSheet(plan, policy), now))
  },
})

export const planRoutes = [read, propose, decision, workbook]
