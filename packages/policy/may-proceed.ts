import type { Finding, Reasons } from './finding.ts'

/** A `must` that is not met: unmet, or unknown (nothing fails open). */
export const stops = (finding: Finding): boolean => finding.force === 'must' && finding.status !== 'met'

/** A `should` that is unmet and for which no reason is on record. */
export const wantsReason = (finding: Finding, reasons: Reasons): boolean =>
  finding.force === 'should' && finding.status === 'unmet' && !reasons[finding.code]?.trim()

/** Whether a step may be taken: no `must` stops it and every unmet `should` has its reason. */
export const mayProceed = (findings: readonly Finding[], reasons: Reasons = {}): boolean =>
  !findings.some(finding => stops(finding) || wantsReason(finding, reasons))
