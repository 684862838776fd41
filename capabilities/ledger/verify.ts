import { balanceOf, emptyBalance, limitsOf } from './account.ts'
import type { AccountKey, AccountKind, Balance } from './account.ts'
import { emptyBook, foldTransfer } from './fold-book.ts'
import type { Book } from './fold-book.ts'
import { contentHash, sealHash, sealLine } from './transfer.ts'
import type { Entry } from './transfer.ts'

/** What a book keeps beside its entries. */
export type KeptAccount = AccountKey & { id: string; balance: Balance; carriedDebits: bigint; carriedCredits: bigint }
export type KeptSeal = { firstSeq: number; lastSeq: number; previousHash: string; hash: string }
export type KeptHead = { seq: number; hash: string }

/** Something that does not add up: where, and what was found instead. */
export type Fault = { countyCode: string; where: string; what: string }

/** Recomputes one place's book entry by entry; nothing it kept is believed. */
export class BookCheck {
  readonly countyCode: string
  readonly book: Book = emptyBook()
  readonly faults: Fault[] = []
  private seq = 0
  private hash = '0'.repeat(64)
  private lines: string[] = []
  private seals: readonly KeptSeal[] = []
  private nextSeal = 0
  private readonly kinds: ReadonlyMap<string, AccountKind>

  constructor(countyCode: string, accounts: readonly KeptAccount[], seals: readonly KeptSeal[]) {
    this.countyCode = countyCode
    this.kinds = new Map(accounts.map(({ id, kind }) => [id, kind]))
    this.seals = seals
  }

  private fault(where: string, what: string): void {
    this.faults.push({ countyCode: this.countyCode, where, what })
  }

  /** The next entry of the book. Balances are judged at every seal, because a batch is posted in one instant. */
  take(entry: Entry): void {
    this.seq += 1
    if (entry.seq !== this.seq) this.fault(`entry ${entry.seq}`, `number ${this.seq} is missing`)
    this.seq = entry.seq
    if (contentHash(entry) !== entry.contentHash) this.fault(`entry ${entry.seq}`, 'its content was changed')
    foldTransfer(this.book, entry)
    this.lines.push(sealLine(entry))
    if (this.seals[this.nextSeal]?.lastSeq === entry.seq) this.closeSeal()
  }

  private closeSeal(): void {
    const seal = this.seals[this.nextSeal++]
    const hash = sealHash(this.hash, this.lines)
    if (seal?.previousHash !== this.hash || seal.hash !== hash) this.fault(`seal ${seal?.lastSeq}`, 'it does not follow from the entries')
    this.hash = seal?.hash ?? hash
    this.lines = []
    for (const [account, balance] of this.book.balances) {
      const kind = this.kinds.get(account)
      if (!kind) this.fault(`account ${account}`, 'it was never opened')
      else if (overdrawn(kind, balance)) this.fault(`account ${account}`, `below zero after entry ${this.seq}`)
    }
  }

  /** After the last entry: what the book keeps against what its entries make. */
  finish(accounts: readonly KeptAccount[], head: KeptHead): void {
    if (this.lines.length > 0 || this.nextSeal !== this.seals.length) this.fault('seals', 'they do not cover the entries')
    if (head.seq !== this.seq || head.hash !== this.hash)
      this.fault('end of the book', `it says ${head.seq}, the entries end at ${this.seq}`)
    for (const account of accounts) {
      const made = this.book.balances.get(account.id) ?? emptyBalance
      if (!sameBalance(made, account.balance)) this.fault(`account ${account.id}`, 'its balance is not what its entries make')
      if (made.debitsPosted !== account.carriedDebits || made.creditsPosted !== account.carriedCredits)
        this.fault(`account ${account.id}`, 'its carried balances are not what its entries make')
    }
    const totals = [...this.book.balances.values()].reduce((sum, each) => sum + each.debitsPosted - each.creditsPosted, 0n)
    if (totals !== 0n) this.fault('book', `debits and credits differ by ${totals}`)
  }

  /** The proof of the book: its length, both sums and the hash an outsider can compare. */
  proof() {
    return { countyCode: this.countyCode, entries: this.seq, debits: this.book.debits, credits: this.book.credits, hash: this.hash }
  }
}

const overdrawn = (kind: AccountKind, balance: Balance): boolean =>
  limitsOf(kind) === 'credit'
    ? balance.debitsPosted + balance.debitsPending > balance.creditsPosted
    : balance.creditsPosted + balance.creditsPending > balance.debitsPosted

const sameBalance = (a: Balance, b: Balance): boolean =>
  a.debitsPosted === b.debitsPosted &&
  a.creditsPosted === b.creditsPosted &&
  a.debitsPending === b.debitsPending &&
  a.creditsPending === b.creditsPending

const pairKey = (parent: string, child: string, { source, budgetYear, batchYear }: KeptAccount) =>
  [parent, child, source, budgetYear, batchYear].join(' ')

/** Money between governments: what the book above says it allotted is what the book below says it received. */
export function pairFaults(accounts: readonly KeptAccount[]): Fault[] {
  const sums = new Map<string, bigint>()
  for (const account of accounts) {
    const { kind, countyCode, subject } = account
    if (kind !== 'allotted' && kind !== 'received') continue
    const key = kind === 'allotted' ? pairKey(countyCode, subject, account) : pairKey(subject, countyCode, account)
    const held = balanceOf(kind, account.balance)
    sums.set(key, (sums.get(key) ?? 0n) + (kind === 'allotted' ? held : -held))
  }
  return [...sums]
    .filter(([, difference]) => difference !== 0n)
    .map(([key, difference]) => ({
      countyCode: key.slice(7, 13),
      where: `pair ${key}`,
      what: `allotted and received differ by ${difference}`,
    }))
}
