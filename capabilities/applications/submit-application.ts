import { accept, refuse } from '@jincun/kernel'
import type { Refusal, Result } from '@jincun/kernel'
import { mayProceed, stops, wantsReason } from '@jincun/policy'
import type { Finding, Reasons } from '@jincun/policy'
import { permitted, take } from './action-entry.ts'
import type { Moment, Step } from './action-entry.ts'
import type { Application } from './application.ts'
import { freeze, submissionHash } from './submission.ts'
import type { Shown, Submission } from './submission.ts'

export type Submitted = Step & { submission: Submission; hash: string }

/** Rules that are not met: all of them at once, each with its clause. */
export type RulesNotMet = { kind: 'rules'; code: string; message: { zh: string; en: string }; findings: readonly Finding[] }

function rulesNotMet(findings: readonly Finding[], reasons: Reasons): RulesNotMet {
  const stopping = findings.filter(stops).length
  const unreasoned = findings.filter(finding => wantsReason(finding, reasons)).length
  return {
    kind: 'rules',
    code: 'application-not-submittable',
    message: {
      zh: `还不能提交：${stopping} 项必须达到的要求未达到或无法认定，${unreasoned} 项原则性要求未写理由。`,
      en: `Not submittable yet: ${stopping} musts are unmet or unknown, ${unreasoned} unmet shoulds lack a reason.`,
    },
    findings,
  }
}

const staleRefusal = (application: Application): Refusal => ({
  kind: 'conflict',
  code: 'application-changed-meanwhile',
  message: {
    zh: '您打开之后申报又有修改，提交前请重新查看最新内容。',
    en: 'The application changed after you opened it. Look at the latest version before you submit.',
  },
  details: { version: application.version },
})

/**
 * Submits exactly what was shown (5.2): only the version its signer saw, only when every `must` is met and every unmet `should` has its
 * reason, only before the deadline by the server's clock. What was shown is frozen with its hash.
 */
export function submitApplication(
  application: Application,
  seen: number,
  shown: Shown,
  moment: Moment,
): Result<Submitted, Refusal | RulesNotMet> {
  const open = permitted(application, 'submit', moment.pack, moment.now)
  if (!open.ok) return open
  if (seen !== application.version) return refuse(staleRefusal(application))
  const { reasons } = application.content
  if (!mayProceed(shown.findings, reasons)) return refuse(rulesNotMet(shown.findings, reasons))
  const submission = freeze(application, shown, moment.by, moment.pack, moment.now)
  return accept({ ...take(open.value, 'submit', moment), submission, hash: submissionHash(submission) })
}
