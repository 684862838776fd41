import { formatYuan } from '@jincun/kernel'
import type { Fen } from '@jincun/kernel'
import type { Finding, PolicyPack } from '@jincun/policy'
import { advanceCapFen, contractStateLabels, fenOf, gateFinding, judgeAtGate, milestoneAmounts } from '@jincun/projects'
import type { Contract, GateRuling, PlanLine, Project } from '@jincun/projects'
import type { PaymentRequest } from './payment-request.ts'
import { amountOfBasis } from './support-basis.ts'

/** What a request is judged against, read in the transaction that posts. Sums leave the request itself out. */
export type PaymentGround = {
  contract: Contract
  project: Project
  planLine: PlanLine | null
  rulings: readonly GateRuling[]
  /** Paid or held on the contract, on its line, as advance, on the milestone. */
  spent: { contract: Fen; contractLine: Fen; planLine: Fen; advance: Fen; milestone: Fen }
  /** Another request has this invoice, in this county or any other. */
  invoiceUsed: boolean
}

type Judged = { code: string; clause: string; met: boolean; measured: string; required: string; zh: string; en: string; where: string }

const findingOf = ({ code, clause, met, measured, required, zh, en, where }: Judged): Finding => ({
  code,
  clause,
  status: met ? 'met' : 'unmet',
  force: 'must',
  measured,
  required,
  message: { zh, en },
  where,
  rows: [],
})

/** A limit: what was spent before and this request together may not pass it. */
const limit = (code: string, clause: string, before: Fen, amount: Fen, most: Fen, words: { zh: string; en: string }): Finding =>
  findingOf({
    code,
    clause,
    met: before + amount <= most,
    measured: formatYuan(before + amount),
    required: `≤ ${formatYuan(most)}`,
    zh: `${words.zh}：已拨付和预留 ${formatYuan(before)} 元，本次 ${formatYuan(amount)} 元，上限 ${formatYuan(most)} 元。`,
    en: `${words.en}: ${formatYuan(before)} yuan before, ${formatYuan(amount)} now, at most ${formatYuan(most)}.`,
    where: 'amountFen',
  })

function limitFindings(request: PaymentRequest, { contract, planLine, spent }: PaymentGround): Finding[] {
  const amount = fenOf(request.amountFen)
  const line = contract.lines.find(each => each.id === request.contractLineId)
  const money = planLine?.money
  const bySource = { central: money?.centralFen, local: money?.localFen, enterprise: money?.enterpriseFen }[request.source]
  const milestone = request.milestoneId === null ? 0n : (milestoneAmounts(contract).get(request.milestoneId) ?? 0n)
  return [
    limit('payment-within-contract', 'notice-2020/6.2', spent.contract, amount, fenOf(contract.amountFen), {
      zh: '合同金额',
      en: 'Contract',
    }),
    limit('payment-within-contract-line', 'notice-2020/6.2', spent.contractLine, amount, line ? fenOf(line.amountFen) : 0n, {
      zh: '合同明细',
      en: 'Contract line',
    }),
    limit('payment-within-plan-line', 'notice-2020/6.2', spent.planLine, amount, fenOf(bySource ?? '0'), {
      zh: '批准方案中本明细的该来源资金',
      en: "The approved plan line's money of this source",
    }),
    request.kind === 'advance'
      ? limit('advance-within-cap', 'notice-2020/6.2', spent.advance, amount, advanceCapFen(contract), { zh: '预付款', en: 'Advance' })
      : limit('payment-within-milestone', 'notice-2020/6.2', spent.milestone, amount, milestone, { zh: '付款节点', en: 'Milestone' }),
    ...(request.basis
      ? [
          limit('payment-within-basis', 'notice-2020/3.0', 0n, amount, amountOfBasis(request.basis), {
            zh: '按支持方式计算的金额',
            en: 'Amount by support mode',
          }),
        ]
      : []),
  ]
}

const matched = (
  code: string,
  where: string,
  met: boolean,
  [measured, required]: readonly [string, string],
  zh: string,
  en: string,
): Finding => findingOf({ code, clause: 'notice-2020/6.2', met, measured, required, zh, en, where })

/** The payee and the seller on the invoice are the contract's party (domain row 36). */
function partyFindings({ payee, invoice }: PaymentRequest, { contract }: PaymentGround): Finding[] {
  const { name, creditCode } = contract.party
  const same = payee.creditCode === creditCode && payee.name === name
  const signed = contract.state === 'signed' || contract.state === 'completed'
  const states = [contractStateLabels[contract.state].zh, contractStateLabels.signed.zh] as const
  const people = [`${payee.name} ${payee.creditCode}`, `${name} ${creditCode}`] as const
  const sellers = [invoice.sellerCreditCode, creditCode] as const
  return [
    matched('contract-signed', 'contractId', signed, states, '只有已签订的合同才能付款。', 'Only a signed contract is paid on.'),
    matched('payee-is-party', 'payee', same, people, '收款方必须是合同当事人。', 'The payee must be the party of the contract.'),
    matched(
      'invoice-from-party',
      'invoice.sellerCreditCode',
      invoice.sellerCreditCode === creditCode,
      sellers,
      '发票销售方必须是合同当事人。',
      'The seller on the invoice must be the party of the contract.',
    ),
  ]
}

/** 三方核对: contract, delivery and invoice say the same. */
function matchFindings(request: PaymentRequest, { contract, invoiceUsed }: PaymentGround): Finding[] {
  const { invoice, delivery } = request
  const advance = request.kind === 'advance'
  const covers = fenOf(invoice.amountFen) >= fenOf(request.amountFen)
  const amounts = [formatYuan(fenOf(invoice.amountFen)), `≥ ${formatYuan(fenOf(request.amountFen))}`] as const
  const known = advance || contract.milestones.some(({ id }) => id === request.milestoneId)
  const once = '每张发票全国只能用一次。'
  const delivered = '按节点付款须写明交付日期和内容。'
  const saysDelivered = 'A payment on a milestone says what was delivered and when.'
  return [
    matched(
      'invoice-covers-amount',
      'invoice.amountFen',
      covers,
      amounts,
      '发票金额不能小于申请金额。',
      'The invoice may not be below the amount asked.',
    ),
    matched(
      'invoice-not-used',
      'invoice.number',
      !invoiceUsed,
      [invoice.number, '1'],
      once,
      'An invoice is used once in the whole country.',
    ),
    matched('delivery-recorded', 'delivery', advance || delivery !== null, [delivery?.deliveredOn ?? '', ''], delivered, saysDelivered),
    matched(
      'milestone-of-contract',
      'milestoneId',
      known,
      [request.milestoneId ?? '', ''],
      '付款节点须是合同所列节点。',
      'The milestone must be one of the contract.',
    ),
  ]
}

/** The negative list at the door (3.6): the contract line and the words on the invoice, each by itself. */
function gateFindings(request: PaymentRequest, { contract, project, rulings }: PaymentGround, pack: PolicyPack): Finding[] {
  const line = contract.lines.find(each => each.id === request.contractLineId)
  const centralFen = request.source === 'central' ? fenOf(request.amountFen) : 0n
  const names = [...new Set([line?.name ?? '', request.invoice.itemName])]
  return names.map(name => {
    const spending = { lineId: request.contractLineId, name, category: line?.category ?? '', under: project.name, centralFen }
    const where = name === line?.name ? 'contractLineId' : 'invoice.itemName'
    return gateFinding(spending, judgeAtGate(spending, rulings, pack, contract.year), pack, contract.year, where)
  })
}

/** Every rule on a payment: limits, three-way match, negative list. Asked at the request, and again in the transaction that holds and pays. */
export const checkPayment = (request: PaymentRequest, ground: PaymentGround, pack: PolicyPack): Finding[] => [
  ...limitFindings(request, ground),
  ...partyFindings(request, ground),
  ...matchFindings(request, ground),
  ...gateFindings(request, ground, pack),
]
