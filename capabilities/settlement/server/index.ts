import type { Capability } from '@jincun/http'
import { allotmentRoutes } from './allotment-routes.ts'
import { countyAllotmentRoutes } from './county-allotments.ts'
import { finalRoutes } from './final-routes.ts'
import { permissions } from './permissions.ts'
import { seedSettlement } from './seed.ts'
import { settlementRoutes } from './settlement-routes.ts'
import { tasks } from './tasks.ts'

/** Settlement: plan review, final numbers, money settled against the advance, final lists and the designations that follow (5.4, 5.5). */
export const settlement: Capability = {
  name: 'settlement',
  migrations: new URL('./migrations/', import.meta.url),
  permissions,
  routes: [...settlementRoutes, ...allotmentRoutes, ...finalRoutes, ...countyAllotmentRoutes],
  tasks,
  seed: seedSettlement,
}
