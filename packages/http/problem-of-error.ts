import { PolicyGap } from '@jincun/policy'
import { problems } from './problem.ts'
import type { Problem } from './problem.ts'

/**
 * What a thrown error means for the caller: a value the policy lacks, or what PostgreSQL says when row-level security, a unique key or a foreign
 * key stops a write that the service let through. Undefined for a bug.
 */
export function problemOfError(error: unknown): Problem | undefined {
  if (error instanceof PolicyGap) return problems.policyGap(error.file)
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === '42501') return problems.forbidden('row-level-security')
  if (code === '23505') return problems.conflict
  if (code === '22003') return problems.outOfRange
  if (code === '23503') return problems.missingReference
  return undefined
}
