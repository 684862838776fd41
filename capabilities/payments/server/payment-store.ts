import { sql } from '@jincun/db'
import type { Fragment, Transaction } from '@jincun/db'
import { sha256Hex } from '@jincun/proof'
import { PaymentRequest } from '../index.ts'
import type { PaymentState } from '../index.ts'

export type PaymentRecord = {
  request: PaymentRequest
  state: PaymentState
  budgetYear: number | null
  batchYear: number | null
  voucher: string | null
  paidOn: string | null
  requestedAt: string
}

export type PaymentStepRecord = {
  requestId: string
  step: string
  by: string | null
  byName: string
  reason: string
  document: string
  /** Where the request lay when the step was taken; null for its submission. */
  fromState: PaymentState | null
  at: string
}

type Row = {
  content: unknown
  state: PaymentState
  budget_year: number | null
  batch_year: number | null
  voucher: string | null
  paid_on: string | null
  requested_at: Date
}

const recordOf = (row: Row): PaymentRecord => ({
  request: PaymentRequest.parse(row.content),
  state: row.state,
  budgetYear: row.budget_year,
  batchYear: row.batch_year,
  voucher: row.voucher,
  paidOn: row.paid_on,
  requestedAt: row.requested_at.toISOString(),
})

const select = async (tx: Transaction, rest: Fragment): Promise<PaymentRecord[]> =>
  (
    await tx.rows<Row>(sql`select content, state, budget_year, batch_year, voucher, paid_on, requested_at from payment_request ${rest}`)
  ).map(recordOf)

/** Which requests in scope: of a county, in some states. */
export type PaymentFilter = { countyCode?: string | undefined; states?: readonly PaymentState[] | undefined }

const fits = ({ countyCode, states }: PaymentFilter): Fragment =>
  sql`where ${countyCode ? sql`county_code = ${countyCode}` : sql`true`}
    and ${states ? sql`state = any(${[...states]}::text[])` : sql`true`}`

/** Requests in scope that fit, newest first: all of them, or those of a page. */
export const listPayments = (tx: Transaction, filter: PaymentFilter, page?: { skip: number; size: number }): Promise<PaymentRecord[]> =>
  select(tx, sql`${fits(filter)} order by requested_at desc, id desc ${page ? sql`limit ${page.size} offset ${page.skip}` : sql``}`)

/** How many requests in scope fit. */
export const countPayments = async (tx: Transaction, filter: PaymentFilter): Promise<number> =>
  Number((await tx.row<{ total: bigint }>(sql`select count(*) as total from payment_request ${fits(filter)}`))?.total ?? 0n)

export const paymentsOfCounty = (tx: Transaction, countyCode: string): Promise<PaymentRecord[]> =>
  select(tx, sql`where county_code = ${countyCode} order by requested_at, id`)

export const paymentsOfContracts = (tx: Transaction, countyCode: string, contractIds: readonly string[]): Promise<PaymentRecord[]> =>
  select(tx, sql`where county_code = ${countyCode} and contract_id = any(${[...contractIds]}::uuid[]) order by requested_at, id`)

export const paymentsOfOrganisation = (tx: Transaction, organisationId: string): Promise<PaymentRecord[]> =>
  select(tx, sql`where organisation_id = ${organisationId} order by requested_at desc, id desc`)

/** Whether a request was made by this body. */
export const ownsPayment = async (tx: Transaction, id: string, organisationId: string): Promise<boolean> =>
  (await tx.row(sql`select 1 from payment_request where id = ${id} and organisation_id = ${organisationId}`)) !== undefined

/** A request; `lock` holds it against a second hand. */
export const findPayment = async (tx: Transaction, id: string, lock = false): Promise<PaymentRecord | undefined> =>
  (await select(tx, sql`where id = ${id} ${lock ? sql`for update` : sql``}`))[0]

/** Steps of requests, in their order. */
export async function stepsOfRequests(tx: Transaction, ids: readonly string[]): Promise<PaymentStepRecord[]> {
  const rows = await tx.rows<{
    request_id: string
    step: string
    by_person: string | null
    by_name: string
    reason: string
    document: string
    from_state: PaymentState | null
    at: Date
  }>(sql`select request_id, step, by_person, by_name, reason, document, from_state, at from payment_step
    where request_id = any(${[...ids]}::uuid[]) order by request_id, number`)
  return rows.map(row => ({
    requestId: row.request_id,
    step: row.step,
    by: row.by_person,
    byName: row.by_name,
    reason: row.reason,
    document: row.document,
    fromState: row.from_state,
    at: row.at.toISOString(),
  }))
}

export const stepsOf = (tx: Transaction, id: string): Promise<PaymentStepRecord[]> => stepsOfRequests(tx, [id])

/** Whose hand writes, in which realm, and when. */
export type Hand = { realm: string; personId: string | null; name: string; now: Date; newId: () => string }

export async function insertPayment(tx: Transaction, request: PaymentRequest, organisationId: string, stamp: Hand): Promise<void> {
  await tx.run(sql`insert into payment_request (county_code, id, realm, contract_id, organisation_id, state, content, requested_at)
    values (${request.countyCode}, ${request.id}, ${stamp.realm}, ${request.contractId}, ${organisationId}, 'submitted',
      ${JSON.stringify(request)}::jsonb, ${stamp.now})`)
}

export async function insertStep(
  tx: Transaction,
  request: PaymentRequest,
  step: string,
  paper: { reason: string; document: string; fromState: PaymentState | null },
  stamp: Hand,
): Promise<void> {
  await tx.run(sql`insert into payment_step (county_code, request_id, id, realm, number, step, by_person, by_name, reason, document, from_state, at)
    values (${request.countyCode}, ${request.id}, ${stamp.newId()}, ${stamp.realm},
      (select count(*) + 1 from payment_step where county_code = ${request.countyCode} and request_id = ${request.id}), ${step}, ${stamp.personId}, ${stamp.name},
      ${paper.reason}, ${paper.document}, ${paper.fromState}, ${stamp.now})`)
}

export type StateChange = { state: PaymentState; budgetYear?: number; batchYear?: number; voucher?: string; paidOn?: string }

export async function setState(tx: Transaction, request: PaymentRequest, change: StateChange): Promise<void> {
  await tx.run(sql`update payment_request set state = ${change.state},
      budget_year = coalesce(${change.budgetYear ?? null}, budget_year), batch_year = coalesce(${change.batchYear ?? null}, batch_year),
      voucher = coalesce(${change.voucher ?? null}, voucher), paid_on = coalesce(${change.paidOn ?? null}, paid_on)
    where county_code = ${request.countyCode} and id = ${request.id}`)
}

const invoiceDigest = ({ invoice }: PaymentRequest): string => sha256Hex(`invoice\n${invoice.code}\n${invoice.number}`)

/** Claims the invoice in the whole country; false when another request has it. */
export async function claimInvoice(tx: Transaction, realm: string, request: PaymentRequest): Promise<boolean> {
  const row = await tx.row<{ own: boolean }>(sql`select claim_invoice(${realm}, ${invoiceDigest(request)}, ${request.id}) as own`)
  return row?.own === true
}

export async function releaseInvoice(tx: Transaction, realm: string, request: PaymentRequest): Promise<void> {
  await tx.run(sql`select release_invoice(${realm}, ${request.id})`)
}
