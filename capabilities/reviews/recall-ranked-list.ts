import { accept, refuse } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import { extensionOf, listStateForbids, rankedListCan, rankedListState } from './ranked-list-lifecycle.ts'
import type { RankedListEvent } from './ranked-list-lifecycle.ts'
import { repeatedOrder, versionConflict } from './ranked-list-record.ts'
import type { ListOrder, RankedListRecord } from './ranked-list-record.ts'

/** Takes a submitted list back to amend it, only while it may still be handed in again; what was submitted stays on record. */
export function recallRankedList(record: RankedListRecord, reason: string, order: ListOrder, closes: Date): Result<RankedListEvent> {
  const repeated = repeatedOrder(record, 'recall', order, { reason })
  if (repeated) return repeated
  const state = rankedListState(record.events)
  if (!rankedListCan('recall', state)) return refuse(listStateForbids('recall', state, closes))
  if (order.seenVersion !== record.list.version) return refuse(versionConflict(null, record.list))
  const end = extensionOf(record.events)?.until ?? closes
  if (order.now.getTime() >= end.getTime())
    return refuse({
      kind: 'wrong-state',
      code: 'recall-too-late',
      message: {
        zh: '报送期限已过，撤回后将无法再报，因此不能撤回；如有错误请报三部门。',
        en: 'The deadline has passed, so a recalled list could not be handed in again; report the mistake to the centre.',
      },
    })
  const { id, by, now } = order
  const { version } = record.list
  return accept({ id, verb: 'recall', at: now.toISOString(), by, version, packageHash: null, reason, ruling: null, until: null })
}
