import type { SeedContext } from '@jincun/http'
import { demoId } from '@jincun/identity'
import { fenFromWanYuanText } from '@jincun/kernel'
import { insertAdvance } from './settlement-store.ts'

const year = 2020

/** Money the demonstration says was advanced in Q4 2019, in 万元; made up: the provinces' true figures were never published. */
const advances = [
  ['510000', 'sichuan', '15000'],
  ['520000', 'guizhou', '12000'],
  ['620000', 'gansu', '4500'],
] as const

/** Advances for the three provinces of the demonstration, so that settlement has something to settle. */
export async function seedSettlement({ database, now }: SeedContext): Promise<void> {
  const stamp = { realm: 'demo', personId: demoId('centre'), now }
  await database.transaction({ personId: stamp.personId, realm: 'demo', jurisdictions: ['*'] }, 'write', async tx => {
    for (const [provinceCode, key, wan] of advances)
      await insertAdvance(
        tx,
        year,
        {
          id: demoId(`${key} advance`),
          provinceCode,
          amount: fenFromWanYuanText(wan) ?? 0n,
          document: '（演示）财建〔2019〕00号',
          allottedOn: '2019-11-20',
        },
        stamp,
      )
  })
}
