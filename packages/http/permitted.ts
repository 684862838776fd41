import { randomBytes } from 'node:crypto'
import type { Scope } from '@jincun/db'
import { accept, refuse, uuidV7 } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import type { Caller, PermissionTable } from './caller.ts'
import { jurisdictionsFor } from './permit.ts'
import { problems } from './problem.ts'
import type { Problem } from './problem.ts'

/** The scope in which a caller may do an action, for row-level security; refused where there is none. */
export function scopeFor(action: string, caller: Caller, permissions: PermissionTable): Result<Scope, Problem> {
  const base = { personId: caller.personId, realm: caller.realm }
  if (action === 'public') return accept({ ...base, jurisdictions: [] })
  if (caller.kind === 'public') return refuse(problems.unauthenticated)
  if (action === 'signed-in') return accept({ ...base, jurisdictions: [] })
  const jurisdictions = jurisdictionsFor(permissions, caller, action)
  return jurisdictions.length > 0 ? accept({ ...base, jurisdictions }) : refuse(problems.forbidden(action))
}

/** Makes fresh ids of that instant. */
export const newIdAt = (now: Date) => (): string => uuidV7(now, randomBytes(10))
