import { route } from '@jincun/http'
import { accept, canonicalJson, refuse } from '@jincun/kernel'
import type { JsonValue } from '@jincun/kernel'
import { refuseByClause as no } from '@jincun/ledger/server'
import { mayProceed } from '@jincun/policy'
import { contractsOfOrganisation } from '@jincun/projects/server'
import { z } from 'zod'
import { checkPayment, PaymentRequest } from '../index.ts'
import type { PaymentStep } from '../index.ts'
import { evidenceOnFile } from './evidence-routes.ts'
import { groundOf, holdCounty } from './ground.ts'
import { claimInvoice, findPayment, insertPayment, insertStep } from './payment-store.ts'
import { stampOf, takeStep } from './steps.ts'

const clause = 'notice-2020/6.2'

const submit = route({
  method: 'POST',
  path: '/api/payments',
  action: 'payments.request',
  summary: 'A contractor asks for payment under its own contract; every rule is answered at once',
  clauses: [clause, 'notice-2020/3.6'],
  body: PaymentRequest,
  place: ({ body }) => body.countyCode,
  handle: async context => {
    const { body, caller, tx } = context
    await holdCounty(tx, body.countyCode)
    const organisation = caller.organisationId ?? ''
    const own = await contractsOfOrganisation(tx, organisation)
    if (!own.some(({ id, countyCode }) => id === body.contractId && countyCode === body.countyCode))
      return no(
        'not-found',
        'no-such-contract',
        clause,
        '没有这份合同，或合同不是贵单位的。',
        'There is no such contract of yours.',
        'contractId',
      )
    const known = await findPayment(tx, body.id)
    const same = known && canonicalJson(known.request as JsonValue) === canonicalJson(body as JsonValue)
    if (known)
      return same
        ? accept({ id: body.id, state: known.state })
        : no('conflict', 'id-used-for-another-request', clause, '这个编号已用于另一笔申请。', 'This id was used for another request.')
    const papers = await evidenceOnFile(tx, body)
    if (!papers.ok) return papers
    const ground = await groundOf(context, body, !(await claimInvoice(tx, caller.realm, body)), true)
    if (!ground.ok) return ground
    const findings = checkPayment(body, ground.value, context.policy)
    if (!mayProceed(findings))
      return refuse({
        kind: 'rules',
        code: 'payment-rules-not-met',
        message: { zh: '有规则未满足，申请没有提交。', en: 'Rules are not met; the request was not submitted.' },
        findings,
      })
    await insertPayment(tx, body, organisation, stampOf(context))
    await insertStep(tx, body, 'submit', { reason: '', document: body.invoice.number, fromState: null }, stampOf(context))
    await context.audit({
      countyCode: body.countyCode,
      action: 'payments.request',
      recordKind: 'payment-request',
      recordId: body.id,
      before: null,
      after: { amountFen: body.amountFen, contractId: body.contractId },
    })
    return accept({ id: body.id, state: 'submitted' })
  },
})

const StepBody = z.strictObject({
  reason: z.string().trim().max(2_000).default(''),
  budgetYear: z.number().int().min(2014).max(2100).optional(),
  batchYear: z.number().int().min(2014).max(2100).optional(),
  voucher: z.string().trim().min(1).max(60).optional(),
  paidOn: z.iso.date().optional(),
})

/** One route a step, each under its own action, so that row-level security knows whose hand it is. */
const stepRoute = (step: PaymentStep, action: string, path: string) =>
  route({
    method: 'POST',
    path: `/api/payments/:id/${path}`,
    action,
    summary: `Payment request: ${step}`,
    clauses: [clause, 'notice-2020/3.6'],
    params: z.strictObject({ id: z.uuid() }),
    body: StepBody,
    handle: context => takeStep(context, context.params.id, step, action, context.body),
  })

export const requestRoutes = [
  submit,
  stepRoute('office-approve', 'payments.office-approve', 'office-approval'),
  stepRoute('finance-approve', 'payments.finance-approve', 'finance-approval'),
  stepRoute('leader-approve', 'payments.leader-approve', 'leader-approval'),
  stepRoute('return', 'payments.office-approve', 'office-return'),
  stepRoute('return', 'payments.finance-approve', 'finance-return'),
  stepRoute('return', 'payments.leader-approve', 'leader-return'),
  stepRoute('pay', 'payments.finance-approve', 'voucher'),
  stepRoute('bounce', 'payments.finance-approve', 'bounce'),
]
