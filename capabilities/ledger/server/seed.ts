import type { SeedContext } from '@jincun/http'
import { demoId } from '@jincun/identity'
import { fenFromWanYuanText } from '@jincun/kernel'
import { allot, contribute } from '../index.ts'
import type { Batch } from '../index.ts'
import { postMovement } from './post-transfers.ts'

/** The demonstration's money, in 万元; made up, like everything of the demonstration: day, to whom, budget year, batch, amount, document. */
const allotments = [
  ['2018-08-10', '510000', 2018, 2018, '4000', '（演示）财建〔2018〕00号'],
  ['2018-09-20', '511923', 2018, 2018, '2000', '（演示）川财建〔2018〕00号'],
  ['2019-06-12', '510000', 2019, 2019, '6000', '（演示）财建〔2019〕01号'],
  ['2019-07-05', '513431', 2019, 2019, '1500', '（演示）川财建〔2019〕01号'],
  ['2019-06-12', '520000', 2019, 2019, '3000', '（演示）财建〔2019〕02号'],
  ['2020-03-10', '513431', 2020, 2020, '800', '（演示）川财建〔2020〕01号'],
  ['2020-04-08', '522632', 2019, 2019, '2000', '（演示）黔财建〔2020〕02号'],
] as const

/** The advance for 2020 (5.1), as the settlement of the demonstration has it: province, key of its record, 万元. */
const advances = [
  ['510000', 'sichuan', '15000'],
  ['520000', 'guizhou', '12000'],
  ['620000', 'gansu', '4500'],
] as const

const central = (budgetYear: number, batchYear: number): Batch => ({ source: 'central', budgetYear, batchYear })

/** Allotments of earlier batches to the provinces and counties of the demonstration, and one county's match. */
export async function seedLedger({ database, now }: SeedContext): Promise<void> {
  const stamp = { realm: 'demo', personId: demoId('centre'), now }
  const paper = (id: string, businessDate: string, document: string, clause: string, recordKind = 'allotment') => ({
    id,
    realm: 'demo',
    businessDate,
    document,
    clause,
    reason: '（演示）',
    recordKind,
    recordId: id,
  })
  await database.transaction({ personId: stamp.personId, realm: 'demo', jurisdictions: ['*'] }, 'write', async tx => {
    const advanced = advances.map(([to, key, wan]) =>
      allot(
        paper(demoId(`${key} advance`), '2019-11-20', '（演示）财建〔2019〕00号', 'notice-2020/5.1', 'advance-allotment'),
        to,
        central(2020, 2020),
        fenFromWanYuanText(wan) ?? 0n,
      ),
    )
    const movements = allotments.map(([day, to, budgetYear, batchYear, wan, document]) =>
      allot(
        paper(demoId(`${to} ${document}`), day, document, 'notice-2020/5.6'),
        to,
        central(budgetYear, batchYear),
        fenFromWanYuanText(wan) ?? 0n,
      ),
    )
    const match = paper(demoId('zhaojue match'), '2019-09-02', '（演示）昭财预〔2019〕1号', 'notice-2020/3.0')
    movements.push(contribute(match, '513431', { ...central(2019, 2019), source: 'local' }, fenFromWanYuanText('230') ?? 0n))
    for (const movement of [...advanced, ...movements]) {
      const posted = await postMovement(tx, stamp, movement)
      if (!posted.ok) throw new Error(posted.reason.message.en)
    }
  })
}
