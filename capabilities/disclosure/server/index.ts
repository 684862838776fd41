import type { Capability } from '@jincun/http'
import { downloadRoutes } from './download-routes.ts'
import { listRoutes } from './list-routes.ts'
import { logRoutes } from './log-routes.ts'
import { roundRoutes } from './round-routes.ts'

/** Disclosure 政务公开: what was published, for everyone, with the proof that it was not altered. It reads the public log and writes nothing. */
export const disclosure: Capability = {
  name: 'disclosure',
  permissions: {},
  routes: [...roundRoutes, ...downloadRoutes, ...listRoutes, ...logRoutes],
}
