import type { PermissionTable } from '@jincun/http'
import { supervisingRoles } from '@jincun/identity'
import type { Role } from '@jincun/identity'

type Entry = { roles: readonly Role[]; clause: string; what: { zh: string; en: string } }

const reporters: readonly Role[] = ['contractor', 'station-keeper', 'county-programme-office']

const office: readonly Role[] = ['county-programme-office']

/** Contractors and stations report, the county's office enters for those who cannot; supervising bodies read figures and rows (6.4c, 6.4d). */
export const permissions = {
  'reporting.submit': { roles: reporters, clause: 'notice-2020/6.4d', what: { zh: '报送交易流水', en: 'Report transactions' } },
  'reporting.for-others': {
    roles: office,
    clause: 'notice-2020/6.4d',
    what: { zh: '代承办单位报送', en: 'Report for a contractor' },
  },
  'reporting.batches': {
    roles: [...new Set([...supervisingRoles, ...reporters])],
    clause: 'notice-2020/6.4d',
    what: { zh: '查看报送批次', en: 'See reported batches' },
  },
  'reporting.see-all': {
    roles: [...new Set([...supervisingRoles, ...office])],
    clause: 'notice-2020/6.4d',
    what: { zh: '查看全县的报送批次（否则只看本单位）', en: 'See the batches of a whole county, not only those of one firm' },
  },
  'reporting.forms': {
    roles: [...new Set([...supervisingRoles, ...office])],
    clause: 'notice-2020/6.4c',
    what: { zh: '查看月报和年报', en: 'See monthly and yearly forms' },
  },
  'reporting.forms-enter': {
    roles: office,
    clause: 'notice-2020/6.4c',
    what: { zh: '填报和更正月报、年报', en: 'Hand in and correct monthly and yearly forms' },
  },
  'reporting.contract-forms': {
    roles: ['contractor', ...office],
    clause: 'notice-2020/6.4d',
    what: { zh: '上报和更正承办单位的报表', en: 'Hand in and correct the forms of a contractor' },
  },
  'reporting.stations': {
    roles: office,
    clause: 'notice-2020/6.4c',
    what: { zh: '登记报日报的站点', en: 'Register stations that report every day' },
  },
  'reporting.figures': {
    roles: supervisingRoles,
    clause: 'notice-2020/2.2',
    what: { zh: '查看报送数据和统计', en: 'See figures and the rows behind them' },
  },
} as const satisfies Record<string, Entry> satisfies PermissionTable
