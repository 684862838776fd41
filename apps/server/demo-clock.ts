import { sql } from '@jincun/db'
import { route } from '@jincun/http'
import type { Capability } from '@jincun/http'
import { accept, refuse } from '@jincun/kernel'
import type { Role } from '@jincun/identity'
import type { Pool } from 'pg'
import { z } from 'zod'

/** When the demonstration is set: a working morning nine days before the ranked lists are due. */
export const demoBeginning = new Date('2020-05-20T09:00:00+08:00')

/** Real time, or in a demonstration real time moved to the days of the round, so that deadlines can be met and missed. */
export type DemoClock = { now: () => Date; read: (pool: Pool) => Promise<void>; capability: Capability }

const roles: readonly Role[] = ['central-authority', 'system-administrator']

export function createDemoClock(realNow: () => Date): DemoClock {
  let offsetSeconds = 0
  const setClock = route({
    method: 'POST',
    path: '/api/demo-clock',
    action: 'demo-clock.set',
    summary: 'Set the clock of a demonstration',
    body: z.strictObject({ instant: z.iso.datetime({ offset: true }) }),
    handle: async ({ body, caller, tx, audit, now }) => {
      if (caller.realm !== 'demo') {
        return refuse({
          kind: 'wrong-state',
          code: 'not-a-demonstration',
          message: { zh: '正式系统的时钟不能调整。', en: 'The clock of a live system cannot be set.' },
        })
      }
      offsetSeconds = Math.round((Date.parse(body.instant) - realNow().getTime()) / 1000)
      await tx.run(sql`update installation set clock_offset_seconds = ${offsetSeconds}`)
      await audit({
        countyCode: '000000',
        action: 'demo-clock.set',
        recordKind: 'installation',
        recordId: 'clock',
        before: { now: now.toISOString() },
        after: { now: body.instant },
      })
      return accept({ now: body.instant })
    },
  })
  return {
    now: () => new Date(realNow().getTime() + offsetSeconds * 1000),
    read: async pool => {
      const found = await pool.query<{ offset: bigint }>('select clock_offset_seconds as offset from installation')
      offsetSeconds = Number(found.rows[0]?.offset ?? 0n)
    },
    capability: {
      name: 'demo-clock',
      permissions: {
        'demo-clock.set': { roles, clause: 'notice-2020/5.3', what: { zh: '调整演示时钟', en: 'Set the clock of the demonstration' } },
      },
      routes: [setClock],
    },
  }
}
