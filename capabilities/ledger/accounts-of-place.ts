import { provinceCodeOf } from '@jincun/places'
import type { AccountKind, AccountSpec, MoneySource } from './account.ts'
import { keyOf } from './movement.ts'

/** The money of a budget year and a batch of counties. */
export type Batch = { source: MoneySource; budgetYear: number; batchYear: number }

const plain = (countyCode: string, kind: AccountKind, batch: Batch, subject = '', title = ''): AccountSpec => ({
  countyCode,
  kind,
  ...batch,
  subject,
  title,
  parent: null,
})

/** The government above: the nation of a province, the province of a county. */
export const parentPlaceOf = (countyCode: string): string => (countyCode.endsWith('0000') ? '000000' : provinceCodeOf(countyCode))

export const appropriationOf = (batch: Batch): AccountSpec => plain('000000', 'appropriation', batch)
export const fundOf = (countyCode: string, batch: Batch): AccountSpec => plain(countyCode, 'fund', batch)
/** In the parent's book: what went to the place below. */
export const allottedTo = (countyCode: string, batch: Batch): AccountSpec => plain(parentPlaceOf(countyCode), 'allotted', batch, countyCode)
/** In the place's own book: what came from above. The pair of allottedTo. */
export const receivedBy = (countyCode: string, batch: Batch): AccountSpec => plain(countyCode, 'received', batch, parentPlaceOf(countyCode))
export const reclaimedPool = (provinceCode: string, batch: Batch): AccountSpec => plain(provinceCode, 'reclaimed', batch)
export const localMatchOf = (countyCode: string, batch: Batch): AccountSpec => plain(countyCode, 'local-match', batch)
export const enterpriseInputOf = (countyCode: string, batch: Batch): AccountSpec => plain(countyCode, 'enterprise-input', batch)

/** A line of the county's approved plan. */
export const lineAccount = (countyCode: string, batch: Batch, lineId: string, title: string): AccountSpec => ({
  ...plain(countyCode, 'line', batch, lineId, title),
  parent: keyOf(fundOf(countyCode, batch)),
})

/** A project under a budget line. One project may draw on several lines, each with an account of its own. */
export const projectAccount = (line: AccountSpec, projectId: string, title: string): AccountSpec => ({
  ...line,
  kind: 'project',
  subject: `${line.subject}/${projectId}`,
  title,
  parent: keyOf(line),
})

/** What was paid under a contract of a project: its balance is the sum paid out, bounced payments taken off. */
export const payeeAccount = (project: AccountSpec, contractId: string, title: string): AccountSpec => ({
  ...project,
  kind: 'payee',
  subject: `${project.subject}/${contractId}`,
  title,
  parent: keyOf(project),
})
