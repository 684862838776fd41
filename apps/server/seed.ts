import { randomBytes } from 'node:crypto'
import { uuidV7 } from '@jincun/kernel'
import type { PolicyPack } from '@jincun/policy'
import type { Program } from './build.ts'

/**
 * Puts the demonstration in place, slice by slice. Runs once, on an empty database.
 * @param now the instant the demonstration is set at; its clock goes on from there.
 * @param realNow the real time, from which the distance of the demo clock is kept.
 */
export async function seedDemonstration(program: Program, policy: PolicyPack, now: Date, realNow: Date): Promise<void> {
  for (const capability of program.capabilities) {
    await capability.seed?.({ database: program.database, policy, now, newId: () => uuidV7(now, randomBytes(10)) })
  }
  const offsetSeconds = Math.round((now.getTime() - realNow.getTime()) / 1000)
  await program.database.pool.query('update installation set clock_offset_seconds = $1', [offsetSeconds])
}
