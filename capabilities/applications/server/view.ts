import type { RouteContext } from '@jincun/http'
import { accept } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import { fullName } from '@jincun/places'
import { places } from '@jincun/places/server'
import { actionsIn, closingOf, stateAt } from '../index.ts'
import type { ApplicationAction } from '../index.ts'
import type { Stored } from './store.ts'
import { entriesOf, submissionsOf } from './store-records.ts'
import { lastImports } from './store-files.ts'
import { findingsOf, groundsOf } from './grounds.ts'

/** Which permissions allow an action of the lifecycle; `forfeit` belongs to the clock and so to nobody. */
const permissionOf = {
  save: ['applications.write'],
  attach: ['applications.write'],
  rule: ['applications.rule'],
  confirm: ['applications.confirm', 'applications.confirm-incentive'],
  submit: ['applications.submit'],
  return: ['applications.decide'],
  accept: ['applications.decide'],
  withdraw: ['applications.submit'],
  reopen: ['applications.reopen'],
  forfeit: [],
} as const satisfies Record<ApplicationAction, readonly string[]>

type Viewer = Pick<RouteContext<unknown, unknown, unknown>, 'tx' | 'now' | 'policy' | 'may'>

/** What the state and the caller's role both permit: what the buttons show. */
export const actionsFor = (stored: Stored, { now, policy, may }: Omit<Viewer, 'tx'>): ApplicationAction[] =>
  actionsIn(stateAt(stored.application, policy, now)).filter(action =>
    permissionOf[action].some(permission => may(permission, stored.application.countyCode)),
  )

/** Everything a page needs of one application, in a constant number of queries. */
export async function viewOf(viewer: Viewer, stored: Stored): Promise<Result<unknown>> {
  const { tx, now, policy } = viewer
  const { application, summary, createdAt, updatedAt } = stored
  const grounds = await groundsOf(viewer, application.countyCode, application.year)
  if (!grounds.ok) return grounds
  const { standing, facts } = grounds.value
  const entries = await entriesOf(tx, application)
  return accept({
    application: { ...application, state: stateAt(application, policy, now) },
    countyName: fullName(places(), application.countyCode),
    standing,
    facts,
    findings: findingsOf(application, grounds.value, policy),
    summary,
    actions: actionsFor(stored, viewer),
    closing: closingOf(application, policy).toISOString(),
    entries,
    submissions: await submissionsOf(tx, application),
    imports: await lastImports(tx, application),
    createdAt,
    updatedAt,
    asOf: now.toISOString(),
  })
}
