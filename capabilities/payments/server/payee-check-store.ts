import { sql } from '@jincun/db'
import type { Transaction } from '@jincun/db'
import type { PayeeCheck } from '../index.ts'
import type { Hand } from './payment-store.ts'

/** A check on file: of which county, and who looked. */
export type KeptCheck = PayeeCheck & { countyCode: string; byName: string }

type Row = {
  county_code: string
  id: string
  credit_code: string
  status: PayeeCheck['status']
  source: string
  checked_on: string
  active_on: string | null
  by_name: string
}

const checkOf = (row: Row): KeptCheck => ({
  countyCode: row.county_code,
  id: row.id,
  creditCode: row.credit_code,
  status: row.status,
  source: row.source,
  checkedOn: row.checked_on,
  activeOn: row.active_on,
  byName: row.by_name,
})

/** The last check of each payee in scope, or of a county. */
export async function latestChecks(tx: Transaction, countyCode?: string): Promise<KeptCheck[]> {
  const rows =
    await tx.rows<Row>(sql`select distinct on (county_code, credit_code) county_code, id, credit_code, status, source, checked_on,
      active_on, by_name from payee_check where ${countyCode ? sql`county_code = ${countyCode}` : sql`true`}
    order by county_code, credit_code, checked_on desc, at desc, id desc`)
  return rows.map(checkOf)
}

export async function findCheck(tx: Transaction, countyCode: string, id: string): Promise<KeptCheck | undefined> {
  const row = await tx.row<Row>(sql`select county_code, id, credit_code, status, source, checked_on, active_on, by_name from payee_check
    where county_code = ${countyCode} and id = ${id}`)
  return row && checkOf(row)
}

export async function insertCheck(tx: Transaction, countyCode: string, check: PayeeCheck, hand: Hand): Promise<void> {
  await tx.run(sql`insert into payee_check (county_code, id, realm, credit_code, status, source, checked_on, active_on, by_person, by_name, at)
    values (${countyCode}, ${check.id}, ${hand.realm}, ${check.creditCode}, ${check.status}, ${check.source}, ${check.checkedOn},
      ${check.activeOn}, ${hand.personId}, ${hand.name}, ${hand.now})`)
}
