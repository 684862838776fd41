import { allot, giveBack, moveClause } from '@jincun/ledger'
import { postMovement } from '@jincun/ledger/server'
import { accept } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import { roundBatch } from '../index.ts'
import { stampOf } from './settlement-request.ts'
import type { refusing } from './settlement-request.ts'
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

/** The answer to an advance sent before, or null for a new one. */
export function sentBefore(
  known: readonly { id: string; amount: bigint }[],
  id: string,
  amount: bigint,
  no: ReturnType<typeof refusing>['no'],
): Result<{ id: string }> | null {
  const sent = known.find(each => each.id === id)
  if (!sent) return null
  if (sent.amount === amount) return accept({ id })
  return no(
    'conflict',
    'id-used-for-another-order',
    '这个编号已用于另一笔，请刷新后重试。',
    'This id was used for another entry; reload and try again.',
  )
}
