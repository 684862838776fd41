import { shanghaiDate } from '@jincun/kernel'
import { refuseByClause as no } from '@jincun/ledger/server'
import { hasApproved, holderOf, paymentCan } from '../index.ts'
import type { PaymentStep } from '../index.ts'
import type { Context } from './ground.ts'
import type { PaymentRecord } from './payment-store.ts'
import type { StepPaper } from './steps.ts'

const clause = 'notice-2020/6.2'

type Wanted = { step: PaymentStep; hand: string; paper: StepPaper; contractYear: number }

type Taken = { step: string; by: string | null; at: string }

/** The day of the last approval; a request that needs the leader is approved by the leader. */
const approvedOn = (earlier: readonly Taken[]): string =>
  earlier
    .filter(({ step }) => step === 'finance-approve' || step === 'leader-approve')
    .map(({ at }) => shanghaiDate(new Date(at)))
    .toSorted()
    .at(-1) ?? ''

/** What a step has to bring along and did not. */
function paperRefusal(context: Pick<Context, 'now'>, { step, paper, contractYear }: Wanted, approvedOn: string) {
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
  if (step === 'finance-approve' && paper.batchYear !== contractYear)
    return no(
      'invalid',
      'batch-of-another-year',
      clause,
      `合同属于${contractYear}年批次，只能用这一批次的资金支付；预算年度可以不同。`,
      `The contract is of the batch of ${contractYear} and paid from its money; the budget year may differ.`,
      'batchYear',
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
  if (paper.paidOn < approvedOn)
    return no(
      'invalid',
      'paid-before-approval',
      clause,
      `支付日期不能早于批准日${approvedOn}：没有批准的款不能支付。`,
      `The day of payment cannot be before ${approvedOn}, when it was approved: nothing is paid without approval.`,
      'paidOn',
    )
  if (paper.paidOn > shanghaiDate(context.now))
    return no('invalid', 'date-in-future', clause, '支付日期不能晚于今天。', 'The day of payment cannot be later than today.', 'paidOn')
  return null
}

/** Why a step may not be taken; null when it may. */
export function refusalOf(context: Pick<Context, 'now' | 'caller'>, record: PaymentRecord, wanted: Wanted, earlier: readonly Taken[]) {
  const { step, hand } = wanted
  if (!paymentCan(step, record.state))
    return no(
      'wrong-state',
      'payment-wrong-state',
      clause,
      '申请不在这一步，请刷新后查看。',
      'The request is not at this step; reload to see.',
    )
  if (hand !== holderOf[record.state])
    return no(
      'forbidden',
      'not-on-your-desk',
      clause,
      '申请现在由另一方办理，只有正在办理的一方可以退回。',
      'The request lies with another hand; only the hand that has it may return it.',
    )
  if (hasApproved(step, context.caller.personId, earlier))
    return no(
      'forbidden',
      'approves-twice',
      clause,
      '同一人不能审批自己提交的或已审批过的申请。',
      'Nobody approves their own request, and nobody approves twice.',
    )
  return paperRefusal(context, wanted, approvedOn(earlier))
}
