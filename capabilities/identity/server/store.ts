import { sql } from '@jincun/db'
import type { Transaction } from '@jincun/db'
import type { NewGrant, NewOrganisation, NewPerson } from '../index.ts'
import { addressOf } from './sign-in-library.ts'

type Stamp = { realm: string; now: Date }

export async function insertOrganisation(tx: Transaction, organisation: NewOrganisation, { realm, now }: Stamp): Promise<void> {
  const { id, name: called, socialCreditCode, kind, placeCode } = organisation
  await tx.run(
    sql`insert into organisation values (${id}, ${called}, ${socialCreditCode}, ${kind}, ${placeCode}, ${realm}, ${now}) on conflict (id) do nothing`,
  )
}

/** The person, the sign-in account of the same id, and the first grants, in one transaction. */
export async function insertPerson(
  tx: Transaction,
  person: Omit<NewPerson, 'password'>,
  placeCode: string,
  passwordHash: string,
  stamp: Stamp,
  newId: () => string,
): Promise<void> {
  const { id, username, organisationId } = person
  await tx.run(
    sql`insert into person values (${id}, ${username}, ${person.name}, ${organisationId}, ${placeCode}, ${stamp.realm}, true, ${stamp.now})`,
  )
  await tx.run(
    sql`insert into auth_user ("id", "name", "email", "emailVerified") values (${id}, ${username}, ${addressOf(username)}, true)`,
  )
  await tx.run(sql`insert into auth_account ("id", "accountId", "providerId", "userId", "password", "updatedAt")
    values (${newId()}, ${id}, 'credential', ${id}, ${passwordHash}, ${stamp.now})`)
  for (const grant of person.grants) await insertGrant(tx, newId(), id, grant, stamp)
}

export async function insertGrant(tx: Transaction, id: string, personId: string, grant: NewGrant, { realm, now }: Stamp): Promise<void> {
  await tx.run(
    sql`insert into role_grant values (${id}, ${personId}, ${grant.role}, ${grant.placeCode}, ${realm}, ${now}, null) on conflict (id) do nothing`,
  )
}

export type OrganisationRow = { id: string; name: string; socialCreditCode: string | null; kind: string; placeCode: string }

export const findOrganisations = (tx: Transaction, search: string): Promise<OrganisationRow[]> =>
  tx.rows(sql`select id, name, social_credit_code as "socialCreditCode", kind, place_code as "placeCode" from organisation
    where name like ${`%${search}%`} or place_code like ${`${search}%`} order by place_code, name limit 500`)

export const getOrganisation = (tx: Transaction, id: string): Promise<OrganisationRow | undefined> =>
  tx.row(sql`select id, name, social_credit_code as "socialCreditCode", kind, place_code as "placeCode" from organisation where id = ${id}`)

export type PersonRow = {
  id: string
  username: string
  name: string
  organisation: string
  active: boolean
  placeCode: string
  grants: { id: string; role: string; placeCode: string }[]
}

/** People with their open grants, one query. */
export const findPeople = (tx: Transaction, search: string): Promise<PersonRow[]> =>
  tx.rows(sql`select p.id, p.username, p.name, o.name as organisation, p.active, p.place_code as "placeCode",
      coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'role', g.role, 'placeCode', g.place_code)) filter (where g.id is not null), '[]') as grants
    from person p join organisation o on o.id = p.organisation_id left join role_grant g on g.person_id = p.id and g.ended_at is null
    where p.username like ${`%${search}%`} or p.name like ${`%${search}%`}
    group by p.id, o.name order by p.place_code, p.username limit 500`)

export const setActive = (tx: Transaction, personId: string, active: boolean): Promise<number> =>
  tx.run(sql`update person set active = ${active} where id = ${personId}`)

export const endGrant = (tx: Transaction, grantId: string, now: Date): Promise<number> =>
  tx.run(sql`update role_grant set ended_at = ${now} where id = ${grantId} and ended_at is null`)

export const insertApiKey = (
  tx: Transaction,
  key: { id: string; name: string; hash: string; organisationId: string; grant: NewGrant; createdBy: string },
  { realm, now }: Stamp,
): Promise<number> =>
  tx.run(
    sql`insert into api_key values (${key.id}, ${key.name}, ${key.hash}, ${key.organisationId}, ${key.grant.role}, ${key.grant.placeCode}, ${realm}, ${now}, ${key.createdBy}, null)`,
  )

export const findApiKeys = (tx: Transaction): Promise<unknown[]> =>
  tx.rows(sql`select k.id, k.name, k.role, k.place_code as "placeCode", o.name as organisation, k.created_at as "createdAt", k.revoked_at as "revokedAt"
    from api_key k join organisation o on o.id = k.organisation_id order by k.created_at desc`)

export const revokeApiKey = (tx: Transaction, id: string, now: Date): Promise<number> =>
  tx.run(sql`update api_key set revoked_at = ${now} where id = ${id} and revoked_at is null`)

export const getInstallation = (tx: Transaction): Promise<{ realm: string } | undefined> => tx.row(sql`select realm from installation`)

export const insertInstallation = (tx: Transaction, { realm, now }: Stamp): Promise<number> =>
  tx.run(sql`insert into installation (realm, set_up_at) values (${realm}, ${now})`)

/** Set-up acts before anyone has a jurisdiction; for the rest of its transaction it sees the nation. */
export const widenToNation = (tx: Transaction, realm: string): Promise<number> =>
  tx.run(sql`select set_config('jincun.jurisdictions', '*', true), set_config('jincun.realm', ${realm}, true)`)
