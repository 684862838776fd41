import { tellReportsBy } from '@jincun/acceptance/server'
import type { Capability } from '@jincun/http'
import { batchRoutes } from './batch-routes.ts'
import { contractFormRoutes } from './contract-form-routes.ts'
import { standingOfReports } from './duty-ground.ts'
import { dutyRoutes } from './duty-routes.ts'
import { figuresCommand } from './figures-command.ts'
import { figuresRoutes } from './figures-routes.ts'
import { fileRoute } from './file-route.ts'
import { formRoutes } from './form-routes.ts'
import { importCommand } from './import-command.ts'
import { resumeBatches } from './keep-at-it.ts'
import { owedRoutes } from './owed-routes.ts'
import { paperRoutes } from './paper-routes.ts'
import { permissions } from './permissions.ts'
import { seedReporting } from './seed.ts'
import { sheetRoutes } from './sheet-routes.ts'
import { stationRoutes } from './station-routes.ts'
import { submitRoute } from './submit-route.ts'
import { tasks } from './tasks.ts'
import { templateCommand } from './template-command.ts'

export { dayCells } from './daily-store.ts'
export { versionsOfForm } from './form-store.ts'
export { installationNow } from './installation-clock.ts'
export { importOnce } from './import-once.ts'
export { recountRollups } from './recount.ts'
export type { RollupFault } from './recount.ts'
export { readFigures } from './figures-view.ts'
export { ordersInForce, rowsOfOrders, stationsBefore } from './orders-in-force.ts'

tellReportsBy(standingOfReports)

/** Reporting: every figure from its source rows (2.2, 5.6, 6.4c, 6.4d, 6.4e). */
export const reporting: Capability = {
  name: 'reporting',
  migrations: new URL('./migrations/', import.meta.url),
  permissions,
  routes: [
    ...batchRoutes,
    ...figuresRoutes,
    ...owedRoutes,
    ...formRoutes,
    ...contractFormRoutes,
    ...dutyRoutes,
    ...stationRoutes,
    ...sheetRoutes,
    ...paperRoutes,
  ],
  streams: [submitRoute, fileRoute],
  tasks,
  commands: [templateCommand, importCommand, figuresCommand],
  resume: resumeBatches,
  seed: seedReporting,
}
