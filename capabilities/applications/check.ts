import type { CountyStanding } from '@jincun/designation'
import { parameterFor } from '@jincun/policy'
import type { Bilingual, Finding, FindingStatus, ParameterForYear, PolicyPack, RowRef, RuleEntry } from '@jincun/policy'
import type { Application, ApplicationContent } from './application.ts'
import type { Measured } from './measured.ts'

/** What a check looks at: an application's words and files, the rulings on it, and where the county stands. */
export type Applicant = Pick<Application, 'countyCode' | 'year' | 'content' | 'attachments' | 'rulings' | 'confirmations'>

/**
 * A check's arguments: the applicant, the county's standing, what the records measure, the policy, and the entry of the year's rule book
 * that switched it on.
 */
export type CheckContext = Applicant & { standing: CountyStanding; measured: Measured; pack: PolicyPack; entry: RuleEntry }

/** A rule as code: none, one or several findings. No finding means that the rule does not apply to this applicant. */
export type Check = (context: CheckContext) => Finding[]

type Said = {
  status: FindingStatus
  measured: string | null
  required: string
  message: Bilingual
  where?: string
  rows?: RowRef[]
}

/** Dresses what a check says as a finding: the rule's id is its permanent code; force and clause come from the rule book. */
export function finding({ entry }: Pick<CheckContext, 'entry'>, said: Said): Finding {
  return { code: entry.rule, force: entry.force, clause: entry.clause, rows: [], ...said }
}

/** The number a rule reads in a role, e.g. 'minimum'; a role the rule book leaves out is a mistake in the policy folder and throws. */
export function numberIn({ entry, pack, year }: Pick<CheckContext, 'entry' | 'pack' | 'year'>, role: string): ParameterForYear {
  const id = entry.parameters[role]
  if (!id) throw new Error(`Rule ${entry.rule} of ${year} names no parameter for “${role}”. Fill policy/rules/${year}.yaml.`)
  return parameterFor(pack, id, year)
}

/** Whether a parameter of place codes (two digits a province, six a county) covers a place. */
export const coversPlace = (codes: readonly string[], placeCode: string): boolean => codes.some(code => placeCode.startsWith(code))

/** The row of the county itself, which opens its standing. */
export const countyRow = ({ standing }: Pick<CheckContext, 'standing'>): RowRef => ({
  kind: 'county',
  key: standing.countyCode,
  label: standing.name,
})

/** The attachments an applicant shows as evidence; ids of files that are not there count for nothing. */
export const evidenceRows = ({ attachments }: Pick<Applicant, 'attachments'>, ids: readonly string[]): RowRef[] =>
  attachments.filter(file => ids.includes(file.id)).map(file => ({ kind: 'attachment', key: file.id, label: file.name }))

/** Counties that must meet what is asked of selected ones: region-wide roll-out and direct designation are not selected. */
export const isSelected = ({ content }: { content: ApplicationContent }): boolean => content.type === 'first' || content.type === 'repeat'

/**
 * Whether the conditions of a second application (4.4) are asked: of everyone who applies again, and of a county known to have been
 * supported before whatever type it writes, so that a wrong type is no way round them.
 */
export const appliesAgain = ({ content, standing }: Pick<CheckContext, 'content' | 'standing'>): boolean =>
  content.type === 'repeat' || (content.type === 'first' && standing.supportedBefore === 'yes')
