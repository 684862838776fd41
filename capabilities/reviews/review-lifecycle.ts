import { refuse } from '@jincun/kernel'
import type { Refusal, Result } from '@jincun/kernel'
import type { ReviewRoundState } from './review-round.ts'

/**
 * What may be done with a review round in which state; server and buttons read this one table.
 * The pool and the settings are fixed by `commit`, before the seed of the draw is known. After `close` the office sees the scores and
 * nobody scores any more, nor settles facts that earn preferences, except a reviewer who was asked to look again (`recheck`). What is confirmed stays.
 */
export const reviewRoundActions = {
  change: ['preparing'],
  commit: ['preparing'],
  draw: ['committed'],
  settle: ['committed', 'inviting', 'scoring'],
  answer: ['inviting', 'scoring'],
  replace: ['inviting', 'scoring'],
  assign: ['inviting'],
  score: ['scoring'],
  close: ['scoring'],
  recheck: ['closed'],
  confirm: ['closed'],
  publish: ['confirmed'],
  cancel: ['preparing', 'committed', 'inviting', 'scoring', 'closed'],
} as const satisfies Record<string, readonly ReviewRoundState[]>

export type ReviewRoundAction = keyof typeof reviewRoundActions

export const roundCan = (action: ReviewRoundAction, state: ReviewRoundState): boolean =>
  (reviewRoundActions[action] as readonly ReviewRoundState[]).includes(state)

export const roundStateNames: Record<ReviewRoundState, { zh: string; en: string }> = {
  preparing: { zh: '准备中', en: 'preparing' },
  committed: { zh: '待抽取', en: 'ready to draw' },
  inviting: { zh: '邀请专家', en: 'inviting' },
  scoring: { zh: '评分中', en: 'scoring' },
  closed: { zh: '评分结束', en: 'closed for scoring' },
  confirmed: { zh: '结果已确认', en: 'confirmed' },
  cancelled: { zh: '已撤销', en: 'cancelled' },
}

/** Refuses an action that the round's state does not allow, saying what the state is and when the action is possible. */
export function permitInState(action: ReviewRoundAction, state: ReviewRoundState): Result<undefined, Refusal> {
  if (roundCan(action, state)) return { ok: true, value: undefined }
  const possible = reviewRoundActions[action].map(each => roundStateNames[each])
  return refuse({
    kind: 'wrong-state',
    code: 'review-round-state',
    message: {
      zh: `评审轮次现为“${roundStateNames[state].zh}”，此操作只能在“${possible.map(name => name.zh).join('、')}”时进行。`,
      en: `The round is ${roundStateNames[state].en}; this can be done only while it is ${possible.map(name => name.en).join(' or ')}.`,
    },
    details: { state, action },
  })
}
