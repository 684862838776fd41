import type { NoReason } from '@jincun/http'
import { accept, refuse, shanghaiDate } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import { bouncePayment, legId, postPayment, reservePayment, voidPayment } from '@jincun/ledger'
import type { Batch, Movement, MovementPaper, SpendingPath } from '@jincun/ledger'
import { postMovement, refuseByClause as no } from '@jincun/ledger/server'
import { mayProceed } from '@jincun/policy'
import { checkPayment, hasApproved, leaderThreshold, paymentCan, stateAfter } from '../index.ts'
import type { PaymentStep } from '../index.ts'
import { groundOf } from './ground.ts'
import type { Context } from './ground.ts'
import { findPayment, insertStep, releaseInvoice, setState, stepsOf } from './payment-store.ts'
import type { PaymentRecord } from './payment-store.ts'

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

/** Why a step may not be taken; null when it may. */
function refusalOf(
  context: Context,
  record: PaymentRecord,
  step: PaymentStep,
  paper: StepPaper,
  earlier: readonly { step: string; by: string | null }[],
) {
  if (!paymentCan(step, record.state))
    return no(
      'wrong-state',
      'payment-wrong-state',
      clause,
      '申请不在这一步，请刷新后查看。',
      'The request is not at this step; reload to see.',
    )
  if (hasApproved(step, context.caller.personId, earlier))
    return no(
      'forbidden',
      'approves-twice',
      clause,
      '同一人不能审批自己提交的或已审批过的申请。',
      'Nobody approves their own request, and nobody approves twice.',
    )
  if ((step === 'return' || step === 'bounce') && !paper.reason)
    return no('invalid', 'reason-missing', clause, '请写明原因。', 'Give the reason.', 'reason')
  if (step === 'finance-approve' && (!paper.budgetYear || !paper.batchYear))
    return no(
      'invalid',
      'batch-missing',
      clause,
      '请选择用哪一预算年度和批次的资金支付。',
      'Choose the budget year and batch that pays.',
      'budgetYear',
    )
  if (step !== 'pay') return null
  if (!paper.voucher || !paper.paidOn)
    return no(
      'invalid',
      'voucher-missing',
      clause,
      '请填写国库支付凭证号和支付日期。',
      'Give the treasury voucher number and the day of payment.',
      'voucher',
    )
  if (paper.paidOn > shanghaiDate(context.now))
    return no('invalid', 'date-in-future', clause, '支付日期不能晚于今天。', 'The day of payment cannot be later than today.', 'paidOn')
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
 */
export async function takeStep(
  context: Context,
  id: string,
  step: PaymentStep,
  paper: StepPaper,
): Promise<Result<{ id: string; state: string }, NoReason>> {
  const record = await findPayment(context.tx, id, true)
  if (!record) return no('not-found', 'no-such-request', clause, '没有这笔拨付申请。', 'There is no such payment request.')
  if (step === 'pay' && record.state === 'paid' && record.voucher === paper.voucher) return accept({ id, state: record.state })
  const earlier = await stepsOf(context.tx, id)
  const stopped = refusalOf(context, record, step, paper, earlier)
  if (stopped) return stopped
  const ground = await groundOf(context, record.request, false, true)
  if (!ground.ok) return ground
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
  const movement = movementOf(context, record, step, { ...ground.value.path, batch }, paper)
  if (movement) {
    const done = await postMovement(context.tx, stampOf(context), movement)
    if (!done.ok) return done
  }
  return finish(context, record, step, paper, batch, ground.value.contract.year)
}

async function finish(
  context: Context,
  record: PaymentRecord,
  step: PaymentStep,
  paper: StepPaper,
  batch: Batch,
  contractYear: number,
): Promise<Result<{ id: string; state: string }>> {
  const { request } = record
  const state = stateAfter(step, BigInt(request.amountFen) > leaderThreshold(context.policy, contractYear))
  const chosen = step === 'finance-approve' ? { budgetYear: batch.budgetYear, batchYear: batch.batchYear } : {}
  const treasury = step === 'pay' && paper.voucher && paper.paidOn ? { voucher: paper.voucher, paidOn: paper.paidOn } : {}
  await setState(context.tx, request, { state, ...chosen, ...treasury })
  await insertStep(context.tx, request, step, { reason: paper.reason, document: paper.voucher ?? '' }, stampOf(context))
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
