import { accept, refuse } from '@jincun/kernel'
import type { Refusal, Result } from '@jincun/kernel'
import { mayProceed } from '@jincun/policy'
import type { Finding } from '@jincun/policy'
import type { PlanVersion } from './approved-plan.ts'
import { citing } from './citing.ts'
import type { Bare } from './citing.ts'
import { clausesOf } from './clauses.ts'

const refusals = {
  notProposed: {
    kind: 'wrong-state',
    code: 'plan-version-decided',
    message: { zh: '这一版方案已经批准或退回。', en: 'This version was approved or returned already.' },
  },
  own: {
    kind: 'forbidden',
    code: 'own-proposal',
    message: { zh: '不能批准自己提出的变更，请由他人审批。', en: 'Nobody approves their own proposal.' },
  },
} as const satisfies Record<string, Bare>

export type RulesNotMet = { kind: 'rules'; code: string; message: { zh: string; en: string }; findings: readonly Finding[] }

export type PlanDecision = { decision: 'approve'; document: string; on: string } | { decision: 'return'; reason: string }

/** The province approves or returns a proposed version (6.2): rules first, never one's own. */
export function decidePlanVersion(
  plan: PlanVersion,
  wanted: PlanDecision,
  findings: readonly Finding[],
  by: { id: string; name: string },
  proposerId: string | null,
): Result<PlanVersion, Refusal | RulesNotMet> {
  if (plan.state !== 'proposed') return refuse(citing(refusals.notProposed, clausesOf(plan.year).register))
  if (proposerId === by.id) return refuse(citing(refusals.own, clausesOf(plan.year).register))
  if (wanted.decision === 'return') return accept({ ...plan, state: 'returned', decidedBy: by.name, returnedBecause: wanted.reason })
  if (!mayProceed(findings, plan.reasons))
    return refuse({
      kind: 'rules',
      code: 'plan-version-rules-not-met',
      message: { zh: '方案变更不符合规定，不能批准。', en: 'The change does not meet the rules and cannot be approved.' },
      findings,
    })
  return accept({ ...plan, state: 'approved', document: wanted.document, approvedOn: wanted.on, decidedBy: by.name })
}
