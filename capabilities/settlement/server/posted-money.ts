import type { Transaction } from '@jincun/db'
import { balancesOf, entriesOfRecords } from '@jincun/ledger/server'
import { jurisdictionPrefix } from '@jincun/places'
import { roundBatch } from '../index.ts'
import type { SettledLine } from './settlement-store.ts'
import type { SettlementFacts } from './settlement-view.ts'

/** Money of the round as it stands in a province's book: what came (above zero) or went back (below zero), and where to open it. */
export type PostedMoney = {
  movement: string
  kind: 'advance-allotment' | 'settlement'
  amount: bigint
  document: string
  businessDate: string
}

/** What of the advances and of the settlement is posted to the provinces' books, by province; one query. */
export async function postedByProvince(
  tx: Transaction,
  facts: Pick<SettlementFacts, 'advances' | 'settled'>,
): Promise<Map<string, PostedMoney[]>> {
  const places = [...new Set([...facts.advances.keys(), ...facts.settled.map(line => line.provinceCode)])]
  const records = [
    ...[...facts.advances.values()].flat().map(({ id }) => id),
    ...new Set(facts.settled.map(({ settlementId }) => settlementId)),
  ]
  if (records.length === 0) return new Map()
  const entries = await entriesOfRecords(tx, places, records)
  const own = entries.filter(({ kind }) => kind === 'receive' || kind === 'give-back')
  return new Map(
    [...Map.groupBy(own, ({ countyCode }) => countyCode)].map(([place, rows]) => [
      place,
      rows.map(({ movement, recordKind, kind, amount, document, businessDate }) => ({
        movement,
        kind: recordKind === 'settlement' ? 'settlement' : 'advance-allotment',
        amount: kind === 'receive' ? amount : -amount,
        document,
        businessDate,
      })),
    ]),
  )
}

/** Provinces whose settlement moves money and is not yet posted. */
export const toPost = (settled: readonly SettledLine[], posted: ReadonlyMap<string, readonly PostedMoney[]>): SettledLine[] =>
  settled.filter(
    line => (line.makeUp > 0n || line.giveBack > 0n) && !(posted.get(line.provinceCode) ?? []).some(each => each.kind === 'settlement'),
  )

/** Lines with what their province lacks to give back, because it has allotted it on; 0 where it can be posted. */
export async function shortOf(tx: Transaction, year: number, lines: readonly SettledLine[]): Promise<(SettledLine & { short: bigint })[]> {
  const funds = lines.some(line => line.giveBack > 0n) ? await heldOf(tx, year, 'fund') : new Map<string, bigint>()
  return lines.map(line => {
    const lacking = line.giveBack - (funds.get(line.provinceCode) ?? 0n)
    return { ...line, short: line.giveBack > 0n && lacking > 0n ? lacking : 0n }
  })
}

/** What each place holds of the year's batch on an account kind, in 分; with `prefix` those whose codes begin with it. */
async function heldOf(tx: Transaction, year: number, kind: 'fund' | 'received', prefix?: string): Promise<Map<string, bigint>> {
  const accounts = await balancesOf(tx, { kinds: [kind], ...roundBatch(year), ...(prefix ? { prefix } : {}) })
  return new Map(accounts.map(account => [account.countyCode, kind === 'fund' ? account.available : account.held]))
}

/** What each place of a province received of the year's batch, less what went back. */
export const receivedByPlace = (tx: Transaction, year: number, provinceCode: string): Promise<Map<string, bigint>> =>
  heldOf(tx, year, 'received', jurisdictionPrefix(provinceCode))
