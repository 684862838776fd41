import { accept, canonicalJson, refuse } from '@jincun/kernel'
import type { Refusal, Result } from '@jincun/kernel'
import type { ReportType } from '@jincun/policy'
import { compareForms } from './compare-forms.ts'
import type { FormDifference } from './compare-forms.ts'
import type { FormRow, FormVersion } from './form-report.ts'

export type FormOrder = Pick<FormVersion, 'id' | 'rows' | 'reason' | 'channel' | 'paperFileId'> & {
  /** The version the sender saw; 0 where there was none. */
  seenVersion: number
}

const sameRows = (a: readonly FormRow[], b: readonly FormRow[]): boolean => canonicalJson([...a]) === canonicalJson([...b])

const stale = (type: ReportType, standing: FormVersion, order: FormOrder): Refusal => ({
  kind: 'conflict',
  code: 'form-version',
  message: {
    zh: `这一期已更新到第${standing.version}版，请在最新内容上再改。`,
    en: `This period is at version ${standing.version} by now; make the change again on it.`,
  },
  details: { version: standing.version, differences: compareForms(type, standing.rows, order.rows) },
})

const reasonNeeded: Refusal = {
  kind: 'invalid',
  code: 'reason-needed',
  where: 'reason',
  message: { zh: '更正已上报的内容须写明原因。', en: 'Give the reason for correcting what was reported.' },
}

/** What handing in a form makes: its next version with the difference to the one before, or nothing new when nothing differs. */
export type HandedIn = { next: number; unchanged: boolean; differences: FormDifference[] }

/**
 * Hands in a form of a period (6.4c). The first is version 1; a later one is a correction, keeps what stood before, and wants a reason. The same
 * rows again are no new version.
 */
export function handInForm(type: ReportType, standing: FormVersion | undefined, order: FormOrder): Result<HandedIn> {
  if (standing?.id === order.id) return accept({ next: standing.version, unchanged: true, differences: [] })
  if (!standing) return accept({ next: 1, unchanged: false, differences: [] })
  if (sameRows(standing.rows, order.rows)) return accept({ next: standing.version, unchanged: true, differences: [] })
  if (order.seenVersion !== standing.version) return refuse(stale(type, standing, order))
  if (order.reason.trim() === '') return refuse(reasonNeeded)
  return accept({ next: standing.version + 1, unchanged: false, differences: compareForms(type, standing.rows, order.rows) })
}
