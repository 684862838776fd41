import type { PermissionTable } from '@jincun/http'
import type { Role } from '@jincun/identity'

export const permissions = {
  'visits.read': {
    roles: ['county-programme-office', 'provincial-commerce'],
    clause: 'notice-2020/6.3',
    what: { zh: '查看走访记录', en: 'See visits' },
  },
  'visits.record': {
    roles: ['county-programme-office'],
    clause: 'notice-2020/6.3',
    what: { zh: '登记走访', en: 'Record a visit' },
  },
} as const satisfies PermissionTable & Record<string, { roles: readonly Role[] }>
