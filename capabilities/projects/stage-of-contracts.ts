import type { Contract } from './contract.ts'
import type { ProjectStage } from './project.ts'

/** What a project's stage follows from once a contract of it is terminated. */
export type ContractsOfProject = {
  contracts: readonly Pick<Contract, 'id' | 'state'>[]
  /** Contracts whose acceptance was concluded. */
  accepted: ReadonlySet<string>
  /** Whether anything is being bought for it, or was awarded. */
  procured: boolean
}

const stands = ({ state }: Pick<Contract, 'state'>): boolean => state === 'signed' || state === 'completed'

/**
 * Where a project stands after the termination of a contract (6.2): with no contract left it is back where it was before it had one, though its
 * work was reported completed; with only accepted ones left, all that was still to be accepted is gone and the project is accepted.
 */
export function stageAfterTermination(stage: ProjectStage, { contracts, accepted, procured }: ContractsOfProject): ProjectStage {
  if (stage !== 'contracted' && stage !== 'under-way' && stage !== 'completed') return stage
  const left = contracts.filter(stands)
  if (left.length === 0) return procured ? 'procuring' : 'planned'
  return stage === 'completed' && left.every(({ id }) => accepted.has(id)) ? 'accepted' : stage
}
