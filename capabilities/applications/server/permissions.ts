import type { PermissionTable } from '@jincun/http'
import type { Role } from '@jincun/identity'

type Entry = { roles: readonly Role[]; clause: string; what: { zh: string; en: string } }

const county: readonly Role[] = ['county-government', 'county-programme-office']
const province: readonly Role[] = ['provincial-commerce', 'provincial-finance', 'provincial-poverty']

/** Who may do what with applications: the county writes and its government submits, the province judges, the centre reopens (2.1, 5.2, 5.3). */
export const permissions = {
  'applications.read': {
    roles: [...county, ...province, 'central-authority'],
    clause: 'notice-2020/5.2',
    what: { zh: '查看申报', en: 'Read applications' },
  },
  'applications.write': { roles: county, clause: 'notice-2020/4.3', what: { zh: '填写申报', en: 'Write an application' } },
  'applications.submit': {
    roles: ['county-government'],
    clause: 'notice-2020/5.2',
    what: { zh: '提交或撤回申报', en: 'Submit or withdraw an application' },
  },
  'applications.decide': {
    roles: ['provincial-commerce'],
    clause: 'notice-2020/5.2',
    what: { zh: '受理或退回申报', en: 'Accept or return an application' },
  },
  'applications.rule': {
    roles: ['provincial-commerce', 'provincial-finance'],
    clause: 'notice-2020/3.6',
    what: { zh: '裁定存疑支出', en: 'Rule on a doubtful budget line' },
  },
  'applications.confirm': {
    roles: ['provincial-commerce'],
    clause: 'notice-2017/3',
    what: { zh: '确认范围和以前年度支持情况', en: 'Confirm scope and earlier support' },
  },
  'applications.confirm-incentive': {
    roles: ['central-authority'],
    clause: 'notice-2020/4.7',
    what: { zh: '确认典型激励县', en: 'Confirm an incentive county' },
  },
  'applications.reopen': {
    roles: ['central-authority'],
    clause: 'notice-2020/5.3',
    what: { zh: '裁定重新开放逾期申报', en: 'Reopen a forfeited application by ruling' },
  },
} as const satisfies Record<string, Entry> satisfies PermissionTable
