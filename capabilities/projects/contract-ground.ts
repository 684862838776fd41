import type { Fen } from '@jincun/kernel'
import type { PolicyPack } from '@jincun/policy'
import type { PlanVersion } from './approved-plan.ts'
import type { Contractor } from './contractor.ts'
import type { GateRuling } from './gate-ruling.ts'
import type { NodeKind } from './node-kind.ts'
import type { Procurement } from './procurement.ts'
import type { Project } from './project.ts'

/** Everything a contract is measured against when it is to be signed. */
export type ContractGround = {
  pack: PolicyPack
  project: Project
  plan: PlanVersion | null
  /** Central money other signed contracts bind, by plan line. */
  committed: ReadonlyMap<string, Fen>
  contractor: Contractor
  procurement: Procurement | null
  rulings: readonly GateRuling[]
  /** Kinds of the project's sites: they decide what data the agreement must ask for. */
  nodeKinds: readonly NodeKind[]
  /** The day it is signed. */
  on: string
}
