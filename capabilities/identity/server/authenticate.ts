import { compile, sql } from '@jincun/db'
import type { Fragment } from '@jincun/db'
import { headersOf, publicCaller } from '@jincun/http'
import type { Caller, Grant } from '@jincun/http'
import { sha256Hex } from '@jincun/proof'
import type { FastifyRequest } from 'fastify'
import type { Pool } from 'pg'
import type { SignInLibrary } from './sign-in-library.ts'

type CallerRow = {
  person_id?: string
  key_id?: string
  name: string
  organisation_id: string
  organisation_name: string
  realm: string
  grants: Grant[]
}

const callerOf = (kind: 'person' | 'machine', row: CallerRow): Caller => ({
  kind,
  personId: row.person_id ?? row.key_id ?? null,
  name: row.name,
  organisationId: row.organisation_id,
  organisationName: row.organisation_name,
  realm: row.realm,
  grants: row.grants,
})

/** Tells who asks: by API key, by session cookie, or the public. A key or cookie that is not good is the public, never more. */
export function createAuthenticate(pool: Pool, library: SignInLibrary): (request: FastifyRequest) => Promise<Caller> {
  const ask = async <Row>(query: Fragment): Promise<Row | undefined> => (await pool.query(compile(query))).rows[0] as Row | undefined

  async function byKey(key: string): Promise<Caller | undefined> {
    const row = await ask<CallerRow>(sql`select * from find_machine(${sha256Hex(key)})`)
    return row && callerOf('machine', row)
  }

  async function bySession(request: FastifyRequest): Promise<Caller | undefined> {
    const session = await library.api.getSession({ headers: headersOf(request) })
    const row = session && (await ask<CallerRow>(sql`select * from find_caller(${session.user.id})`))
    return row ? callerOf('person', row) : undefined
  }

  async function publicOf(): Promise<Caller> {
    const row = await ask<{ realm: string }>(sql`select realm from installation`)
    return publicCaller(row?.realm ?? 'live')
  }

  return async request => {
    const key = /^Bearer (jincun_\S+)$/.exec(request.headers.authorization ?? '')?.[1]
    if (key) return (await byKey(key)) ?? publicOf()
    return (request.headers.cookie?.includes('jincun.') ? await bySession(request) : undefined) ?? publicOf()
  }
}
