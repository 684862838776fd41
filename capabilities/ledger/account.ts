import { z } from 'zod'
import { derivedId } from '@jincun/proof'

/** Whose money: central funds, the match of province or county, what firms put in themselves. */
export const MoneySource = z.enum(['central', 'local', 'enterprise'])
export type MoneySource = z.infer<typeof MoneySource>

export const AccountKind = z.enum([
  'appropriation',
  'fund',
  'allotted',
  'received',
  'local-match',
  'enterprise-input',
  'reclaimed',
  'line',
  'project',
  'payee',
])
export type AccountKind = z.infer<typeof AccountKind>

/**
 * Where money stands in a place's book. Money is tracked by the budget year it was voted in and by the batch of counties it is for,
 * because one year's money pays new counties and the tail of the last batch. `subject`: the other government's code, or the id of a
 * budget line, project or contract; empty where kind and years say all. `parent` is the account it hangs under, in the same book.
 */
export type AccountSpec = {
  countyCode: string
  kind: AccountKind
  source: MoneySource
  budgetYear: number
  batchYear: number
  subject: string
  title: string
  parent: Omit<AccountSpec, 'parent' | 'title'> | null
}

/** The part of a spec that says which account it is. */
export type AccountKey = Omit<AccountSpec, 'parent' | 'title'>

/** The id of an account: made of what it is, so that nobody has to look it up and opening twice is opening once. */
export const accountId = (realm: string, key: AccountKey): string =>
  derivedId(['ledger account', realm, key.countyCode, key.kind, key.source, key.budgetYear, key.batchYear, key.subject].join('\n'))

const sources: readonly AccountKind[] = ['appropriation', 'received', 'local-match', 'enterprise-input']

/**
 * The side that may never be exceeded. Money enters a book through a source (its debits are what came in, so its credits may not pass
 * them); everywhere else it stands as a credit balance that may not go below zero.
 */
export const limitsOf = (kind: AccountKind): 'debit' | 'credit' => (sources.includes(kind) ? 'debit' : 'credit')

/** Debits and credits of an account, posted and held by reservations, in 分. */
export type Balance = { debitsPosted: bigint; creditsPosted: bigint; debitsPending: bigint; creditsPending: bigint }

export const emptyBalance: Balance = { debitsPosted: 0n, creditsPosted: 0n, debitsPending: 0n, creditsPending: 0n }

/** What the account holds (or, of a source, what has come through it), in 分; never below zero. */
export const balanceOf = (kind: AccountKind, balance: Balance): bigint =>
  limitsOf(kind) === 'credit' ? balance.creditsPosted - balance.debitsPosted : balance.debitsPosted - balance.creditsPosted

/** What of it can still be moved: reservations count as gone. */
export const availableOf = (kind: AccountKind, balance: Balance): bigint =>
  balanceOf(kind, balance) - (limitsOf(kind) === 'credit' ? balance.debitsPending : balance.creditsPending)
