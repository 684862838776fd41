import { sql } from '@jincun/db'
import type { Transaction } from '@jincun/db'
import type { PolicyPack } from '@jincun/policy'
import { disbursementRate, figuresOf, moneyMap } from '../index.ts'
import type { AccountKind, DisbursementRate } from '../index.ts'
import { conditionsOf } from './account-store.ts'
import type { AccountFilter } from './account-store.ts'

/** The disbursement rate that a book shows of earlier batches, with the batches it was made of. */
export type EarlierRate = DisbursementRate & { countyCode: string; batchYears: readonly number[] }

type Row = {
  county_code: string
  kind: AccountKind
  budget_year: number
  batch_year: number
  debits: bigint
  credits: bigint
}

/** Which books: those of one place or of all places below a code's beginning; without either all in scope. */
export type Places = Pick<AccountFilter, 'countyCode' | 'prefix'>

const standingsOf = (tx: Transaction, year: number, places: Places): Promise<Row[]> =>
  tx.rows<Row>(sql`select a.county_code, a.kind, a.budget_year, a.batch_year, sum(b.debits_posted)::bigint as debits,
      sum(b.credits_posted)::bigint as credits
    from ledger_account a join ledger_balance b on b.county_code = a.county_code and b.account_id = a.id
    where a.batch_year < ${year} and a.county_code not like '%0000' and ${conditionsOf({ ...places, source: 'central' })}
    group by a.county_code, a.kind, a.budget_year, a.batch_year`)

/**
 * 资金拨付率 of the counties' earlier batches as the ledger has it, for rule 4.4 and the factor method (5.1); one query whatever the number
 * of counties. A county the ledger has no money of is not among the answers: what is unknown stays unknown. Empty for a year that does not
 * say which disbursement over which receipt (disbursement-rate-pair).
 * @param year the round; batches before it count.
 * @param groupOf what is summed together: a county by itself, or its province.
 */
export async function earlierRates(
  tx: Transaction,
  policy: PolicyPack,
  year: number,
  places: Places = {},
  groupOf: (countyCode: string) => string = code => code,
): Promise<Map<string, EarlierRate>> {
  if (policy.parameters.get('disbursement-rate-pair')?.values[year] === undefined) return new Map()
  const rows = await standingsOf(tx, year, places)
  const money = moneyMap(
    rows.map(row => ({
      countyCode: row.county_code,
      kind: row.kind,
      source: 'central',
      budgetYear: row.budget_year,
      batchYear: row.batch_year,
      debitsPosted: row.debits,
      creditsPosted: row.credits,
      debitsPending: 0n,
      creditsPending: 0n,
    })),
  )
  const known = money.filter(row => row.received > 0n)
  return new Map(
    [...Map.groupBy(known, row => groupOf(row.countyCode))].map(([code, own]) => [
      code,
      {
        ...disbursementRate(figuresOf(own), policy, year),
        countyCode: code,
        batchYears: [...new Set(own.map(({ batchYear }) => batchYear))].sort((a, b) => a - b),
      },
    ]),
  )
}
