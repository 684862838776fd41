import { accept, refuse } from '@jincun/kernel'
import type { Refusal, Result } from '@jincun/kernel'
import { mayProceed } from '@jincun/policy'
import type { Bilingual, Finding, PolicyPack } from '@jincun/policy'
import { citing } from './citing.ts'
import type { Bare } from './citing.ts'
import { clausesOf } from './clauses.ts'
import { checkAward, checkBidders, checkMethod, checkNotice } from './check-procurement.ts'
import type { RulesNotMet } from './decide-plan-version.ts'
import type { Procurement, ProcurementState } from './procurement.ts'

type Step = { from: readonly ProcurementState[]; to: ProcurementState; label: Bilingual }

/** States × permitted steps: one table for the verbs, the server and the buttons. */
export const procurementSteps = {
  save: { from: ['draft'], to: 'draft', label: { zh: '保存', en: 'Save' } },
  publish: { from: ['draft'], to: 'published', label: { zh: '发布公告', en: 'Publish the notice' } },
  open: { from: ['published'], to: 'opened', label: { zh: '开标并登记报价', en: 'Open and record the bids' } },
  award: { from: ['opened'], to: 'awarded', label: { zh: '定标', en: 'Award' } },
  cancel: { from: ['draft', 'published', 'opened'], to: 'cancelled', label: { zh: '终止采购', en: 'Cancel' } },
} as const satisfies Record<string, Step>
export type ProcurementStep = keyof typeof procurementSteps

export const procurementCan = (step: ProcurementStep, state: ProcurementState): boolean =>
  (procurementSteps[step].from as readonly ProcurementState[]).includes(state)

/** That a step is not possible now, with the clause of the procurement's year. */
export function procurementForbids(step: ProcurementStep, { state, year }: Pick<Procurement, 'state' | 'year'>): Refusal {
  const { label } = procurementSteps[step]
  const published =
    step === 'save' ? { zh: '公告已发布，可终止后重新采购。', en: ' The notice is out; cancel and run it again.' } : { zh: '', en: '' }
  return citing(
    {
      kind: 'wrong-state',
      code: 'procurement-state-forbids',
      message: {
        zh: `采购现在的状态不能“${label.zh}”。${published.zh}`,
        en: `In its present state the procurement cannot: ${label.en}.${published.en}`,
      },
      details: { state, step },
    },
    clausesOf(year).selection,
  )
}

/** What a step brings. All else stands as it was published or opened: nobody mends a bid while awarding. */
const brings: Record<ProcurementStep, readonly (keyof Procurement)[]> = {
  save: ['number', 'title', 'category', 'method', 'methodReason', 'buyer', 'estimateFen', 'notices', 'bidsDueOn', 'reasons', 'projectId'],
  publish: ['number', 'title', 'category', 'method', 'methodReason', 'buyer', 'estimateFen', 'notices', 'bidsDueOn', 'reasons'],
  open: ['bids', 'openedOn', 'notices', 'reasons'],
  award: ['award', 'notices', 'reasons'],
  cancel: ['notices', 'reasons'],
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Fields that a step changes although it may not, and notices that were out already and are changed or gone. */
function touchedBeyond(step: ProcurementStep, standing: Procurement, changed: Procurement): string[] {
  const keys = (Object.keys(standing) as (keyof Procurement)[]).filter(key => key !== 'version' && key !== 'state')
  const fields = keys.filter(key => !brings[step].includes(key) && !same(standing[key], changed[key]))
  const out = standing.state === 'draft' ? [] : standing.notices
  const lost = out.some(notice => !changed.notices.some(each => same(each, notice)))
  return lost ? [...fields, 'notices'] : fields
}

const beyond = (fields: readonly string[]): Bare => ({
  kind: 'invalid',
  code: 'procurement-step-changes-more',
  message: {
    zh: '这一步改动了已公告或已开标的内容；那些内容不能再改，需要改的请终止后重新采购。',
    en: 'This step changes what was published or opened; that stands. Cancel and run it again to change it.',
  },
  where: fields[0] ?? '',
  details: { fields },
})

/** What a step asks: method and notice before publishing, enough bidders and the right winner before an award. */
export function procurementFindings(step: ProcurementStep, procurement: Procurement, pack: PolicyPack): Finding[] {
  if (step === 'publish') return [checkMethod(procurement, pack), checkNotice(procurement, pack)]
  if (step === 'award')
    return [checkMethod(procurement, pack), checkNotice(procurement, pack), checkBidders(procurement, pack), ...checkAward(procurement)]
  return []
}

const tooEarly: Bare = {
  kind: 'wrong-state',
  code: 'bids-not-due-yet',
  message: { zh: '投标截止日还没有到，不能开标。', en: 'Bids are not due yet; they cannot be opened.' },
}

/** Takes a procurement one step on; `changed` carries what the step brings (notices, bids, award). */
export function moveProcurement(
  step: ProcurementStep,
  standing: Procurement,
  changed: Procurement,
  pack: PolicyPack,
  today: string,
): Result<Procurement, Refusal | RulesNotMet> {
  if (!procurementCan(step, standing.state)) return refuse(procurementForbids(step, standing))
  const more = touchedBeyond(step, standing, changed)
  if (more.length > 0) return refuse(citing(beyond(more), clausesOf(standing.year).selection))
  const next: Procurement = { ...changed, version: standing.version + 1, state: procurementSteps[step].to }
  if (step === 'open' && (next.bidsDueOn ?? today) > today) return refuse(citing(tooEarly, clausesOf(standing.year).selection))
  const findings = procurementFindings(step, next, pack)
  if (!mayProceed(findings, next.reasons))
    return refuse({
      kind: 'rules',
      code: 'procurement-rules-not-met',
      message: { zh: '采购不符合规定，这一步不能进行。', en: 'The procurement does not meet the rules; this step cannot be taken.' },
      findings,
    })
  return accept(next)
}
