import { appendAudit, publish } from '@jincun/db'
import type { SeedContext } from '@jincun/http'
import { demoId } from '@jincun/identity'
import { factorSheetFor } from '@jincun/policy'
import { proposedSettings } from '../index.ts'
import { makeRun } from './make-run.ts'
import { publishRun } from './publish-run.ts'
import { inputContext, saveSheet } from './save-sheet.ts'
import { startingGrid } from './shipped-inputs.ts'

const year = 2020
/** The national total of 2020 was never published; the demonstration takes this one and says so in the title of the run. */
const demoTotal = 170

/** The demonstration round: the real public inputs, and one run published on an assumed total. */
export async function seedAllocation({ database, policy, now, newId }: SeedContext): Promise<void> {
  const personId = demoId('centre')
  await database.transaction({ personId, realm: 'demo', jurisdictions: ['*'] }, 'write', async tx => {
    const caller = { kind: 'person' as const, personId, name: '', organisationId: null, organisationName: '', realm: 'demo', grants: [] }
    const context = {
      tx,
      now,
      policy,
      caller,
      audit: async (event: Omit<Parameters<typeof appendAudit>[1], 'at' | 'realm' | 'personId'>) => {
        await appendAudit(tx, { ...event, at: now, realm: 'demo', personId })
      },
      publish: (publication: Omit<Parameters<typeof publish>[1], 'publishedAt' | 'publishedBy' | 'realm'>) =>
        publish(tx, { ...publication, realm: 'demo', publishedAt: now, publishedBy: personId }),
    }
    const start = startingGrid(inputContext(policy, year))
    if (!start.ok) throw new Error(start.reason.message.en)
    const saved = await saveSheet(context, year, { id: newId(), version: 0, ...start.value })
    if (!saved.ok) throw new Error(saved.reason.message.en)
    const settings = proposedSettings(factorSheetFor(policy, year), demoTotal)
    const run = await makeRun(context, year, {
      id: newId(),
      version: saved.value.version,
      title: `（演示）总数${demoTotal}为演示假设`,
      settings,
    })
    if (!run.ok) throw new Error(run.reason.message.en)
    const published = await publishRun(context, year, {
      id: newId(),
      runId: run.value.id,
      issue: 0,
      reason: `（演示）全国总数没有公布过，${demoTotal}为演示假设；各省数据为公开数据`,
    })
    if (!published.ok) throw new Error(published.reason.message.en)
  })
}
