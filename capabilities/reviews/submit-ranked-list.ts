import type { RulesNotMet } from '@jincun/applications'
import { accept, refuse } from '@jincun/kernel'
import type { Refusal, Result } from '@jincun/kernel'
import { mayProceed } from '@jincun/policy'
import type { Finding } from '@jincun/policy'
import { listStateForbids, rankedListCan, rankedListState } from './ranked-list-lifecycle.ts'
import type { RankedListEvent } from './ranked-list-lifecycle.ts'
import { repeatedOrder, versionConflict } from './ranked-list-record.ts'
import type { ListOrder, RankedListRecord } from './ranked-list-record.ts'

/**
 * 报送 (5.3): hands in exactly the version the caller saw. `findings` are those of the list and of the plan at `order.now`, the deadline among
 * them; `packageHash` is the hash of the frozen package. Submitting the same version again under the same id gives the same event.
 */
export function submitRankedList(
  record: RankedListRecord,
  findings: readonly Finding[],
  packageHash: string,
  order: ListOrder,
  closes: Date,
): Result<RankedListEvent, Refusal | RulesNotMet> {
  const repeated = repeatedOrder(record, 'submit', order)
  if (repeated) return repeated
  const state = rankedListState(record.events)
  if (!rankedListCan('submit', state)) return refuse(listStateForbids('submit', state, closes))
  if (order.seenVersion !== record.list.version) return refuse(versionConflict(null, record.list))
  if (record.list.entries.length === 0 || record.list.basis.text.trim() === '') return refuse(incomplete)
  if (!mayProceed(findings, record.list.reasons)) return refuse(notSubmittable(findings))
  return accept({
    id: order.id,
    verb: 'submit',
    at: order.now.toISOString(),
    by: order.by,
    version: record.list.version,
    packageHash,
    reason: null,
    ruling: null,
    until: null,
  })
}

const incomplete: Refusal = {
  kind: 'invalid',
  code: 'package-incomplete',
  message: {
    zh: '报送材料不全：排序名单至少一个县，并须写明评选依据。',
    en: 'The package is incomplete: list at least one county and state the basis of selection.',
  },
}

const notSubmittable = (findings: readonly Finding[]): RulesNotMet => ({
  kind: 'rules',
  code: 'list-not-submittable',
  message: {
    zh: '名单或方案有不符合规定之处，请逐条处理；“原则上”的条款可写明理由后报送。',
    en: 'The list or plan does not meet every rule; mend each, or record a reason where the rule is "in principle".',
  },
  findings,
})
