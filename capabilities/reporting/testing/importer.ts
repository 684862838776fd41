// One life of an importing program, for the run of kills: node importer.ts URL FILE CONTRACTOR COUNTY. Says 'working' when it begins to store.
import { createHash, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { openDatabase, sql } from '@jincun/db'
import { uuidV7 } from '@jincun/kernel'
import { loadPolicy } from '@jincun/policy/load'
import { importOnce } from '../server/index.ts'

const [url = '', file = '', contractor = '', countyCode = ''] = process.argv.slice(2)
const now = new Date('2020-05-20T09:00:00+08:00')
const newId = () => uuidV7(new Date(), randomBytes(10))
const database = openDatabase(url, { connections: 4 })
const scope = { personId: null, realm: 'demo', jurisdictions: [countyCode] }
const sha256 = createHash('sha256').update(file).digest('hex')
const ready = await database.transaction(scope, 'read', tx => tx.row(sql`select 1 as one`))
if (!ready) throw new Error('no database')
process.stdout.write('working\n')
const id = newId()
const batch = await importOnce(
  { database, scope, policy: loadPolicy(), now, newId },
  {
    id,
    countyCode,
    realm: 'demo',
    contractor,
    kind: 'report',
    reason: '',
    mode: 'row-wise',
    channel: 'command',
    format: 'csv',
    fileName: 'kill.csv',
    idempotencyKey: sha256,
    personId: null,
  },
  () => createReadStream(file, { highWaterMark: 1_048_576 }),
)
if (!batch.ok) throw new Error(batch.reason.message.en)
process.stdout.write(`${JSON.stringify(batch.value)}\n`)
await database.close()
