import type { Capability } from '@jincun/http'
import { permissions } from './permissions.ts'
import { routes } from './routes.ts'
import { seedSignals } from './seed.ts'
import { signalsCommand } from './signals-command.ts'

/** Reasons to open the file of a station or contractor, found in the orders they reported (6.3). */
export const signals: Capability = {
  name: 'signals',
  migrations: new URL('./migrations/', import.meta.url),
  permissions,
  routes,
  commands: [signalsCommand],
  seed: seedSignals,
}
