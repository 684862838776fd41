import type { Capability } from '@jincun/http'
import { planningCommands } from './commands.ts'

export { planningCommands }

/** Joint delivery: so far its commands, which plan, check, share and site; the working day comes on top of them. */
export const logistics: Capability = {
  name: 'logistics',
  permissions: {},
  routes: [],
  commands: planningCommands,
}
