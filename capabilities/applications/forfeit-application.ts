import { accept, refuse } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import { applicationCan, wrongState } from './application-lifecycle.ts'
import type { Actor, Step } from './action-entry.ts'
import { take } from './action-entry.ts'
import type { Application } from './application.ts'
import { closingOf, stateAt } from './deadline.ts'
import type { PolicyPack } from '@jincun/policy'

/** The clock, not a person, forfeits. */
export const theClock: Actor = { personId: 'clock', name: '截止时间', office: '系统' }

/** Writes down that an application was forfeited when the deadline passed (5.3): dated at that instant, whoever looks later. */
export function forfeitApplication(application: Application, pack: PolicyPack, now: Date): Result<Step> {
  const late = applicationCan('forfeit', application.state) && stateAt(application, pack, now) === 'forfeited'
  if (!late) return refuse(wrongState('forfeit', application.state))
  const reason = '逾期未报送，视同自动放弃'
  return accept(take(application, 'forfeit', { by: theClock, pack, now: closingOf(application, pack), reason }))
}
