import { answerRepeated } from '@jincun/kernel'
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
 * @param said the words of the order as the event would keep them
 */
export function repeatedOrder(
  record: RankedListRecord,
  verb: RankedListEvent['verb'],
  order: ListOrder,
  said: Partial<Pick<RankedListEvent, 'reason' | 'ruling' | 'until'>> = {},
): Result<RankedListEvent> | undefined {
  const event = record.events.find(known => known.id === order.id)
  // Who saw no list yet (0) acted on the empty one that the act itself began.
  return event && answerRepeated(event, event, { ...event, verb, version: Math.max(order.seenVersion, 1), ...said })
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
