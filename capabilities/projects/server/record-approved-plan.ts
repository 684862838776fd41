import { accept, refuse } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import { citing, clausesOf } from '../index.ts'
import type { Bare, PlanBasis, PlanLine, PlanVersion } from '../index.ts'
import { planVersions } from './kinds.ts'
import { plansOf } from './plan-store.ts'
import { addRecord } from './records.ts'
import { auditRecord, byOf, stampOf } from './work.ts'
import type { Work } from './work.ts'

export type ApprovedPlanOrder = {
  id: string
  countyCode: string
  year: number
  lines: readonly PlanLine[]
  document: string
  approvedOn: string
  reason: string
  basis: PlanBasis
}

const standing: Bare = {
  kind: 'conflict',
  code: 'plan-already-on-file',
  message: {
    zh: '这个县当年的方案已经在册；要改须报批方案变更。',
    en: 'The plan of this county and year is on file; change it by a proposal.',
  },
}

/**
 * Puts a county's approved plan on file as version 1 (5.5, 6.2): the plan that went with the published final list. Sent twice it is one; a
 * county that has a version already gets none by this door.
 */
export async function recordApprovedPlan(work: Work, order: ApprovedPlanOrder): Promise<Result<PlanVersion>> {
  const plan: PlanVersion = {
    ...order,
    lines: [...order.lines],
    version: 1,
    state: 'approved',
    reasons: {},
    proposedBy: byOf(work),
    decidedBy: byOf(work),
    returnedBecause: null,
  }
  const known = await plansOf(work.tx, order.countyCode, order.year)
  if (known.some(({ id }) => id !== order.id)) return refuse(citing(standing, clausesOf(order.year).register))
  const added = await addRecord(work.tx, planVersions, plan, stampOf(work))
  if (!added.ok) return added
  const { countyCode, id } = plan
  if (added.value.isNew)
    await auditRecord(work, {
      countyCode,
      action: 'projects.decide-plan',
      recordKind: 'plan_version',
      recordId: id,
      before: null,
      after: plan,
    })
  return accept(plan)
}
