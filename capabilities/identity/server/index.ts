import type { Caller, Capability } from '@jincun/http'
import type { FastifyRequest } from 'fastify'
import type { Pool } from 'pg'
import { administrationRoutes } from './administration-routes.ts'
import { auditRoutes } from './audit-routes.ts'
import { createAuthenticate } from './authenticate.ts'
import { permissions } from './permissions.ts'
import { seedIdentity } from './seed.ts'
import { sessionRoutes } from './session-routes.ts'
import { setUpRoutes } from './set-up.ts'
import { createSignIn } from './sign-in.ts'
import { createSignInLibrary } from './sign-in-library.ts'

export { contractorOrganisations, organisationWithCode } from './organisations.ts'
export { peopleWithRole } from './people-with-role.ts'

export type Identity = { capability: Capability; authenticate: (request: FastifyRequest) => Promise<Caller> }

/** Where the tables are; known without a database, for the migrator. */
export const identityMigrations = new URL('./migrations/', import.meta.url)

/**
 * Sign-in, people, keys and the audit log. Unlike other slices it needs the pool and a secret, because the sign-in
 * library keeps its own connection to the accounts.
 * @param secret signs session cookies; at least 32 random characters.
 * @param setUpCode lets the first administrator in on an empty installation.
 */
export function createIdentity(settings: { pool: Pool; secret: string; secureCookies: boolean; setUpCode: string }): Identity {
  const library = createSignInLibrary(settings)
  const capability: Capability = {
    name: 'identity',
    migrations: identityMigrations,
    permissions,
    routes: [
      ...sessionRoutes(library, createSignIn(settings.pool, library)),
      ...setUpRoutes(settings.setUpCode),
      ...administrationRoutes,
      ...auditRoutes,
    ],
    seed: seedIdentity,
  }
  return { capability, authenticate: createAuthenticate(settings.pool, library) }
}
