import { join, sql } from '@jincun/db'
import type { Fragment, Transaction } from '@jincun/db'
import { Designation } from '../index.ts'

type Row = {
  id: string
  county_code: string
  printed_code: string
  county_name: string
  year: number
  first_day: string
  way: string
  clause: string
  document: string
  decided_at: Date
}

const columns = sql`id, county_code, printed_code, county_name, year, first_day, way, clause, document, decided_at`

const designationOf = (row: Row): Designation =>
  Designation.parse({
    id: row.id,
    countyCode: row.county_code,
    printedCode: row.printed_code,
    countyName: row.county_name,
    year: row.year,
    from: row.first_day,
    way: row.way,
    clause: row.clause,
    document: row.document,
    decidedAt: row.decided_at.toISOString(),
  })

const select = async (tx: Transaction, condition: Fragment): Promise<Designation[]> => {
  const rows = await tx.rows<Row>(sql`select ${columns} from designation where ${condition} order by year, county_code`)
  return rows.map(designationOf)
}

/** Designations of some counties in all years, by their last codes. */
export const designationsOfCounties = (tx: Transaction, codes: readonly string[]): Promise<Designation[]> =>
  select(tx, sql`county_code = any(${[...codes]}::char(6)[])`)

/** A year's demonstration counties inside a jurisdiction prefix ('' = the nation). */
export const designationsOfYear = (tx: Transaction, year: number, prefix = ''): Promise<Designation[]> =>
  select(tx, sql`year = ${year} and county_code like ${`${prefix}%`}`)

/** Adds designations; all in one statement. */
export async function insertDesignations(
  tx: Transaction,
  designations: readonly Designation[],
  stamp: { realm: string; personId: string | null },
): Promise<void> {
  if (designations.length === 0) return
  const rows = designations.map(
    each => sql`(${each.countyCode}, ${each.id}::uuid, ${stamp.realm}, ${each.year}::int, ${each.printedCode}, ${each.countyName},
      ${each.from}::date, ${each.way}, ${each.clause}, ${each.document}, ${each.decidedAt}::timestamptz, ${stamp.personId})`,
  )
  await tx.run(sql`insert into designation (county_code, id, realm, year, printed_code, county_name, first_day, way, clause,
    document, decided_at, decided_by) values ${join(rows, sql`, `)}`)
}
