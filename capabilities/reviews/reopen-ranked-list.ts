import { accept, refuse } from '@jincun/kernel'
import type { Refusal, Result } from '@jincun/kernel'
import { listStateForbids, rankedListCan, rankedListStateAt } from './ranked-list-lifecycle.ts'
import type { RankedListEvent } from './ranked-list-lifecycle.ts'
import { repeatedOrder, versionConflict } from './ranked-list-record.ts'
import type { ListOrder, RankedListRecord } from './ranked-list-record.ts'

export type Ruling = { ruling: string; reason: string; until: Date }

const incomplete: Refusal = {
  kind: 'invalid',
  code: 'ruling-incomplete',
  message: {
    zh: '裁定须有文号、理由和晚于现在的新期限。',
    en: 'A ruling needs its number, its reason and a new deadline later than now.',
  },
}

/** 重新开放: only a forfeited list, only by a ruling with number, reason and a new end; all three are public. */
export function reopenRankedList(record: RankedListRecord, ruling: Ruling, order: ListOrder, closes: Date): Result<RankedListEvent> {
  const said = { reason: ruling.reason.trim(), ruling: ruling.ruling.trim(), until: ruling.until.toISOString() }
  const repeated = repeatedOrder(record, 'reopen', order, said)
  if (repeated) return repeated
  const state = rankedListStateAt(record.events, closes, order.now)
  if (!rankedListCan('reopen', state)) return refuse(listStateForbids('reopen', state, closes))
  if (order.seenVersion !== record.list.version) return refuse(versionConflict(null, record.list))
  if (!said.ruling || !said.reason || ruling.until.getTime() <= order.now.getTime()) return refuse(incomplete)
  return accept({
    id: order.id,
    verb: 'reopen',
    at: order.now.toISOString(),
    by: order.by,
    version: record.list.version,
    packageHash: null,
    ...said,
  })
}
