import type { PermissionTable } from '@jincun/http'
import type { Role } from '@jincun/identity'

type Entry = { roles: readonly Role[]; clause: string; what: { zh: string; en: string } }

const province: readonly Role[] = ['provincial-commerce', 'provincial-finance', 'provincial-poverty']

/** The province's ranked list: its three authorities write it, commerce hands it in, the centre takes it and alone may rule (5.2, 5.3). */
export const listPermissions = {
  'ranked-lists.read': {
    roles: [...province, 'central-authority'],
    clause: 'notice-2020/5.2',
    what: { zh: '查看排序名单', en: 'See ranked lists' },
  },
  'ranked-lists.edit': {
    roles: province,
    clause: 'notice-2020/5.2',
    what: { zh: '编制排序名单和省级方案', en: 'Write the ranked list and provincial plan' },
  },
  'ranked-lists.submit': {
    roles: ['provincial-commerce'],
    clause: 'notice-2020/5.3',
    what: { zh: '报送排序名单', en: 'Submit the ranked list' },
  },
  'ranked-lists.rule': {
    roles: ['central-authority'],
    clause: 'notice-2020/5.3',
    what: { zh: '认定自动放弃、裁定重新开放', en: 'Record a forfeiture, reopen by ruling' },
  },
} as const satisfies Record<string, Entry> satisfies PermissionTable
