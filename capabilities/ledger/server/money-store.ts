import { sql } from '@jincun/db'
import type { Transaction } from '@jincun/db'
import type { MoneySteps } from '../index.ts'

/** First days of each step of central money by county and batch; two queries whatever the number of counties. */
export async function moneyStepsOf(tx: Transaction): Promise<Map<string, MoneySteps>> {
  const rows = await tx.rows<{
    county_code: string
    budget_year: number
    batch_year: number
    received: string | null
    assigned: string | null
    paid: string | null
  }>(
    sql`select a.county_code, a.budget_year, a.batch_year, min(k.day) filter (where a.kind = 'received') as received,
        min(k.day) filter (where a.kind = 'line') as assigned, min(k.day) filter (where a.kind = 'payee') as paid
      from ledger_account a join ledger_carry k on k.county_code = a.county_code and k.account_id = a.id
      where a.source = 'central' and a.kind in ('received', 'line', 'payee') group by a.county_code, a.budget_year, a.batch_year`,
  )
  const provinces = new Map(rows.map(row => [`${row.county_code} ${row.budget_year} ${row.batch_year}`, row.received]))
  return new Map(
    rows
      .filter(row => !row.county_code.endsWith('0000'))
      .map(row => {
        const years = `${row.budget_year} ${row.batch_year}`
        const central = provinces.get(`${row.county_code.slice(0, 2)}0000 ${years}`) ?? null
        return [
          `${row.county_code} ${years}`,
          { centralAllotment: central, provincialAllotment: row.received, firstAssignment: row.assigned, firstPayment: row.paid },
        ]
      }),
  )
}

/** The last day on which money of a place's batch moved; for the days it has lain idle. */
export async function lastMoves(tx: Transaction): Promise<Map<string, string>> {
  const rows = await tx.rows<{ county_code: string; source: string; budget_year: number; batch_year: number; day: string }>(
    sql`select a.county_code, a.source, a.budget_year, a.batch_year, max(k.day) as day
      from ledger_account a join ledger_carry k on k.county_code = a.county_code and k.account_id = a.id
      group by a.county_code, a.source, a.budget_year, a.batch_year`,
  )
  return new Map(rows.map(row => [`${row.county_code} ${row.source} ${row.budget_year} ${row.batch_year}`, row.day]))
}
