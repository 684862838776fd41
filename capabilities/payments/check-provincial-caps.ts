import { formatWanYuan } from '@jincun/kernel'
import type { Fen } from '@jincun/kernel'
import { standardFor } from '@jincun/policy'
import type { Finding, PolicyPack } from '@jincun/policy'
import { checkSite, clausesOf, fenOf, judge, provinceOf, sumFen } from '@jincun/projects'
import type { NodeKind } from '@jincun/projects'
import { limit } from './check-limits.ts'
import type { PaymentGround } from './payment-ground.ts'
import type { PaymentRequest } from './payment-request.ts'

/** Which kinds of site a plan line's facility builds. */
const nodesOf: Readonly<Record<string, readonly NodeKind[]>> = {
  'service-centre': ['county-service-centre'],
  'distribution-centre': ['distribution-centre'],
  'service-station': ['township-station', 'village-station'],
}

/** The sites of the project as they stand now, against caps, share of investment, one station per village and one firm per route (rows 17, 18). */
function siteFindings({ project, sites }: PaymentGround, pack: PolicyPack): Finding[] {
  const own = sites.filter(({ site }) => site.projectId === project.id)
  return own.flatMap(placed =>
    checkSite(
      placed,
      sites.filter(({ site }) => site.id !== placed.site.id),
      project.year,
      pack,
    ),
  )
}

/** What is paid for a facility is at most what its sites on the register get, which the caps above hold down. */
function facilityFinding(request: PaymentRequest, { contract, project, planLine, sites, spent }: PaymentGround): Finding[] {
  const nodes = nodesOf[planLine?.facility ?? '']
  if (!nodes) return []
  const { register: clause } = clausesOf(contract.year)
  const own = sites.filter(({ site }) => site.projectId === project.id && nodes.includes(site.kind))
  const words = { zh: '本项目站点登记的中央资金', en: 'Central money of the sites on the register' }
  if (own.length > 0)
    return [
      limit(
        'payment-within-site-support',
        clause,
        [spent.facilityOfProject, fenOf(request.amountFen), sumFen(own, ({ site }) => site.centralFen)],
        words,
      ),
    ]
  return [
    judge({
      code: 'payment-within-site-support',
      clause,
      ok: null,
      zh: '项目还没有登记站点，无法核对每个站点的支持上限；请项目办先登记站点。',
      en: 'The project has no site on the register, so caps per site cannot be checked; enter its sites first.',
      where: 'contractId',
    }),
  ]
}

/** The province's greatest share of the plan's central money for one kind of facility (row 18), reckoned anew with this payment. */
function shareFindings(request: PaymentRequest, { contract, planLine, planLines, spent }: PaymentGround, pack: PolicyPack): Finding[] {
  const standard = standardFor(pack, provinceOf(contract.countyCode), contract.year)
  const whole: Fen = sumFen(planLines, line => line.money.centralFen)
  const paid = spent.facilityOfPlan + fenOf(request.amountFen)
  return (standard?.facilityShares ?? [])
    .filter(({ facility }) => facility === planLine?.facility)
    .map(({ id, maximumPercent }) =>
      judge({
        code: id,
        clause: standard?.clause ?? clausesOf(contract.year).register,
        ok: paid * 100n <= whole * BigInt(maximumPercent),
        measured: `${formatWanYuan(paid)} / ${formatWanYuan(whole)}`,
        required: `≤ ${maximumPercent}%`,
        zh: `此类设施已付和本次中央资金${formatWanYuan(paid)}万元，全部${formatWanYuan(whole)}万元，上限${maximumPercent}%（${standard?.title.zh}）。`,
        en: `Central money for such facilities with this payment: ${formatWanYuan(paid)} of ${formatWanYuan(whole)}, at most ${maximumPercent}% (${standard?.title.en}).`,
        where: 'amountFen',
      }),
    )
}

/** The province's caps (6.2), asked at every payment of central money, inside the transaction that holds and pays. */
export const provincialFindings = (request: PaymentRequest, ground: PaymentGround, pack: PolicyPack): Finding[] =>
  request.source !== 'central'
    ? []
    : [...siteFindings(ground, pack), ...facilityFinding(request, ground), ...shareFindings(request, ground, pack)]
