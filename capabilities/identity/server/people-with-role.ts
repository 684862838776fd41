import { sql } from '@jincun/db'
import type { Transaction } from '@jincun/db'
import type { Role } from '../index.ts'

/** Active people who hold a role for exactly this place, by user name; for other slices that link a record to an account. */
export const peopleWithRole = (tx: Transaction, role: Role, placeCode: string): Promise<{ id: string; username: string; name: string }[]> =>
  tx.rows(sql`select p.id, p.username, p.name from person p
    where p.active and exists (select from role_grant g
      where g.person_id = p.id and g.role = ${role} and g.place_code = ${placeCode} and g.ended_at is null)
    order by p.username`)
