import { emptyBalance } from './account.ts'
import type { Balance } from './account.ts'
import type { Transfer } from './transfer.ts'

/** A book as its entries make it: balances by account, reservations not yet resolved, and the totals of both sides. */
export type Book = {
  balances: Map<string, Balance>
  open: Map<string, Transfer>
  debits: bigint
  credits: bigint
}

export const emptyBook = (): Book => ({ balances: new Map(), open: new Map(), debits: 0n, credits: 0n })

function add(book: Book, account: string, change: Partial<Balance>): void {
  const now = book.balances.get(account) ?? emptyBalance
  book.balances.set(account, {
    debitsPosted: now.debitsPosted + (change.debitsPosted ?? 0n),
    creditsPosted: now.creditsPosted + (change.creditsPosted ?? 0n),
    debitsPending: now.debitsPending + (change.debitsPending ?? 0n),
    creditsPending: now.creditsPending + (change.creditsPending ?? 0n),
  })
}

function hold(book: Book, transfer: Transfer, amount: bigint): void {
  add(book, transfer.debit, { debitsPending: amount })
  add(book, transfer.credit, { creditsPending: amount })
}

/** Adds one transfer to the book, in order. The recomputation that `verify` compares the stored balances with. */
export function foldTransfer(book: Book, transfer: Transfer): void {
  if (transfer.phase === 'reserve') {
    book.open.set(transfer.id, transfer)
    hold(book, transfer, transfer.amount)
    return
  }
  const reservation = transfer.reserves === null ? undefined : book.open.get(transfer.reserves)
  if (reservation) {
    book.open.delete(reservation.id)
    hold(book, reservation, -reservation.amount)
  }
  if (transfer.phase === 'void') return
  add(book, transfer.debit, { debitsPosted: transfer.amount })
  add(book, transfer.credit, { creditsPosted: transfer.amount })
  book.debits += transfer.amount
  book.credits += transfer.amount
}
