import { basisPointsText, formatYuan } from '@jincun/kernel'
import { advanceCapFen, fenOf, milestoneAmounts } from '@jincun/projects'
import type { Contract } from '@jincun/projects'
import type { Fen } from '@jincun/kernel'
import type { SpentBefore } from './payment-ground.ts'
import type { PaymentRequest } from './payment-request.ts'
import type { ArithmeticStep } from './support-arithmetic.ts'

const less = (most: Fen, before: Fen): ArithmeticStep => ({
  what: { zh: '减去此前已付和预留', en: 'Less what was paid and held before' },
  formula: `${formatYuan(most)} − ${formatYuan(before)}`,
  result: most > before ? most - before : 0n,
})

/** 购买服务 (3.0): price × the share of the milestone (or of the advance) less what it had before; the last line is the most that may be paid now. */
export function serviceSteps(
  { kind, milestoneId }: Pick<PaymentRequest, 'kind' | 'milestoneId'>,
  contract: Pick<Contract, 'amountFen' | 'milestones' | 'advanceBasisPoints'>,
  spent: Pick<SpentBefore, 'advance' | 'milestone'>,
): ArithmeticStep[] {
  const price = formatYuan(fenOf(contract.amountFen))
  if (kind === 'advance') {
    const most = advanceCapFen(contract)
    const what = { zh: '预付款 = 合同价 × 预付比例', en: 'Advance = price × advance' }
    return [{ what, formula: `${price} × ${basisPointsText(contract.advanceBasisPoints)}%`, result: most }, less(most, spent.advance)]
  }
  const milestone = contract.milestones.find(({ id }) => id === milestoneId)
  if (!milestone) return []
  const most = milestoneAmounts(contract).get(milestone.id) ?? 0n
  const what = { zh: `“${milestone.name}”= 合同价 × 节点比例`, en: `“${milestone.name}” = price × share of the milestone` }
  return [{ what, formula: `${price} × ${basisPointsText(milestone.shareBasisPoints)}%`, result: most }, less(most, spent.milestone)]
}
