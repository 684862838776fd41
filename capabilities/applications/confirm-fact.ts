import { accept, refuse } from '@jincun/kernel'
import type { Refusal, Result } from '@jincun/kernel'
import type { Finding } from '@jincun/policy'
import { asNextVersion, permitted, take, wantReason } from './action-entry.ts'
import type { Moment, Step } from './action-entry.ts'
import type { Application, FactConfirmation } from './application.ts'

/**
 * Rules that rest on lists which are public only in part. Where the lists leave them unknown, an authority that knows says so on the
 * record; everything else that is unknown the county must fill in itself.
 */
export const confirmableRules = ['eligible-scope', 'not-supported-before', 'incentive-need-not-apply'] as const
export type ConfirmableRule = (typeof confirmableRules)[number]

const notUnknown: Refusal = {
  kind: 'wrong-state',
  code: 'fact-not-unknown',
  message: {
    zh: '公开名单已能判定这一项，不需要也不能另行确认。',
    en: 'The public lists already decide this, so it neither needs nor allows a confirmation.',
  },
}

export type WantedConfirmation = { id: string; rule: ConfirmableRule; holds: boolean }

/** An authority confirms or denies a fact that the public lists leave unknown, with its reason (2017 三, 2020 四). */
export function confirmFact(
  application: Application,
  wanted: WantedConfirmation,
  findings: readonly Finding[],
  moment: Moment,
): Result<Step & { confirmation: FactConfirmation; clause: string }> {
  const open = permitted(application, 'confirm', moment.pack, moment.now)
  if (!open.ok) return open
  const lacking = wantReason(moment.reason)
  if (lacking) return refuse(lacking)
  const unknown = findings.find(finding => finding.code === wanted.rule && finding.status === 'unknown')
  if (!unknown) return refuse(notUnknown)
  const confirmation = { ...wanted, reason: moment.reason ?? '', confirmedBy: moment.by, confirmedAt: moment.now.toISOString() }
  const step = take(open.value, 'confirm', moment)
  const confirmations = [...application.confirmations, confirmation]
  return accept({ ...step, application: asNextVersion({ ...step.application, confirmations }), confirmation, clause: unknown.clause })
}

/** A finding the public lists leave unknown, as the latest confirmation settles it; any other finding as it is. */
export function settleByConfirmation(finding: Finding, confirmations: readonly FactConfirmation[]): Finding {
  const confirmation = confirmations.findLast(each => each.rule === finding.code)
  if (finding.status !== 'unknown' || !confirmation) return finding
  const { holds, reason, confirmedBy } = confirmation
  return {
    ...finding,
    status: holds ? 'met' : 'unmet',
    measured: `${confirmedBy.office}确认`,
    message: {
      zh: `${confirmedBy.office}${confirmedBy.name}确认${holds ? '符合' : '不符合'}：${reason}`,
      en: `${confirmedBy.name}, ${confirmedBy.office}, confirms that it ${holds ? 'holds' : 'does not hold'}: ${reason}`,
    },
    rows: [
      ...finding.rows,
      { kind: 'fact-confirmation', key: confirmation.id, label: `${confirmedBy.office} ${confirmedBy.name}：${reason}` },
    ],
  }
}
