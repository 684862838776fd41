import { route } from '@jincun/http'
import { accept } from '@jincun/kernel'
import { refuseByClause as no } from '@jincun/ledger/server'
import { listFor } from '@jincun/policy'
import { contractsByIds, contractsOfOrganisation, filesOf } from '@jincun/projects/server'
import { z } from 'zod'
import { checkPayment, hasApproved, holderOf, leaderThreshold, paymentCan, paymentStates, paymentSteps } from '../index.ts'
import type { PaymentState, PaymentStep } from '../index.ts'
import { comparedPayments, signalsOfPayments } from './compared-payments.ts'
import { groundOf } from './ground.ts'
import { arithmeticOf, asAsked, backOf } from './own-view.ts'
import { countPayments, findPayment, listPayments, paymentsOfOrganisation, stepsOf, stepsOfRequests } from './payment-store.ts'
import type { PaymentRecord } from './payment-store.ts'
import { termsOfContracts } from './terms-store.ts'

const clause = 'notice-2020/6.2'

/** The bank account is shown by its last four digits; the whole number is for those who pay. */
const masked = (record: PaymentRecord): PaymentRecord => {
  const { payee } = record.request
  return { ...record, request: { ...record.request, payee: { ...payee, account: `••••${payee.account.slice(-4)}` } } }
}

const view = (record: PaymentRecord) => ({ ...record, stateTitle: paymentStates[record.state] })

const listOwn = route({
  method: 'GET',
  path: '/api/payments/own',
  action: 'payments.request',
  summary: "A contractor's contracts and requests",
  clauses: [clause],
  handle: async ({ tx, caller, now, policy }) => {
    const organisation = caller.organisationId ?? ''
    const contracts = await contractsOfOrganisation(tx, organisation)
    const records = await paymentsOfOrganisation(tx, organisation)
    const steps = Map.groupBy(
      await stepsOfRequests(
        tx,
        records.map(({ request }) => request.id),
      ),
      ({ requestId }) => requestId,
    )
    const terms = await termsOfContracts(
      tx,
      contracts.map(({ id }) => id),
    )
    const rows = records.map(record => {
      const own = steps.get(record.request.id) ?? []
      return { ...view(record), back: backOf(record, own), received: own.some(({ step }) => step === 'receive') }
    })
    return accept({ asOf: now.toISOString(), contracts: await asAsked(tx, policy, contracts, terms), rows })
  },
})

const list = route({
  method: 'GET',
  path: '/api/payments',
  action: 'payments.read',
  summary: 'Payment requests in scope, newest first, page by page, with signals',
  clauses: [clause],
  query: z.strictObject({
    countyCode: z
      .string()
      .regex(/^\d{6}$/)
      .optional(),
    state: z.enum(Object.keys(paymentStates) as [PaymentState, ...PaymentState[]]).optional(),
    page: z.coerce.number().int().min(1).max(1_000_000).default(1),
    size: z.coerce.number().int().min(1).max(1000).default(500),
  }),
  handle: async ({ tx, query, now, policy }) => {
    const filter = { countyCode: query.countyCode, states: query.state && [query.state] }
    const records = await listPayments(tx, filter, { skip: (query.page - 1) * query.size, size: query.size })
    const compared = await comparedPayments({ tx }, query.countyCode)
    const contracts = await contractsByIds(tx, [...new Set([...records, ...compared.records].map(({ request }) => request.contractId))])
    const titles = new Map(contracts.map(contract => [contract.id, contract.title]))
    const rows = records.map(record => ({ ...view(masked(record)), contractTitle: titles.get(record.request.contractId) ?? '' }))
    const years = [...new Set(contracts.map(({ year }) => year))].sort()
    // A year nobody set a threshold for is shown as lacking one; a step that needs it stops with the file to fill.
    const set = policy.parameters.get('leader-approval-threshold')?.values ?? {}
    const thresholds = years.map(year => ({ year, amountFen: set[year] ? leaderThreshold(policy, year) : null }))
    const total = await countPayments(tx, filter)
    return accept({ asOf: now.toISOString(), total, rows, thresholds, signals: signalsOfPayments({ policy, now }, compared) })
  },
})

const read = route({
  method: 'GET',
  path: '/api/payments/:id',
  action: 'payments.read',
  summary: 'A request with its steps, what every rule says of it now, and what the caller may do',
  clauses: [clause, 'notice-2020/3.6'],
  params: z.strictObject({ id: z.uuid() }),
  handle: async context => {
    const record = await findPayment(context.tx, context.params.id)
    if (!record) return no('not-found', 'no-such-request', clause, '没有这笔拨付申请。', 'There is no such payment request.')
    const ground = await groundOf(context, record.request, false, false)
    if (!ground.ok) return ground
    const { contract, project, planLine, path } = ground.value
    const place = record.request.countyCode
    const holds = context.may(holderOf[record.state], place)
    const steps = await stepsOf(context.tx, record.request.id)
    const open = (Object.keys(paymentSteps) as PaymentStep[]).filter(step => holds && paymentCan(step, record.state))
    const may = open.filter(step => !hasApproved(step, context.caller.personId, steps))
    const files = await filesOf(
      context.tx,
      place,
      record.request.evidence.map(({ fileId }) => fileId),
    )
    const kinds = listFor(context.policy, 'payment-evidence', contract.year)
    const pays = context.may('payments.finance-approve', place)
    return accept({
      asOf: context.now.toISOString(),
      ...view(pays ? record : masked(record)),
      contract: { id: contract.id, title: contract.title, number: contract.number, amountFen: contract.amountFen, year: contract.year },
      project: { id: project.id, name: project.name },
      planLine: planLine && { id: planLine.id, name: planLine.name },
      path,
      arithmetic: arithmeticOf(record.request, ground.value),
      evidence: record.request.evidence.map(each => ({
        ...each,
        title: kinds.find(({ id }) => id === each.kind)?.term ?? { zh: each.kind, en: each.kind },
        name: files.find(({ id }) => id === each.fileId)?.name ?? '',
      })),
      steps,
      handled: may.length < open.length,
      findings: checkPayment(record.request, ground.value, context.policy),
      may,
    })
  },
})

export const readRoutes = [listOwn, list, read]
