import type { SeedContext } from '@jincun/http'
import { demoId, demoOrganisations, demoPassword, demoPeople } from '../index.ts'
import { hashPassword } from './sign-in-library.ts'
import * as store from './store.ts'

/** Demo bodies and people, all of the realm 'demo'; the installation is marked as a demonstration on every page. */
export async function seedIdentity({ database, now, newId }: SeedContext): Promise<void> {
  const stamp = { realm: 'demo', now }
  const passwordHash = await hashPassword(demoPassword)
  const placeOf = new Map(demoOrganisations.map(organisation => [organisation.key, organisation.placeCode]))
  await database.transaction({ personId: null, realm: 'demo', jurisdictions: ['*'] }, 'write', async tx => {
    await store.insertInstallation(tx, stamp)
    for (const { key, ...organisation } of demoOrganisations)
      await store.insertOrganisation(tx, { socialCreditCode: null, ...organisation, id: demoId(key) }, stamp)
    for (const { username, name, organisation, grants } of demoPeople) {
      const person = { id: demoId(username), username, name, organisationId: demoId(organisation), grants: [...grants] }
      await store.insertPerson(tx, person, placeOf.get(organisation) ?? '000000', passwordHash, stamp, newId)
    }
  })
}
