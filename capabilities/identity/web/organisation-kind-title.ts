import type { Bilingual } from '@jincun/policy'
import type { OrganisationKind } from '../organisation.ts'

export const organisationKindTitles: Record<OrganisationKind, Bilingual> = {
  'central-authority': { zh: '中央主管部门', en: 'Central authority' },
  'provincial-authority': { zh: '省级主管部门', en: 'Provincial authority' },
  'county-government': { zh: '县级人民政府', en: 'County government' },
  'programme-office': { zh: '县级项目办', en: 'County programme office' },
  'finance-bureau': { zh: '县级财政部门', en: 'County finance bureau' },
  'expert-body': { zh: '评审专家所在单位', en: 'Body of expert reviewers' },
  'third-party': { zh: '第三方机构', en: 'Third party' },
  contractor: { zh: '承办单位', en: 'Contractor' },
  station: { zh: '服务站点', en: 'Service station' },
}
