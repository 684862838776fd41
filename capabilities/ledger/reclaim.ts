import { provinceCodeOf } from '@jincun/places'
import type { Fen } from '@jincun/kernel'
import { availableOf } from './account.ts'
import type { AccountSpec, Balance } from './account.ts'
import { allottedTo, fundOf, receivedBy, reclaimedPool } from './accounts-of-place.ts'
import type { Batch } from './accounts-of-place.ts'
import { leg, movementOf } from './movement.ts'
import type { Movement, MovementPaper } from './movement.ts'

/**
 * 收回 (3.7): everything of a batch that a county has not spent goes to the province's pool: from the fund, from budget lines and from
 * projects. What is held for payments on their way stays. Null where there is nothing to take.
 * @param accounts the county's fund, line and project accounts of the batch, with their balances.
 */
export function reclaim(
  paper: MovementPaper,
  countyCode: string,
  batch: Batch,
  accounts: readonly (AccountSpec & { balance: Balance })[],
): (Movement & { amount: Fen }) | null {
  const province = provinceCodeOf(countyCode)
  const [pool, given, got] = [reclaimedPool(province, batch), allottedTo(countyCode, batch), receivedBy(countyCode, batch)]
  const takings = accounts
    .map(account => ({ account, amount: availableOf(account.kind, account.balance) }))
    .filter(({ account, amount }) => amount > 0n && ['fund', 'line', 'project'].includes(account.kind))
  const amount = takings.reduce((sum, taking) => sum + taking.amount, 0n)
  if (amount === 0n) return null
  const legs = takings.map(({ account, amount: part }) =>
    leg(paper, 'reclaim', account, got, part, { name: `reclaim ${account.kind} ${account.subject}` }),
  )
  const above = leg(paper, 'reclaim', given, pool, amount, { name: `reclaim ${province}` })
  return { ...movementOf([pool, given, got], [...legs, above]), amount }
}

/** 收回 (3.7) of what the province itself holds unspent of an old batch: from its own fund to its pool, to be reassigned. */
export function reclaimOwn(paper: MovementPaper, provinceCode: string, batch: Batch, amount: Fen): Movement {
  const [fund, pool] = [fundOf(provinceCode, batch), reclaimedPool(provinceCode, batch)]
  return movementOf([fund, pool], [leg(paper, 'reclaim', fund, pool, amount)])
}

/** 统筹安排 (3.7): reclaimed money becomes money of the year that reassigns it, in the province's fund, to be allotted again. */
export function reassign(paper: MovementPaper, provinceCode: string, from: Batch, to: Batch, amount: Fen): Movement {
  const [pool, fund] = [reclaimedPool(provinceCode, from), fundOf(provinceCode, to)]
  return movementOf([pool, fund], [leg(paper, 'reassign', pool, fund, amount)])
}
