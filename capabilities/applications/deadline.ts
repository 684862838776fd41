import { formatShanghai } from '@jincun/kernel'
import type { Refusal } from '@jincun/kernel'
import { deadlineOf, parameterFor } from '@jincun/policy'
import type { PolicyPack } from '@jincun/policy'
import { applicationCan } from './application-lifecycle.ts'
import type { Application, ApplicationState } from './application.ts'

type Timed = Pick<Application, 'year' | 'extendedTo' | 'state'>

/** The day by which the year's lists are due closes the counties' applications too (5.3): nothing later could still be ranked. */
const deadlineParameter = 'ranked-list-deadline'

/** The first instant at which nothing may be sent any more: the year's, or later by a ruling of the centre. */
export function closingOf({ year, extendedTo }: Pick<Timed, 'year' | 'extendedTo'>, pack: PolicyPack): Date {
  const closing = deadlineOf(parameterFor(pack, deadlineParameter, year))
  return extendedTo && Date.parse(extendedTo) > closing.getTime() ? new Date(extendedTo) : closing
}

export const deadlineClause = (pack: PolicyPack, year: number): string => parameterFor(pack, deadlineParameter, year).clause

/**
 * The state at an instant. 五（二）: 逾期或未按规定报送的，视同自动放弃: what was not sent when the clock of the server passed the deadline is
 * forfeited from that instant on, whether or not anyone looks. No job has to run for it.
 */
export function stateAt(application: Timed, pack: PolicyPack, now: Date): ApplicationState {
  const late = now.getTime() >= closingOf(application, pack).getTime()
  return late && applicationCan('forfeit', application.state) ? 'forfeited' : application.state
}

/** Says when it closed, which clause closes it and who may reopen it. */
export function lateRefusal(application: Timed, pack: PolicyPack): Refusal {
  const closing = closingOf(application, pack)
  const last = formatShanghai(new Date(closing.getTime() - 1000))
  return {
    kind: 'wrong-state',
    code: 'deadline-passed',
    message: {
      zh: `申报已于 ${last}（北京时间）截止，逾期视同自动放弃；只有中央三部门作出裁定才能重新开放。`,
      en: `Applications closed at ${last} Beijing time; late ones are forfeited, and only a recorded ruling of the central authorities reopens them.`,
    },
    details: { closing: closing.toISOString(), clause: deadlineClause(pack, application.year) },
  }
}
