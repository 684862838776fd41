import { checkListCommand } from '../check-list-command.ts'
import { centralListRoutes } from './central-list-routes.ts'
import { listPermissions } from './list-permissions.ts'
import { provinceListRoutes } from './list-routes.ts'
import { seedLists } from './list-seed.ts'
import { listTasks } from './list-tasks.ts'
import { packageRoutes } from './package-routes.ts'

/** The ranked-list half of the slice: what it adds to the capability. */
export const rankedLists = {
  permissions: listPermissions,
  routes: [...provinceListRoutes, ...centralListRoutes, ...packageRoutes],
  tasks: listTasks,
  commands: [checkListCommand],
  seed: seedLists,
}
