import type { PermissionTable } from '@jincun/http'
import { supervisingRoles } from '@jincun/identity'
import type { Role } from '@jincun/identity'

type Entry = { roles: readonly Role[]; clause: string; what: { zh: string; en: string } }

/** Whoever supervises may look; the outcome is written by those above the county and by the third party, never by the office that is looked at (6.3). */
export const permissions = {
  'signals.read': { roles: supervisingRoles, clause: 'notice-2020/6.3', what: { zh: '查看预警', en: 'See signals' } },
  'signals.run': {
    roles: supervisingRoles,
    clause: 'notice-2020/6.3',
    what: { zh: '检查一段时间的交易', en: 'Look at the orders of a period' },
  },
  'signals.decide': {
    roles: ['central-authority', 'provincial-commerce', 'third-party-assessor'],
    clause: 'notice-2020/6.3',
    what: { zh: '登记预警的核查结果', en: 'Record what came of a signal' },
  },
} as const satisfies Record<string, Entry> satisfies PermissionTable
