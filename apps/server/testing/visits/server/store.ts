import { sql } from '@jincun/db'
import type { Transaction } from '@jincun/db'

export type Visit = { countyCode: string; id: string; seen: string }

/** Row-level security shows the visits of the caller's places only. */
export const visitsOf = (tx: Transaction): Promise<Visit[]> =>
  tx.rows(sql`select county_code as "countyCode", id, seen from visit order by county_code, recorded_at, id`)

export const findVisit = (tx: Transaction, countyCode: string, id: string): Promise<Visit | undefined> =>
  tx.row(sql`select county_code as "countyCode", id, seen from visit where county_code = ${countyCode} and id = ${id}`)

/** Whether it is new; a visit under a known id is left as it stands. */
export const insertVisit = async (tx: Transaction, { countyCode, id, seen }: Visit, realm: string, now: Date): Promise<boolean> =>
  (await tx.run(sql`insert into visit (county_code, id, realm, seen, recorded_at) values (${countyCode}, ${id}, ${realm}, ${seen}, ${now})
    on conflict (county_code, id) do nothing`)) === 1
