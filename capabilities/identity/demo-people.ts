import { derivedId } from '@jincun/proof'
import type { OrganisationKind } from './organisation.ts'
import type { Role } from './role.ts'

/** Everyone of the demonstration signs in with this; demo people exist in demo installations only. */
export const demoPassword = 'jincun-demo-2020'

export type DemoPerson = { username: string; name: string; organisation: string; grants: readonly { role: Role; placeCode: string }[] }

/** `socialCreditCode`: made-up codes whose check characters are right; only contractors of the demonstration have one. */
type DemoOrganisation = { key: string; name: string; kind: OrganisationKind; placeCode: string; socialCreditCode?: string }

/** The same id for the same demo thing in every installation, so that seeds of different slices meet. */
export const demoId = (key: string): string => derivedId(`jincun demo ${key}`)

const provinces = [
  {
    key: 'sichuan',
    code: '510000',
    name: '四川省',
    counties: [
      ['zhaojue', '513431', '昭觉县', '91513431MA6DEMA18G'],
      ['pingchang', '511923', '平昌县', '91511923MA6DEMA26R'],
    ],
  },
  { key: 'guizhou', code: '520000', name: '贵州省', counties: [['rongjiang', '522632', '榕江县', '91522632MA6DEMA34N']] },
  { key: 'gansu', code: '620000', name: '甘肃省', counties: [['tanchang', '621223', '宕昌县', '91621223MA6DEMA426']] },
] as const

const countyList = provinces.flatMap(province => province.counties.map(([key, code, name, firmCode]) => ({ key, code, name, firmCode })))

export const demoOrganisations: readonly DemoOrganisation[] = [
  { key: 'centre', name: '（演示）中央三部门', kind: 'central-authority', placeCode: '000000' },
  { key: 'accountant', name: '（演示）某会计师事务所', kind: 'third-party', placeCode: '510000', socialCreditCode: '91510000MA6DEMA505' },
  ...provinces.flatMap(({ key, code, name }) => [
    { key: `${key}-commerce`, name: `（演示）${name}商务厅`, kind: 'provincial-authority' as const, placeCode: code },
    { key: `${key}-finance`, name: `（演示）${name}财政厅`, kind: 'provincial-authority' as const, placeCode: code },
    { key: `${key}-poverty`, name: `（演示）${name}扶贫办`, kind: 'provincial-authority' as const, placeCode: code },
    { key: `${key}-experts`, name: `（演示）${name}评审专家库`, kind: 'expert-body' as const, placeCode: code },
  ]),
  ...countyList.flatMap(({ key, code, name, firmCode }) => [
    { key: `${key}-government`, name: `（演示）${name}人民政府`, kind: 'county-government' as const, placeCode: code },
    { key: `${key}-office`, name: `（演示）${name}商务局项目办`, kind: 'programme-office' as const, placeCode: code },
    { key: `${key}-finance`, name: `（演示）${name}财政局`, kind: 'finance-bureau' as const, placeCode: code },
    {
      key: `${key}-contractor`,
      name: `（演示）${name}电商服务有限公司`,
      kind: 'contractor' as const,
      placeCode: code,
      socialCreditCode: firmCode,
    },
  ]),
]

const provincePeople = provinces.flatMap(({ key, code, name }): DemoPerson[] => [
  {
    username: `${key}-commerce`,
    name: `${name}商务经办`,
    organisation: `${key}-commerce`,
    grants: [{ role: 'provincial-commerce', placeCode: code }],
  },
  {
    username: `${key}-finance`,
    name: `${name}财政经办`,
    organisation: `${key}-finance`,
    grants: [{ role: 'provincial-finance', placeCode: code }],
  },
  {
    username: `${key}-poverty`,
    name: `${name}扶贫经办`,
    organisation: `${key}-poverty`,
    grants: [{ role: 'provincial-poverty', placeCode: code }],
  },
  ...[1, 2, 3, 4, 5].map(
    (number): DemoPerson => ({
      username: `${key}-reviewer-${number}`,
      name: `${name}专家${'一二三四五'[number - 1]}`,
      organisation: `${key}-experts`,
      grants: [{ role: 'reviewer', placeCode: code }],
    }),
  ),
])

const countyPeople = countyList.flatMap(({ key, code, name }): DemoPerson[] => [
  {
    username: `${key}-government`,
    name: `${name}政府经办`,
    organisation: `${key}-government`,
    grants: [{ role: 'county-government', placeCode: code }],
  },
  {
    username: `${key}-office`,
    name: `${name}项目办经办`,
    organisation: `${key}-office`,
    grants: [{ role: 'county-programme-office', placeCode: code }],
  },
  {
    username: `${key}-finance`,
    name: `${name}财政局经办`,
    organisation: `${key}-finance`,
    grants: [{ role: 'county-finance', placeCode: code }],
  },
  {
    username: `${key}-leader`,
    name: `${name}分管县领导`,
    organisation: `${key}-government`,
    grants: [{ role: 'county-leader', placeCode: code }],
  },
  {
    username: `${key}-contractor`,
    name: `${name}承办单位经办`,
    organisation: `${key}-contractor`,
    grants: [{ role: 'contractor', placeCode: code }],
  },
])

export const demoPeople: readonly DemoPerson[] = [
  { username: 'centre', name: '三部门经办', organisation: 'centre', grants: [{ role: 'central-authority', placeCode: '000000' }] },
  {
    username: 'administrator',
    name: '系统管理员',
    organisation: 'centre',
    grants: [{ role: 'system-administrator', placeCode: '000000' }],
  },
  { username: 'auditor', name: '审计管理员', organisation: 'centre', grants: [{ role: 'audit-administrator', placeCode: '000000' }] },
  {
    username: 'accountant',
    name: '会计师事务所审计员',
    organisation: 'accountant',
    grants: [{ role: 'third-party-assessor', placeCode: '510000' }],
  },
  ...provincePeople,
  ...countyPeople,
  {
    username: 'zhaojue-station',
    name: '昭觉县某村站长',
    organisation: 'zhaojue-contractor',
    grants: [{ role: 'station-keeper', placeCode: '513431' }],
  },
]
