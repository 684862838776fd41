import type { PermissionTable } from '@jincun/http'
import { supervisingRoles } from '@jincun/identity'
import type { Role } from '@jincun/identity'

type Entry = { roles: readonly Role[]; clause: string; what: { zh: string; en: string } }

/** Finance keeps the books: the centre allots to provinces, provincial finance to counties, county finance assigns and pays (5.6). */
export const permissions = {
  'ledger.read': {
    roles: [...supervisingRoles, 'audit-administrator'],
    clause: 'notice-2020/5.6',
    what: { zh: '查看资金台账', en: 'See the ledger' },
  },
  'ledger.allot-to-province': {
    roles: ['central-authority'],
    clause: 'notice-2020/5.1',
    what: { zh: '下达资金到省', en: 'Allot money to provinces' },
  },
  'ledger.allot-to-county': {
    roles: ['provincial-finance'],
    clause: 'notice-2020/5.6',
    what: { zh: '下达资金到县', en: 'Allot money to counties' },
  },
  'ledger.reclaim': {
    roles: ['provincial-finance'],
    clause: 'notice-2020/3.7',
    what: { zh: '收回和统筹安排存量资金', en: 'Reclaim and reassign carried-over funds' },
  },
  'ledger.contribute': {
    roles: ['county-finance'],
    clause: 'notice-2020/3.0',
    what: { zh: '登记配套和企业投入到位', en: 'Enter local match and enterprise money received' },
  },
  'ledger.correct': {
    roles: ['county-finance', 'provincial-finance', 'central-authority'],
    clause: 'notice-2020/5.6',
    what: { zh: '更正台账分录', en: 'Correct entries of the ledger' },
  },
} as const satisfies Record<string, Entry> satisfies PermissionTable
