import type { PermissionTable } from '@jincun/http'
import type { Role } from '@jincun/identity'

type Entry = { roles: readonly Role[]; clause: string; what: { zh: string; en: string } }

const readers: readonly Role[] = [
  'county-programme-office',
  'county-finance',
  'county-leader',
  'county-government',
  'provincial-commerce',
  'provincial-finance',
  'central-authority',
  'third-party-assessor',
  'audit-administrator',
]
const clause = 'notice-2020/6.2'

/** Four hands: the contractor asks, the programme office looks at the work, finance at the money, the leader at large sums. */
export const permissions = {
  'payments.read': { roles: readers, clause, what: { zh: '查看拨付申请', en: 'See payment requests' } },
  'payments.request': { roles: ['contractor'], clause, what: { zh: '申请拨付', en: 'Ask for payment' } },
  'payments.office-approve': {
    roles: ['county-programme-office'],
    clause,
    what: { zh: '审核拨付申请（项目办）', en: 'Approve as programme office' },
  },
  'payments.set-terms': {
    roles: ['county-programme-office'],
    clause: 'notice-2020/3.0',
    what: { zh: '登记合同的贴息、奖补条件', en: 'Enter the terms of support of a contract' },
  },
  'payments.finance-approve': {
    roles: ['county-finance'],
    clause,
    what: { zh: '审核拨付申请（财政）、登记国库支付', en: 'Approve as finance, enter treasury payments' },
  },
  'payments.leader-approve': { roles: ['county-leader'], clause, what: { zh: '审批大额拨付', en: 'Agree to large payments' } },
  'payments.assign-budget': { roles: ['county-finance'], clause, what: { zh: '把资金安排到方案明细', en: 'Assign money to plan lines' } },
} as const satisfies Record<string, Entry> satisfies PermissionTable
