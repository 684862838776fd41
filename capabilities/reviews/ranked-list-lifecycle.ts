import { formatShanghai } from '@jincun/kernel'
import type { Refusal } from '@jincun/kernel'
import { z } from 'zod'

/** `forfeited`: late or irregular (5.3). `reopened`: by a recorded ruling of the centre, until the instant the ruling names. */
export const RankedListState = z.enum(['draft', 'submitted', 'forfeited', 'reopened'])
export type RankedListState = z.infer<typeof RankedListState>

type Action = { from: readonly RankedListState[]; to: RankedListState | 'same'; label: { zh: string; en: string } }

/** States × permitted actions: one table for the verbs, the server and the buttons. `same` leaves the state as it is. */
export const rankedListActions = {
  save: { from: ['draft', 'reopened'], to: 'same', label: { zh: '保存', en: 'Save' } },
  submit: { from: ['draft', 'reopened'], to: 'submitted', label: { zh: '报送', en: 'Submit' } },
  recall: { from: ['submitted'], to: 'draft', label: { zh: '撤回修改', en: 'Recall to amend' } },
  forfeit: { from: ['draft', 'submitted', 'reopened'], to: 'forfeited', label: { zh: '记录自动放弃', en: 'Record the forfeiture' } },
  reopen: { from: ['forfeited'], to: 'reopened', label: { zh: '裁定重新开放', en: 'Reopen by ruling' } },
} as const satisfies Record<string, Action>

export type RankedListVerb = keyof typeof rankedListActions

export const rankedListStateLabels: Record<RankedListState, { zh: string; en: string }> = {
  draft: { zh: '草稿', en: 'Draft' },
  submitted: { zh: '已报送', en: 'Submitted' },
  forfeited: { zh: '视同自动放弃', en: 'Forfeited' },
  reopened: { zh: '裁定重新开放', en: 'Reopened by ruling' },
}

/** What has happened to a list, oldest first: its state is folded from these and never stored apart from them. */
export const RankedListEvent = z.strictObject({
  id: z.uuid(),
  verb: z.enum(['submit', 'recall', 'forfeit', 'reopen']),
  at: z.iso.datetime(),
  by: z.string(),
  /** Version of the content concerned. */
  version: z.number().int().min(1),
  /** Hash of the package that was handed in; on other verbs null. */
  packageHash: z.string().nullable(),
  reason: z.string().nullable(),
  /** On `reopen`: the number of the ruling and the instant until which it holds. */
  ruling: z.string().nullable(),
  until: z.iso.datetime().nullable(),
})
export type RankedListEvent = z.infer<typeof RankedListEvent>

const opened = (events: readonly RankedListEvent[]) => events.some(event => event.verb === 'reopen')

/** The state after all events. A list recalled after a reopening is again `reopened`, so that the ruling keeps its hold. */
export function rankedListState(events: readonly RankedListEvent[]): RankedListState {
  const last = events.at(-1)
  if (!last) return 'draft'
  if (last.verb === 'recall') return opened(events) ? 'reopened' : 'draft'
  return rankedListActions[last.verb].to
}

/** The ruling that last reopened the list, if any: until when, and by what. */
export function extensionOf(events: readonly RankedListEvent[]): { until: Date; ruling: string } | null {
  const reopening = events.findLast(event => event.verb === 'reopen')
  return reopening?.until ? { until: new Date(reopening.until), ruling: reopening.ruling ?? '' } : null
}

/**
 * The state as of an instant: what has not been submitted when its time is up counts as forfeited (5.3: 视同自动放弃) before anybody
 * records it. `closes` is the first instant that is too late.
 */
export function rankedListStateAt(events: readonly RankedListEvent[], closes: Date, now: Date): RankedListState {
  const state = rankedListState(events)
  const end = extensionOf(events)?.until ?? closes
  return state !== 'submitted' && now.getTime() >= end.getTime() ? 'forfeited' : state
}

export const rankedListCan = (verb: RankedListVerb, state: RankedListState): boolean =>
  (rankedListActions[verb].from as readonly RankedListState[]).includes(state)

/** Says what state the list is in, since when it is too late where it is late, and what would help. */
export function listStateForbids(verb: RankedListVerb, state: RankedListState, closes: Date): Refusal {
  const label = rankedListActions[verb].label
  const late = state === 'forfeited' ? ` 报送截止${formatShanghai(closes)}已过或已被认定不合规定，须由三部门裁定重新开放。` : ''
  return {
    kind: 'wrong-state',
    code: 'ranked-list-state-forbids',
    message: {
      zh: `名单现为“${rankedListStateLabels[state].zh}”，不能${label.zh}。${late}`,
      en: `The list is "${rankedListStateLabels[state].en}"; "${label.en}" is not possible now.${late ? ' Only a recorded ruling of the centre reopens it.' : ''}`,
    },
    details: { state, verb },
  }
}
