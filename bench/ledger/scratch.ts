import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBinaries, openDatabase, startLocalServer } from '@jincun/db'
import type { Binaries, Database } from '@jincun/db'
import { allot } from '@jincun/ledger'
import { ensureAccounts, postMovement } from '@jincun/ledger/server'
import { accountsOfBatches, newTestId, testBatch, testPaper } from '@jincun/ledger/testing'
import { prepareDatabase } from '@jincun/server'

export const scope = { personId: 'bench', realm: 'demo', jurisdictions: ['*'] }
export const stamp = { realm: 'demo', personId: 'bench', now: new Date('2020-05-20T09:00:00+08:00') }
export const connections = 16
export const lines = 32

export type LedgerScratch = {
  url: string
  database: Database
  owner: Database
  postgres: string
  counties: readonly string[]
  close: () => Promise<void>
}

/** A durable PostgreSQL of its own with every migration, and one funded county a connection. */
export async function openLedgerScratch(prefer: Binaries['origin'] = 'machine'): Promise<LedgerScratch> {
  const folder = await mkdtemp(join(tmpdir(), 'jincun-ledger-'))
  await chmod(folder, 0o755) // As root, PostgreSQL runs as another user, who must get in.
  const server = await startLocalServer({ binaries: await findBinaries(prefer), dataDirectory: join(folder, 'postgres'), durable: true })
  await prepareDatabase(server.url)
  const database = openDatabase(server.url, { connections })
  const owner = openDatabase(server.url, { connections, role: null })
  const counties = Array.from({ length: connections }, (_, index) => `3701${String(index + 1).padStart(2, '0')}`)
  await database.transaction(scope, 'write', async tx => {
    await postMovement(tx, stamp, allot(testPaper(newTestId()), '370000', testBatch, 10n ** 15n))
    for (const county of counties) {
      await postMovement(tx, stamp, allot(testPaper(newTestId()), county, testBatch, 10n ** 13n))
      await ensureAccounts(tx, stamp, accountsOfBatches(county, lines))
    }
  })
  const close = async () => {
    await database.close()
    await owner.close()
    await server.stop()
    for (const path of [folder, server.dataDirectory, `${server.dataDirectory}.password`]) await rm(path, { recursive: true, force: true })
  }
  return { url: server.url, database, owner, postgres: `PostgreSQL ${server.version} (${server.origin})`, counties, close }
}
