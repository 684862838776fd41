import { formatYuan } from '@jincun/kernel'
import type { Finding } from '@jincun/policy'
import { clausesOf, contractStateLabels, fenOf, judge } from '@jincun/projects'
import { limit } from './check-limits.ts'
import { mayBePaid, payeeStatuses } from './payee-check.ts'
import type { PaymentGround } from './payment-ground.ts'
import type { PaymentRequest } from './payment-request.ts'

/** A payee that the public register of firms shows as closed is paid nothing (row 20); while nobody looked, a signal says so. */
function payeeStands({ contract, payeeCheck }: PaymentGround): Finding[] {
  if (!payeeCheck) return []
  const ok = mayBePaid(payeeCheck.status)
  const status = payeeStatuses[payeeCheck.status]
  return [
    judge({
      code: 'payee-in-operation',
      clause: clausesOf(contract.year).supervision,
      ok,
      measured: `${status.zh} ${payeeCheck.checkedOn}`,
      required: payeeStatuses.operating.zh,
      zh: ok ? '收款方在营。' : `收款方已${status.zh}（${payeeCheck.checkedOn}查询），不能付款；如已恢复经营，请先重新核查登记。`,
      en: ok
        ? 'The payee is in operation.'
        : `The payee is ${status.en} (looked up on ${payeeCheck.checkedOn}); enter a new check if it trades again.`,
      where: 'payee',
    }),
  ]
}

/** Who is paid (domain row 36): payee, account holder and contract party are one; so is the seller on the invoice, or the bank on an interest receipt. */
export function partyFindings({ payee, invoice, basis }: PaymentRequest, ground: PaymentGround): Finding[] {
  const { contract } = ground
  const { register: clause } = clausesOf(contract.year)
  const { name, creditCode } = contract.party
  const lender = basis?.mode === 'loan-interest-subsidy' ? basis.lender.creditCode : null
  const seller = lender ?? creditCode
  return [
    ...payeeStands(ground),
    judge({
      code: 'contract-signed',
      clause,
      ok: contract.state === 'signed' || contract.state === 'completed',
      measured: contractStateLabels[contract.state].zh,
      required: contractStateLabels.signed.zh,
      zh: '只有已签订的合同才能付款。',
      en: 'Only a signed contract is paid on.',
      where: 'contractId',
    }),
    judge({
      code: 'payee-is-party',
      clause,
      ok: payee.creditCode === creditCode && payee.name === name,
      measured: `${payee.name} ${payee.creditCode}`,
      required: `${name} ${creditCode}`,
      zh: '收款方必须是合同当事人。',
      en: 'The payee must be the party of the contract.',
      where: 'payee',
    }),
    judge({
      code: 'invoice-from-party',
      clause,
      ok: invoice.sellerCreditCode === seller,
      measured: invoice.sellerCreditCode,
      required: seller,
      zh: lender === null ? '发票销售方必须是合同当事人。' : '付息凭证须由放款银行开具。',
      en: lender === null ? 'The seller on the invoice must be the party of the contract.' : 'The receipt of interest is from the lender.',
      where: 'invoice.sellerCreditCode',
    }),
  ]
}

/** The invoice: within its dates, over the amount, once in the whole country, and with the others not above the contract. */
function invoiceFindings({ invoice, amountFen, basis }: PaymentRequest, { contract, invoiceUsed, spent, today }: PaymentGround): Finding[] {
  const { register: clause } = clausesOf(contract.year)
  const [billed, asked] = [fenOf(invoice.amountFen), fenOf(amountFen)]
  const from = contract.signedOn ?? contract.start
  const words = { zh: '合同累计开票', en: 'Invoiced on the contract' }
  return [
    judge({
      code: 'invoice-covers-amount',
      clause,
      ok: billed >= asked,
      measured: formatYuan(billed),
      required: `≥ ${formatYuan(asked)}`,
      zh: '发票金额不能小于申请金额。',
      en: 'The invoice may not be below the amount asked.',
      where: 'invoice.amountFen',
    }),
    judge({
      code: 'invoice-not-used',
      clause,
      ok: !invoiceUsed,
      measured: invoiceUsed ? `${invoice.number} 已用过` : `${invoice.number} 未用过`,
      required: '未用过',
      zh: '每张发票全国只能用一次。',
      en: 'An invoice is used once in the whole country.',
      where: 'invoice.number',
    }),
    judge({
      code: 'invoice-in-time',
      clause,
      ok: invoice.issuedOn >= from && invoice.issuedOn <= today,
      measured: invoice.issuedOn,
      required: `${from} – ${today}`,
      zh: '发票日期应在合同签订之后、今天之前。',
      en: 'The invoice is dated after the contract was signed and not after today.',
      where: 'invoice.issuedOn',
    }),
    // Interest is billed by the bank, not under the contract.
    ...(basis?.mode === 'loan-interest-subsidy'
      ? []
      : [limit('invoiced-within-contract', clause, [spent.invoiced, billed, fenOf(contract.amountFen)], words, 'invoice.amountFen')]),
  ]
}

/** The delivery: recorded, within its dates, worth the amount, and with the others not above what the contract line ordered. */
function deliveryFindings(request: PaymentRequest, { contract, spent, today }: PaymentGround): Finding[] {
  const { register: clause } = clausesOf(contract.year)
  const { delivery, kind, milestoneId, amountFen } = request
  if (kind === 'advance') return []
  const line = contract.lines.find(each => each.id === request.contractLineId)
  const worth = delivery ? fenOf(delivery.valueFen) : 0n
  const day = delivery?.deliveredOn ?? ''
  const words = { zh: '合同明细累计交付', en: 'Delivered on the contract line' }
  return [
    judge({
      code: 'delivery-recorded',
      clause,
      ok: delivery !== null && day >= contract.start && day <= today,
      measured: delivery ? day : null,
      required: `${contract.start} – ${today}`,
      zh: '按节点付款须写明合同期内的交付日期和内容。',
      en: 'A payment on a milestone says what was delivered, on a day of the contract not after today.',
      where: 'delivery',
    }),
    judge({
      code: 'delivery-covers-amount',
      clause,
      ok: worth >= fenOf(amountFen),
      measured: formatYuan(worth),
      required: `≥ ${formatYuan(fenOf(amountFen))}`,
      zh: '交付内容的价值不能小于申请金额。',
      en: 'What was delivered is worth at least the amount asked.',
      where: 'delivery.valueFen',
    }),
    limit('delivered-within-line', clause, [spent.delivered, worth, line ? fenOf(line.amountFen) : 0n], words, 'delivery.valueFen'),
    judge({
      code: 'milestone-of-contract',
      clause,
      ok: contract.milestones.some(({ id }) => id === milestoneId),
      measured: contract.milestones.find(({ id }) => id === milestoneId)?.name ?? null,
      required: contract.milestones.map(({ name }) => name).join('、'),
      zh: '付款节点须是合同所列节点。',
      en: 'The milestone must be one of the contract.',
      where: 'milestoneId',
    }),
  ]
}

/** 三方核对 (6.2, domain row 36): contract, delivery and invoice say the same, each by itself and in sum. */
export const matchFindings = (request: PaymentRequest, ground: PaymentGround): Finding[] => [
  ...invoiceFindings(request, ground),
  ...deliveryFindings(request, ground),
]
