import type { SeedContext } from '@jincun/http'
import { demoId } from '@jincun/identity'
import { look } from './look.ts'
import { insertRun, insertSignals } from './store.ts'

const period = { county: '511923', from: '2019-11', to: '2020-04' }

/** The province looks once at the county that reports: one station of the demonstration uses the same waybills again and again. */
export async function seedSignals({ database, policy, now }: SeedContext): Promise<void> {
  const scope = { personId: demoId('sichuan-commerce'), realm: 'demo', jurisdictions: ['510000', period.county] }
  await database.transaction(scope, 'write', async tx => {
    const found = await look(tx, policy, period, now)
    if (!found.ok) throw new Error(`Demo signals: ${found.reason.code}`)
    const { orders, stations, signals, wholes } = found.value
    const run = {
      id: demoId('pingchang signals'),
      from: period.from,
      to: period.to,
      stations,
      wholes,
      ranAt: now,
      ranBy: '（演示）省商务厅',
    }
    await insertRun(tx, period.county, 'demo', { ...run, orders: BigInt(orders), raised: signals.length })
    await insertSignals(tx, { countyCode: period.county, realm: 'demo', runId: run.id, raisedAt: now }, signals)
  })
}
