import { randomBytes } from 'node:crypto'
import { uuidV7 } from '@jincun/kernel'
import type { PolicyPack } from '@jincun/policy'
import type { Program } from './build.ts'

/**
 * Puts the demonstration in place, slice by slice. Runs once, on an empty database.
 * @param now the instant the demonstration is set at.
 */
export async function seedDemonstration(program: Program, policy: PolicyPack, now: Date): Promise<void> {
  for (const capability of program.capabilities) {
    await capability.seed?.({ database: program.database, policy, now, newId: () => uuidV7(now, randomBytes(10)) })
  }
}
