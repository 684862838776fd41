import type { Fen } from '@jincun/kernel'
import { allottedTo, appropriationOf, enterpriseInputOf, fundOf, localMatchOf, parentPlaceOf, receivedBy } from './accounts-of-place.ts'
import type { Batch } from './accounts-of-place.ts'
import { leg, movementOf } from './movement.ts'
import type { Movement, MovementPaper } from './movement.ts'

/**
 * 下达 to the place below (5.1 in advance, 5.4 after settlement, 5.6 province to county). The centre's money is appropriated with the
 * allotment that spends it; a province allots what it has. One leg in each book, over the pair allotted–received.
 * @param toCode code of the province or county that receives.
 */
export function allot(paper: MovementPaper, toCode: string, batch: Batch, amount: Fen): Movement {
  const from = fundOf(parentPlaceOf(toCode), batch)
  const [given, got, fund] = [allottedTo(toCode, batch), receivedBy(toCode, batch), fundOf(toCode, batch)]
  const legs = [leg(paper, 'allot', from, given, amount), leg(paper, 'receive', got, fund, amount)]
  if (from.countyCode !== '000000') return movementOf([from, given, got, fund], legs)
  const vote = appropriationOf(batch)
  return movementOf([vote, from, given, got, fund], [leg(paper, 'appropriate', vote, from, amount), ...legs])
}

/** 退回 to the place above (5.4 多退少补): only money not yet assigned can go back. */
export function giveBack(paper: MovementPaper, fromCode: string, batch: Batch, amount: Fen): Movement {
  const above = fundOf(parentPlaceOf(fromCode), batch)
  const [given, got, fund] = [allottedTo(fromCode, batch), receivedBy(fromCode, batch), fundOf(fromCode, batch)]
  return movementOf([above, given, got, fund], [leg(paper, 'give-back', fund, got, amount), leg(paper, 'take-back', given, above, amount)])
}

/** 配套到位 or 企业投入到位: money that joins the county's fund of its own source. What was only promised is not in the ledger. */
export function contribute(paper: MovementPaper, countyCode: string, batch: Batch, amount: Fen): Movement {
  const fund = fundOf(countyCode, batch)
  const [kind, from] =
    batch.source === 'enterprise'
      ? (['invest', enterpriseInputOf(countyCode, batch)] as const)
      : (['match', localMatchOf(countyCode, batch)] as const)
  return movementOf([from, fund], [leg(paper, kind, from, fund, amount)])
}
