import type { PermissionTable } from '@jincun/http'
import type { Role } from '@jincun/identity'

type Entry = { roles: readonly Role[]; clause: string; what: { zh: string; en: string } }

/**
 * The expert review. A reviewer's own routes ask only that somebody is signed in and then for `reviews.score` in the round's province:
 * their transaction has no jurisdiction, so row-level security shows nothing but the reviewer's own rows.
 */
export const reviewPermissions = {
  'reviews.read': {
    roles: ['provincial-commerce', 'provincial-finance', 'provincial-poverty', 'central-authority'],
    clause: 'notice-2020/5.2',
    what: { zh: '查看专家评审', en: 'See the expert review' },
  },
  'reviews.manage-experts': {
    roles: ['provincial-commerce'],
    clause: 'notice-2020/5.2',
    what: { zh: '管理评审专家库', en: 'Manage the pool of experts' },
  },
  'reviews.run': {
    roles: ['provincial-commerce'],
    clause: 'notice-2020/5.2',
    what: { zh: '组织专家评审', en: 'Run the expert review' },
  },
  'reviews.score': {
    roles: ['reviewer'],
    clause: 'notice-2020/5.2',
    what: { zh: '评审打分', en: 'Score applications' },
  },
} as const satisfies Record<string, Entry> satisfies PermissionTable
