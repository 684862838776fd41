import { accept, refuse } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import { permitted, take, wantReason } from './action-entry.ts'
import type { Moment, Step } from './action-entry.ts'
import type { Application } from './application.ts'

/** The county takes its application back, with the reason: applying is by its own will (5.2). It may open another before the deadline. */
export function withdrawApplication(application: Application, moment: Moment): Result<Step> {
  const open = permitted(application, 'withdraw', moment.pack, moment.now)
  if (!open.ok) return open
  const lacking = wantReason(moment.reason)
  return lacking ? refuse(lacking) : accept(take(open.value, 'withdraw', moment))
}
