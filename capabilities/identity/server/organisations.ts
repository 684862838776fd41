import { sql } from '@jincun/db'
import type { Transaction } from '@jincun/db'

/** A body as other slices need it: who it is and where it belongs. */
export type OrganisationRecord = { id: string; name: string; socialCreditCode: string; placeCode: string; realm: string }

const columns = sql`id, name, social_credit_code as "socialCreditCode", place_code as "placeCode", realm`

/** Contractors with this social credit code, as far as the transaction's scope sees them. */
export const contractorOrganisations = (tx: Transaction, creditCode: string): Promise<OrganisationRecord[]> =>
  tx.rows(sql`select ${columns} from organisation where kind = 'contractor' and social_credit_code = ${creditCode} order by place_code`)

/** One body by its id, with its code; undefined where it has none or is out of scope. */
export const organisationWithCode = (tx: Transaction, id: string): Promise<OrganisationRecord | undefined> =>
  tx.row(sql`select ${columns} from organisation where id = ${id} and social_credit_code is not null`)
