import type { Application } from '@jincun/applications'
import { ruleBookFor } from '@jincun/policy'
import type { Finding, PolicyPack } from '@jincun/policy'
import type { RankedListEntry } from './ranked-list.ts'

type Standing = Pick<Application, 'state'> & { type: RankedListEntry['type'] }

const told = (clause: string, code: string, required: string, zh: string, en: string): Finding => ({
  code,
  status: 'unmet',
  force: 'must',
  clause,
  measured: null,
  required,
  message: { zh, en },
  rows: [],
})

/**
 * What a county's own application adds to the judgement of its place on a list (五（二）: 组织…县级人民政府申报): it must have been taken into review,
 * be of the type the list says, and meet its rules. Incentive counties do not apply (4.7); a region that goes forward as a whole applies
 * for its counties together (4.6), so theirs are judged only where there are any.
 */
export function listEligibility(
  pack: PolicyPack,
  year: number,
  entry: Pick<RankedListEntry, 'type'>,
  application: { standing: Standing; findings: readonly Finding[] } | null,
): Finding[] {
  const mayLack = entry.type === 'directDesignation' || entry.type === 'regionWide'
  if (!application && mayLack) return []
  const clause = ruleBookFor(pack, year).list[0]?.clause ?? `notice-${year}/5.2`
  if (application?.standing.state !== 'accepted-for-review')
    return [
      told(clause, 'application-accepted', '已受理', '没有已受理的县级申报', 'no application of the county has been taken into review'),
    ]
  if (application.standing.type !== entry.type)
    return [told(clause, 'type-as-applied', '与申报一致', '类型与县级申报不一致', 'the type differs from that of the application')]
  return [...application.findings]
}
