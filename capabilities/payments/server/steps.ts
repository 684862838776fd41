import type { NoReason } from '@jincun/http'
import { accept, refuse, shanghaiDate } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import { bouncePayment, legId, postPayment, reservePayment, voidPayment } from '@jincun/ledger'
import type { Batch, Movement, MovementPaper, SpendingPath } from '@jincun/ledger'
import { refuseByClause as no } from '@jincun/ledger/server'
import { mayProceed } from '@jincun/policy'
import { checkPayment, leaderThreshold, stateAfter } from '../index.ts'
import type { PaymentGround, PaymentState, PaymentStep } from '../index.ts'
import type { CountyGround } from './county-ground.ts'
import { groundOf, holdCounty } from './ground.ts'
import type { Context } from './ground.ts'
import { findPayment, insertStep, releaseInvoice, setState, stepsOf } from './payment-store.ts'
import type { PaymentRecord } from './payment-store.ts'
import { postPaymentTransfers, postReversal } from './post-spending.ts'
import { refusalOf } from './step-refusals.ts'

const clause = 'notice-2020/6.2'

/** What a step brings along: the batch that pays, the voucher, why it is returned. */
export type StepPaper = {
  reason: string
  budgetYear?: number | undefined
  batchYear?: number | undefined
  voucher?: string | undefined
  paidOn?: string | undefined
}

export const stampOf = (context: Context) => ({
  realm: context.caller.realm,
  personId: context.caller.personId,
  name: [context.caller.organisationName, context.caller.name].filter(Boolean).join(' '),
  now: context.now,
  newId: context.newId,
})

const paperOf = (context: Context, record: PaymentRecord, step: string, more: Partial<MovementPaper> = {}): MovementPaper => ({
  id: legId(record.request.id, `payment ${step}`),
  realm: context.caller.realm,
  businessDate: shanghaiDate(context.now),
  document: record.voucher ?? '',
  clause,
  reason: '',
  recordKind: 'payment-request',
  recordId: record.request.id,
  ...more,
})

const held = (record: PaymentRecord): string => legId(legId(record.request.id, 'payment finance-approve'), 'reserve')
const posted = (record: PaymentRecord): string => legId(legId(record.request.id, 'payment pay'), 'post')

/** The movement of money that a step makes; null where it makes none. */
function movementOf(context: Context, record: PaymentRecord, step: PaymentStep, path: SpendingPath, paper: StepPaper): Movement | null {
  const amount = BigInt(record.request.amountFen)
  if (step === 'finance-approve') return reservePayment(paperOf(context, record, step), path, amount)
  if (step === 'pay') {
    const treasury = { document: paper.voucher ?? '', businessDate: paper.paidOn ?? '' }
    return postPayment(paperOf(context, record, step, treasury), path, amount, held(record))
  }
  if (step === 'bounce') return bouncePayment(paperOf(context, record, step, { reason: paper.reason }), path, amount, posted(record))
  if (step === 'return' && record.budgetYear !== null)
    return voidPayment(paperOf(context, record, step, { reason: paper.reason }), path, amount, held(record))
  return null
}

const batchFor = (record: PaymentRecord, paper: StepPaper): Batch => ({
  source: record.request.source,
  budgetYear: record.budgetYear ?? paper.budgetYear ?? 0,
  batchYear: record.batchYear ?? paper.batchYear ?? 0,
})

/**
 * Takes a step with a request, whole or not at all. The contract is held, every rule is asked again in this transaction, the money is held,
 * posted, let go or reversed, the state moves. A step taken before by the same hand is its first success.
 * @param hand the action under which the step is taken: a return is for the hand that holds the request.
 */
export async function takeStep(context: Context, id: string, step: PaymentStep, hand: string, paper: StepPaper): Promise<Taken> {
  const seen = await findPayment(context.tx, id)
  // The county before the request: posters of a whole treasury file hold the county too, and must not wait for each other in a ring.
  if (seen) await holdCounty(context.tx, seen.request.countyCode)
  return takeHeldStep(context, id, step, hand, paper)
}

type Taken = Result<{ id: string; state: string }, NoReason>

/**
 * The same under the county's hold.
 * @param county what was read for earlier requests of the county in this transaction.
 */
export async function takeHeldStep(
  context: Context,
  id: string,
  step: PaymentStep,
  hand: string,
  paper: StepPaper,
  county?: CountyGround,
): Promise<Taken> {
  const record = await findPayment(context.tx, id, true)
  if (!record) return no('not-found', 'no-such-request', clause, '没有这笔拨付申请。', 'There is no such payment request.')
  if (step === 'pay' && record.state === 'paid' && record.voucher === paper.voucher) return accept({ id, state: record.state })
  const earlier = await stepsOf(context.tx, id)
  const ground = await groundOf(context, record.request, false, true, county)
  if (!ground.ok) return ground
  const stopped = refusalOf(context, record, { step, hand, paper, contractYear: ground.value.contract.year }, earlier)
  if (stopped) return stopped
  const forward = step !== 'return' && step !== 'bounce'
  const findings = forward ? checkPayment(record.request, ground.value, context.policy) : []
  if (!mayProceed(findings))
    return refuse({
      kind: 'rules',
      code: 'payment-rules-not-met',
      message: { zh: '有规则未满足，不能付款。', en: 'Rules are not met; it cannot be paid.' },
      findings,
    })
  const batch = batchFor(record, paper)
  // Only finance's step asks for the threshold: that of the year of the batch whose money is held. A year without one holds nothing.
  const above = step === 'finance-approve' && BigInt(record.request.amountFen) > leaderThreshold(context.policy, batch.batchYear)
  const movement = movementOf(context, record, step, { ...ground.value.path, batch }, paper)
  if (movement) {
    const done = await post(context, record, ground.value, movement, forward)
    if (!done.ok) return done
  }
  return finish(context, record, step, paper, batch, stateAfter(step, above))
}

/** Every posting of this slice goes through one of the two; money that goes forward passes the negative list in the posting itself. */
function post(context: Context, record: PaymentRecord, ground: PaymentGround, movement: Movement, forward: boolean) {
  const posting = { tx: context.tx, policy: context.policy, stamp: stampOf(context) }
  return forward ? postPaymentTransfers(posting, record.request, ground, movement) : postReversal(posting, movement)
}

async function finish(
  context: Context,
  record: PaymentRecord,
  step: PaymentStep,
  paper: StepPaper,
  batch: Batch,
  state: PaymentState,
): Promise<Result<{ id: string; state: string }>> {
  const { request } = record
  const chosen = step === 'finance-approve' ? { budgetYear: batch.budgetYear, batchYear: batch.batchYear } : {}
  const treasury = step === 'pay' && paper.voucher && paper.paidOn ? { voucher: paper.voucher, paidOn: paper.paidOn } : {}
  await setState(context.tx, request, { state, ...chosen, ...treasury })
  const note = { reason: paper.reason, document: paper.voucher ?? '', fromState: record.state }
  await insertStep(context.tx, request, step, note, stampOf(context))
  // The invoice of money that was not paid, or came back, can be asked for again.
  if (state === 'returned' || state === 'bounced') await releaseInvoice(context.tx, context.caller.realm, request)
  await context.audit({
    countyCode: request.countyCode,
    action: `payments.${step}`,
    recordKind: 'payment-request',
    recordId: request.id,
    before: { state: record.state },
    after: { state, ...chosen, ...treasury },
    ...(paper.reason ? { reason: paper.reason } : {}),
  })
  return accept({ id: request.id, state })
}
