import { sql } from '@jincun/db'
import type { Capability } from '@jincun/http'
import { accept } from '@jincun/kernel'
import { permissions } from './permissions.ts'
import { routes } from './routes.ts'
import { visitsOf } from './store.ts'

export const visits: Capability = {
  name: 'visits',
  migrations: new URL('./migrations/', import.meta.url),
  permissions,
  routes,
  tasks: [
    {
      action: 'visits.record',
      find: async ({ tx }) => {
        const { length } = await visitsOf(tx)
        const title =
          length === 0 ? { zh: '登记第一次走访', en: 'Record the first visit' } : { zh: '走访已登记', en: 'Visits are recorded' }
        return [{ id: 'visits', title, clause: 'notice-2020/6.3', due: null, href: '/visits', state: length === 0 ? 'do' : 'done' }]
      },
    },
  ],
  commands: [
    {
      name: 'visits count',
      summary: 'How many visits are recorded',
      usage: 'visits count [--json]',
      options: {},
      run: async ({ openDatabase }) => {
        const opened = await openDatabase()
        if (!opened.ok) return opened
        const scope = { personId: null, realm: 'demo', jurisdictions: ['*'] }
        const found = await opened.value.transaction(scope, 'read', tx =>
          tx.row<{ visits: bigint }>(sql`select count(*) as visits from visit`),
        )
        const count = found?.visits ?? 0n
        return accept({ json: { visits: count }, text: `${count} visits` })
      },
    },
  ],
}
