import { sql } from '@jincun/db'
import type { Transaction } from '@jincun/db'
import { provinceCodeOf } from '@jincun/places'
import type { MoneySteps } from '../index.ts'
import { conditionsOf } from './account-store.ts'
import type { AccountFilter } from './account-store.ts'

/** Which rows of the money map: a county, or a province with its counties; a budget year; a batch. */
export type MoneyFilter = Pick<AccountFilter, 'countyCode' | 'prefix' | 'budgetYear' | 'batchYear'>

type StepRow = {
  county_code: string
  budget_year: number
  batch_year: number
  received: string | null
  allotted: string | null
  assigned: string | null
  paid: string | null
}

/** The clocks of a county begin with its province's book, so that is read too. */
const withProvince = ({ countyCode, ...filter }: MoneyFilter): MoneyFilter =>
  countyCode ? { ...filter, prefix: countyCode.slice(0, 2) } : filter

const stepsOf = (row: StepRow, centralAllotment: string | null): MoneySteps => ({
  centralAllotment,
  provincialAllotment: row.received,
  firstAssignment: row.assigned,
  firstPayment: row.paid,
})

/** First and last days of each step of central money by place and batch; one query whatever the number of counties. */
export async function moneyStepsOf(tx: Transaction, filter: MoneyFilter): Promise<Map<string, MoneySteps>> {
  const rows = await tx.rows<StepRow>(
    sql`select a.county_code, a.budget_year, a.batch_year, min(k.day) filter (where a.kind = 'received') as received,
        max(k.day) filter (where a.kind = 'allotted') as allotted, min(k.day) filter (where a.kind = 'line') as assigned,
        min(k.day) filter (where a.kind = 'payee') as paid
      from ledger_account a join ledger_carry k on k.county_code = a.county_code and k.account_id = a.id
      where a.source = 'central' and a.kind in ('received', 'allotted', 'line', 'payee') and ${conditionsOf(withProvince(filter))}
      group by a.county_code, a.budget_year, a.batch_year`,
  )
  const keyOf = (place: string, row: StepRow) => `${place} ${row.budget_year} ${row.batch_year}`
  const provinces = new Map(rows.map(row => [keyOf(row.county_code, row), row.received]))
  return new Map(
    rows.map(row => {
      const { county_code: place } = row
      // A province's own clock runs from the centre's allotment until the last of it is passed on (see moneyView).
      if (place.endsWith('0000')) return [keyOf(place, row), stepsOf({ ...row, received: row.allotted }, row.received)]
      return [keyOf(place, row), stepsOf(row, provinces.get(keyOf(provinceCodeOf(place), row)) ?? null)]
    }),
  )
}

/** The last day on which money of a place's batch moved; for the days it has lain idle. */
export async function lastMoves(tx: Transaction, filter: MoneyFilter): Promise<Map<string, string>> {
  const rows = await tx.rows<{ county_code: string; source: string; budget_year: number; batch_year: number; day: string }>(
    sql`select a.county_code, a.source, a.budget_year, a.batch_year, max(k.day) as day
      from ledger_account a join ledger_carry k on k.county_code = a.county_code and k.account_id = a.id
      where ${conditionsOf(filter)} group by a.county_code, a.source, a.budget_year, a.batch_year`,
  )
  return new Map(rows.map(row => [`${row.county_code} ${row.source} ${row.budget_year} ${row.batch_year}`, row.day]))
}

/** Budget years and batches there is money of, in scope: what filters offer. */
export async function yearsOfMoney(tx: Transaction): Promise<{ budgetYears: number[]; batchYears: number[] }> {
  const rows = await tx.rows<{ budget_year: number; batch_year: number }>(
    sql`select distinct budget_year, batch_year from ledger_account where county_code <> '000000'`,
  )
  const newestFirst = (years: number[]) => [...new Set(years)].sort((a, b) => b - a)
  return { budgetYears: newestFirst(rows.map(row => row.budget_year)), batchYears: newestFirst(rows.map(row => row.batch_year)) }
}

/** Names of those who posted, by person id; who is not known here has none. */
export async function postersOf(tx: Transaction, ids: readonly (string | null)[]): Promise<Map<string, string | null>> {
  const known = [...new Set(ids.filter(id => id !== null))]
  if (known.length === 0) return new Map()
  const rows = await tx.rows<{ id: string; name: string | null }>(
    sql`select p.id, person_name(p.id) as name from unnest(${known}::text[]) as p (id)`,
  )
  return new Map(rows.map(row => [row.id, row.name]))
}
