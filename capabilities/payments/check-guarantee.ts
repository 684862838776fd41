import { formatYuan } from '@jincun/kernel'
import { countOf } from '@jincun/policy'
import type { Finding, PolicyPack } from '@jincun/policy'
import { clausesOf, fenOf, judge, numberIn } from '@jincun/projects'
import type { PaymentGround } from './payment-ground.ts'
import type { PaymentRequest } from './payment-request.ts'

/** The last of the price before acceptance: only what a guarantee in force covers (row 15). */
function lastShareFinding(request: PaymentRequest, { contract, accepted, spent, today }: PaymentGround, pack: PolicyPack): Finding {
  const most = numberIn(pack, 'paid-before-acceptance-percent-maximum', contract)
  const { guarantee } = contract
  const [price, paid] = [fenOf(contract.amountFen), spent.contract + fenOf(request.amountFen)]
  const free = (price * BigInt(countOf(most))) / 100n
  const bare = paid > free ? paid - free : 0n
  const covered = guarantee !== null && guarantee.expiresOn >= today ? fenOf(guarantee.amountFen) : 0n
  const ok = accepted || bare <= covered
  return judge({
    code: 'last-share-guaranteed',
    clause: most.clause,
    force: most.force,
    ok,
    measured: formatYuan(bare),
    required: accepted ? '' : `≤ ${formatYuan(covered)}`,
    zh: ok
      ? '验收前支付的金额在比例内，或有有效担保。'
      : `项目未验收，付到合同价${countOf(most)}%以上的${formatYuan(bare)}元须有有效担保，现有${formatYuan(covered)}元；请先登记保函，或验收后再申请。`,
    en: ok
      ? 'What is paid before acceptance is within its share or guaranteed.'
      : `Not accepted yet: ${formatYuan(bare)} yuan above ${countOf(most)}% of the price need a guarantee in force, there is one of ${formatYuan(covered)}. Enter the guarantee, or ask after acceptance.`,
    where: 'amountFen',
  })
}

/** An advance against a guarantee that has ended is an advance against nothing; without any, the contract was signed with a reason. */
function advanceFinding({ contract, today }: PaymentGround): Finding[] {
  const { guarantee } = contract
  if (!guarantee) return []
  const ok = guarantee.expiresOn >= today
  return [
    judge({
      code: 'advance-guarantee-in-force',
      clause: clausesOf(contract.year).register,
      ok,
      measured: guarantee.expiresOn,
      required: `≥ ${today}`,
      zh: ok ? '预付款的担保有效。' : `担保已于${guarantee.expiresOn}到期，不能支付预付款；请先办理担保变更。`,
      en: ok
        ? 'The guarantee of the advance is in force.'
        : `The guarantee ended on ${guarantee.expiresOn}; have it renewed before an advance.`,
      where: 'kind',
    }),
  ]
}

/** What guarantees stand for (6.2, safe funds; row 15): the advance while it is not worked off, and the last share before acceptance. */
export const guaranteeFindings = (request: PaymentRequest, ground: PaymentGround, pack: PolicyPack): Finding[] => [
  lastShareFinding(request, ground, pack),
  ...(request.kind === 'advance' ? advanceFinding(ground) : []),
]
