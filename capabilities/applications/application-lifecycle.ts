import type { Refusal } from '@jincun/kernel'
import type { ApplicationState } from './application.ts'

type Action = { from: readonly ApplicationState[]; to: ApplicationState | 'same'; label: { zh: string; en: string } }

/**
 * States × permitted actions: the one table, read by the verbs, the server and the buttons.
 * `same` leaves the state as it is. Who may act is another table (server/permissions.ts).
 */
export const applicationActions = {
  save: { from: ['draft', 'returned'], to: 'same', label: { zh: '保存', en: 'Save' } },
  attach: { from: ['draft', 'returned'], to: 'same', label: { zh: '上传附件', en: 'Attach a file' } },
  rule: { from: ['draft', 'returned'], to: 'same', label: { zh: '裁定存疑支出', en: 'Rule on a doubtful line' } },
  confirm: { from: ['draft', 'returned'], to: 'same', label: { zh: '确认名单未载事实', en: 'Confirm a fact the lists leave open' } },
  submit: { from: ['draft', 'returned'], to: 'submitted', label: { zh: '提交', en: 'Submit' } },
  return: { from: ['submitted'], to: 'returned', label: { zh: '退回修改', en: 'Return for amendment' } },
  accept: { from: ['submitted'], to: 'accepted-for-review', label: { zh: '受理并送评审', en: 'Accept for review' } },
  withdraw: { from: ['draft', 'submitted', 'returned'], to: 'withdrawn', label: { zh: '撤回申报', en: 'Withdraw' } },
  forfeit: { from: ['draft', 'returned'], to: 'forfeited', label: { zh: '视同自动放弃', en: 'Forfeit' } },
  reopen: { from: ['forfeited'], to: 'draft', label: { zh: '裁定重新开放', en: 'Reopen by ruling' } },
} as const satisfies Record<string, Action>

export type ApplicationAction = keyof typeof applicationActions

export const stateLabels: Record<ApplicationState, { zh: string; en: string }> = {
  draft: { zh: '草稿', en: 'Draft' },
  submitted: { zh: '已提交', en: 'Submitted' },
  returned: { zh: '退回修改', en: 'Returned for amendment' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  forfeited: { zh: '视同自动放弃', en: 'Forfeited' },
  'accepted-for-review': { zh: '已受理送评审', en: 'Accepted for review' },
}

export const applicationCan = (action: ApplicationAction, state: ApplicationState): boolean =>
  (applicationActions[action].from as readonly ApplicationState[]).includes(state)

/** What may be done in a state, in the order of the table. */
export const actionsIn = (state: ApplicationState): ApplicationAction[] =>
  (Object.keys(applicationActions) as ApplicationAction[]).filter(action => applicationCan(action, state))

/** The state after an action; only for an action the state permits. */
export function stateAfter(action: ApplicationAction, state: ApplicationState): ApplicationState {
  const { to } = applicationActions[action]
  return to === 'same' ? state : to
}

/** Says which state the application is in and in which states the action may be taken. */
export function wrongState(action: ApplicationAction, state: ApplicationState): Refusal {
  const { from, label } = applicationActions[action]
  const states = from.map(each => stateLabels[each])
  return {
    kind: 'wrong-state',
    code: 'application-state-forbids-action',
    message: {
      zh: `申报现为“${stateLabels[state].zh}”，不能${label.zh}；只有${states.map(each => `“${each.zh}”`).join('、')}的申报可以。`,
      en: `The application is “${stateLabels[state].en}”; “${label.en}” is possible only when it is ${states.map(each => `“${each.en}”`).join(' or ')}.`,
    },
    details: { state, action },
  }
}
