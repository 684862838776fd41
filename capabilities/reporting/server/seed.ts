import type { SeedContext } from '@jincun/http'
import { demoId, demoOrganisations } from '@jincun/identity'
import { demoTransactions } from '../demo-transactions.ts'
import { importOnce } from './import-once.ts'
import { insertStation } from './station-store.ts'

/** The service centre of another county reports every day since it opened: its code is registered, its days are missing until its keeper writes them. */
async function seedStation({ database, now }: SeedContext): Promise<void> {
  const [county, personId] = ['513431', demoId('zhaojue-office')]
  const station = {
    countyCode: county,
    code: `${county}0001`,
    version: 1,
    siteId: demoId('zhaojue site centre'),
    startsOn: '2020-05-06',
    endsOn: null,
  }
  await database.transaction({ personId, realm: 'demo', jurisdictions: [county] }, 'write', tx =>
    insertStation(tx, station, { realm: 'demo', reason: '', now, personId }),
  )
}

/** One county's transactions of half a year, by the same import as everyone's. */
export async function seedReporting(context: SeedContext): Promise<void> {
  const { database, policy, now, newId } = context
  await seedStation(context)
  const firm = demoOrganisations.find(({ key }) => key === 'pingchang-contractor')
  if (!firm?.socialCreditCode) throw new Error('The demonstration has no contractor of Pingchang')
  const personId = demoId('pingchang-contractor')
  const scope = { personId, realm: 'demo', jurisdictions: [firm.placeCode] }
  const order = {
    id: demoId('pingchang transactions'),
    countyCode: firm.placeCode,
    realm: 'demo',
    contractor: firm.socialCreditCode,
    kind: 'report' as const,
    reason: '',
    mode: 'row-wise' as const,
    channel: 'upload' as const,
    format: 'csv' as const,
    fileName: '（演示）平昌县交易流水.csv',
    idempotencyKey: 'demo-pingchang-transactions',
    personId,
  }
  const file = Buffer.from(demoTransactions(firm.placeCode))
  const stored = await importOnce({ database, scope, policy, now, newId }, order, async function* () {
    yield file
  })
  if (!stored.ok || stored.value.state !== 'stored' || stored.value.rejected > 0)
    throw new Error(`Demo transactions: ${JSON.stringify(stored.ok ? stored.value : stored.reason)}`)
}
