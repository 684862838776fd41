import type { Capability } from '@jincun/http'
import { commands } from './commands.ts'
import { permissions } from './permissions.ts'
import { routes } from './routes.ts'

export { designationData, loadDesignationData, shippedProgrammeFolder } from './load-designation-data.ts'
export { recordDesignations } from './record-designations.ts'
export { designationsOfCounties, designationsOfYear } from './store.ts'

/** Designation: how counties stand before a round, and who is a demonstration county since when. */
export const designation: Capability = {
  name: 'designation',
  migrations: new URL('./migrations/', import.meta.url),
  permissions,
  routes,
  commands,
}
