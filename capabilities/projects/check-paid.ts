import { formatWanYuan } from '@jincun/kernel'
import type { Fen } from '@jincun/kernel'
import type { Finding } from '@jincun/policy'
import { fenOf } from './amounts.ts'
import { clausesOf } from './clauses.ts'
import { advanceCapFen, milestoneAmounts } from './contract.ts'
import type { Contract } from './contract.ts'
import { judge } from './judge.ts'

/** What of a contract was paid or is held for payment, in 分: all of it, as advance, by milestone and by contract line. */
export type PaidOnContract = {
  totalFen: Fen
  advanceFen: Fen
  milestones: ReadonlyMap<string, Fen>
  lines: ReadonlyMap<string, Fen>
}

type Part = { code: string; what: { zh: string; en: string }; label: string; key: string; paid: Fen; left: Fen }

function kept({ code, what, label, key, paid, left }: Part, clause: string): Finding[] {
  if (left >= paid) return []
  return [
    judge({
      code,
      clause,
      ok: false,
      measured: formatWanYuan(left),
      required: `≥ ${formatWanYuan(paid)}`,
      zh: `${what.zh}已拨付或预留${formatWanYuan(paid)}万元，变更后只有${formatWanYuan(left)}万元；请不低于已拨付和预留的金额。`,
      en: `${formatWanYuan(paid)} 万元 are paid or held on ${what.en}; the change leaves ${formatWanYuan(left)}. Leave at least what is paid and held.`,
      rows: [{ kind: 'contract-part', key, label }],
    }),
  ]
}

/** A changed contract against what was paid or is held on it (6.2): no price, advance, milestone or line falls below it or disappears. */
export function checkPaidKept(after: Contract, { totalFen, advanceFen, milestones, lines }: PaidOnContract): Finding[] {
  const clause = clausesOf(after.year).register
  const amounts = milestoneAmounts(after)
  const parts: Part[] = [
    {
      code: 'paid-within-price',
      what: { zh: '合同', en: 'the contract' },
      label: after.number,
      key: after.id,
      paid: totalFen,
      left: fenOf(after.amountFen),
    },
    {
      code: 'paid-advance-kept',
      what: { zh: '预付款', en: 'the advance' },
      label: after.number,
      key: 'advance',
      paid: advanceFen,
      left: advanceCapFen(after),
    },
    ...[...milestones].map(([id, paid]) => {
      const label = after.milestones.find(each => each.id === id)?.name ?? id
      const what = { zh: `付款节点“${label}”`, en: `milestone ${label}` }
      return { code: 'paid-milestone-kept', what, label, key: id, paid, left: amounts.get(id) ?? 0n }
    }),
    ...[...lines].map(([id, paid]) => {
      const line = after.lines.find(each => each.id === id)
      const label = line?.name ?? id
      const what = { zh: `合同明细“${label}”`, en: `contract line ${label}` }
      return { code: 'paid-line-kept', what, label, key: id, paid, left: line ? fenOf(line.amountFen) : 0n }
    }),
  ]
  return parts.flatMap(part => kept(part, clause))
}
