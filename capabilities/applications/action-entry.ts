import { accept, refuse } from '@jincun/kernel'
import type { Refusal, Result } from '@jincun/kernel'
import type { PolicyPack } from '@jincun/policy'
import { applicationCan, stateAfter, wrongState } from './application-lifecycle.ts'
import type { ApplicationAction } from './application-lifecycle.ts'
import type { Application, ApplicationState } from './application.ts'
import { lateRefusal, stateAt } from './deadline.ts'

/** Who acts: a person of an office, as named at that moment. */
export type Actor = { personId: string; name: string; office: string }

/** One recorded action on an application; an application's state is a fold over them. */
export type ActionEntry = {
  action: ApplicationAction
  from: ApplicationState
  to: ApplicationState
  at: string
  by: Actor
  reason: string | null
}

/** What a verb answers: the application as it is now, and the entry that says how it came to be so. */
export type Step = { application: Application; entry: ActionEntry }

export type Moment = { by: Actor; pack: PolicyPack; now: Date; reason?: string }

/** Whether the action may be taken at this instant; the refusal names the state, or the deadline where that is the cause. */
export function permitted(application: Application, action: ApplicationAction, pack: PolicyPack, now: Date): Result<Application> {
  const state = stateAt(application, pack, now)
  if (applicationCan(action, state)) return accept({ ...application, state })
  const closedByClock = state !== application.state && applicationCan(action, application.state)
  return refuse(closedByClock ? lateRefusal(application, pack) : wrongState(action, state))
}

/** Takes the action: the new state and its entry. */
export function take(application: Application, action: ApplicationAction, { by, now, reason }: Moment): Step {
  const from = application.state
  const to = stateAfter(action, from)
  return { application: { ...application, state: to }, entry: { action, from, to, at: now.toISOString(), by, reason: reason ?? null } }
}

/** The application under a new version: what a signer has before their eyes has changed, though no section has. */
export const asNextVersion = (application: Application): Application => ({ ...application, version: application.version + 1 })

/** A reason must be given where a step takes something from the county. */
export function wantReason(reason: string | undefined): Refusal | null {
  if ((reason ?? '').trim().length >= 4) return null
  return {
    kind: 'invalid',
    code: 'reason-needed',
    message: { zh: '请写明理由（至少四个字），它会留在记录里。', en: 'Give a reason of at least four characters; it stays on the record.' },
    where: 'reason',
  }
}
