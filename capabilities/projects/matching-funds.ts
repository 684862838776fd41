/**
 * Matching money that really came in (row 34): promised money stands in the plan, received money in the ledger, entered there once by county
 * finance with its voucher. This is a ledger entry as the plan's page shows it.
 */
export type MatchingReceipt = {
  id: string
  source: 'local' | 'enterprise'
  /** Decimal text of 分. */
  amountFen: string
  receivedOn: string
  /** Voucher or bank receipt by its number. */
  voucher: string
  /** The movement in the ledger that the entry opens to. */
  movement: string
}
