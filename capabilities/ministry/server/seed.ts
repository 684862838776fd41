import type { SeedContext } from '@jincun/http'
import { demoId } from '@jincun/identity'
import { addDays, shanghaiDate } from '@jincun/kernel'
import type { StationKind } from '../index.ts'
import { insertSettings, insertStation } from './settings-store.ts'

const county = '511923'
const kinds: readonly StationKind[] = ['county', 'township', 'township', 'village', 'village', 'village', 'village', 'village', 'village']
const names = ['县电商公共服务中心', '江口站', '响滩站', '大寨村站', '白衣村站', '驷马村站', '元山村站', '土兴村站', '岳家村站']

/** Days before the demonstration begins that the county started to report: all its transactions but a few weeks are older than that. */
const daysBefore = 35

/** One county is set up to report: all its stations have codes, one does not. Nothing is sent: no address is shipped. */
export async function seedMinistry({ database, now }: SeedContext): Promise<void> {
  const personId = demoId('pingchang-office')
  const change = { realm: 'demo', reason: '', now, personId }
  await database.transaction({ personId, realm: 'demo', jurisdictions: [county] }, 'write', async tx => {
    const startsOn = addDays(shanghaiDate(now), -daysBefore)
    await insertSettings(tx, { countyCode: county, version: 1, system: 'mofcom-2019', enterpriseCode: `${county}0030`, startsOn }, change)
    for (const [index, name] of names.entries()) {
      const number = String(index + 1).padStart(4, '0')
      const station = {
        countyCode: county,
        station: `${county}${number}`,
        version: 1,
        code: `${county}0030${number}`,
        name: `（演示）${name}`,
      }
      await insertStation(tx, { ...station, kind: kinds[index] ?? 'village', leftOutBecause: '' }, change)
    }
  })
}
