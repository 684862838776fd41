import { accept, refuse } from '@jincun/kernel'
import type { Refusal, Result } from '@jincun/kernel'
import { ProvincialPlan } from './provincial-plan.ts'
import { rankedListDifference } from './ranked-list-difference.ts'
import { RankedListEvent } from './ranked-list-lifecycle.ts'
import { RankedList } from './ranked-list.ts'
import { z } from 'zod'

/** A province's list of a year with its plan and everything that happened to it. */
export const RankedListRecord = z.strictObject({ id: z.uuid(), list: RankedList, plan: ProvincialPlan, events: z.array(RankedListEvent) })
export type RankedListRecord = z.infer<typeof RankedListRecord>

/** Who does something, when, under which id given by the caller, and which version they had before them. */
export type ListOrder = { id: string; by: string; seenVersion: number; now: Date }

/**
 * The event an id stands for already: sending the same order twice is harmless, the same id for another order is refused. Undefined when the
 * id is new.
 */
export function repeatedOrder(
  record: RankedListRecord,
  verb: RankedListEvent['verb'],
  order: ListOrder,
): Result<RankedListEvent> | undefined {
  const event = record.events.find(known => known.id === order.id)
  if (!event) return undefined
  if (event.verb === verb && event.version === order.seenVersion) return accept(event)
  return refuse({
    kind: 'conflict',
    code: 'id-used-for-another-order',
    message: {
      zh: '这个编号已用于另一次操作，请刷新后重试。',
      en: 'This id was used for another order; reload and try again.',
    },
    details: { verb: event.verb, version: event.version, at: event.at },
  })
}

/** Somebody else saved in between: what has changed since the version the caller saw. `seen` is that version, where it is still known. */
export function versionConflict(seen: RankedList | null, standing: RankedList): Refusal {
  return {
    kind: 'conflict',
    code: 'ranked-list-version',
    message: {
      zh: `名单现在是第${standing.version}版，与您打开的不同；请看过差异后再改。`,
      en: `The list now stands at version ${standing.version}, which is not the one you opened. Look at the difference, then change it again.`,
    },
    details: { version: standing.version, difference: seen && rankedListDifference(seen, standing) },
  }
}
