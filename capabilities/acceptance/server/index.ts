import type { Capability } from '@jincun/http'
import { tellAcceptedBy } from '@jincun/projects/server'
import { acceptanceRoutes } from './acceptance-routes.ts'
import { afterRoutes } from './after-routes.ts'
import { acceptedContractsOf } from './close-project.ts'
import { contractorRoutes } from './contractor-routes.ts'
import { correctionRoutes } from './correction-routes.ts'
import { permissions } from './permissions.ts'
import { tasks } from './tasks.ts'
import { visitRoutes } from './visit-routes.ts'

export { deliveriesOf, recordDelivery } from './record-delivery.ts'
export type { DeliveryStamp } from './record-delivery.ts'
export { tellReportsBy } from './reports-standing.ts'

tellAcceptedBy(acceptedContractsOf)

/** Acceptance: request, county check, sample by a published seed, result; the data gate; operation after it (6.2, 6.3, 6.4d). */
export const acceptance: Capability = {
  name: 'acceptance',
  migrations: new URL('./migrations/', import.meta.url),
  permissions,
  routes: [...contractorRoutes, ...acceptanceRoutes, ...visitRoutes, ...correctionRoutes, ...afterRoutes],
  tasks,
}
