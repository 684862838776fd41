import type { Capability } from '@jincun/http'
import { permissions } from './permissions.ts'

export {
  contractsOfOrganisation,
  findContract,
  findContractor,
  findProject,
  gateRulingsOf,
  planInForce,
  progressOf,
  signedContracts,
} from './front-door.ts'

/** Projects: approved plans, register, procurement, contracts, assets (3.0, 3.2, 3.6, 6.2, 6.3, 6.4b, 6.4d). */
export const projects: Capability = {
  name: 'projects',
  migrations: new URL('./migrations/', import.meta.url),
  permissions,
  routes: [],
}
