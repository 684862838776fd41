import { accept, refuse } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import { listStateForbids, rankedListCan, rankedListState, rankedListStateAt } from './ranked-list-lifecycle.ts'
import type { RankedListEvent } from './ranked-list-lifecycle.ts'
import { repeatedOrder, versionConflict } from './ranked-list-record.ts'
import type { ListOrder, RankedListRecord } from './ranked-list-record.ts'

/** Why a late list is forfeited where the centre says no more. */
const unsaid = '逾期未报送'

/**
 * 逾期或未按规定报送的，视同自动放弃 (5.3). A late list is recorded as forfeited once its time is up; a submitted one only when the centre states
 * in what it is irregular.
 */
export function forfeitRankedList(record: RankedListRecord, reason: string, order: ListOrder, closes: Date): Result<RankedListEvent> {
  const words = reason.trim()
  const ground = words || unsaid
  const repeated = repeatedOrder(record, 'forfeit', order, { reason: ground })
  if (repeated) return repeated
  const state = rankedListState(record.events)
  if (!rankedListCan('forfeit', state)) return refuse(listStateForbids('forfeit', state, closes))
  if (order.seenVersion !== record.list.version) return refuse(versionConflict(null, record.list))
  const late = rankedListStateAt(record.events, closes, order.now) === 'forfeited'
  if (state !== 'submitted' && !late)
    return refuse({
      kind: 'wrong-state',
      code: 'deadline-not-passed',
      message: {
        zh: '报送期限未到，尚不能认定逾期。',
        en: 'The deadline has not passed, so the list is not late.',
      },
    })
  if (state === 'submitted' && words === '')
    return refuse({
      kind: 'invalid',
      code: 'forfeiture-without-reason',
      message: {
        zh: '认定报送不合规定须写明哪里不合规定。',
        en: 'State in what the submission is irregular.',
      },
      where: 'reason',
    })
  const { id, by, now } = order
  const { version } = record.list
  return accept({ id, verb: 'forfeit', at: now.toISOString(), by, version, packageHash: null, reason: ground, ruling: null, until: null })
}
