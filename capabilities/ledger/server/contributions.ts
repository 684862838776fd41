import { sql } from '@jincun/db'
import type { Transaction } from '@jincun/db'
import type { Fen } from '@jincun/kernel'

/** Local match or enterprise money that came into a county's book, with its paper. */
export type Contribution = {
  id: string
  movement: string
  source: 'local' | 'enterprise'
  amount: Fen
  businessDate: string
  document: string
}

/** What came to a county for a batch beside central money (3.0), oldest first; entries that were corrected are left out. */
export const contributionsOf = (tx: Transaction, countyCode: string, batchYear: number): Promise<Contribution[]> =>
  tx.rows<Contribution>(sql`select t.id, t.movement, a.source, t.amount, t.business_date as "businessDate", t.document
    from ledger_transfer t
      join ledger_account a on a.county_code = t.county_code and a.id = t.debit_account
      left join ledger_transfer c on c.county_code = t.county_code and c.corrects = t.id
    where t.county_code = ${countyCode} and t.kind in ('match', 'invest') and a.batch_year = ${batchYear} and c.id is null
    order by t.business_date, t.seq`)
