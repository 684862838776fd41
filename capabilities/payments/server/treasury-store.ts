import { sql } from '@jincun/db'
import type { Transaction } from '@jincun/db'
import { sha256Hex } from '@jincun/proof'
import type { ImportRow, TreasuryVerdict } from '../index.ts'
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

type Kept = { id: string; countyCode: string; fileName: string; bytes: Uint8Array }

export const hashOf = (bytes: Uint8Array): string => sha256Hex(bytes)

export async function insertImport(tx: Transaction, { id, countyCode, fileName, bytes }: Kept, rows: readonly ImportRow[], hand: Hand) {
  await tx.run(sql`insert into treasury_import (county_code, id, realm, file_name, sha256, bytes, imported_at, by_person, by_name)
    values (${countyCode}, ${id}, ${hand.realm}, ${fileName}, ${hashOf(bytes)}, ${Buffer.from(bytes)}, ${hand.now}, ${hand.personId},
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
