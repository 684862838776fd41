import { accept } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import { permitted, take } from './action-entry.ts'
import type { Moment, Step } from './action-entry.ts'
import type { Application } from './application.ts'

/** The province takes a submitted application into review (5.2); from then on it is neither returned nor withdrawn. */
export function acceptApplication(application: Application, moment: Moment): Result<Step> {
  const open = permitted(application, 'accept', moment.pack, moment.now)
  return open.ok ? accept(take(open.value, 'accept', moment)) : open
}
