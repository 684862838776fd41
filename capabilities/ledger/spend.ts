import type { Fen } from '@jincun/kernel'
import type { AccountSpec } from './account.ts'
import { fundOf, lineAccount, payeeAccount, projectAccount } from './accounts-of-place.ts'
import type { Batch } from './accounts-of-place.ts'
import { leg, movementOf } from './movement.ts'
import type { Movement, MovementPaper } from './movement.ts'

/** A budget line, project and contract of a county, by id and name. */
export type SpendingPath = {
  countyCode: string
  batch: Batch
  line: { id: string; title: string }
  project: { id: string; title: string }
  contract: { id: string; title: string }
}

/** The accounts along the path, from the fund to the payee. */
export function accountsOfPath({
  countyCode,
  batch,
  line,
  project,
  contract,
}: SpendingPath): Record<'fund' | 'line' | 'project' | 'payee', AccountSpec> {
  const fund = fundOf(countyCode, batch)
  const ofLine = lineAccount(countyCode, batch, line.id, line.title)
  const ofProject = projectAccount(ofLine, project.id, project.title)
  return { fund, line: ofLine, project: ofProject, payee: payeeAccount(ofProject, contract.id, contract.title) }
}

/** 安排到预算明细: money of the county's fund set aside for a line of the approved plan. */
export function budgetLine(paper: MovementPaper, path: Pick<SpendingPath, 'countyCode' | 'batch' | 'line'>, amount: Fen): Movement {
  const fund = fundOf(path.countyCode, path.batch)
  const line = lineAccount(path.countyCode, path.batch, path.line.id, path.line.title)
  return movementOf([fund, line], [leg(paper, 'budget', fund, line, amount)])
}

/** First phase of a payment: assigns the amount from the line to the project and holds it for the payee. */
export function reservePayment(paper: MovementPaper, path: SpendingPath, amount: Fen): Movement {
  const { fund, line, project, payee } = accountsOfPath(path)
  return movementOf(
    [fund, line, project, payee],
    [leg(paper, 'assign', line, project, amount), leg(paper, 'disburse', project, payee, amount, { name: 'reserve', phase: 'reserve' })],
  )
}

/**
 * Second phase: the treasury paid. Posts the whole reservation.
 * @param reservation id of the reservation's leg.
 */
export function postPayment(paper: MovementPaper, path: SpendingPath, amount: Fen, reservation: string): Movement {
  const { fund, line, project, payee } = accountsOfPath(path)
  const post = leg(paper, 'disburse', project, payee, amount, { name: 'post', phase: 'post', reserves: reservation })
  return movementOf([fund, line, project, payee], [post])
}

/** Second phase the other way: the payment will not be made. Lets the money go and gives it back to the line. */
export function voidPayment(paper: MovementPaper, path: SpendingPath, amount: Fen, reservation: string): Movement {
  const { fund, line, project, payee } = accountsOfPath(path)
  return movementOf(
    [fund, line, project, payee],
    [
      leg(paper, 'disburse', project, payee, amount, { name: 'void', phase: 'void', reserves: reservation }),
      leg(paper, 'release-project', project, line, amount),
    ],
  )
}

/** 退票: the bank sent the money back. Reverses the posted entry by one that names it and gives the money back to the line. */
export function bouncePayment(paper: MovementPaper, path: SpendingPath, amount: Fen, posted: string): Movement {
  const { fund, line, project, payee } = accountsOfPath(path)
  return movementOf(
    [fund, line, project, payee],
    [leg(paper, 'bounce', payee, project, amount, { corrects: posted }), leg(paper, 'release-project', project, line, amount)],
  )
}
