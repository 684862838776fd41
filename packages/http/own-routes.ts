import { enterScope } from '@jincun/db'
import type { Transaction } from '@jincun/db'
import { accept } from '@jincun/kernel'
import type { Caller, PermissionTable } from './caller.ts'
import type { Capability, Task } from './capability.ts'
import { jurisdictionsFor } from './permit.ts'
import { route } from './route.ts'
import type { Route } from './route.ts'
import type { ServeSettings } from './admit.ts'

/** Do-now before waiting before coming before done; then the nearest deadline first. */
const byUrgency = (a: Task, b: Task): number => {
  const order = { do: 0, waiting: 1, coming: 2, done: 3 }
  return order[a.state] - order[b.state] || (a.due ?? '9').localeCompare(b.due ?? '9') || a.id.localeCompare(b.id)
}

/** All in the one transaction of the request: a second connection for each would let ten homes wait for one another for ever. */
async function tasksOf(settings: ServeSettings, tx: Transaction, capabilities: readonly Capability[], caller: Caller): Promise<Task[]> {
  const found: Task[] = []
  for (const source of capabilities.flatMap(capability => capability.tasks ?? [])) {
    const jurisdictions = jurisdictionsFor(settings.permissions, caller, source.action)
    if (jurisdictions.length === 0 && source.action !== 'signed-in') continue
    const scope = { personId: caller.personId, realm: caller.realm, jurisdictions }
    const context = { caller, now: settings.now(), policy: settings.policy }
    await enterScope(tx, scope)
    found.push(...(await source.find({ tx, ...context })))
  }
  const busy = found.some(({ state }) => state === 'do')
  return found.filter(({ state }) => !(busy && state === 'coming')).sort(byUrgency)
}

const permittedActions = (permissions: PermissionTable, caller: Caller): string[] =>
  Object.keys(permissions).filter(action => jurisdictionsFor(permissions, caller, action).length > 0)

/** Routes the program has of itself: who am I, what must I do next, and who may do what. */
export function ownRoutes(settings: ServeSettings, capabilities: readonly Capability[]): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/session',
      action: 'public',
      summary: 'Who is signed in and what they may do',
      handle: async ({ caller, now }) => {
        const { personId: id, name, organisationName: organisation, realm, grants } = caller
        const person = caller.kind === 'public' ? null : { id, name, organisation, realm, grants }
        return accept({ person, actions: permittedActions(settings.permissions, caller), installation: { realm, now } })
      },
    }),
    route({
      method: 'GET',
      path: '/api/home',
      action: 'signed-in',
      summary: 'What the caller must do next, by when, and why',
      handle: async ({ caller, tx }) => accept({ tasks: await tasksOf(settings, tx, capabilities, caller) }),
    }),
    route({
      method: 'GET',
      path: '/api/permissions',
      action: 'signed-in',
      summary: 'The permission table: action × role',
      handle: async () => accept(Object.entries(settings.permissions).map(([action, permission]) => ({ action, ...permission }))),
    }),
  ]
}
