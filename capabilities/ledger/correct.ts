import { legId } from './transfer.ts'
import type { Entry, Transfer } from './transfer.ts'
import type { MovementPaper } from './movement.ts'

/**
 * 更正: a mistake is reversed whole, by new entries that name the wrong ones and say why; then the right entry is made. All legs of the
 * movement are reversed together, in every book it touched, last leg first.
 */
export function correctionOf(paper: MovementPaper, wrong: readonly Entry[]): Transfer[] {
  return wrong
    .filter(entry => entry.phase === 'direct' || entry.phase === 'post')
    .toReversed()
    .map(entry => ({
      ...paperFields(paper),
      id: legId(paper.id, `correction of ${entry.id}`),
      countyCode: entry.countyCode,
      debit: entry.credit,
      credit: entry.debit,
      amount: entry.amount,
      phase: 'direct',
      kind: 'correction',
      reserves: null,
      corrects: entry.id,
      movement: paper.id,
    }))
}

const paperFields = ({ businessDate, document, clause, reason, recordKind, recordId }: MovementPaper) => ({
  businessDate,
  document,
  clause,
  reason,
  recordKind,
  recordId,
})
