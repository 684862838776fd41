import type { Contract } from '@jincun/projects'
import type { Acceptance } from './acceptance.ts'

/**
 * Whether a project is accepted as a whole: every contract of it that was signed and not terminated is accepted, so that no contractor's data go
 * unasked (6.4d). A project without such a contract is not.
 */
export function wholeProjectAccepted(
  projectId: string,
  contracts: readonly Pick<Contract, 'id' | 'projectId' | 'state'>[],
  acceptances: readonly Pick<Acceptance, 'contractId' | 'state'>[],
): boolean {
  const own = contracts.filter(each => each.projectId === projectId && (each.state === 'signed' || each.state === 'completed'))
  const accepted = new Set(acceptances.filter(({ state }) => state === 'accepted').map(({ contractId }) => contractId))
  return own.length > 0 && own.every(({ id }) => accepted.has(id))
}
