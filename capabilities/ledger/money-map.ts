import type { Fen } from '@jincun/kernel'
import type { AccountKind, Balance, MoneySource } from './account.ts'
import { balanceOf } from './account.ts'
import type { MoneyFigures } from './disbursement-rate.ts'

type Standing = { countyCode: string; kind: AccountKind; source: MoneySource; budgetYear: number; batchYear: number } & Balance

/** Money of one place, source, budget year and batch: what came, where it stands, what was paid. All in 分. */
export type MoneyRow = {
  countyCode: string
  source: MoneySource
  budgetYear: number
  batchYear: number
  received: Fen
  allottedOn: Fen
  unassigned: Fen
  onLines: Fen
  onProjects: Fen
  paid: Fen
  /** Of what stands unpaid, how much is held for payments on their way. */
  reserved: Fen
  /** What came and has been neither allotted on nor paid: unassigned, on lines, on projects. */
  unspent: Fen
  /** What waits in the province's pool of reclaimed money. */
  pool: Fen
}

const part: Partial<Record<AccountKind, keyof MoneyRow>> = {
  received: 'received',
  'local-match': 'received',
  'enterprise-input': 'received',
  appropriation: 'received',
  allotted: 'allottedOn',
  fund: 'unassigned',
  line: 'onLines',
  project: 'onProjects',
  payee: 'paid',
  reclaimed: 'pool',
}

const emptyRow = ({ countyCode, source, budgetYear, batchYear }: Standing): MoneyRow => {
  const zero = { received: 0n, allottedOn: 0n, unassigned: 0n, onLines: 0n, onProjects: 0n, paid: 0n, reserved: 0n, unspent: 0n, pool: 0n }
  return { countyCode, source, budgetYear, batchYear, ...zero }
}

/** The money map: accounts summed by place, source, budget year and batch. received = allottedOn + unspent + paid + pool, always. */
export function moneyMap(accounts: readonly Standing[]): MoneyRow[] {
  const rows = new Map<string, MoneyRow>()
  for (const account of accounts) {
    const key = [account.countyCode, account.source, account.budgetYear, account.batchYear].join(' ')
    const row = rows.get(key) ?? emptyRow(account)
    rows.set(key, row)
    const field = part[account.kind]
    if (field) Object.assign(row, { [field]: (row[field] as Fen) + balanceOf(account.kind, account) })
    if (account.kind === 'project') row.reserved += account.debitsPending
  }
  return [...rows.values()].map(row => ({ ...row, unspent: row.unassigned + row.onLines + row.onProjects }))
}

/** Sums rows of one place or of many into the figures a disbursement rate is made of. */
export function figuresOf(rows: readonly MoneyRow[]): MoneyFigures {
  const sum = (pick: (row: MoneyRow) => Fen) => rows.reduce((total, row) => total + pick(row), 0n)
  const paid = sum(row => row.paid)
  // A payment is posted with its treasury voucher or not at all, so what is paid has its voucher.
  return {
    receivedByPlace: sum(row => row.received),
    assignedToLines: sum(row => row.onLines + row.onProjects) + paid,
    paidToPayee: paid,
    paidWithVoucher: paid,
  }
}

/** 账龄: what is unspent by budget year and batch, over all places given; oldest first. */
export function ageing(
  rows: readonly MoneyRow[],
): { budgetYear: number; batchYear: number; received: Fen; paid: Fen; unspent: Fen; places: number }[] {
  const own = rows.filter(({ countyCode }) => !countyCode.endsWith('0000'))
  return [...Map.groupBy(own, row => `${row.budgetYear} ${row.batchYear}`)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, group]) => ({
      budgetYear: Number(key.slice(0, 4)),
      batchYear: Number(key.slice(5)),
      received: group.reduce((sum, row) => sum + row.received, 0n),
      paid: group.reduce((sum, row) => sum + row.paid, 0n),
      unspent: group.reduce((sum, row) => sum + row.unspent, 0n),
      places: new Set(group.filter(row => row.unspent > 0n).map(row => row.countyCode)).size,
    }))
}
