import type { PermissionTable } from '@jincun/http'
import { supervisingRoles } from '@jincun/identity'
import type { Role } from '@jincun/identity'

/** The county's office reports and answers for it; the address is the administrator's, because the program calls it (6.4c). */
export const permissions = {
  'ministry.read': {
    roles: [...supervisingRoles, 'system-administrator'],
    clause: 'notice-2020/6.4c',
    what: { zh: '查看向部系统的上报', en: 'See what was reported to the ministry’s system' },
  },
  'ministry.report': {
    roles: ['county-programme-office'],
    clause: 'notice-2020/6.4c',
    what: { zh: '向部系统上报、更正，维护站点编码', en: 'Report to the ministry’s system, correct, keep station codes' },
  },
  'ministry.address': {
    roles: ['system-administrator'],
    clause: 'notice-2020/6.4c',
    what: { zh: '设置部系统接口地址', en: 'Set the address of the ministry’s system' },
  },
} as const satisfies Record<string, { roles: readonly Role[]; clause: string; what: { zh: string; en: string } }> satisfies PermissionTable
