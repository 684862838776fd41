import type { Capability } from '@jincun/http'
import { commands } from './commands.ts'
import { permissions } from './permissions.ts'
import { readRoutes } from './read-routes.ts'
import { reportRoutes, reportStreams } from './report-routes.ts'
import { seedMinistry } from './seed.ts'
import { settingsRoutes } from './settings-routes.ts'
import { tasks } from './tasks.ts'

/** Exchange with the ministry's system: daily reports and forms made from stored rows, sent, answered, reconciled (6.4c). */
export const ministry: Capability = {
  name: 'ministry',
  migrations: new URL('./migrations/', import.meta.url),
  permissions,
  routes: [...readRoutes, ...reportRoutes, ...settingsRoutes],
  streams: reportStreams,
  tasks,
  commands,
  seed: seedMinistry,
}
