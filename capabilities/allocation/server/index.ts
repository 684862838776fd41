import type { Capability } from '@jincun/http'
import { allocateCommand } from './allocate-command.ts'
import { permissions } from './permissions.ts'
import { routes } from './routes.ts'
import { seedAllocation } from './seed.ts'
import { tasks } from './tasks.ts'

export { findProvisionalQuota, provisionalQuotas, publicationKind, publishedAllocation } from './store.ts'
export type { ProvisionalQuota, PublishedAllocation } from './store.ts'

/** Allocation: the provisional number of demonstration counties of every province by the factor method (5.1). */
export const allocation: Capability = {
  name: 'allocation',
  migrations: new URL('./migrations/', import.meta.url),
  permissions,
  routes,
  tasks,
  commands: [allocateCommand],
  seed: seedAllocation,
}
