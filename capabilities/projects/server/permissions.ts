import type { PermissionTable } from '@jincun/http'
import { supervisingRoles } from '@jincun/identity'
import type { Role } from '@jincun/identity'

type Entry = { roles: readonly Role[]; clause: string; what: { zh: string; en: string } }

/** The county directly answers: it chooses projects and keeps the register; the province approves plans and rules; nobody approves their own (6.2). */
export const permissions = {
  'projects.read': { roles: supervisingRoles, clause: 'notice-2020/6.2', what: { zh: '查看项目台账', en: 'See the project register' } },
  'projects.write': {
    roles: ['county-programme-office'],
    clause: 'notice-2020/6.2',
    what: { zh: '登记项目、采购、合同、资产和进度', en: 'Keep projects, procurement, contracts, assets and progress' },
  },
  'projects.propose-plan': {
    roles: ['county-government', 'county-programme-office'],
    clause: 'notice-2020/6.2',
    what: { zh: '提出方案变更', en: 'Propose a change of the plan' },
  },
  'projects.decide-plan': {
    roles: ['provincial-commerce'],
    clause: 'notice-2020/6.2',
    what: { zh: '批准或退回方案变更', en: 'Approve or return a change of the plan' },
  },
  'projects.decide-change': {
    roles: ['county-government', 'county-leader'],
    clause: 'notice-2020/6.2',
    what: { zh: '审批合同变更', en: 'Decide on changes of contracts' },
  },
  'projects.rule': {
    roles: ['provincial-commerce'],
    clause: 'notice-2020/3.6',
    what: { zh: '裁定存疑支出', en: 'Rule on doubtful spending' },
  },
  'projects.refer': {
    roles: ['county-programme-office', 'contractor'],
    clause: 'notice-2020/3.6',
    what: { zh: '就存疑的发票名称申请裁定', en: 'Ask for a ruling on a doubtful name of an invoice' },
  },
  'projects.take-stock': {
    roles: ['county-programme-office', 'third-party-assessor', 'provincial-commerce'],
    clause: 'notice-2020/6.3',
    what: { zh: '盘点资产', en: 'Take stock of assets' },
  },
  'projects.own': {
    roles: ['contractor'],
    clause: 'notice-2020/6.4d',
    what: { zh: '查看本单位的合同并报送进度', en: "See one's own contracts and report progress" },
  },
} as const satisfies Record<string, Entry> satisfies PermissionTable
