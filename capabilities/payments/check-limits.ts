import { formatYuan } from '@jincun/kernel'
import type { Fen } from '@jincun/kernel'
import type { Finding } from '@jincun/policy'
import { advanceCapFen, clausesOf, fenOf, judge, milestoneAmounts } from '@jincun/projects'
import type { PaymentGround } from './payment-ground.ts'
import type { PaymentRequest } from './payment-request.ts'

/** A limit: what was spent before and this request together may not pass it. */
export const limit = (
  code: string,
  clause: string,
  [before, amount, most]: readonly [Fen, Fen, Fen],
  words: { zh: string; en: string },
  where = 'amountFen',
): Finding =>
  judge({
    code,
    clause,
    ok: before + amount <= most,
    measured: formatYuan(before + amount),
    required: `≤ ${formatYuan(most)}`,
    zh: `${words.zh}：此前 ${formatYuan(before)} 元，本次 ${formatYuan(amount)} 元，上限 ${formatYuan(most)} 元。`,
    en: `${words.en}: ${formatYuan(before)} yuan before, ${formatYuan(amount)} now, at most ${formatYuan(most)}.`,
    where,
  })

/** The limits of contract, contract line, plan line and advance or milestone (6.2), each over everything paid or held. */
export function limitFindings(request: PaymentRequest, { contract, planLine, spent }: PaymentGround): Finding[] {
  const { register } = clausesOf(contract.year)
  const amount = fenOf(request.amountFen)
  const line = contract.lines.find(each => each.id === request.contractLineId)
  const money = planLine?.money
  const bySource = { central: money?.centralFen, local: money?.localFen, enterprise: money?.enterpriseFen }[request.source]
  const milestone = request.milestoneId === null ? 0n : (milestoneAmounts(contract).get(request.milestoneId) ?? 0n)
  const lineWords = { zh: '批准方案中本明细的该来源资金', en: "The approved plan line's money of this source" }
  return [
    limit('payment-within-contract', register, [spent.contract, amount, fenOf(contract.amountFen)], { zh: '合同金额', en: 'Contract' }),
    limit('payment-within-contract-line', register, [spent.contractLine, amount, line ? fenOf(line.amountFen) : 0n], {
      zh: '合同明细',
      en: 'Contract line',
    }),
    limit('payment-within-plan-line', register, [spent.planLine, amount, fenOf(bySource ?? '0')], lineWords),
    request.kind === 'advance'
      ? limit('advance-within-cap', register, [spent.advance, amount, advanceCapFen(contract)], { zh: '预付款', en: 'Advance' })
      : limit('payment-within-milestone', register, [spent.milestone, amount, milestone], { zh: '付款节点', en: 'Milestone' }),
  ]
}
