import { sql } from '@jincun/db'
import type { Transaction } from '@jincun/db'
import type { ImportRow, Payable, TreasuryVerdict } from '../index.ts'
import type { Hand } from './payment-store.ts'

export type TreasuryImport = {
  id: string
  countyCode: string
  fileName: string
  sha256: string
  importedAt: string
  byName: string
}
export type Explanation = { importId: string; number: number; reason: string; byName: string; at: string }
export type KeptRow = ImportRow & { importId: string }

const importColumns = sql`id, county_code, file_name, sha256, imported_at, by_name`
type ImportLine = { id: string; county_code: string; file_name: string; sha256: string; imported_at: Date; by_name: string }
const importOf = (row: ImportLine): TreasuryImport => ({
  id: row.id,
  countyCode: row.county_code,
  fileName: row.file_name,
  sha256: row.sha256,
  importedAt: row.imported_at.toISOString(),
  byName: row.by_name,
})

/** The newest imports in scope, at most 200. */
export const listImports = async (tx: Transaction): Promise<TreasuryImport[]> =>
  (await tx.rows<ImportLine>(sql`select ${importColumns} from treasury_import order by imported_at desc, id limit 200`)).map(importOf)

/**
 * The imports in scope with a row that is neither settled nor explained, however old they are, newest first. A line is settled when the request
 * of its voucher was paid, or bounced, by the very amount and the file has the voucher once; a request the file lacked, when it waits no more.
 */
export const openImports = async (tx: Transaction): Promise<TreasuryImport[]> =>
  (
    await tx.rows<ImportLine>(sql`select ${importColumns} from treasury_import i where exists (
        select from treasury_row r
        where r.county_code = i.county_code and r.import_id = i.id
          and not exists (select from treasury_explanation e
            where e.county_code = r.county_code and e.import_id = r.import_id and e.number = r.number)
          and case when r.sheet_row is null
            then exists (select from payment_request p
              where p.county_code = r.county_code and p.id = r.request_id and p.state = 'approved')
            else exists (select from treasury_row t where t.county_code = r.county_code and t.import_id = r.import_id
                and t.number <> r.number and t.voucher = r.voucher and t.bounced = r.bounced)
              or not exists (select from payment_request p
                where p.county_code = r.county_code and p.voucher = r.voucher and (p.content ->> 'amountFen')::bigint = r.amount_fen
                  and (not r.bounced or p.state = 'bounced'))
            end)
      order by imported_at desc, id`)
  ).map(importOf)

/** What of the counties' requests a payment file is compared with, oldest first. */
export async function payablesOf(tx: Transaction, countyCodes: readonly string[]): Promise<(Payable & { countyCode: string })[]> {
  const rows = await tx.rows<Omit<Payable, 'amount'> & { countyCode: string; amountFen: bigint }>(
    sql`select id, county_code as "countyCode", state, content -> 'payee' ->> 'name' as payee, (content ->> 'amountFen')::bigint as "amountFen",
        voucher
      from payment_request where county_code = any(${[...countyCodes]}::text[]) order by requested_at, id`,
  )
  return rows.map(({ amountFen, ...row }) => ({ ...row, amount: amountFen }))
}

export async function findImport(tx: Transaction, countyCode: string, which: { id: string } | { sha256: string }) {
  const fits = 'id' in which ? sql`id = ${which.id}` : sql`sha256 = ${which.sha256}`
  const row = await tx.row<ImportLine>(sql`select ${importColumns} from treasury_import where county_code = ${countyCode} and ${fits}`)
  return row && importOf(row)
}

export const importBytes = (tx: Transaction, countyCode: string, id: string) =>
  tx.row<{ bytes: Buffer; fileName: string }>(
    sql`select bytes, file_name as "fileName" from treasury_import where county_code = ${countyCode} and id = ${id}`,
  )

type RowLine = {
  import_id: string
  number: number
  verdict: TreasuryVerdict
  request_id: string | null
  payee: string
  expected_fen: bigint | null
  sheet_row: number | null
  voucher: string | null
  paid_on: string | null
  amount_fen: bigint | null
  bounced: boolean | null
}

const lineOf = (row: RowLine): ImportRow['line'] =>
  row.sheet_row === null
    ? null
    : {
        row: row.sheet_row,
        voucher: row.voucher ?? '',
        paidOn: row.paid_on ?? '',
        payee: row.payee,
        amount: row.amount_fen ?? 0n,
        bounced: row.bounced === true,
      }

/** The rows of imports, in their order. */
export async function rowsOfImports(tx: Transaction, ids: readonly string[]): Promise<KeptRow[]> {
  const rows = await tx.rows<RowLine>(sql`select import_id, number, verdict, request_id, payee, expected_fen, sheet_row, voucher, paid_on,
      amount_fen, bounced from treasury_row where import_id = any(${[...ids]}::uuid[]) order by import_id, number`)
  return rows.map(row => ({
    importId: row.import_id,
    number: row.number,
    verdict: row.verdict,
    line: lineOf(row),
    requestId: row.request_id,
    payee: row.payee,
    expected: row.expected_fen,
  }))
}

export async function explanationsOf(tx: Transaction, ids: readonly string[]): Promise<Explanation[]> {
  const rows = await tx.rows<{ import_id: string; number: number; reason: string; by_name: string; at: Date }>(
    sql`select import_id, number, reason, by_name, at from treasury_explanation where import_id = any(${[...ids]}::uuid[])`,
  )
  return rows.map(row => ({
    importId: row.import_id,
    number: row.number,
    reason: row.reason,
    byName: row.by_name,
    at: row.at.toISOString(),
  }))
}

type Kept = { id: string; countyCode: string; fileName: string; sha256: string; bytes: Uint8Array }

export async function insertImport(
  tx: Transaction,
  { id, countyCode, fileName, sha256, bytes }: Kept,
  rows: readonly ImportRow[],
  hand: Hand,
) {
  await tx.run(sql`insert into treasury_import (county_code, id, realm, file_name, sha256, bytes, imported_at, by_person, by_name)
    values (${countyCode}, ${id}, ${hand.realm}, ${fileName}, ${sha256}, ${Buffer.from(bytes)}, ${hand.now}, ${hand.personId},
      ${hand.name})`)
  const column = <T>(pick: (row: ImportRow) => T): T[] => rows.map(pick)
  await tx.run(sql`insert into treasury_row (county_code, import_id, number, realm, verdict, request_id, payee, expected_fen, sheet_row,
      voucher, paid_on, amount_fen, bounced)
    select ${countyCode}, ${id}, g.number, ${hand.realm}, g.verdict, g.request_id, g.payee, g.expected_fen, g.sheet_row, g.voucher, g.paid_on,
      g.amount_fen, g.bounced
    from unnest(${column(row => row.number)}::int[], ${column(row => row.verdict)}::text[], ${column(row => row.requestId)}::uuid[],
      ${column(row => row.payee)}::text[], ${column(row => row.expected?.toString() ?? null)}::bigint[],
      ${column(row => row.line?.row ?? null)}::int[], ${column(row => row.line?.voucher ?? null)}::text[],
      ${column(row => row.line?.paidOn ?? null)}::date[], ${column(row => row.line?.amount.toString() ?? null)}::bigint[],
      ${column(row => row.line?.bounced ?? null)}::boolean[])
      as g (number, verdict, request_id, payee, expected_fen, sheet_row, voucher, paid_on, amount_fen, bounced)`)
}

/** False when the row was explained before. */
export async function insertExplanation(
  tx: Transaction,
  { countyCode, id }: { countyCode: string; id: string },
  { number, reason }: { number: number; reason: string },
  hand: Hand,
): Promise<boolean> {
  const added = await tx.run(sql`insert into treasury_explanation (county_code, import_id, number, realm, reason, by_person, by_name, at)
    values (${countyCode}, ${id}, ${number}, ${hand.realm}, ${reason}, ${hand.personId}, ${hand.name}, ${hand.now})
    on conflict (county_code, import_id, number) do nothing`)
  return added === 1
}
