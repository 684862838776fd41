import { stops, wantsReason } from '@jincun/policy'
import type { Finding } from '@jincun/policy'
import { z } from 'zod'
import type { ApplicationContent } from './application.ts'
import { FenText } from './amounts.ts'
import { linesOf, totalsBy, totalsOf } from './plan-totals.ts'
import type { SourceTotals } from './plan-totals.ts'

const Totals = z.strictObject({ centralFen: FenText, localFen: FenText, enterpriseFen: FenText })
type Totals = z.infer<typeof Totals>

/** What lists show of an application without opening it; worked out at every save, from the content and its findings. */
export const Summary = z.strictObject({
  totals: Totals,
  byArea: z.record(z.string(), Totals),
  byMode: z.record(z.string(), Totals),
  projects: z.number().int(),
  lines: z.number().int(),
  /** Target of each goal the rules know by name, as written. */
  targets: z.record(z.string(), z.string().nullable()),
  /** Musts that are unmet or unknown, and unmet shoulds without a reason: what stands between it and submission. */
  stops: z.number().int(),
  /** Budget lines that wait for a ruling. */
  doubtfulLines: z.number().int(),
})
export type Summary = z.infer<typeof Summary>

const asText = ({ central, local, enterprise }: SourceTotals): Totals => ({
  centralFen: String(central),
  localFen: String(local),
  enterpriseFen: String(enterprise),
})

export function summaryOf(content: ApplicationContent, findings: readonly Finding[]): Summary {
  const { plan, reasons } = content
  const lines = linesOf(plan).map(placed => placed.line)
  const texts = (groups: Map<string, SourceTotals>) =>
    Object.fromEntries([...groups].map(([key, totals]) => [key || 'unsaid', asText(totals)]))
  return {
    totals: asText(totalsOf(lines)),
    byArea: texts(totalsBy(plan, project => project.supportArea)),
    byMode: texts(totalsBy(plan, project => project.supportMode)),
    projects: plan.projects.length,
    lines: lines.length,
    targets: Object.fromEntries(plan.goals.filter(goal => goal.kind !== 'own').map(goal => [goal.kind, goal.target])),
    stops: findings.filter(finding => stops(finding) || wantsReason(finding, reasons)).length,
    doubtfulLines: findings.filter(finding => finding.code === 'negative-list' && finding.status === 'unknown').length,
  }
}
