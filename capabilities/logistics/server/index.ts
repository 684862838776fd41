import type { Capability } from '@jincun/http'
import { checkCommand } from './check-command.ts'
import { poolCommand } from './pool-command.ts'
import { shareCommand } from './share-command.ts'
import { siteCommand } from './site-command.ts'
import { solveCommand } from './solve-command.ts'

/** Joint delivery: so far its commands, which plan, check, share and site; the working day comes on top of them. */
export const logistics: Capability = {
  name: 'logistics',
  permissions: {},
  routes: [],
  commands: [solveCommand, checkCommand, shareCommand, siteCommand, poolCommand],
}
