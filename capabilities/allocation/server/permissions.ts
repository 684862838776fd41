import type { PermissionTable } from '@jincun/http'
import type { Role } from '@jincun/identity'

type Entry = { roles: readonly Role[]; clause: string; what: { zh: string; en: string } }

/** The centre prepares and publishes; a province reads its own published number. */
export const permissions = {
  'allocation.read': {
    roles: ['central-authority'],
    clause: 'notice-2020/5.1',
    what: { zh: '查看因素法测算', en: 'See the factor method at work' },
  },
  'allocation.prepare': {
    roles: ['central-authority'],
    clause: 'notice-2020/5.1',
    what: { zh: '编制数据表并测算', en: 'Prepare the input sheet and runs' },
  },
  'allocation.publish': {
    roles: ['central-authority'],
    clause: 'notice-2020/5.1',
    what: { zh: '发布预下达数量', en: 'Publish provisional quotas' },
  },
  'allocation.quota': {
    roles: ['central-authority', 'provincial-commerce', 'provincial-finance', 'provincial-poverty'],
    clause: 'notice-2020/5.1',
    what: { zh: '查看本省预下达数量', en: "See one's own provisional quota" },
  },
} as const satisfies Record<string, Entry> satisfies PermissionTable
