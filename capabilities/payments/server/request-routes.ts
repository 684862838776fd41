import { route } from '@jincun/http'
import { accept, canonicalJson, refuse } from '@jincun/kernel'
import type { JsonValue } from '@jincun/kernel'
import { refuseByClause as no } from '@jincun/ledger/server'
import { mayProceed } from '@jincun/policy'
import { contractsOfOrganisation, signedContracts } from '@jincun/projects/server'
import { z } from 'zod'
import { checkPayment, leaderThreshold, paymentCan, paymentSignals, PaymentRequest, paymentStates, paymentSteps } from '../index.ts'
import type { PaymentStep } from '../index.ts'
import { groundOf } from './ground.ts'
import { claimInvoice, findPayment, insertPayment, insertStep, listPayments, paymentsOfOrganisation, stepsOf } from './payment-store.ts'
import type { PaymentRecord } from './payment-store.ts'
import { stampOf, takeStep } from './steps.ts'

const clause = 'notice-2020/6.2'
const Id = z.strictObject({ id: z.uuid() })

/** The bank account is shown by its last four digits; the whole number is for those who pay. */
const masked = (record: PaymentRecord): PaymentRecord => {
  const { payee } = record.request
  return { ...record, request: { ...record.request, payee: { ...payee, account: `••••${payee.account.slice(-4)}` } } }
}

const view = (record: PaymentRecord) => ({ ...record, stateTitle: paymentStates[record.state] })

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
    await insertStep(tx, body, 'submit', { reason: '', document: body.invoice.number }, stampOf(context))
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

const listOwn = route({
  method: 'GET',
  path: '/api/payments/own',
  action: 'payments.request',
  summary: "A contractor's contracts and requests",
  clauses: [clause],
  handle: async ({ tx, caller, now }) => {
    const organisation = caller.organisationId ?? ''
    const contracts = await contractsOfOrganisation(tx, organisation)
    const rows = (await paymentsOfOrganisation(tx, organisation)).map(view)
    return accept({ asOf: now.toISOString(), contracts, rows })
  },
})

const list = route({
  method: 'GET',
  path: '/api/payments',
  action: 'payments.read',
  summary: 'Payment requests in scope, newest first, with signals',
  clauses: [clause],
  query: z.strictObject({
    countyCode: z
      .string()
      .regex(/^\d{6}$/)
      .optional(),
  }),
  handle: async ({ tx, query, now, policy }) => {
    const records = (await listPayments(tx)).filter(({ request }) => !query.countyCode || request.countyCode === query.countyCode)
    const counties = [...new Set(records.map(({ request }) => request.countyCode))]
    const contracts = (await Promise.all(counties.map(code => signedContracts(tx, code)))).flat()
    const titles = new Map(contracts.map(contract => [contract.id, contract.title]))
    const rows = records.map(record => ({ ...view(masked(record)), contractTitle: titles.get(record.request.contractId) ?? '' }))
    const thresholdOf = (year: number) => leaderThreshold(policy, year)
    const years = [...new Set(contracts.map(({ year }) => year))].sort()
    const thresholds = years.map(year => ({ year, amountFen: thresholdOf(year) }))
    return accept({ asOf: now.toISOString(), rows, thresholds, signals: paymentSignals(records, contracts, thresholdOf) })
  },
})

const stepAction: Record<PaymentStep, string> = {
  'office-approve': 'payments.office-approve',
  'finance-approve': 'payments.finance-approve',
  'leader-approve': 'payments.leader-approve',
  return: 'payments.office-approve',
  pay: 'payments.finance-approve',
  bounce: 'payments.finance-approve',
}

const read = route({
  method: 'GET',
  path: '/api/payments/:id',
  action: 'payments.read',
  summary: 'A request with its steps, what every rule says of it now, and what the caller may do',
  clauses: [clause, 'notice-2020/3.6'],
  params: Id,
  handle: async context => {
    const record = await findPayment(context.tx, context.params.id)
    if (!record) return no('not-found', 'no-such-request', clause, '没有这笔拨付申请。', 'There is no such payment request.')
    const ground = await groundOf(context, record.request, false, false)
    if (!ground.ok) return ground
    const { contract, project, planLine, path } = ground.value
    const place = record.request.countyCode
    const may = (Object.keys(paymentSteps) as PaymentStep[]).filter(
      step => paymentCan(step, record.state) && context.may(stepAction[step], place),
    )
    const pays = context.may('payments.finance-approve', place)
    return accept({
      asOf: context.now.toISOString(),
      ...view(pays ? record : masked(record)),
      contract: { id: contract.id, title: contract.title, number: contract.number, amountFen: contract.amountFen, year: contract.year },
      project: { id: project.id, name: project.name },
      planLine: planLine && { id: planLine.id, name: planLine.name },
      path,
      steps: await stepsOf(context.tx, record.request.id),
      findings: checkPayment(record.request, ground.value, context.policy),
      may,
    })
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
    params: Id,
    body: StepBody,
    handle: context => takeStep(context, context.params.id, step, context.body),
  })

export const requestRoutes = [
  listOwn,
  submit,
  list,
  read,
  stepRoute('office-approve', 'payments.office-approve', 'office-approval'),
  stepRoute('finance-approve', 'payments.finance-approve', 'finance-approval'),
  stepRoute('leader-approve', 'payments.leader-approve', 'leader-approval'),
  stepRoute('return', 'payments.office-approve', 'office-return'),
  stepRoute('return', 'payments.finance-approve', 'finance-return'),
  stepRoute('return', 'payments.leader-approve', 'leader-return'),
  stepRoute('pay', 'payments.finance-approve', 'voucher'),
  stepRoute('bounce', 'payments.finance-approve', 'bounce'),
]
