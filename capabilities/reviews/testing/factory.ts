import type { Expert, ReviewedApplication } from '../expert.ts'

const uuid = (kind: number, number: number): string => `01900000-0000-7000-8000-${String(kind * 1_000_000 + number).padStart(12, '0')}`

/** The id of the n-th expert made here. */
export const expertId = (number: number): string => uuid(1, number)

/** The id of the n-th application made here. */
export const applicationId = (number: number): string => uuid(2, number)

/** An expert without ties to anybody, unless they are given. */
export const anExpert = (number: number, more: Partial<Expert> = {}): Expert => ({
  id: expertId(number),
  provinceCode: '510000',
  name: `专家${number}`,
  personId: null,
  organisationName: `示例大学${number}`,
  title: '教授',
  homeCountyCode: '510104',
  fields: ['training'],
  declaredRelations: [],
  pastContracts: [],
  active: true,
  ...more,
})

/** An application of a county with the made-up code 5199nn. */
export const anApplication = (number: number, more: Partial<ReviewedApplication> = {}): ReviewedApplication => ({
  applicationId: applicationId(number),
  countyCode: `5199${String(number).padStart(2, '0')}`,
  countyName: `示例县${number}`,
  organisationNames: [],
  fields: ['training'],
  ...more,
})
