import type { PermissionTable } from '@jincun/http'
import type { Role } from '@jincun/identity'

type Entry = { roles: readonly Role[]; clause: string; what: { zh: string; en: string } }

const province: readonly Role[] = ['provincial-commerce', 'provincial-finance', 'provincial-poverty']

/** The centre reviews, approves and settles; the province names its counties by letter; the centre confirms and publishes (5.4, 5.5). */
export const permissions = {
  'settlement.read': {
    roles: [...province, 'central-authority'],
    clause: 'notice-2020/5.4',
    what: { zh: '查看核定与结算', en: 'See approvals and settlement' },
  },
  'settlement.decide': {
    roles: ['central-authority'],
    clause: 'notice-2020/5.4',
    what: { zh: '评审方案、核定数量、结算资金', en: 'Review plans, approve numbers, settle the money' },
  },
  'final-lists.read': {
    roles: [...province, 'central-authority'],
    clause: 'notice-2020/5.5',
    what: { zh: '查看最终名单', en: 'See final lists' },
  },
  'final-lists.edit': { roles: province, clause: 'notice-2020/5.5', what: { zh: '编制最终名单', en: 'Write the final list' } },
  'final-lists.submit': {
    roles: ['provincial-commerce'],
    clause: 'notice-2020/5.5',
    what: { zh: '报送最终名单', en: 'Submit the final list' },
  },
  'final-lists.decide': {
    roles: ['central-authority'],
    clause: 'notice-2020/5.5',
    what: { zh: '退回、裁定、确认并公布最终名单', en: 'Return, rule on, confirm and publish final lists' },
  },
} as const satisfies Record<string, Entry> satisfies PermissionTable
