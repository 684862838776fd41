import type { Fen } from '@jincun/kernel'
import type { Contract, GateRuling, PlacedSite, PlanLine, Project } from '@jincun/projects'
import type { PayeeCheck } from './payee-check.ts'
import type { SupportTerms } from './support-basis.ts'

/** What was spent before, paid or held, by each limit; the request itself left out. In 分. */
export type SpentBefore = {
  contract: Fen
  contractLine: Fen
  planLine: Fen
  advance: Fen
  milestone: Fen
  /** On the contract as loan-interest subsidy or reward: what the cap of its terms is over. */
  supported: Fen
  /** Value delivered on the contract line, and invoiced on the contract, by the papers of the other requests. */
  delivered: Fen
  invoiced: Fen
  /** Central money for the same kind of facility: of the project, and of all projects of the plan's year. */
  facilityOfProject: Fen
  facilityOfPlan: Fen
}

/** What a request is judged against, read in the transaction that posts. */
export type PaymentGround = {
  contract: Contract
  project: Project
  planLine: PlanLine | null
  /** All lines of the approved plan of the contract's year. */
  planLines: readonly PlanLine[]
  rulings: readonly GateRuling[]
  /** The project has passed acceptance. */
  accepted: boolean
  spent: SpentBefore
  terms: SupportTerms | null
  /** Interest periods of the same loan that other requests ask for. */
  loanPeriods: readonly { from: string; until: string }[]
  /** Every supported site of the county, and which of them belong to the project. */
  sites: readonly PlacedSite[]
  /** The last check of the payee's business status on file; null when nobody looked. */
  payeeCheck: PayeeCheck | null
  /** Another request has this invoice, in this county or any other. */
  invoiceUsed: boolean
  today: string
}
