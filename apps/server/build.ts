import { migrate, openDatabase, readMigrations, spineMigrations } from '@jincun/db'
import type { Database } from '@jincun/db'
import { createServer } from '@jincun/http'
import type { Capability } from '@jincun/http'
import { createIdentity, identityMigrations } from '@jincun/identity/server'
import type { PolicyPack } from '@jincun/policy'
import type { FastifyInstance } from 'fastify'
import { capabilities } from './capabilities.ts'

/** Every migration of the program, in order: the spine's, identity's, then each slice's. */
export function allMigrations() {
  const slices = capabilities.flatMap(({ name, migrations }) => (migrations ? [{ slice: name, folder: migrations }] : []))
  return readMigrations([spineMigrations, { slice: 'identity', folder: identityMigrations }, ...slices])
}

/** Brings the database at `url` (its owner's address) up to date; answers the migrations that ran. */
export const prepareDatabase = async (url: string): Promise<string[]> => migrate(url, await allMigrations())

export type ProgramSettings = {
  databaseUrl: string
  policy: PolicyPack
  secret: string
  now: () => Date
  secureCookies?: boolean
  setUpCode?: string
  webRoot?: string
  log?: boolean
  requestsPerMinute?: number
  onQuery?: (text: string) => void
  /** Capabilities that need the running program, e.g. the clock of a demonstration. */
  more?: readonly Capability[]
}

export type Program = { server: FastifyInstance; database: Database; capabilities: readonly Capability[]; close(): Promise<void> }

/** Puts the program together over a prepared database. The one place where everything meets. */
export async function buildProgram(settings: ProgramSettings): Promise<Program> {
  const { onQuery, databaseUrl, secret, secureCookies = false, setUpCode = '', more = [], ...rest } = settings
  const database = openDatabase(databaseUrl, { connections: 20, ...(onQuery ? { onQuery } : {}) })
  const identity = createIdentity({ pool: database.pool, secret, secureCookies, setUpCode })
  const all = [identity.capability, ...capabilities, ...more]
  const server = await createServer({ ...rest, database, capabilities: all, authenticate: identity.authenticate })
  const close = async () => {
    await server.close()
    await database.close()
  }
  return { server, database, capabilities: all, close }
}
