import type { BusinessDate, Fen } from '@jincun/kernel'
import { accountId } from './account.ts'
import type { AccountKey, AccountSpec } from './account.ts'
import type { MoveKind } from './chart.ts'
import { legId } from './transfer.ts'
import type { Phase, Transfer } from './transfer.ts'

/** Accounts to open (those that are open stay) and transfers to post, all or none. */
export type Movement = { accounts: readonly AccountSpec[]; transfers: readonly Transfer[] }

/** What every leg of a movement says alike. */
export type MovementPaper = {
  /** Made by the caller; ids of the legs are made from it. */
  id: string
  realm: string
  businessDate: BusinessDate
  document: string
  clause: string
  reason: string
  recordKind: string
  recordId: string
}

export const nowhere = { recordKind: '', recordId: '' } as const

/** One leg: `amount` goes from the debit account to the credit account. */
export function leg(
  paper: MovementPaper,
  kind: MoveKind,
  debit: AccountKey,
  credit: AccountKey,
  amount: Fen,
  more: { name?: string; phase?: Phase; reserves?: string; corrects?: string } = {},
): Transfer {
  return {
    id: legId(paper.id, more.name ?? `${kind} ${credit.countyCode}`),
    countyCode: credit.countyCode,
    debit: accountId(paper.realm, debit),
    credit: accountId(paper.realm, credit),
    amount,
    phase: more.phase ?? 'direct',
    kind,
    reserves: more.reserves ?? null,
    corrects: more.corrects ?? null,
    movement: paper.id,
    businessDate: paper.businessDate,
    reason: paper.reason,
    clause: paper.clause,
    document: paper.document,
    recordKind: paper.recordKind,
    recordId: paper.recordId,
  }
}

export const keyOf = ({ countyCode, kind, source, budgetYear, batchYear, subject }: AccountSpec): AccountKey => ({
  countyCode,
  kind,
  source,
  budgetYear,
  batchYear,
  subject,
})

/** A movement over the given accounts, each opened if it is not. */
export const movementOf = (accounts: readonly AccountSpec[], transfers: readonly Transfer[]): Movement => ({ accounts, transfers })
