import type { Refusal } from '@jincun/kernel'
import { z } from 'zod'

/** `published` ends it: the counties are demonstration counties from the date of the letter. */
export const FinalListState = z.enum(['draft', 'submitted', 'published'])
export type FinalListState = z.infer<typeof FinalListState>

type Action = { from: readonly FinalListState[]; to: FinalListState | 'same'; label: { zh: string; en: string } }

/** States × permitted actions: one table for the verbs, the server and the buttons. */
export const finalListActions = {
  save: { from: ['draft'], to: 'same', label: { zh: '保存', en: 'Save' } },
  submit: { from: ['draft'], to: 'submitted', label: { zh: '以省政府函报送', en: 'Submit by government letter' } },
  return: { from: ['submitted'], to: 'draft', label: { zh: '退回', en: 'Return' } },
  publish: { from: ['submitted'], to: 'published', label: { zh: '确认并公布', en: 'Confirm and publish' } },
} as const satisfies Record<string, Action>

export type FinalListVerb = keyof typeof finalListActions

export const finalListStateLabels: Record<FinalListState, { zh: string; en: string }> = {
  draft: { zh: '草稿', en: 'Draft' },
  submitted: { zh: '已报送', en: 'Submitted' },
  published: { zh: '已公布', en: 'Published' },
}

export const finalListCan = (verb: FinalListVerb, state: FinalListState): boolean =>
  (finalListActions[verb].from as readonly FinalListState[]).includes(state)

/** Says what state the final list is in and which action it forbids. */
export function finalStateForbids(verb: FinalListVerb, state: FinalListState): Refusal {
  return {
    kind: 'wrong-state',
    code: 'final-list-state-forbids',
    message: {
      zh: `最终名单现为“${finalListStateLabels[state].zh}”，不能${finalListActions[verb].label.zh}。`,
      en: `The final list is "${finalListStateLabels[state].en}"; "${finalListActions[verb].label.en}" is not possible now.`,
    },
    details: { state, verb },
  }
}
