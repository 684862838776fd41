import type { PermissionTable } from '@jincun/http'
import type { Role } from '../index.ts'

type Entry = { roles: readonly Role[]; clause?: string; what: { zh: string; en: string } }

/** Who may manage bodies, people and keys, and who may read the audit log. */
export const permissions = {
  'people.read': {
    roles: ['system-administrator', 'audit-administrator'],
    clause: 'notice-2020/2.1',
    what: { zh: '查看单位和人员', en: 'See organisations and people' },
  },
  'people.manage': {
    roles: ['system-administrator'],
    clause: 'notice-2020/2.1',
    what: { zh: '管理单位、人员和角色', en: 'Manage organisations, people and roles' },
  },
  'audit.read': {
    roles: ['audit-administrator', 'central-authority'],
    clause: 'notice-2020/2.1',
    what: { zh: '查看审计日志', en: 'Read the audit log' },
  },
} as const satisfies Record<string, Entry> satisfies PermissionTable
