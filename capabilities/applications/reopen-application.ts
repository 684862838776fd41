import { accept, refuse } from '@jincun/kernel'
import type { Refusal, Result } from '@jincun/kernel'
import { take, wantReason } from './action-entry.ts'
import type { ActionEntry, Moment, Step } from './action-entry.ts'
import { wrongState } from './application-lifecycle.ts'
import type { Application } from './application.ts'
import { closingOf, stateAt } from './deadline.ts'
import { forfeitApplication } from './forfeit-application.ts'

export type Reopened = Step & { forfeiture: ActionEntry }

const untilRefusal: Refusal = {
  kind: 'invalid',
  code: 'extension-not-in-future',
  message: { zh: '新的截止时间必须晚于现在和原截止时间。', en: 'The new closing time must be later than now and than the old one.' },
  where: 'until',
}

/**
 * The centre reopens a forfeited application by a recorded ruling, with a new closing instant (5.3). The forfeiture is written down first,
 * so that the record shows both.
 */
export function reopenApplication(application: Application, until: Date, moment: Moment): Result<Reopened> {
  const state = stateAt(application, moment.pack, moment.now)
  if (state !== 'forfeited') return refuse(wrongState('reopen', state))
  const lacking = wantReason(moment.reason)
  if (lacking) return refuse(lacking)
  if (until.getTime() <= Math.max(moment.now.getTime(), closingOf(application, moment.pack).getTime())) return refuse(untilRefusal)
  const forfeited = forfeitApplication(application, moment.pack, moment.now)
  if (!forfeited.ok) return forfeited
  const reopened = take(forfeited.value.application, 'reopen', moment)
  const extended = { ...reopened.application, extendedTo: until.toISOString() }
  return accept({ application: extended, entry: reopened.entry, forfeiture: forfeited.value.entry })
}
