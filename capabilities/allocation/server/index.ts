import type { Capability } from '@jincun/http'
import { allocateCommand } from './allocate-command.ts'
import { permissions } from './permissions.ts'

export const allocation: Capability = {
  name: 'allocation',
  migrations: new URL('./migrations/', import.meta.url),
  permissions,
  routes: [],
  commands: [allocateCommand],
}
