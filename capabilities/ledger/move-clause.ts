import { listFor, PolicyGap } from '@jincun/policy'
import type { PolicyPack } from '@jincun/policy'

/** Moves between governments, and money that joins a county's; the ids of the list money-moves. */
export type NamedMove = 'central-allotment' | 'advance-allotment' | 'approved-number' | 'settlement' | 'county-allotment' | 'contribution'

/** What a move of the money of a year rests on. Throws a PolicyGap that names the list where the year's notice has no such move. */
export function moveClause(pack: PolicyPack, move: NamedMove, year: number): string {
  const entry = listFor(pack, 'money-moves', year).find(({ id }) => id === move)
  if (!entry) throw new PolicyGap(`${move} in ${year}`, 'policy/lists/money-moves.yaml')
  return entry.clause
}

/**
 * The same for money of any batch: by the notice of its batch where one is on file, else by that of the year in which it moves. Money of a batch
 * whose notice is on file is never spoken for by another's.
 */
export const moveClauseOf = (pack: PolicyPack, move: NamedMove, batchYear: number, today: string): string => {
  const own = pack.lists.get('money-moves')?.values[batchYear] !== undefined
  return moveClause(pack, move, own ? batchYear : Number(today.slice(0, 4)))
}
