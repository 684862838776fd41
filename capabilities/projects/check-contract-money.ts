import { formatYuan } from '@jincun/kernel'
import { countOf } from '@jincun/policy'
import type { Finding } from '@jincun/policy'
import { fenOf, sumFen } from './amounts.ts'
import { planLineOf } from './approved-plan.ts'
import { clausesOf } from './clauses.ts'
import type { ContractGround } from './contract-ground.ts'
import type { Contract, ContractLine } from './contract.ts'
import { judge } from './judge.ts'
import { numberIn } from './provincial-number.ts'

const rowOf = ({ id, name }: ContractLine) => ({ kind: 'contract-line', key: id, label: name })

/** Every line on a line of the approved plan, within its central money (6.2). */
export function checkPlanDiscipline(contract: Contract, { plan, project, committed }: ContractGround): Finding[] {
  const clause = clausesOf(contract.year).register
  const strange = contract.lines.filter(
    line => !plan || !planLineOf(plan, line.planLineId) || !project.planLineIds.includes(line.planLineId),
  )
  const bound = Map.groupBy(contract.lines, line => line.planLineId)
  const over = [...bound].flatMap(([lineId, lines]) => {
    const planned = plan && planLineOf(plan, lineId)
    if (!planned) return []
    const wanted = sumFen(lines, line => line.centralFen) + (committed.get(lineId) ?? 0n)
    const limit = fenOf(planned.money.centralFen)
    return wanted > limit ? [{ planned, wanted, limit }] : []
  })
  return [
    judge({
      code: 'lines-on-approved-plan',
      clause,
      ok: strange.length === 0,
      measured: strange.length,
      required: 0,
      zh:
        strange.length === 0
          ? '每一行都对应已批准方案的预算行。'
          : `${strange.length}行不在本项目已批准的方案中；请改行，或先报批方案变更。`,
      en:
        strange.length === 0
          ? 'Every line is on the approved plan.'
          : `${strange.length} lines are not on the approved plan of this project; change them, or have the plan changed first.`,
      where: 'lines',
      rows: strange.map(rowOf),
    }),
    judge({
      code: 'within-plan-line',
      clause,
      ok: over.length === 0,
      measured: over.map(({ wanted }) => formatYuan(wanted)).join('、') || '—',
      required: over.map(({ limit }) => `≤ ${formatYuan(limit)}`).join('、') || '—',
      zh:
        over.length === 0
          ? '各预算行的中央资金够用。'
          : `超出预算行：${over.map(({ planned, wanted, limit }) => `“${planned.name}”需${formatYuan(wanted)}元、可用${formatYuan(limit)}元`).join('；')}。`,
      en: over.length === 0 ? 'The plan lines suffice.' : `${over.length} plan lines would be overdrawn by contracts.`,
      where: 'lines',
      rows: over.map(({ planned }) => ({ kind: 'plan-line', key: planned.id, label: planned.name })),
    }),
  ]
}

/** Lines sum to the price, milestones to the whole, the advance within its cap. */
export function checkContractSums(contract: Contract, { pack }: ContractGround): Finding[] {
  const clause = clausesOf(contract.year).register
  const price = fenOf(contract.amountFen)
  const lines = sumFen(contract.lines, line => line.amountFen)
  const excess = contract.lines.filter(line => fenOf(line.centralFen) > fenOf(line.amountFen))
  const shares = contract.milestones.reduce((sum, { shareBasisPoints }) => sum + shareBasisPoints, 0)
  const cap = numberIn(pack, 'advance-percent-maximum', contract)
  return [
    judge({
      code: 'lines-sum-to-price',
      clause,
      ok: lines === price && excess.length === 0,
      measured: formatYuan(lines),
      required: formatYuan(price),
      zh: `各行合计${formatYuan(lines)}元，合同价${formatYuan(price)}元；两者须相等，且每行中央资金不超过该行金额。`,
      en: `Lines sum to ${formatYuan(lines)}, the price is ${formatYuan(price)}; they must be equal, and central money never above its line.`,
      where: 'lines',
      rows: excess.map(rowOf),
    }),
    judge({
      code: 'milestones-sum-to-whole',
      clause,
      ok: shares === 10_000,
      measured: `${shares / 100}%`,
      required: '100%',
      zh: `付款节点合计${shares / 100}%，须为100%。`,
      en: `Milestones sum to ${shares / 100}%; they must be 100%.`,
      where: 'milestones',
    }),
    judge({
      code: 'advance-within-cap',
      clause: cap.clause,
      force: cap.force,
      ok: contract.advanceBasisPoints <= countOf(cap) * 100,
      measured: `${contract.advanceBasisPoints / 100}%`,
      required: `≤ ${countOf(cap)}%`,
      zh: `预付款比例${contract.advanceBasisPoints / 100}%，上限${countOf(cap)}%。`,
      en: `The advance is ${contract.advanceBasisPoints / 100}%; the cap is ${countOf(cap)}%.`,
      where: 'advanceBasisPoints',
    }),
  ]
}
