import { sql } from '@jincun/db'
import type { Transaction } from '@jincun/db'
import { accept, assert } from '@jincun/kernel'
import type { Result } from '@jincun/kernel'
import { accountId, accountKindTitles, contentHash, keyOf } from '../index.ts'
import type { AccountSpec, Movement, Transfer } from '../index.ts'
import { refusalOf } from './post-problems.ts'
import type { PostProblem } from './post-problems.ts'
import { no } from './no.ts'

/** Whose hand posts, in which realm, and when. */
export type Stamp = { realm: string; personId: string | null; now: Date }

/** How many transfers were new, and how many had been sent before. */
export type Posted = { posted: number; repeated: number }

/** Opens the accounts that are not open yet; one statement a place. */
export async function ensureAccounts(tx: Transaction, stamp: Stamp, accounts: readonly AccountSpec[]): Promise<void> {
  for (const [place, own] of byPlace(accounts)) {
    const one = [...new Map(own.map(account => [accountId(stamp.realm, account), account])).entries()]
    const column = <T>(pick: (account: AccountSpec) => T): T[] => one.map(([, account]) => pick(account))
    await tx.run(sql`select ledger_open_accounts(${place}, ${stamp.realm}, ${stamp.now}, ${one.map(([id]) => id)}::uuid[],
      ${column(a => a.kind)}::text[], ${column(a => a.source)}::text[], ${column(a => a.budgetYear)}::int[], ${column(a => a.batchYear)}::int[],
      ${column(a => a.subject)}::text[], ${column(a => a.title)}::text[],
      ${column(a => (a.parent ? accountId(stamp.realm, a.parent) : null))}::uuid[])`)
  }
}

const byPlace = <T extends { countyCode: string }>(items: readonly T[]): [string, T[]][] =>
  [...Map.groupBy(items, item => item.countyCode)].sort(([a], [b]) => (a < b ? -1 : 1))

async function postToBook(tx: Transaction, stamp: Stamp, place: string, transfers: readonly Transfer[]) {
  const column = <T>(pick: (transfer: Transfer) => T): T[] => transfers.map(pick)
  const row = await tx.row<{ answer: Posted & { problems: PostProblem[] } }>(
    sql`select ledger_post(${place}, ${stamp.realm}, ${stamp.now}, ${stamp.personId}, ${column(t => t.id)}::uuid[],
      ${column(t => t.debit)}::uuid[], ${column(t => t.credit)}::uuid[], ${column(t => t.amount.toString())}::bigint[],
      ${column(t => t.phase)}::text[], ${column(t => t.kind)}::text[], ${column(t => t.reserves)}::uuid[],
      ${column(t => t.corrects)}::uuid[], ${column(t => t.movement)}::uuid[], ${column(t => t.businessDate)}::date[],
      ${column(t => t.reason)}::text[], ${column(t => t.clause)}::text[], ${column(t => t.document)}::text[],
      ${column(t => t.recordKind)}::text[], ${column(t => t.recordId)}::text[]) as answer`,
  )
  if (!row) throw new Error('ledger_post gave no answer')
  return row.answer
}

/** The title of an account for a refusal; in the words of its kind where it has none of its own. */
async function titleFinder(tx: Transaction, place: string, problems: readonly PostProblem[]): Promise<(id: string) => string> {
  const ids = problems.flatMap(({ id, code }) => (code === 'overdrawn' && id ? [id] : []))
  const rows = ids.length === 0 ? [] : await accountTitles(tx, place, ids)
  return id => rows.find(row => row.id === id)?.title ?? id
}

const accountTitles = async (tx: Transaction, place: string, ids: readonly string[]) =>
  (
    await tx.rows<{ id: string; kind: keyof typeof accountKindTitles; title: string; budget_year: number }>(
      sql`select id, kind, title, budget_year from ledger_account where county_code = ${place} and id = any(${ids}::uuid[])`,
    )
  ).map(({ id, kind, title, budget_year }) => ({ id, title: `${budget_year}年 ${title || accountKindTitles[kind].zh}` }))

/** Exact repeats within a batch are one transfer; the same id with other content is refused. */
function withoutRepeats(transfers: readonly Transfer[]): { unique: Transfer[]; torn: string | null } {
  const seen = new Map<string, Transfer>()
  for (const transfer of transfers) {
    const known = seen.get(transfer.id)
    if (known && contentHash(known) !== contentHash(transfer)) return { unique: [], torn: transfer.id }
    seen.set(transfer.id, known ?? transfer)
  }
  return { unique: [...seen.values()], torn: null }
}

/**
 * Posts transfers in the caller's transaction, all or none: places in the order of their codes, so that posters never wait for each
 * other in a ring. Sending again is harmless. A refusal must be handed on, so that the transaction is undone.
 */
export async function postTransfers(tx: Transaction, stamp: Stamp, transfers: readonly Transfer[]): Promise<Result<Posted>> {
  const { unique, torn } = withoutRepeats(transfers)
  if (torn !== null) return refusalOf([{ id: torn, code: 'id-used-for-another-transfer' }], transfers[0]?.clause ?? '', id => id)
  const sum = { posted: 0, repeated: transfers.length - unique.length }
  for (const [place, own] of byPlace(unique)) {
    if (own.length > 10_000)
      return no('too-large', 'batch-too-large', own[0]?.clause ?? '', '一次最多记10000笔。', 'A batch has at most 10000 transfers.')
    const { posted, repeated, problems } = await postToBook(tx, stamp, place, own)
    if (problems.length > 0) return refusalOf(problems, own[0]?.clause ?? '', await titleFinder(tx, place, problems))
    sum.posted += posted
    sum.repeated += repeated
  }
  return accept(sum)
}

/** Opens a movement's accounts and posts its legs, all or none. */
export async function postMovement(tx: Transaction, stamp: Stamp, movement: Movement): Promise<Result<Posted>> {
  assertParentsGiven(movement.accounts)
  await ensureAccounts(tx, stamp, movement.accounts)
  return postTransfers(tx, stamp, movement.transfers)
}

/** A book's tree must hang together: the parent of an account stands in the database or among those to open. */
function assertParentsGiven(accounts: readonly AccountSpec[]): void {
  const known = new Set(accounts.map(account => JSON.stringify(keyOf(account))))
  const lacking = accounts.find(({ parent }) => parent !== null && !known.has(JSON.stringify(parent)))
  assert(lacking === undefined, `the parent of account ${lacking?.title} is among the accounts to open`)
}
