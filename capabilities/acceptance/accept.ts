import { accept, refuse, shanghaiDate } from '@jincun/kernel'
import type { Refusal, Result } from '@jincun/kernel'
import { mayProceed } from '@jincun/policy'
import type { Finding, PolicyPack } from '@jincun/policy'
import { checkAssetCards, citing, clausesOf, contractStateLabels, judge } from '@jincun/projects'
import type { AssetCard, Contract, RulesNotMet, SignPhoto, Site } from '@jincun/projects'
import type { Acceptance, AcceptanceState, DataDelivery, Inspection } from './acceptance.ts'
import { checkSitesRegistered } from './check-sites.ts'
import { checkVisits } from './checklist.ts'
import { checkDataComplete } from './data-completeness.ts'
import { drawSample, drawSeed } from './draw-sample.ts'
import { checkReportsComplete } from './reports-complete.ts'
import type { ReportStanding } from './reports-complete.ts'

/** All an acceptance rests on, loaded under its lock. */
export type AcceptanceGround = {
  pack: PolicyPack
  contract: Contract
  sites: readonly Site[]
  assets: readonly AssetCard[]
  signs: readonly SignPhoto[]
  inspections: readonly Inspection[]
  deliveries: readonly DataDelivery[]
  /** Forms and daily reports of this contract, as reporting counts them. */
  reports: ReportStanding
  today: string
}

type Verb = 'check' | 'draw' | 'conclude'

/** States × permitted verbs: one table for server and buttons. */
export const acceptanceVerbs: Record<Verb, readonly AcceptanceState[]> = {
  check: ['requested', 'defective'],
  draw: ['checked'],
  conclude: ['sampled'],
}

export const acceptanceCan = (verb: Verb, state: AcceptanceState): boolean => acceptanceVerbs[verb].includes(state)

const forbids = (verb: Verb, { state, year }: Acceptance): Refusal =>
  citing(
    {
      kind: 'wrong-state',
      code: 'acceptance-state-forbids',
      message: {
        zh: '验收现在的状态不能进行这一步；请按申请、自验、抽样、复核的次序进行。',
        en: 'In its present state this step is not possible: request, county check, sample, visit, in that order.',
      },
      details: { verb, state },
    },
    clausesOf(year).register,
  )

/** The sign has to hang at every site of the project (6.4b). */
function signsShown({ sites, signs, contract }: AcceptanceGround): Finding {
  const lacking = sites.filter(site => !signs.some(({ siteId }) => siteId === site.id))
  return judge({
    code: 'sign-shown',
    clause: clausesOf(contract.year).sign,
    ok: lacking.length === 0,
    measured: `${sites.length - lacking.length}/${sites.length}`,
    required: `${sites.length}/${sites.length}`,
    zh: lacking.length === 0 ? '各站点都有标识照片。' : `没有标识照片：${lacking.map(({ name }) => name).join('、')}。`,
    en: lacking.length === 0 ? 'Every site shows the sign.' : `${lacking.length} sites have no photo of the sign.`,
    rows: lacking.map(({ id, name }) => ({ kind: 'site', key: id, label: name })),
  })
}

function contractSigned({ contract }: AcceptanceGround): Finding {
  return judge({
    code: 'contract-signed',
    clause: clausesOf(contract.year).register,
    ok: contract.state === 'signed' || contract.state === 'completed',
    measured: contractStateLabels[contract.state].zh,
    required: contractStateLabels.signed.zh,
    zh: '验收的合同须已签订且没有解除。',
    en: 'The contract is signed and not terminated.',
  })
}

/** What stands between a contract and its acceptance at every step: data and reports (6.4d), asset cards, sites, signs, the contract itself. */
export const gateFindings = (ground: AcceptanceGround): Finding[] => [
  checkDataComplete(ground.pack, ground.contract, ground.deliveries, ground.today, ground.sites),
  checkReportsComplete(ground.contract, ground.reports),
  ...checkAssetCards(ground.contract, ground.assets),
  checkSitesRegistered(ground.contract, ground.sites, ground.pack),
  signsShown(ground),
  contractSigned(ground),
]

export const rulesNotMet = (findings: readonly Finding[]): RulesNotMet => ({
  kind: 'rules',
  code: 'acceptance-rules-not-met',
  message: { zh: '还不能验收；请按各条逐一补齐。', en: 'It cannot be accepted yet; mend each of them.' },
  findings,
})

const next = (acceptance: Acceptance, more: Partial<Acceptance>): Acceptance => ({
  ...acceptance,
  ...more,
  version: acceptance.version + 1,
})

/** County self-check: every site visited and up to standard, and everything of the gate. */
export function concludeCountyCheck(acceptance: Acceptance, ground: AcceptanceGround): Result<Acceptance, Refusal | RulesNotMet> {
  if (!acceptanceCan('check', acceptance.state)) return refuse(forbids('check', acceptance))
  const visits = checkVisits(ground.sites, ground.inspections, 'county', acceptance.year, ground.pack)
  const findings = [...gateFindings(ground), ...visits]
  return mayProceed(findings) ? accept(next(acceptance, { state: 'checked', defects: [] })) : refuse(rulesNotMet(findings))
}

/**
 * The sample of city and province, by a seed made of the request and a fresh `nonce` from the server's dice, published with it; sites that an
 * earlier draw left open are in it.
 */
export function drawAcceptanceSample(acceptance: Acceptance, ground: AcceptanceGround, nonce: string, now: Date): Result<Acceptance> {
  if (!acceptanceCan('draw', acceptance.state)) return refuse(forbids('draw', acceptance))
  const number = acceptance.draws + 1
  const seed = drawSeed(acceptance.id, number, ground.sites, nonce)
  const { carried } = acceptance
  const drawn = (level: 'city' | 'province') => [
    ...new Set([...carried[level], ...drawSample(ground.sites, level, seed, acceptance.year, ground.pack)]),
  ]
  return accept(
    next(acceptance, {
      state: 'sampled',
      draws: number,
      sample: { number, nonce, seed, drawnAt: now.toISOString(), city: drawn('city'), province: drawn('province'), carried },
      carried: { city: [], province: [] },
    }),
  )
}

/**
 * The result: accepted when the gate holds at this very moment and every drawn site met its standard; with defects at a drawn site the project
 * goes back to be mended and checked again, and the next draw has those sites.
 */
export function concludeAcceptance(
  acceptance: Acceptance,
  ground: AcceptanceGround,
  on: string,
  by: string,
): Result<Acceptance, Refusal | RulesNotMet> {
  const { sample } = acceptance
  if (!acceptanceCan('conclude', acceptance.state) || !sample) return refuse(forbids('conclude', acceptance))
  const levels = (['city', 'province'] as const).map(level => {
    const drawn = ground.sites.filter(({ id }) => sample[level].includes(id))
    const visits = ground.inspections.filter(({ visitedOn }) => visitedOn >= shanghaiDate(new Date(sample.drawnAt)))
    return { level, findings: checkVisits(drawn, visits, level, acceptance.year, ground.pack) }
  })
  const visits = levels.flatMap(({ findings }) => findings)
  const gate = gateFindings(ground)
  if (!mayProceed(gate) || visits.some(({ status }) => status === 'unknown')) return refuse(rulesNotMet([...gate, ...visits]))
  const defects = levels.flatMap(({ level, findings }) =>
    findings
      .filter(({ status }) => status === 'unmet')
      .map(({ rows, message }) => ({ siteId: rows[0]?.key ?? acceptance.id, level, itemId: 'standard', found: message.zh })),
  )
  if (defects.length > 0) {
    const found = (level: 'city' | 'province') => defects.filter(defect => defect.level === level).map(({ siteId }) => siteId)
    const carried = { city: found('city'), province: found('province') }
    return accept(next(acceptance, { state: 'defective', defects, sample: null, carried }))
  }
  return accept(next(acceptance, { state: 'accepted', acceptedOn: on, acceptedBy: by, defects: [] }))
}
