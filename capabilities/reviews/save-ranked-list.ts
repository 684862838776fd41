import { accept, refuse } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import type { ProvincialPlan } from './provincial-plan.ts'
import { listStateForbids, rankedListCan, rankedListStateAt } from './ranked-list-lifecycle.ts'
import { versionConflict } from './ranked-list-record.ts'
import type { ListOrder, RankedListRecord } from './ranked-list-record.ts'
import type { RankedList } from './ranked-list.ts'

export type RankedListContent = Pick<RankedList, 'entries' | 'basis' | 'reasons'> & { plan: ProvincialPlan }

/**
 * Saves a new version of a draft or reopened list. Refused when it is submitted or its time is up (`closes`: first instant too late), and
 * when somebody saved since the version the caller saw (`seen`: that version's list, for the difference).
 */
export function saveRankedList(
  record: RankedListRecord,
  content: RankedListContent,
  order: ListOrder,
  closes: Date,
  seen: RankedList | null,
): Result<Pick<RankedListRecord, 'list' | 'plan'>> {
  const state = rankedListStateAt(record.events, closes, order.now)
  if (!rankedListCan('save', state)) return refuse(listStateForbids('save', state, closes))
  if (order.seenVersion !== record.list.version) return refuse(versionConflict(seen, record.list))
  const { plan, entries, basis, reasons } = content
  return accept({ list: { ...record.list, entries, basis, reasons, version: record.list.version + 1 }, plan })
}
