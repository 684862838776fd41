import { accept, refuse } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import { ruleBookFor } from '@jincun/policy'
import type { ApplicationType, Application } from './application.ts'
import { emptyContent } from './application.ts'
import { lateRefusal, stateAt } from './deadline.ts'
import type { Moment } from './action-entry.ts'

/** The same county and year may have one application that is not withdrawn. */
export type Wanted = { id: string; countyCode: string; year: number; type: ApplicationType }

/**
 * Opens a county's application in a year's round (5.2: by its own will). Refused after the deadline, and while the county has another
 * one that was not withdrawn. A year without a rule book throws a PolicyGap.
 */
export function createApplication(wanted: Wanted, existing: Application | null, { pack, now }: Moment): Result<Application> {
  ruleBookFor(pack, wanted.year)
  const { type, ...names } = wanted
  const application: Application = {
    ...names,
    state: 'draft',
    version: 1,
    content: emptyContent(type),
    attachments: [],
    rulings: [],
    confirmations: [],
    extendedTo: null,
  }
  if (existing) {
    return refuse({
      kind: 'conflict',
      code: 'county-has-an-application',
      message: {
        zh: `该县在 ${wanted.year} 年已有一份申报，请打开它继续填写；确需重来的，先撤回。`,
        en: `The county already has an application of ${wanted.year}. Go on with that one, or withdraw it first.`,
      },
      details: { applicationId: existing.id },
    })
  }
  return stateAt(application, pack, now) === 'draft' ? accept(application) : refuse(lateRefusal(application, pack))
}
