import { appendAudit } from '@jincun/db'
import type { AuditEvent, Database, Scope, Transaction } from '@jincun/db'
import { accept, refuse } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import type { PolicyPack } from '@jincun/policy'
import type { FastifyRequest } from 'fastify'
import type { Caller, PermissionTable } from './caller.ts'
import { citedPermission } from './cited.ts'
import { parseInput } from './input.ts'
import type { ParsedInput } from './input.ts'
import { permits } from './permit.ts'
import { newIdAt, scopeFor } from './permitted.ts'
import { problems } from './problem.ts'
import type { Problem } from './problem.ts'
import type { Route } from './route.ts'

export type ServeSettings = {
  database: Database
  policy: PolicyPack
  permissions: PermissionTable
  now: () => Date
  authenticate: (request: FastifyRequest) => Promise<Caller>
}

/** Request headers in the web's own class. */
export function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers()
  for (const [key, value] of Object.entries(request.headers)) if (typeof value === 'string') headers.set(key, value)
  return headers
}

/** What every kind of route asks before its handler runs, in this order: is the input right, may the caller act at all, may it act there. */
export function admit(
  settings: ServeSettings,
  route: Pick<Route, 'action' | 'params' | 'query' | 'body' | 'place'>,
  caller: Caller,
  raw: ParsedInput,
): Result<{ input: ParsedInput; scope: Scope }, Problem> {
  const input = parseInput(route, raw)
  if (!input.ok) return input
  const permission = settings.permissions[route.action]
  const scope = scopeFor(route.action, caller, settings.permissions)
  if (!scope.ok) return refuse(citedPermission(scope.reason, permission))
  const place = route.place?.(input.value as { params: undefined; query: undefined; body: undefined })
  if (place !== undefined && !permits(settings.permissions, caller, route.action, place))
    return refuse(citedPermission(problems.forbidden(route.action), permission))
  return accept({ input: input.value, scope: scope.value })
}

/** What every handler is given, whatever its kind of route. */
export function sharedContext(settings: ServeSettings, caller: Caller, request: FastifyRequest) {
  const now = settings.now()
  return {
    caller,
    headers: headersOf(request),
    now,
    newId: newIdAt(now),
    policy: settings.policy,
    may: (action: string, placeCode: string): boolean => permits(settings.permissions, caller, action, placeCode),
  }
}

/** Writes what a handler tells into the audit log, with who, when and realm. */
export async function auditBy(
  tx: Transaction,
  { caller, now }: { caller: Caller; now: Date },
  event: Omit<AuditEvent, 'at' | 'realm' | 'personId'>,
): Promise<void> {
  await appendAudit(tx, { ...event, at: now, realm: caller.realm, personId: caller.personId })
}
