import type { Fen } from '@jincun/kernel'
import { allot, giveBack } from '@jincun/ledger'
import type { Batch, Movement, MovementPaper } from '@jincun/ledger'
import { derivedId } from '@jincun/proof'

/** What an order by document says: its number and its day. Everything else follows from what was decided. */
export type AllotmentPaper = Pick<MovementPaper, 'realm' | 'document' | 'businessDate' | 'clause'>

/** Money of a year's round: voted in that budget year for that batch of counties. */
export const roundBatch = (year: number): Batch => ({ source: 'central', budgetYear: year, batchYear: year })

/** The id of the money that follows from a decision for one place: the same decision and place give the same id, so that it moves once. */
export const followingId = (decision: 'settlement' | 'advance' | 'final-list', decisionId: string, placeCode: string): string =>
  derivedId(['allotment that follows', decision, decisionId, placeCode].join('\n'))

const paperFor = (decision: 'settlement' | 'final-list', decisionId: string, placeCode: string, paper: AllotmentPaper): MovementPaper => ({
  ...paper,
  id: followingId(decision, decisionId, placeCode),
  reason: '',
  recordKind: decision,
  recordId: decisionId,
})

/**
 * 多退少补 in the ledger (5.4): what a settled province still gets goes down to it, what it got too much goes back up. Null where the advance
 * was exactly what was due.
 */
export function settlementMovement(
  line: { settlementId: string; provinceCode: string; makeUp: Fen; giveBack: Fen },
  year: number,
  paper: AllotmentPaper,
): Movement | null {
  const own = paperFor('settlement', line.settlementId, line.provinceCode, paper)
  if (line.makeUp > 0n) return allot(own, line.provinceCode, roundBatch(year), line.makeUp)
  if (line.giveBack > 0n) return giveBack(own, line.provinceCode, roundBatch(year), line.giveBack)
  return null
}

/** What a county of a published final list is still to get: the year's standard less what its book received of the batch; never below zero. */
export const countyRemainder = (standard: Fen, received: Fen): Fen => (received < standard ? standard - received : 0n)

/** 省级下达到县 (5.6): what a county of the final list still lacks of the standard. Null where it lacks nothing. */
export function countyMovement(
  county: { listId: string; countyCode: string; standard: Fen; received: Fen },
  year: number,
  paper: AllotmentPaper,
): Movement | null {
  const amount = countyRemainder(county.standard, county.received)
  if (amount === 0n) return null
  return allot(paperFor('final-list', county.listId, county.countyCode, paper), county.countyCode, roundBatch(year), amount)
}

/** One order of several movements, posted all or none; each book is written once. */
export const together = (movements: readonly Movement[]): Movement => ({
  accounts: movements.flatMap(({ accounts }) => accounts),
  transfers: movements.flatMap(({ transfers }) => transfers),
})
