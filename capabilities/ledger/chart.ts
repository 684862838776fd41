import type { Bilingual } from '@jincun/policy'
import type { AccountKind, MoneySource } from './account.ts'

/** What an account is called on screens and in print. */
export const accountKindTitles: Record<AccountKind, Bilingual> = {
  appropriation: { zh: '中央预算安排', en: 'Central appropriation' },
  fund: { zh: '待安排资金', en: 'Funds not yet assigned' },
  allotted: { zh: '已下达', en: 'Allotted' },
  received: { zh: '收到上级', en: 'Received from above' },
  'local-match': { zh: '地方配套到位', en: 'Local match received' },
  'enterprise-input': { zh: '企业投入到位', en: 'Enterprise money received' },
  reclaimed: { zh: '收回资金', en: 'Reclaimed pool' },
  line: { zh: '预算明细', en: 'Budget line' },
  project: { zh: '项目', en: 'Project' },
  payee: { zh: '已拨付收款方', en: 'Paid to payee' },
}

export const moneySourceTitles: Record<MoneySource, Bilingual> = {
  central: { zh: '中央财政资金', en: 'Central funds' },
  local: { zh: '地方配套资金', en: 'Local match' },
  enterprise: { zh: '企业投入', en: 'Enterprise money' },
}

/** One permitted move: money leaves the debit side and arrives at the credit side. The database keeps the same list (ledger_move). */
export type Move = { kind: MoveKind; debit: AccountKind; credit: AccountKind; keepsBatch: boolean }

export const moveKinds = {
  appropriate: { zh: '预算安排', en: 'Appropriation' },
  allot: { zh: '下达', en: 'Allotment' },
  receive: { zh: '收到下达', en: 'Allotment received' },
  match: { zh: '配套到位', en: 'Match received' },
  invest: { zh: '企业投入到位', en: 'Enterprise money received' },
  budget: { zh: '安排到预算明细', en: 'Assigned to a budget line' },
  'release-line': { zh: '预算明细退回', en: 'Released from a budget line' },
  assign: { zh: '安排到项目', en: 'Assigned to a project' },
  'release-project': { zh: '项目资金退回', en: 'Released from a project' },
  disburse: { zh: '拨付', en: 'Disbursement' },
  'give-back': { zh: '退回上级', en: 'Given back' },
  'take-back': { zh: '收到退回', en: 'Taken back' },
  reclaim: { zh: '收回存量资金', en: 'Reclaimed' },
  reassign: { zh: '统筹安排', en: 'Reassigned' },
  bounce: { zh: '退票', en: 'Bounced payment' },
  correction: { zh: '更正', en: 'Correction' },
} as const satisfies Record<string, Bilingual>
export type MoveKind = keyof typeof moveKinds

const move = (kind: MoveKind, debit: AccountKind, credit: AccountKind, keepsBatch = true): Move => ({ kind, debit, credit, keepsBatch })

/**
 * 资金流向: central appropriation → province → county → budget line → project → payee; local match and enterprise money join at the
 * county's fund; what is reclaimed (notice-2020/3.7) waits in the province's pool until it is reassigned. Reversals need no line here:
 * a correction or a bounced payment names the entry it reverses.
 */
export const moves: readonly Move[] = [
  move('appropriate', 'appropriation', 'fund'),
  move('allot', 'fund', 'allotted'),
  move('receive', 'received', 'fund'),
  move('match', 'local-match', 'fund'),
  move('invest', 'enterprise-input', 'fund'),
  move('budget', 'fund', 'line'),
  move('release-line', 'line', 'fund'),
  move('assign', 'line', 'project'),
  move('release-project', 'project', 'line'),
  move('disburse', 'project', 'payee'),
  move('give-back', 'fund', 'received'),
  move('take-back', 'allotted', 'fund'),
  move('reclaim', 'fund', 'received'),
  move('reclaim', 'line', 'received'),
  move('reclaim', 'project', 'received'),
  move('reclaim', 'allotted', 'reclaimed'),
  move('reclaim', 'fund', 'reclaimed'),
  move('reassign', 'reclaimed', 'fund', false),
]
