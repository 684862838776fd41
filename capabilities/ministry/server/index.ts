import type { Capability } from '@jincun/http'

/** Exchange with the ministry's system: daily reports and forms made from stored rows, sent, answered, reconciled (6.4c). */
export const ministry: Capability = {
  name: 'ministry',
  migrations: new URL('./migrations/', import.meta.url),
  permissions: {},
  routes: [],
}
