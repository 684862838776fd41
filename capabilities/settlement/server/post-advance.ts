import { allot, giveBack, moveClause } from '@jincun/ledger'
import { postMovement } from '@jincun/ledger/server'
import { roundBatch } from '../index.ts'
import { stampOf } from './settlement-request.ts'
import type { Context } from './settlement-request.ts'

/** The advance in the ledger (5.1): from the centre's book to the province's; what corrects it goes back the same way. */
export function postAdvance(
  context: Context,
  year: number,
  advance: { id: string; provinceCode: string; amount: bigint; document: string; allottedOn: string },
) {
  const { id, provinceCode, amount, document, allottedOn } = advance
  const record = { recordKind: 'advance-allotment', recordId: id }
  const paper = {
    id,
    realm: context.caller.realm,
    businessDate: allottedOn,
    document,
    clause: moveClause(context.policy, 'advance-allotment', year),
    reason: '',
    ...record,
  }
  const batch = roundBatch(year)
  const movement = amount > 0n ? allot(paper, provinceCode, batch, amount) : giveBack(paper, provinceCode, batch, -amount)
  return postMovement(context.tx, stampOf(context), movement)
}
