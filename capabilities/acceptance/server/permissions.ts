import type { PermissionTable } from '@jincun/http'
import { supervisingRoles } from '@jincun/identity'
import type { Role } from '@jincun/identity'

type Entry = { roles: readonly Role[]; clause: string; what: { zh: string; en: string } }

/** The contractor asks and hands in data, the county checks, city and province visit a drawn sample, the province concludes (6.2, 6.4d). */
export const permissions = {
  'acceptance.read': { roles: supervisingRoles, clause: 'notice-2020/6.2', what: { zh: '查看验收', en: 'See acceptance' } },
  'acceptance.request': {
    roles: ['contractor'],
    clause: 'notice-2020/6.4d',
    what: { zh: '报送数据、申请验收', en: 'Hand in data and request acceptance' },
  },
  'acceptance.check': {
    roles: ['county-programme-office'],
    clause: 'notice-2020/6.2',
    what: { zh: '县级自验、运营回访', en: 'County check and operation checks' },
  },
  'acceptance.correct-site': {
    roles: ['county-programme-office'],
    clause: 'notice-2020/6.2',
    what: { zh: '更正申请验收后固定的站点', en: 'Correct a site that a request for acceptance fixed' },
  },
  'acceptance.visit': {
    roles: ['provincial-commerce', 'third-party-assessor'],
    clause: 'notice-2020/6.3',
    what: { zh: '抽样复核', en: 'Visit the drawn sample' },
  },
  'acceptance.decide': {
    roles: ['provincial-commerce'],
    clause: 'notice-2020/6.2',
    what: { zh: '抽样、作出验收结论', en: 'Draw the sample and conclude' },
  },
} as const satisfies Record<string, Entry> satisfies PermissionTable
