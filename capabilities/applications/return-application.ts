import { refuse, accept } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import { permitted, take, wantReason } from './action-entry.ts'
import type { Moment, Step } from './action-entry.ts'
import type { Application } from './application.ts'
import { closingOf, lateRefusal } from './deadline.ts'

/**
 * The province returns a submitted application for amendment, with the reason. Not after the deadline: the county could not send it
 * again, and what was submitted in time would be lost.
 */
export function returnApplication(application: Application, moment: Moment): Result<Step> {
  const open = permitted(application, 'return', moment.pack, moment.now)
  if (!open.ok) return open
  if (moment.now.getTime() >= closingOf(application, moment.pack).getTime()) return refuse(lateRefusal(application, moment.pack))
  const lacking = wantReason(moment.reason)
  return lacking ? refuse(lacking) : accept(take(open.value, 'return', moment))
}
