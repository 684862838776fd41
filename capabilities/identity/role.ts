import type { Bilingual } from '@jincun/policy'

/** Roles of the programme (2.1: the centre plans, the province answers, city and county carry out) and of running the system. */
export const roles = {
  'central-authority': { zh: '中央三部门', en: 'Central authorities' },
  'provincial-commerce': { zh: '省级商务主管部门', en: 'Provincial commerce authority' },
  'provincial-finance': { zh: '省级财政部门', en: 'Provincial finance authority' },
  'provincial-poverty': { zh: '省级扶贫部门', en: 'Provincial poverty-alleviation office' },
  'county-government': { zh: '县级人民政府', en: 'County government' },
  'county-programme-office': { zh: '县级项目办', en: 'County programme office' },
  'county-finance': { zh: '县级财政部门', en: 'County finance bureau' },
  'county-leader': { zh: '县级分管领导', en: 'County leader in charge' },
  reviewer: { zh: '评审专家', en: 'Expert reviewer' },
  'third-party-assessor': { zh: '第三方机构', en: 'Third-party assessor' },
  contractor: { zh: '承办单位', en: 'Contractor' },
  'station-keeper': { zh: '站长', en: 'Station keeper' },
  'system-administrator': { zh: '系统管理员', en: 'System administrator' },
  'audit-administrator': { zh: '审计管理员', en: 'Audit administrator' },
} as const satisfies Record<string, Bilingual>

export type Role = keyof typeof roles

/** Role ids as a list, for schemas. */
export const roleIds = Object.keys(roles) as [Role, ...Role[]]

/** Who oversees a county's money and projects: those who answer for them at each level, and those who look over their shoulder (2.1, 6.3). */
export const supervisingRoles: readonly Role[] = [
  'central-authority',
  'provincial-commerce',
  'provincial-finance',
  'provincial-poverty',
  'county-government',
  'county-programme-office',
  'county-finance',
  'county-leader',
  'third-party-assessor',
]

/** The level of place a role is held for: '000000', 'xx0000', or a county code. */
export const levelOfRole: Record<Role, 'nation' | 'province' | 'county' | 'any'> = {
  'central-authority': 'nation',
  'provincial-commerce': 'province',
  'provincial-finance': 'province',
  'provincial-poverty': 'province',
  'county-government': 'county',
  'county-programme-office': 'county',
  'county-finance': 'county',
  'county-leader': 'county',
  reviewer: 'province',
  'third-party-assessor': 'any',
  contractor: 'county',
  'station-keeper': 'county',
  'system-administrator': 'any',
  'audit-administrator': 'any',
}

/** The level of a place code by its trailing zeros. */
export function levelOfPlace(placeCode: string): 'nation' | 'province' | 'county' {
  if (placeCode === '000000') return 'nation'
  return placeCode.endsWith('0000') ? 'province' : 'county'
}

/** Whether a role can be held for a place: a county government is not held for a province. */
export const roleFitsPlace = (role: Role, placeCode: string): boolean =>
  levelOfRole[role] === 'any' || levelOfRole[role] === levelOfPlace(placeCode)
