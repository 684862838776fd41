import type { BusinessDate, Fen } from '@jincun/kernel'
import { sha256Hex } from '@jincun/proof'
import type { MoveKind } from './chart.ts'
import { derivedId } from '@jincun/proof'

/** `direct` is posted at once; `reserve` holds money until one `post` (of at most as much) or one `void` names it. */
export type Phase = 'direct' | 'reserve' | 'post' | 'void'

/** Money moved from the debit account to the credit account of one place's book. Never changed: mistakes are reversed by new entries. */
export type Transfer = {
  /** Made by the caller: the same id with the same content is one transfer, with other content a conflict. */
  id: string
  countyCode: string
  debit: string
  credit: string
  amount: Fen
  phase: Phase
  kind: MoveKind
  /** The reservation that this posts or voids. */
  reserves: string | null
  /** The entry that this reverses. */
  corrects: string | null
  /** The same for all legs of one move of money, over accounts and books. */
  movement: string
  businessDate: BusinessDate
  reason: string
  clause: string
  /** 文号 or voucher number. */
  document: string
  recordKind: string
  recordId: string
}

/** A transfer as it stands in the book. */
export type Entry = Transfer & { seq: number; at: string; by: string | null; contentHash: string }

/** The id of one leg of a movement, so that the caller makes one id only. */
export const legId = (movement: string, leg: string): string => derivedId(`ledger leg\n${movement}\n${leg}`)

/** What the database hashes of a transfer: a JSON array of texts, written as PostgreSQL writes it (a space after each comma). */
const contentText = (transfer: Transfer): string => {
  const { id, debit, credit, amount, phase, kind, reserves, corrects, movement, businessDate, reason, clause, document } = transfer
  const parts = [id, debit, credit, amount.toString(), phase, kind, reserves, corrects, movement, businessDate, reason, clause, document]
  return `[${[...parts, transfer.recordKind, transfer.recordId].map(part => JSON.stringify(part)).join(', ')}]`
}

/** SHA-256 of a transfer's content, as the database keeps it. */
export const contentHash = (transfer: Transfer): string => sha256Hex(contentText(transfer))

/** The line of an entry under its batch's seal. `at` has microseconds: 2020-05-20T01:00:00.000000. */
export const sealLine = (entry: Pick<Entry, 'seq' | 'id' | 'contentHash' | 'at' | 'by'>): string =>
  `${entry.seq} ${entry.id} ${entry.contentHash} ${entry.at} ${entry.by ?? '-'}`

/** The seal of a batch: a hash over the seal before it and every entry's line. */
export const sealHash = (previousHash: string, lines: readonly string[]): string => sha256Hex([previousHash, ...lines].join('\n'))
